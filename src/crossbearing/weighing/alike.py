"""Whether two accounts of two reports may be alike at all: most that are compared are not, and that is soon plain."""

from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from crossbearing.weighing.accounts import Account
from crossbearing.weighing.compare import COMMON
from crossbearing.weighing.comparisons import Found, names, wording
from crossbearing.weighing.facts import Facts
from crossbearing.weighing.notes import Ref
from crossbearing.weighing.settings import settings

Step = tuple[Callable[[Facts, Facts], Found], dict[str, float]]
"""A comparison, and for each level how far it falls short of the comparison's highest, in bits."""

QUICKEST = (
    "time", "kind", "force", "words", "place", "killed", "injured", "names", "actor", "target", "wording", "displaced",
)
"""The comparisons in the order in which it is soonest plain that two accounts are not alike."""
FINDS_UNTOLD = {"place": "unknown", "killed": "unknown", "injured": "unknown", "names": "unknown", "actor": "unknown",
          "target": "unknown", "wording": "not_compared", "displaced": "unknown"}
"""What a comparison finds where one of the two tells nothing of it, whatever the other tells."""
SLIGHT = 1e-6
"""Bits by which sums of the same weights in another order differ, and much more."""


class Side(NamedTuple):
    """An account to be compared, and which comparisons of `FINDS_UNTOLD` it tells anything for, a bit each."""

    ref: Ref
    account: Account
    facts: Facts
    tells: int


def side(ref: Ref, account: Account) -> Side:
    """Return an account as one side of comparisons."""
    facts = account.facts
    tells = {
        "place": facts.spots, "killed": facts.killed, "injured": facts.injured, "actor": facts.parties,
        "target": facts.hit or facts.objects, "wording": account.principal, "displaced": facts.displaced,
        # Of what two reports are about, the people of the whole reports are compared.
        "names": account.principal or facts.people,
    }
    return Side(ref, account, facts, sum(1 << at for at, name in enumerate(FINDS_UNTOLD) if tells[name]))


def may_be_alike(a: Side, b: Side) -> bool:
    """Whether two accounts of two reports may weigh above 0. False is sure; they are compared only until that is."""
    most, steps = _steps(a.tells & b.tells)
    one, two = a.facts, b.facts
    for compare, short in steps:
        most += short[compare(one, two).level]
        if most < -SLIGHT:
            return False
    return True


@cache
def _steps(tells: int) -> tuple[float, tuple[Step, ...]]:
    """The most that two accounts can weigh that both tell of so much, and the comparisons that may find less."""
    scale = settings().across
    told = {name for at, name in enumerate(FINDS_UNTOLD) if tells >> at & 1}
    most, steps = scale.prior, []
    for name in QUICKEST:
        if name in FINDS_UNTOLD and name not in told:
            most += scale.weight(name, FINDS_UNTOLD[name])
            continue
        highest = max(weight for weight, _ in scale.levels[name].values())
        most += highest
        steps.append((_comparison(name, whole="wording" in told),
                      {level: weight - highest for level, (weight, _) in scale.levels[name].items()}))
    return most, tuple(steps)


def _comparison(name: str, *, whole: bool) -> Callable[[Facts, Facts], Found]:
    if name == "names":
        return lambda a, b: names(a, b, whole=whole)
    return wording if name == "wording" else COMMON[name]
