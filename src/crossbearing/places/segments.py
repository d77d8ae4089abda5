"""Cuts a text into segments that may be place names: names the gazetteer knows, and runs of capitals it does not."""

from functools import cache
from itertools import pairwise

from crossbearing.places.cues import common_words, cues, first_with, given_names
from crossbearing.places.entry import Candidate, NameRank
from crossbearing.places.gather import SHORTEST_NAME, exact
from crossbearing.places.gazetteer import Gazetteer
from crossbearing.places.names import name_key
from crossbearing.places.segment import Segment
from crossbearing.places.tails import composed_name
from crossbearing.places.text import HYPHENS, Text

AREAS = ("country", "province", "district")
SETTLEMENTS = ("city", "village", "neighbourhood", "camp")
"""Kinds that are called by a noun before "of" and whose name may begin with a title."""
LONGEST_NAME = 7
"""Pieces of the longest name that is looked up."""
LONGEST_ABBREVIATION = 5
SHORTEST_POSSESSIVE = 6
WELL_KNOWN = 100_000
"""People from which a town is known well enough to be taken for meant without its apostrophe."""


def segments(text: Text, gazetteer: Gazetteer) -> list[Segment]:
    """Return all segments of a text in its order. Only those with a tail overlap others, which lie inside them."""
    out: list[Segment] = []
    i, count = 0, len(text.words)
    while i < count:
        if not text.named[i]:
            i += 1
            continue
        last = _run_end(text, i)
        out += _cut(text, gazetteer, i, last)
        i = max(last, out[-1].last) if out else last
    _look_ahead(text, [segment for segment in out if not segment.tail])
    return out


def _look_ahead(text: Text, parts: list[Segment]) -> None:
    """Note with each segment the areas that the name right after it may mean: "Saraqib Idlib", "Athens, Greece".

    Of a town that it is said to be near, that is the country.
    """
    for one, after in pairwise(parts):
        gap = text.words[one.last : after.first]
        if gap in ([], [","], ["in"], [",", "in"]):
            areas = [c.place for c in after.candidates if c.place.kind in AREAS and c.rank <= NameRank.CODE]
            one.wider = frozenset((p.country or "") if p.kind == "country" else p.place_id for p in areas)
        elif gap in (["near"], ["outside"]):
            one.wider = frozenset(c.place.country or "" for c in after.candidates if is_well_known(c))


def _run_end(text: Text, i: int) -> int:
    """Where the run that begins at piece `i` ends: capitals with nothing but hyphens and particles between them."""
    known, count = cues(), len(text.words)
    j = i + 1
    while j < count and not text.first[j]:
        joined = text.joined[j] and (text.words[j] in HYPHENS or (text.words[j] == "." and len(text.words[j - 1]) == 1))
        after = j + 1 < count and text.named[j + 1]
        if text.named[j]:
            j += 1
        elif after and ((joined and (text.words[j] == "." or text.joined[j + 1])) or text.lower[j] in known.articles):
            j += 2  # a hyphen, an initial's point ("J. R. Smith"), an article
        else:
            break
    return j


def _cut(text: Text, gazetteer: Gazetteer, first: int, last: int) -> list[Segment]:
    """Cut one run: the longest known names from the left, and what lies between them."""
    out: list[Segment] = []
    i = start = first
    while i < last:
        found = _known(text, gazetteer, i, first, last) if text.named[i] else None
        if found is None:
            i += 1
            continue
        if i > start:
            out.append(_unknown(text, start, i, first, last))
        out.append(found)
        i = start = found.last
    if start < last:
        out.append(_unknown(text, start, last, first, last))
    out = _joined([segment for segment in out if segment.first < segment.last], text)
    composed = composed_name(text, out, first, last)
    if composed is not None:
        for segment in out:
            if segment.first < composed.last:
                segment.inside = composed.tail
        out.append(composed)
    return [segment for segment in out if segment.first < segment.last]


def _joined(parts: list[Segment], text: Text) -> list[Segment]:
    """Join a little-known name and an unknown one right beside it, or two little-known ones, to one unknown name.

    "Ain Issa", of which a gazetteer knows no more than an "Ain" and an "Issa" far from each other, is neither of them.
    """
    out: list[Segment] = []
    for part in parts:
        before = out[-1] if out else None
        if before is not None and before.last == part.first and _are_one(text, before, part):
            out[-1] = _unknown(text, before.first, part.last, part.run_first, part.run_last)
        else:
            out.append(part)
    return out


def _are_one(text: Text, before: Segment, after: Segment) -> bool:
    if any(is_well_known(c) or c.rank == NameRank.DEMONYM for c in (*before.candidates, *after.candidates)):
        return False
    if _lies_in(before, after) or not (before.candidates or after.candidates):
        return False
    if text.words[after.last - 1].isupper() and not text.words[before.last - 1].isupper():
        return False  # "Guma LGA"
    titled = _is_called(text, before)  # "the quarter of Sheikh Said"
    for part in (before, after):
        for word in (text.lower[i] for i in range(part.first, part.last) if text.named[i]):
            given = part is after and not part.candidates and word in given_names()  # "said in Homs Omar Saleh"
            told = first_with(word, _apart())
            apart = bool(told) and not (titled and part is before and told == "title")
            if given or apart or (word in common_words() and not part.candidates):
                return False
    return True


def _is_called(text: Text, part: Segment) -> bool:
    """Whether the words before a name call it a settlement: "the quarter of"."""
    at = part.first
    return at > 1 and text.lower[at - 1] == "of" and cues().feature_nouns.get(text.lower[at - 2]) in SETTLEMENTS


