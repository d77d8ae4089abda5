"""Shows the chains of a text by the words that a test asks for."""

from crossbearing.language import parse
from crossbearing.reading.rules_v1.attribution import Frame, chain_at, find_frames
from crossbearing.records import Certainty, Report, SourceLink


def frames_of(text: str, *, title: str | None = None, outlet: str | None = None) -> tuple[Frame, ...]:
    """The frames of a report with this text."""
    return find_frames(parse(text), Report(id="r", digest="", text=text, title=title, outlet=outlet))


def links_at(text: str, word: str, *, title: str | None = None, outlet: str | None = None) -> tuple[SourceLink, ...]:
    """The links behind the last occurrence of a word."""
    start = text.rindex(word)
    return chain_at(frames_of(text, title=title, outlet=outlet), start, start + len(word))[0]


def chain(text: str, word: str, *, title: str | None = None, outlet: str | None = None) -> list[str]:
    """The names behind the last occurrence of a word, from the outlet outward; "+" before one that stands beside the
    last.
    """
    return [("+" if link.joint else "") + link.name for link in links_at(text, word, title=title, outlet=outlet)]


def certainty(text: str, word: str) -> Certainty | None:
    """What the frames make of the last occurrence of a word."""
    start = text.rindex(word)
    return chain_at(frames_of(text), start, start + len(word))[1]
