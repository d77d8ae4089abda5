"""Whom a toll counts, and of which days: what two tolls must share before one can exclude or replace the other."""

from collections.abc import Sequence
from functools import cache
from itertools import product

import msgspec

from crossbearing.actors import Actor, find_actor, opposed
from crossbearing.ontology import listed
from crossbearing.records import Claim, When
from crossbearing.weighing.counts import figures_of
from crossbearing.weighing.facts import ARMED, CIVIL
from crossbearing.weighing.words import stems

ROUND_A_NIGHT = 1
"""Days by which the day of a claim may miss that of its event: reports round a night to either of its days."""


class Groups(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The words of `groups.yaml`."""

    parts: frozenset[str]
    anybody: frozenset[str]


@cache
def groups() -> Groups:
    """Return the words for people who are some of those hit, and for those who may be any of them."""
    return listed("crossbearing.weighing", "groups.yaml", Groups)


def of_the_event(claims: Sequence[Claim], when: When | None) -> tuple[Claim, ...]:
    """Return the claims without those whose words name another time than that of their event ("last week ...")."""
    return tuple(claim for claim in claims if not _at_another_time(claim.when, when))


def _at_another_time(own: When | None, when: When | None) -> bool:
    if own is None or not own.text or when is None:
        return False
    if own.earliest is None or own.latest is None or when.earliest is None or when.latest is None:
        return False
    return max((own.earliest - when.latest).days, (when.earliest - own.latest).days) > ROUND_A_NIGHT


def counts_others(low: Sequence[Claim], high: Sequence[Claim], measure: str) -> bool:
    """Whether a lower toll is of other people or days than a higher one, or of some of them.

    Children among whoever else was hit, also where it is not said whom the higher counts; soldiers and not civilians;
    the dead of one day and not those of three.
    """
    few, many = _told(low, measure), _told(high, measure)
    return counts_some(low, high, measure) or _other_people(few, many) or _other_days(low, high)


def counts_some(low: Sequence[Claim], high: Sequence[Claim], measure: str) -> bool:
    """Whether a lower toll is of some of those whom a higher one counts or may count: children, not of soldiers."""
    few, many = _told(low, measure), _told(high, measure)
    parts = groups().parts
    some = bool(few) and _nouns(few) <= parts and not (many and _nouns(many) <= parts)
    return some and not _other_people(few, many)


def _told(claims: Sequence[Claim], measure: str) -> frozenset[str]:
    return frozenset(f.group for c in claims for f in figures_of(c, measure) if f.group)


def _nouns(told: frozenset[str]) -> frozenset[str]:
    return frozenset(words[-1] for group in told if (words := stems(group)))


def _other_people(few: frozenset[str], many: frozenset[str]) -> bool:
    pairs = list(product(_known(few), _known(many)))
    return bool(pairs) and all(opposed(a, b) or {a.kind in ARMED, b.kind in ARMED} == {True, False} for a, b in pairs)


def _known(told: frozenset[str]) -> list[Actor]:
    """Those counted who are known to bear arms, or not to; "people" may be any."""
    named = [group for group in sorted(told) if not is_anybody(group)]
    return [actor for group in named if (actor := find_actor(group)) is not None and actor.kind in ARMED | CIVIL]


def is_anybody(group: str) -> bool:
    """Whether a word for those counted fits those who bear arms and those who do not ("people")."""
    return not _nouns(frozenset({group})).isdisjoint(groups().anybody)


def _other_days(low: Sequence[Claim], high: Sequence[Claim]) -> bool:
    """Whether two tolls name other days, or the higher one more days, among them those of the lower."""
    one, two = _days(low), _days(high)
    if one is None or two is None:
        return False
    apart = max(one[0], two[0]) > min(one[1], two[1])
    return apart or (two[0] <= one[0] and one[1] <= two[1] and two[1] - two[0] > one[1] - one[0] + ROUND_A_NIGHT)


def _days(claims: Sequence[Claim]) -> tuple[int, int] | None:
    """The shortest span of days that the words of claims name."""
    spans = [
        (w.earliest.toordinal(), w.latest.toordinal()) for c in claims
        if (w := c.when) is not None and w.text and w.earliest and w.latest
    ]  # fmt: skip
    return min(spans, key=lambda s: (s[1] - s[0], s), default=None)
