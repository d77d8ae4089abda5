"""Names that stand alone in one place of a text and in a longer run of capitals in another: "in Varda Kills 9"."""

from collections import Counter
from collections.abc import Iterable

import msgspec

from crossbearing.places.cues import common_words, cues
from crossbearing.places.segment import Segment
from crossbearing.places.text import Text

SHORTEST = 4
"""Letters of a name that is looked for inside others."""


def own_names(text: Text, judged: Iterable[tuple[Segment, bool]]) -> frozenset[str]:
    """Return the keys of names that stand alone and are places in most such mentions, of segments and what they are."""
    places: Counter[str] = Counter()
    for part, is_place in judged:
        if _stands_alone(text, part):
            places[part.key] += 1 if is_place else -1
    return frozenset(key for key, more in places.items() if more > 0)


def _stands_alone(text: Text, part: Segment) -> bool:
    """Whether a name that no gazetteer knows is all of its run; "Southern Varda" and "Varda Kills" are not all name."""
    if part.first != part.run_first or part.last != part.run_last or part.candidates or part.tail:
        return False
    words = text.lower[part.first : part.last]
    return len(part.key) >= SHORTEST and cues().compass.isdisjoint(words) and common_words().isdisjoint(words)


def cut_out(text: Text, parts: list[Segment], own: frozenset[str]) -> list[Segment]:
    """Return the segments with those cut that no gazetteer knows and that hold a name of `own` (keys) beside others.

    A possessive may have lost its apostrophe: "Vardas airport". A word like "Southern" that is left over is none.
    """
    out: list[Segment] = []
    for part in parts:
        out += [part] if part.candidates or part.tail else _cut(text, part, own)
    return [part for part in out if part.last - part.first > 1 or text.lower[part.first] not in cues().compass]


def _cut(text: Text, part: Segment, own: frozenset[str]) -> list[Segment]:
    out: list[Segment] = []
    i = start = part.first
    while i < part.last:
        found = _own(text, part, i, own)
        if found is None:
            i += 1
            continue
        if start < i:
            out.append(_rest(text, part, start, i))
        out.append(found)
        i = start = found.last
    if not out:
        return [part]
    return [*out, _rest(text, part, start, part.last)] if start < part.last else out


def _own(text: Text, part: Segment, i: int, own: frozenset[str]) -> Segment | None:
    """The longest name of `own` that begins at piece `i` of a segment, or null."""
    for j in range(part.last, i, -1):
        key = text.key(i, j)
        known = key[:-1] if key[-1:] == "s" and key[:-1] in own else key
        if known in own:
            return msgspec.structs.replace(part, first=i, last=j, key=known)
    return None


def _rest(text: Text, part: Segment, first: int, last: int) -> Segment:
    return msgspec.structs.replace(part, first=first, last=last, key=text.key(first, last))
