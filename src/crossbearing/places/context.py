"""What a text says of a place name beside the name: the place it lies in, the kind of place, how often it is named."""

import msgspec

from crossbearing.places.cues import cues
from crossbearing.places.entry import Candidate, NameRank
from crossbearing.places.recognise import Found
from crossbearing.places.text import Text

WIDER = ("country", "province", "district", "region")
"""Kinds that other places lie in."""


class Name(msgspec.Struct):
    """All mentions of one name in a text that mean one place. `inside` are names that it is said to lie in."""

    key: str
    candidates: tuple[Candidate, ...]
    found: list[int]
    inside: set[int]
    kinds: set[str]
    """Kinds of place that the text calls it ("the town of")."""
    whole: bool
    """Whether it holds other names ("Syria" in "Homs, Syria")."""


def gather_names(text: Text, found: list[Found]) -> list[Name]:
    """Put the mentions of each name together, with what the text says of it: one sense per discourse.

    A name that the text puts in two places ("Athens, Ga." and "Athens, Greece") becomes two.
    """
    container = [_container(text, found, i) for i in range(len(found))]
    by_key: dict[str, dict[str, Name]] = {}
    order: list[Name] = []
    number: dict[int, Name] = {}
    for i, one in enumerate(found):
        key = one.segment.key
        inside = container[i]
        label = found[inside].segment.key if inside is not None else ""
        senses = by_key.setdefault(key, {})
        name = senses.get(label) or senses.get("") or (next(iter(senses.values())) if senses and not label else None)
        if name is None:
            name = Name(key, one.segment.candidates, [], set(), set(), False)
            order.append(name)
        if label:
            senses[label] = name
            if senses.get("") is name:
                del senses[""]
        else:
            senses.setdefault(label, name)
        name.found.append(i)
        kind = _kind(text, one)
        if kind:
            name.kinds.add(kind)
        number[i] = name
    place = {id(name): k for k, name in enumerate(order)}
    for i, inside in enumerate(container):
        if inside is not None:
            number[i].inside.add(place[id(number[inside])])
            number[inside].whole = True
    return order


def _is_wider(one: Found) -> bool:
    return any(c.place.kind in WIDER and c.rank <= NameRank.CODE for c in one.segment.candidates)


def _container(text: Text, found: list[Found], i: int) -> int | None:
    """The mention that the text puts mention `i` into: "Homs, Syria", "Homs (Syria)", "Homs in Syria", "Syria's Homs"."""
    if i + 1 < len(found) and _is_wider(found[i + 1]):
        gap = text.lower[found[i].segment.last : found[i + 1].segment.first]
        if gap in ([","], ["in"], [",", "in"], ["("], [","  , "near"]) or (len(gap) <= 5 and gap[-1:] in (["in"], ["of"]) and (set(gap) & set(cues().feature_nouns))):
            return i + 1
        if len(gap) <= 4 and gap[:1] == [","] and gap[-1:] == [","] and i + 2 < len(found):
            return None
    if i and _is_wider(found[i - 1]):
        gap = text.lower[found[i - 1].segment.last : found[i].segment.first]
        if gap and gap[0] in ("'s", "’s") and len(gap) <= 4:
            return i - 1
    return None


def _kind(text: Text, one: Found) -> str:
    """The kind of place that a noun beside the mention calls it."""
    nouns, segment = cues().feature_nouns, one.segment
    if segment.last < len(text.words):
        kind = nouns.get(text.lower[segment.last])
        if kind and text.lower[segment.last] not in ("residents", "state", "area", "port"):
            return kind
    if segment.first >= 2 and text.lower[segment.first - 1] == "of":
        return nouns.get(text.lower[segment.first - 2], "")
    return ""
