"""Whether two accounts of two reports may be alike at all: most that are compared are not, and that is soon plain."""

from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from crossbearing.weighing.accounts import Account
from crossbearing.weighing.compare import COMMON
from crossbearing.weighing.comparisons import Found, force, kind, names, time, wording
from crossbearing.weighing.comparisons.toll import VIOLENCE
from crossbearing.weighing.facts import Facts
from crossbearing.weighing.notes import Ref
from crossbearing.weighing.settings import settings

Step = tuple[Callable[[Facts, Facts], Found], dict[str, float]]
"""A comparison, and for each level how far it falls short of the comparison's highest, in bits."""

KEPT = ("time", "kind", "force")
"""The comparisons that come first: what they find is the same for very many pairs."""
QUICKEST = ("words", "place", "killed", "injured", "names", "actor", "target", "wording", "displaced")
"""The others, in the order in which it is soonest plain that two accounts are not alike."""
FINDS_UNTOLD = {"place": "unknown", "killed": "unknown", "injured": "unknown", "names": "unknown", "actor": "unknown",
          "target": "unknown", "wording": "not_compared", "displaced": "unknown"}
"""What a comparison finds where one of the two tells nothing of it, whatever the other tells; of the killed only where
both tell of violence.
"""
VIOLENT = 1 << len(FINDS_UNTOLD)
"""The bit of an account that tells of violence."""
SLIGHT = 1e-6
"""Bits by which sums of the same weights in another order differ, and much more."""


class Side(NamedTuple):
    """An account to be compared. `tells` has a bit for each comparison of `FINDS_UNTOLD` that it tells anything for,
    and `VIOLENT` where it tells of violence.

    `when` and `what` number all that time, and kind and force, look at, days as told from the `day` of the report.
    """

    ref: Ref
    account: Account
    facts: Facts
    tells: int
    when: int
    day: int
    what: int


class Alike:
    """Tells which pairs may be alike. What the comparisons of `KEPT` find is kept, by all that they look at."""

    def __init__(self) -> None:
        self._numbers: dict[object, int] = {}
        self._by_time: dict[tuple[int, int, int], float] = {}
        self._by_kind: dict[tuple[int, int], float] = {}

    def side(self, ref: Ref, account: Account) -> Side:
        """Return an account as one side of comparisons."""
        facts = account.facts
        tells = {
            "place": facts.spots, "killed": facts.killed, "injured": facts.injured, "actor": facts.parties,
            "target": facts.hit or facts.objects, "wording": account.principal, "displaced": facts.displaced,
            # Of what two reports are about, the people of the whole reports are compared.
            "names": account.principal or facts.people,
        }
        told = sum(1 << at for at, name in enumerate(FINDS_UNTOLD) if tells[name])
        told |= VIOLENT if VIOLENCE in facts.families else 0
        what = (facts.means, facts.kinds, facts.brought, facts.happened)
        return Side(ref, account, facts, told, self._number(_when(facts)), facts.context.day or 0, self._number(what))

    def may_be(self, a: Side, b: Side) -> bool:
        """Whether two accounts of two reports may weigh above 0. False is sure: they are compared until that is so."""
        most, steps = _steps(a.tells & b.tells)
        one, two = a.facts, b.facts
        when = a.when, b.when, b.day - a.day
        short = self._by_time.get(when)
        if short is None:
            short = self._by_time[when] = _shortfalls("time")[time(one, two).level]
        most += short
        what = a.what, b.what
        short = self._by_kind.get(what)
        if short is None:
            found = _shortfalls("kind")[kind(one, two).level] + _shortfalls("force")[force(one, two).level]
            short = self._by_kind[what] = found
        most += short
        for compare, shorts in steps:
            if most < -SLIGHT:
                return False
            most += shorts[compare(one, two).level]
        return most >= -SLIGHT

    def _number(self, seen: object) -> int:
        return self._numbers.setdefault(seen, len(self._numbers))


def _when(facts: Facts) -> object:
    """All that the comparison of times looks at, days as told from that of the report."""
    told = facts.context.day or 0
    days = facts.days and (facts.days[0] - told, facts.days[1] - told)
    named = frozenset((first - told, last - told) for first, last in facts.named_days)
    return days, named, facts.dated, facts.vague, facts.context.aftermath, facts.context.day is None


@cache
def _steps(tells: int) -> tuple[float, tuple[Step, ...]]:
    """The most that two accounts can weigh that both tell of so much, and the comparisons that may find less."""
    scale = settings().across
    told = {name for at, name in enumerate(FINDS_UNTOLD) if tells >> at & 1}
    most, steps = scale.prior + sum(_highest(name) for name in KEPT), []
    for name in QUICKEST:
        if name in FINDS_UNTOLD and name not in told and (name != "killed" or tells & VIOLENT):
            most += scale.weight(name, FINDS_UNTOLD[name])
        else:
            most += _highest(name)
            steps.append((_comparison(name, whole="wording" in told), _shortfalls(name)))
    return most, tuple(steps)


def _highest(name: str) -> float:
    return max(weight for weight, _ in settings().across.levels[name].values())


@cache
def _shortfalls(name: str) -> dict[str, float]:
    """How far each level of a comparison falls short of its highest, in bits."""
    highest = _highest(name)
    return {level: weight - highest for level, (weight, _) in settings().across.levels[name].items()}


def _comparison(name: str, *, whole: bool) -> Callable[[Facts, Facts], Found]:
    if name == "names":
        return lambda a, b: names(a, b, whole=whole)
    return wording if name == "wording" else COMMON[name]
