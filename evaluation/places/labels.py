"""Whether a segment of a text is a place name, as far as marks, the gazetteer and the words around it agree on it."""

from collections.abc import Collection

from crossbearing.places.cues import common_words, cues, given_names, surnames
from crossbearing.places.entry import NameRank
from crossbearing.places.evidence import gazetteer_class
from crossbearing.places.segment import Segment
from crossbearing.places.text import Text
from evaluation.places.corpora import Mark, Marked

SETTLEMENTS = ("city", "village", "neighbourhood", "district", "province")
ANY_KIND = ("state", "states", "port", "capital", "areas", "countryside")
"""Nouns for settlements that stand beside names of any kind."""
TOWNS = ("small", "middle", "big")
AREAS = ("country", "region", "province", "demonym")


def label(text: Text, part: Segment, marked: Marked, about: Collection[str], people: set[str]) -> bool | None:
    """Return whether a segment is a place name, or null where that is left open.

    `about` are the countries that the text is about, `people` the words that name persons in it.
    """
    span = (text.start[part.first], text.end[part.last - 1])
    touched = [mark for mark in marked.marks if mark.start < span[1] and span[0] < mark.end]
    kind = part.tail or gazetteer_class(part)
    if not marked.by_hand:
        told = _told(text, part, kind, about, people, longer=any(
            mark.sort in ("person", "organisation") and mark.end - mark.start > span[1] - span[0] + 1
            for mark in touched))
        if told is not None:
            return told
    sorts = {mark.sort for mark in touched}
    if "place" in sorts:
        of_longer = part.inside and all(
            mark.end - mark.start > span[1] - span[0] + 2 for mark in touched if mark.sort == "place")
        return None if of_longer else True
    if "people" in sorts:
        return kind in ("demonym", "country", "region", "province")
    if "organisation" in sorts:
        mark = next(mark for mark in touched if mark.sort == "organisation")
        return _in_organisation(text, part, kind, mark, by_hand=marked.by_hand)
    if "person" in sorts:
        return None if kind in ("country", "demonym") else False
    return _unmarked(text, part, kind, by_hand=marked.by_hand)


def _words(text: Text, part: Segment) -> list[str]:
    return [text.lower[i] for i in range(part.first, part.last) if text.named[i]]


def _told(
    text: Text, part: Segment, kind: str, about: Collection[str], people: set[str], *, longer: bool,
) -> bool | None:
    """What gazetteer and context say against a program's marks. `longer`: it is part of a person's or group's name."""
    low, known = _words(text, part), cues()
    single = len(low) == 1
    common = all(word in common_words() for word in low)
    if single and not part.tail and low[0] in known.organisations | known.facilities | known.titles:
        return False
    if not common and not longer and not part.tail:
        if _is_called(text, part) and kind in (*TOWNS, "unknown", "code", "spelling"):
            return True
        of_person = single and (low[0] in given_names() or low[0] in surnames() or low[0] in people)
        here = any(c.rank <= NameRank.OTHER and c.place.country in about for c in part.candidates)
        if here and not of_person:
            return True
    before = text.lower[part.first - 1] if part.first else ""
    if common and single and kind in (*TOWNS, "province", "region") and before not in known.where:
        return False
    return None


def _is_called(text: Text, part: Segment) -> bool:
    """Whether a noun beside it calls it a settlement: "the town of X", "X village"."""
    nouns = {word for word, kind in cues().feature_nouns.items() if kind in SETTLEMENTS and word not in ANY_KIND}
    after = text.words[part.last] if part.last < len(text.words) else ""
    before = text.words[max(0, part.first - 2) : part.first]
    return (after in nouns and not text.named[part.last]) or (
        len(before) == len("X of".split()) and before[1] == "of" and before[0] in nouns)


def _in_organisation(text: Text, part: Segment, kind: str, mark: Mark, *, by_hand: bool) -> bool | None:
    """A known place in a group's name is one ("Mansfield Police"), where the rest of the name says only what it is."""
    if kind in AREAS and not all(word in common_words() for word in _words(text, part)):
        return True
    if by_hand or kind not in (*TOWNS, "unknown", "facility", "code"):
        return None
    if kind not in TOWNS:
        return False
    nouns = cues().organisations | cues().facilities
    rest = [
        text.lower[i] for i, start in enumerate(text.start)
        if mark.start <= start < mark.end and text.named[i] and not part.first <= i < part.last
    ]
    if not rest:
        return None
    if all(word in nouns for word in rest):
        return True
    return None if all(word in nouns or word in common_words() for word in rest) else False


def _unmarked(text: Text, part: Segment, kind: str, *, by_hand: bool) -> bool | None:
    """What nobody marked is no name; programs overlook well-known names and those of other languages."""
    if by_hand:
        return False
    hyphen = "-" in text.text[text.start[part.first] : text.end[part.last - 1]]
    overlooked = hyphen or (part.first > 0 and text.lower[part.first - 1] in cues().where)
    return None if kind in ("country", "demonym", "province", "big") or (kind == "unknown" and overlooked) else False
