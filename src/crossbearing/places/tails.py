"""Names put together by the noun that ends them: "Neches River", "Main St."."""

from crossbearing.places.cues import Cues, cues, first_with
from crossbearing.places.entry import NameRank
from crossbearing.places.segment import Segment
from crossbearing.places.text import Text


def tail_class(word: str, known: Cues) -> str:
    """Return what kind of thing a name that ends in this lower-case word is, empty where the word does not tell."""
    return first_with(word, {
        "street": known.streets, "water": known.waters, "land": known.lands, "facility": known.facilities,
        "organisation": known.organisations,
    })


def _is_country(segment: Segment) -> bool:
    """Whether it is a country or its people, which name no street and no river ("U.S. District Court")."""
    return any(c.place.kind == "country" and c.rank in (NameRank.MAIN, NameRank.DEMONYM) for c in segment.candidates)


def composed_name(text: Text, parts: list[Segment], first: int, last: int) -> Segment | None:
    """Return the name that a noun at its end makes out of a run's beginning, if any: "Neches River", "Main St.".

    `parts` are the segments that the run [first, last) was cut into.
    """
    known = cues()
    j = next((i for i in range(last - 1, first, -1) if tail_class(text.lower[i], known)), None)
    if j is None:
        return None
    begin = first
    while begin < j and text.lower[begin] in known.titles and text.lower[begin] not in ("st.", "saint"):
        begin += 1
    whole = any(part.first == begin and part.last == j + 1 and part.candidates for part in parts)
    if begin == j or whole or any(part.first == begin and _is_country(part) for part in parts):
        return None
    dotted = text.words[j + 1 : j + 2] == ["."] and text.lower[j] + "." in known.streets
    end = j + 2 if dotted else j + 1
    key = text.key(begin, j + 1)
    return Segment(begin, end, first, max(last, end), key, (), tail_class(text.lower[j], known))
