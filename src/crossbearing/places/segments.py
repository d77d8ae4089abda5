"""Cuts a text into segments that may be place names: names the gazetteer knows, and runs of capitals it does not."""

import msgspec

from crossbearing.places.cues import Cues, cues
from crossbearing.places.entry import Candidate, NameRank
from crossbearing.places.gather import SHORTEST_NAME, exact
from crossbearing.places.gazetteer import Gazetteer
from crossbearing.places.names import name_key
from crossbearing.places.text import HYPHENS, Text

LONGEST_NAME = 7
"""Pieces of the longest name that is looked up."""
LONGEST_ABBREVIATION = 5
SHORTEST_POSSESSIVE = 6
WELL_KNOWN = 100_000
"""People from which a town is known well enough to be taken for meant without its apostrophe."""


class Segment(msgspec.Struct):
    """Pieces [first, last) that may be one place name, inside a run [run_first, run_last) of names without a break.

    `tail` is the class of the noun that ends a made-up name ("street", "water", "land", "facility", "organisation",
    "way") where the segment was put together by it ("Neches River"), else empty. `inside` is the tail of such a
    segment that this one is a part of.
    """

    first: int
    last: int
    run_first: int
    run_last: int
    key: str
    candidates: tuple[Candidate, ...] = ()
    tail: str = ""
    inside: str = ""


def tail_class(word: str, known: Cues) -> str:
    """Return what kind of thing a name that ends in this lower-case word is, empty where the word does not tell."""
    if word in known.streets:
        return "street"
    if word in known.waters:
        return "water"
    if word in known.lands:
        return "land"
    if word in known.facilities:
        return "facility"
    return "organisation" if word in known.organisations else ""


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
    return out


def _run_end(text: Text, i: int) -> int:
    """Where the run that begins at piece `i` ends: capitals with nothing but hyphens and particles between them."""
    known, count = cues(), len(text.words)
    j = i + 1
    while j < count and not text.first[j]:
        if text.named[j]:
            j += 1
        elif text.words[j] in HYPHENS and text.joined[j] and j + 1 < count and text.joined[j + 1] and text.named[j + 1]:
            j += 2
        elif text.lower[j] in known.articles and j + 1 < count and text.named[j + 1]:
            j += 2
        elif text.words[j] == "." and text.joined[j] and len(text.words[j - 1]) == 1 and j + 1 < count and text.named[j + 1]:
            j += 2  # an initial: "J. R. Smith"
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
    composed = _composed(text, out, first, last)
    if composed is not None:
        for segment in out:
            if segment.first < composed.last:
                segment.inside = composed.tail
        out.append(composed)
    return [segment for segment in out if segment.first < segment.last]


def _known(text: Text, gazetteer: Gazetteer, i: int, first: int, last: int) -> Segment | None:
    abbreviation = _abbreviation(text, gazetteer, i, first, last)
    if abbreviation is not None:
        return abbreviation
    if i > first and (text.lower[i] in cues().articles or text.words[i - 1] in HYPHENS and i - 2 >= first and text.lower[i - 2] in cues().articles):
        return None
    for j in range(_furthest(text, i), i, -1):
        if j == i + 1 and text.lower[i] in cues().compass:
            return None
        if not text.named[j - 1] or _goes_on(text, j, last) or (j == i + 1 and text.lower[i] in cues().articles):
            continue
        key = name_key(text.text[text.start[i] : text.end[j - 1]])
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
    key = name_key(text.text[text.start[i] : text.end[j]])
    candidates = tuple(c for c in gazetteer.lookup_key(key) if c.place.kind == kind or {c.place.kind, kind} == {"region", "province"})
    return Segment(i, j + 1, i, j + 1, key, candidates) if candidates else None


def _possessive(text: Text, gazetteer: Gazetteer, i: int, first: int, last: int) -> Segment | None:
    """A well-known name whose possessive has lost its apostrophe: "Syrias second city"."""
    word = text.words[i]
    if word[-1:] != "s" or len(word) < SHORTEST_POSSESSIVE or word.isupper():
        return None
    key = name_key(word[:-1])
    known = tuple(c for c in gazetteer.lookup_key(key) if c.rank == NameRank.MAIN and (
        c.place.kind in ("country", "province") or c.place.population >= WELL_KNOWN))
    return Segment(i, i + 1, first, last, key, known) if known else None


def _goes_on(text: Text, j: int, last: int) -> bool:
    """Whether an Arabic article follows: "Khirbet" in "Khirbet al-Jouz" is no name by itself."""
    return j < last and text.lower[j] in cues().articles and (j + 1 >= last or text.words[j + 1] in HYPHENS)


def _furthest(text: Text, i: int) -> int:
    """How far a known name that begins at piece `i` may reach, over small words like "of" too."""
    inside, j, count = cues().inside_names, i + 1, len(text.words)
    while j < count and j - i < LONGEST_NAME and not text.first[j]:
        if not (text.named[j] or text.words[j] in HYPHENS or text.words[j] == "&" or text.lower[j] in inside or text.lower[j] == "'s"):
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
    if all(text.lower[k] in cues().compass for k in range(i, j)):
        i = j  # "Western" in "Western Homs" is no name
    return Segment(i, j, first, last, name_key(text.text[text.start[i] : text.end[j - 1]]) if i < j else "")


def _is_country(segment: Segment) -> bool:
    """Whether it is a country or its people, which name no street and no river ("U.S. District Court")."""
    return any(c.place.kind == "country" and c.rank in (NameRank.MAIN, NameRank.DEMONYM) for c in segment.candidates)


def _composed(text: Text, parts: list[Segment], first: int, last: int) -> Segment | None:
    """The name that a noun at its end makes out of the run's beginning: "Neches River", "Main St."."""
    known = cues()
    for j in range(last - 1, first, -1):
        tail = tail_class(text.lower[j], known)
        if not tail:
            continue
        begin = first
        while begin < j and (text.lower[begin] in known.titles and text.lower[begin] not in ("st.", "saint")):
            begin += 1
        whole = any(p.first == begin and p.last == j + 1 and p.candidates for p in parts)
        if begin == j or whole or any(p.first == begin and _is_country(p) for p in parts):
            return None
        end = j + 2 if text.words[j] + "." in known.streets and j + 1 < len(text.words) and text.words[j + 1] == "." else j + 1
        return Segment(begin, min(end, max(last, end)), first, max(last, end), name_key(text.text[text.start[begin] : text.end[j]]), (), tail)
    return None
