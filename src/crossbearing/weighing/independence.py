"""How many independent roots stand behind an event: at least, at most, and why."""

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import combinations, product

import msgspec

from crossbearing.actors import opposed, same_side
from crossbearing.actors.tables import Actor
from crossbearing.records import Contradiction, Roots
from crossbearing.weighing.roots import Root


class Told(msgspec.Struct, frozen=True):
    """One report's part in an event: its publisher, the roots it cites, and whose wording it repeats, or null."""

    report: str
    publisher: str
    roots: tuple[Root, ...]
    repeats: str | None


APART = frozenset({"resident", "witness", "medic", "police", "military", "armed_group"})
"""Kinds of unnamed people who are surely someone else than a body that is named: they were there, or speak for a
party.
"""


def may_be_same(a: Root, b: Root) -> bool:
    """Whether two roots that have different names may still be one: unnamed people of a kind, here or there.

    Unnamed activists of one outlet may be those of another, or a group that another names; two that are named are two.
    """
    if "unnamed" not in (a.sort, b.sort) or (a.side and b.side and a.side != b.side):
        return False
    if a.sort == b.sort == "unnamed":
        return a.kind == b.kind or not {a.kind, b.kind} <= APART or {a.kind, b.kind} <= _PEOPLE
    unnamed, other = (a, b) if a.sort == "unnamed" else (b, a)
    if unnamed.side and unnamed.side == other.side and other.kind in ("agency", "media"):
        return True  # "a police source" may well have spoken through the agency of its state
    return unnamed.kind not in APART or unnamed.kind == other.kind


_PEOPLE = frozenset({"resident", "witness"})


def count(
    told: Sequence[Told], against: AbstractSet[str] = frozenset(), rows: Sequence[Contradiction] = (),
) -> Roots:
    """Return the bounds of independent roots over the reports that tell of an event, with the reason in words.

    The lower bound leaves out reports that repeat another's wording and merges roots that may be the same; the upper
    bound keeps all apart, and counts a publisher that cites nobody as one that may know by itself. Neither is below
    one. Roots `against` deny it elsewhere in the event: that they tell of it is no agreement. Who contradicts another
    is somebody else, by the `rows` of contradictions among the reports that repeat no other's wording.
    """
    first = [t for t in told if t.repeats is None] or _first_of_each_wording(told)
    sure = _merged({r.id: r for t in first for r in t.roots if r.sort != "wording"}, contradicting(rows))
    every = {r.id: r for t in told for r in t.roots if r.sort != "wording"}
    silent = {t.publisher for t in first if all(r.sort == "wording" for r in t.roots)}
    low = max(1, len(sure))
    high = max(low, len(every) + len(silent))
    names = tuple(every[i].name for i in sorted(every))
    return Roots(low=low, high=high, names=names, why=_why(told, every, sure, against))


def _first_of_each_wording(told: Sequence[Told]) -> list[Told]:
    """Those of some reports, which all repeat others, that no other has the wording of that stands before it."""
    return list({t.repeats: t for t in reversed(told)}.values())[::-1]


def contradicting(rows: Sequence[Contradiction]) -> frozenset[frozenset[str]]:
    """Return the ids of each two roots of which one contradicts the other and neither stands on both sides. Of days
    that differ one may be a slip: they tell nobody apart.
    """
    told = [row for row in rows if row.field != "date"]
    sides = [(frozenset(a.roots), frozenset(b.roots)) for row in told for a, b in combinations(row.sides, 2)]
    return frozenset(frozenset(pair) for a, b in sides for pair in product(a - b, b - a))


def _merged(roots: Mapping[str, Root], contradicted: AbstractSet[frozenset[str]]) -> list[Root]:
    """The most roots that are surely apart, each from each: one more root never makes them fewer.

    Those with names are apart from each other. For each group of unnamed ones that are, the named ones are left out
    that it may be; of groups that leave equally many the first counts, which is the one with most names.
    """

    def apart(a: Root, b: Root) -> bool:
        return _is_contradicted(a, b, contradicted) or not may_be_same(a, b)

    in_order = [roots[ident] for ident in sorted(roots)]
    best: list[Root] = []

    def grow(chosen: list[Root], named: list[Root], unnamed: list[Root]) -> None:
        nonlocal best
        if len(named) + len(chosen) > len(best):
            best = [*named, *chosen]
        if len(named) + len(chosen) + len({(r.side, r.kind) for r in unnamed}) <= len(best):
            return
        for at, root in enumerate(unnamed):
            grow(
                [*chosen, root],
                [r for r in named if apart(root, r)],
                [r for r in unnamed[at + 1 :] if apart(root, r)],
            )

    unnamed = [root for root in in_order if root.sort == "unnamed"]
    grow([], [root for root in in_order if root.sort != "unnamed"], _unlike(unnamed, contradicted))
    return best


def _unlike(unnamed: Iterable[Root], contradicted: AbstractSet[frozenset[str]]) -> list[Root]:
    """Unnamed roots without those that differ from one before only by to whom they spoke."""
    disputed = frozenset[str]().union(*contradicted)
    found = {(r.side, r.kind, r.id if r.id in disputed else None): r for r in reversed(list(unnamed))}
    return list(reversed(found.values()))


def _is_contradicted(a: Root, b: Root, contradicted: AbstractSet[frozenset[str]]) -> bool:
    """Whether one contradicts the other and so is somebody else: of two without names only who is of another sort,
    since activists who count four today and fourteen tomorrow may be the same ones.
    """
    if frozenset((a.id, b.id)) not in contradicted:
        return False
    return not a.sort == b.sort == "unnamed" or not (a.kind == b.kind or {a.kind, b.kind} <= _PEOPLE)


def _plural(number: int, one: str) -> str:
    return f"{number} {one}" if number == 1 else f"{number} {one}s"


def _why(told: Sequence[Told], every: Mapping[str, Root], sure: Sequence[Root], against: AbstractSet[str]) -> str:
    publishers = {t.publisher for t in told}
    parts = [_plural(len({t.report for t in told}), "article"), _plural(len(publishers), "publisher")]
    parts.append(
        _plural(len(every), "root") + (": " + ", ".join(every[i].name for i in sorted(every)) if every else " named")
    )
    repeats = sum(t.repeats is not None for t in told)
    if repeats:
        parts.append(_plural(repeats, "reprint"))
    if len(sure) < len(every):
        parts.append(
            "unnamed ones may be the same" if any(r.sort == "unnamed" for r in every.values()) else "reprints add none"
        )
    text = ", ".join(parts)
    opposing = agreeing_opponents([root for root in sure if root.id not in against])
    if opposing:
        text += f"; {opposing[0].name} and {opposing[1].name} have opposed interests and agree"
    elif len(sure) > 1 and all(same_side(_actor(sure[0]), _actor(r)) for r in sure[1:]):
        text += "; all of one side"
    return text


def agreeing_opponents(roots: Sequence[Root]) -> tuple[Root, Root] | None:
    """Return two roots whose sides are opposed, or null."""
    for i, a in enumerate(roots):
        for b in roots[i + 1 :]:
            if opposed(_actor(a), _actor(b)):
                return a, b
    return None


def _actor(root: Root) -> Actor:
    return Actor(id=root.id, name=root.name, kind="other", side=root.side, country=root.country)