def _lies_in(one: Segment, other: Segment) -> bool:
    """Whether one name may mean a place of an area that the other one may mean."""
    areas = {c.place.place_id for c in other.candidates if c.place.kind in AREAS}
    return any(not areas.isdisjoint((c.place.province_id, c.place.district_id)) for c in one.candidates)


@cache
def _apart() -> dict[str, frozenset[str]]:
    """Words that are no part of the name of a place beside them: titles, kinds of body and building, days."""
    known = cues()
    return {
        "title": known.titles, "people": known.people_nouns, "organisation": known.organisations,
        "facility": known.facilities, "kind": frozenset(known.feature_nouns), "day": known.months_and_days,
        "compass": known.compass, "land": known.lands, "water": known.waters, "street": known.streets,
    }


def _known(text: Text, gazetteer: Gazetteer, i: int, first: int, last: int) -> Segment | None:
    abbreviation = _abbreviation(text, gazetteer, i, first, last)
    if abbreviation is not None:
        return abbreviation
    articles = cues().articles
    after_article = i - 2 >= first and text.words[i - 1] in HYPHENS and text.lower[i - 2] in articles
    if after_article or (i > first and text.lower[i] in articles):
        return None
    for j in range(_furthest(text, i), i, -1):
        if j == i + 1 and text.lower[i] in cues().compass:
            return None
        if not text.named[j - 1] or _goes_on(text, j, last) or (j == i + 1 and text.lower[i] in cues().articles):
            continue
        key = text.key(i, j)
        candidates = gazetteer.lookup_key(key)
        if candidates:
            fuller = _with_kind(text, gazetteer, i, j)
            return fuller or Segment(i, j, first, max(last, j), key, candidates)
        if j == last:
            fuller = _with_kind(text, gazetteer, i, j)
            if fuller is not None:
                return fuller
    return _possessive(text, gazetteer, i, first, last)


def _with_kind(text: Text, gazetteer: Gazetteer, i: int, j: int) -> Segment | None:
    """A known name that goes on with a small noun for its kind: "Tabqa dam", "Damascus countryside"."""
    if j >= len(text.words) or text.named[j] or text.lower[j] not in cues().feature_nouns:
        return None
    kind = cues().feature_nouns[text.lower[j]]
    key = text.key(i, j + 1)
    candidates = tuple(
        c for c in gazetteer.lookup_key(key)
        if c.place.kind == kind or {c.place.kind, kind} == {"region", "province"}
    )
    return Segment(i, j + 1, i, j + 1, key, candidates) if candidates else None


def _possessive(text: Text, gazetteer: Gazetteer, i: int, first: int, last: int) -> Segment | None:
    """A well-known name whose possessive has lost its apostrophe: "Syrias second city"."""
    word = text.words[i]
    if word[-1:] != "s" or len(word) < SHORTEST_POSSESSIVE or word.isupper():
        return None
    key = name_key(word[:-1])
    known = tuple(c for c in gazetteer.lookup_key(key) if is_well_known(c))
    return Segment(i, i + 1, first, last, key, known) if known else None


def is_well_known(candidate: Candidate) -> bool:
    """Whether it is the usual name of a country, a province or a big town."""
    place = candidate.place
    return candidate.rank == NameRank.MAIN and (place.kind in ("country", "province") or place.population >= WELL_KNOWN)


def _goes_on(text: Text, j: int, last: int) -> bool:
    """Whether an Arabic article follows: "Khirbet" in "Khirbet al-Jouz" is no name by itself."""
    return j < last and text.lower[j] in cues().articles and (j + 1 >= last or text.words[j + 1] in HYPHENS)


def _furthest(text: Text, i: int) -> int:
    """How far a known name that begins at piece `i` may reach, over small words like "of" too."""
    inside, j, count = cues().inside_names, i + 1, len(text.words)
    while j < count and j - i < LONGEST_NAME and not text.first[j]:
        between = text.words[j] in HYPHENS or text.words[j] == "&" or text.lower[j] == "'s" or text.lower[j] in inside
        if not (between or text.named[j]):
            break
        j += 1
    return j


def _abbreviation(text: Text, gazetteer: Gazetteer, i: int, first: int, last: int) -> Segment | None:
    word, j = text.words[i], i + 1
    if len(word) > LONGEST_ABBREVIATION:
        return None
    forms = [(word, j)]
    if j < len(text.words) and text.words[j] == "." and text.joined[j]:
        forms.insert(0, (word + ".", j + 1))
    elif word[-1] == "." and j < len(text.words) and len(text.words[j]) < LONGEST_ABBREVIATION:
        forms.insert(0, (f"{word} {text.words[j]}", j + 1))  # "W. Va."
    for form, end in forms:
        if "." in form or form.isupper() or len(form) <= SHORTEST_NAME:
            candidates = gazetteer.lookup_key(exact(form))
            if candidates:
                return Segment(i, end, first, max(last, end), exact(form), candidates)
    return None


def _unknown(text: Text, i: int, j: int, first: int, last: int) -> Segment:
    while i < j and not text.named[i]:
        i += 1
    while i < j and text.lower[j - 1] in cues().months_and_days and text.lower[j - 1].endswith("day"):
        j -= 1  # "in Homs Saturday"
    while j - i > 1 and text.lower[j - 1] in cues().compass and text.lower[j : j + 1] == ["of"]:
        j -= 1  # "in Darmoun Northwest of Homs"
    if all(text.lower[k] in cues().compass for k in range(i, j)):
        i = j  # "Western" in "Western Homs" is no name
    return Segment(i, j, first, last, text.key(i, j) if i < j else "")
