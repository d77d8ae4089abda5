"""Place names whose spans are given, ready to be resolved."""

from collections.abc import Sequence

from crossbearing.places.cues import common_words, cues, given_names
from crossbearing.places.entry import Candidate, NameRank
from crossbearing.places.focus import TOWNS
from crossbearing.places.gather import exact
from crossbearing.places.gazetteer import Gazetteer
from crossbearing.places.names import name_key
from crossbearing.places.recognise import Found, countries_named, respell
from crossbearing.places.segment import Segment
from crossbearing.places.segments import is_well_known
from crossbearing.places.tails import tail_class
from crossbearing.places.text import Text
from crossbearing.records import Span


def names_given(text: Text, spans: Sequence[Span], gazetteer: Gazetteer, countries: tuple[str, ...]) -> list[Found]:
    """Return what stands at the spans as names with their candidates; unknown ones by their other spellings too."""
    found: list[Found] = []
    taken = 0
    for start, end in sorted(spans):
        inside = [i for i in range(taken, len(text.words)) if text.start[i] < end and start < text.end[i]]
        if inside:
            taken = inside[-1] + 1
            found.append(Found(_segment(text, inside[0], taken, gazetteer), 0.0, []))
    about = countries_named([one.segment for one in found], gazetteer, countries)
    respell(text, found, gazetteer, about, set())
    return found


def _segment(text: Text, first: int, last: int, gazetteer: Gazetteer) -> Segment:
    """The name that pieces [first, last) make, as an abbreviation where its exact form is one."""
    if last - first > 1 and text.lower[last - 1] in ("'s", "’s"):
        last -= 1
    surface = text.text[text.start[first] : text.end[last - 1]]
    for key in (exact(surface), exact(surface + "."), name_key(surface)):
        candidates = gazetteer.lookup_key(key)
        if candidates:
            return Segment(first, last, first, last, key, candidates)
    tail = tail_class(text.lower[last - 1].rstrip("."), cues())
    inner = _inside(text, first, last, gazetteer) if tail not in ("street", "water", "land") else None
    if inner is not None:
        return Segment(first, last, first, last, *inner)
    return Segment(first, last, first, last, name_key(surface), (), tail)


def _inside(text: Text, first: int, last: int, gazetteer: Gazetteer) -> tuple[str, tuple[Candidate, ...]] | None:
    """The longest well-known name within a longer one that nobody knows: Alberta in "University of Alberta".

    A word for a people tells where something is ("Syrian villages") unless it is part of a name ("British School").
    """
    worst = NameRank.OTHER if text.named[last - 1] else NameRank.DEMONYM
    nouns = cues().facilities | cues().organisations | common_words()
    for length in range(last - first - 1, 0, -1):
        for i in range(first, last - length + 1):
            if text.named[i] and text.named[i + length - 1] and (length > 1 or text.lower[i] not in nouns):
                key = name_key(text.text[text.start[i] : text.end[i + length - 1]])
                known = tuple(c for c in gazetteer.lookup_key(key) if c.rank <= worst and c.rank != NameRank.CODE)
                saint = length == 1 and text.lower[i] in given_names()  # "St George's Chapel"
                telling = [c for c in known if not (saint and c.place.kind in TOWNS)]
                if any(is_well_known(c) or c.rank == NameRank.DEMONYM for c in telling):
                    return key, known
    return None
