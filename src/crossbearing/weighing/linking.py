"""Which accounts of different reports tell of the same happening."""

from collections.abc import Iterable, Sequence
from itertools import combinations

from crossbearing.weighing.accounts import Account
from crossbearing.weighing.candidates import pairs
from crossbearing.weighing.clusters import Pair, cluster, components
from crossbearing.weighing.compare import levels, total
from crossbearing.weighing.comparisons import Found, days_exclude, names, wording
from crossbearing.weighing.settings import settings
from crossbearing.weighing.tellings import IMPOSSIBLE, compare_within

SMALL = 200
"""Accounts up to which every pair of a component is looked at."""


def compare_across(a: Account, b: Account) -> dict[str, Found]:
    """Return what every comparison of two accounts of two reports found."""
    found = levels(a.facts, b.facts)
    both = a.principal and b.principal
    found["names"] = names(a.facts, b.facts, whole=both)
    found["wording"] = wording(a.facts, b.facts) if both else Found("not_compared")
    return found


class Linking:
    """The pairs of accounts that were compared, and the groups they make. `weights` are in bits, by pair of indexes."""

    def __init__(self, accounts: Sequence[Account], kept: Sequence[int]) -> None:
        self._accounts = accounts
        self._kept = kept
        self.weights: dict[Pair, float] = {}
        for i, j in sorted(pairs([(accounts[k].facts, accounts[k].principal) for k in kept])):
            self._weigh(kept[i], kept[j])

    def _weigh(self, i: int, j: int) -> float:
        weight = total(settings().across, compare_across(self._accounts[i], self._accounts[j]))
        self.weights[i, j] = weight
        return weight

    def groups(self) -> list[list[int]]:
        """Return the indexes of the accounts of each event.

        Two accounts of one report come together only through what other reports tell, and never where they cannot be
        one.
        """
        joined = components(self._kept, [pair for pair, weight in self.weights.items() if weight > 0])
        home = {i: n for n, component in enumerate(joined) for i in component}
        inside: dict[int, dict[Pair, float]] = {n: {} for n in range(len(joined))}
        for pair, weight in self.weights.items():
            if home[pair[0]] == home[pair[1]]:
                inside[home[pair[0]]][pair] = weight
        groups = []
        for n, component in enumerate(joined):
            alone = self._of_one_report(component)
            impossible = {pair for pair, weight in alone.items() if weight < IMPOSSIBLE}
            forbidden = frozenset(impossible | self._on_other_days(component, inside[n]))
            groups += cluster(component, inside[n] | alone, self._weigh, forbidden)
        return groups

    def _on_other_days(self, component: Sequence[int], compared: Iterable[Pair]) -> set[Pair]:
        """The pairs whose own words date them days apart; in a large component only of those that were compared."""
        worth = combinations(sorted(component), 2) if len(component) <= SMALL else compared
        return {(i, j) for i, j in worth if days_exclude(self._accounts[i].facts, self._accounts[j].facts)}

    def _of_one_report(self, component: Sequence[int]) -> dict[Pair, float]:
        """The weights of the pairs of accounts that stand in one report."""
        of_report: dict[str, list[int]] = {}
        for i in component:
            of_report.setdefault(self._accounts[i].report, []).append(i)
        scale = settings().within
        return {
            (i, j): total(scale, compare_within(self._accounts[i].facts, self._accounts[j].facts))
            for same in of_report.values()
            for i, j in combinations(same, 2)
        }
