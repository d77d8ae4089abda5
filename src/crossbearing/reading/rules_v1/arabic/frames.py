"""A frame of attribution in Arabic: its cue, what it carries and its chain, and where the next speaker cuts it off."""

from collections.abc import Sequence

import msgspec

from crossbearing.reading.rules_v1.arabic.data import load, plain
from crossbearing.reading.rules_v1.arabic.lexicon import Saying, taken_apart
from crossbearing.reading.rules_v1.arabic.sources import Source
from crossbearing.reading.rules_v1.arabic.text import Text
from crossbearing.records import Attribution, Certainty, SourceLink, Span


class Frame(msgspec.Struct, frozen=True):
    """One frame of attribution as words: the cue [first, last), what it carries, its chain, what it makes of it.

    `of_self`: the speakers tell of themselves ("announced that it"). `accused`: whose deed it is said to be, where the
    accusers are not named in the clause.
    """

    cue: tuple[int, int]
    content: tuple[tuple[int, int], ...]
    sources: tuple[Source, ...]
    links: tuple[SourceLink, ...]
    certainty: Certainty
    lemma: str = ""
    of_self: bool = False
    accused: tuple[int, int] | None = None

    def holds(self, i: int) -> bool:
        """Whether a word stands in what is said."""
        return any(a <= i < b for a, b in self.content)

    def spans(self, text: Text) -> Attribution:
        """Return the frame as offsets."""

        def span(a: int, b: int) -> Span:
            return text.words[a].start, text.words[b - 1].end

        return Attribution(
            source=tuple(span(s.first, s.last) for s in self.sources if s.first < s.last),
            cue=(span(*self.cue),),
            content=tuple(span(a, b) for a, b in self.content if a < b),
        )


def framed(
    text: Text,
    cue: tuple[int, int],
    content: tuple[tuple[int, int], ...],
    sources: Sequence[Source],
    saying: Saying,
    about: tuple[int, int],
) -> Frame:
    """Return a frame with its chain; `about` are the words in which its channel may be told."""
    channel = saying.channel
    known = {plain(word): value for word, value in load("reporting")["channels"].items()}
    for k in range(*about):
        channel = known.get(taken_apart(text.texts[k]).rest, channel) if channel == "unknown" else channel
    for k in range(sources[-1].last if sources else about[1], min(len(text.words), about[1] + 6)):
        if text.words[k].is_sign or channel != "unknown":
            break
        channel = known.get(taken_apart(text.texts[k]).rest, channel)
    links = tuple(
        SourceLink(
            name=s.name,
            kind=s.kind,
            channel=channel if s is sources[-1] else "unknown",
            cue=text.between(*cue),
            joint=s.joint,
            named=s.named,
            span=(text.words[s.first].start, text.words[s.last - 1].end),
        )
        for s in sources
    )
    return Frame(cue, content, tuple(sources), links, saying.certainty, saying.lemma)


def cut(frame: Frame, others: Sequence[Frame]) -> Frame:
    """Return a frame without the clauses of other speakers that follow in its sentence."""
    content: list[tuple[int, int]] = []
    for a, b in frame.content:
        later = (other.cue[0] for other in others if frame.cue[0] < other.cue[0] < b and _is_coordinated(other))
        content.append((a, max(a, min((b, *(cue for cue in later if a <= cue))))))
    return msgspec.structs.replace(frame, content=tuple(content))


def _is_coordinated(frame: Frame) -> bool:
    """Whether a frame's cue opens a clause beside the one before it: all verbs that carry what follows them."""
    return all(a > frame.cue[0] for a, _ in frame.content)
