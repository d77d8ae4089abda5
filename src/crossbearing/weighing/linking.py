"""Which accounts of different reports tell of the same happening."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from crossbearing.weighing.accounts import Account
from crossbearing.weighing.alike import Alike, Side
from crossbearing.weighing.clusters import Pair, cluster
from crossbearing.weighing.compare import levels, total
from crossbearing.weighing.comparisons import Found, days_exclude, in_one_small_place, names, places_exclude, wording
from crossbearing.weighing.decisions import Decisions
from crossbearing.weighing.notes import Ref
from crossbearing.weighing.settings import settings
from crossbearing.weighing.tellings import IMPOSSIBLE, weight_within

ALL_ELSE_ALIKE = 2.0
"""Bits from which two accounts of one small place are alike in spite of days that exclude each other."""


def compare_across(a: Account, b: Account) -> dict[str, Found]:
    """Return what every comparison of two accounts of two reports found."""
    found = levels(a.facts, b.facts)
    both = a.principal and b.principal
    found["names"] = names(a.facts, b.facts, whole=both)
    found["wording"] = wording(a.facts, b.facts) if both else Found("not_compared")
    return found


def weight_of(a: Account, b: Account) -> float:
    """Return the weight of two accounts in bits: on the scale for one report where they stand in one."""
    if a.report == b.report:
        return weight_within(a.facts, b.facts)
    return total(settings().across, compare_across(a, b))


class Weights:
    """The weights of pairs of accounts, smaller first, each worked out once."""

    def __init__(self) -> None:
        self._known: dict[tuple[Ref, Ref], float] = {}
        self._alike = Alike()

    def side(self, ref: Ref, account: Account) -> Side:
        """Return an account as one side of comparisons."""
        return self._alike.side(ref, account)

    def of(self, a: Ref, b: Ref, accounts: Mapping[Ref, Account]) -> float:
        """Return the weight of two accounts, given in the order of all."""
        known = self._known.get((a, b))
        if known is None:
            known = self._known[a, b] = weight_of(accounts[a], accounts[b])
        return known

    def above(self, a: Side, b: Side) -> float | None:
        """Return the weight of two accounts of two reports, in the order of all, where it is above 0; else null."""
        weight = self.of(a.ref, b.ref, {a.ref: a.account, b.ref: b.account}) if self._alike.may_be(a, b) else 0.0
        return weight if weight > 0 else None

    def forget(self) -> None:
        """Forget all, to make room."""
        self._known.clear()
        self._alike = Alike()


def pairs_under(found: Iterable[tuple[int, Ref]], fresh: set[Ref]) -> Iterator[tuple[Ref, Ref]]:
    """Yield the pairs of accounts of different reports that are found under one key, in the order of their refs.

    Only those of which one is fresh: the others were compared before.
    """
    blocks: dict[int, list[Ref]] = {}
    for key, ref in found:
        blocks.setdefault(key, []).append(ref)
    refs = sorted({ref for block in blocks.values() for ref in block})
    number = {ref: n for n, ref in enumerate(refs)}  # there are very many pairs, and small numbers are quick
    pairs: set[tuple[int, int]] = set()
    for block in blocks.values():
        new = sorted(number[ref] for ref in fresh.intersection(block))
        pairs.update(combinations(new, 2))
        if len(new) < len(block):
            old = [number[ref] for ref in block if ref not in fresh]
            pairs.update((one, other) if one < other else (other, one) for one in new for other in old)
    return ((refs[one], refs[other]) for one, other in sorted(pairs) if refs[one][0] != refs[other][0])


def group(
    ordered: Sequence[Ref], likes: Mapping[Ref, Mapping[Ref, float]], accounts: Mapping[Ref, Account],
    weights: Weights, decisions: Decisions,
) -> list[tuple[Ref, ...]]:
    """Return the groups that accounts make, each one event: `ordered` as all are, `likes` who is above 0 with whom.

    Two accounts of one report come together only through what other reports tell, and never where they cannot be one.
    What people decided holds over every weight.
    """
    at = {ref: i for i, ref in enumerate(ordered)}
    known: dict[Pair, float] = {
        (i, at[other]): weight
        for i, ref in enumerate(ordered)
        for other, weight in likes.get(ref, {}).items()
        if at.get(other, -1) > i
    }
    judged = {i: found for i, ref in enumerate(ordered) if (found := classes_of(accounts[ref], decisions))}

    def forbidden(i: int, j: int) -> bool:
        one, two = accounts[ordered[i]], accounts[ordered[j]]
        if i in judged and j in judged and decisions.apart(judged[i], judged[j]):
            return True
        if one.report == two.report and weights.of(ordered[i], ordered[j], accounts) < IMPOSSIBLE:
            return True
        if places_exclude(one.facts, two.facts):
            return True
        # A report that is taken down late or dated anew gives its days wrong; of a small place, all else may tell so.
        known_by_all_else = in_one_small_place(one.facts, two.facts) and (
            weights.of(ordered[i], ordered[j], accounts) >= ALL_ELSE_ALIKE)
        return days_exclude(one.facts, two.facts) and not known_by_all_else

    together = [(i, j) for i, j in combinations(sorted(judged), 2) if decisions.together(judged[i], judged[j])]
    groups = cluster(
        range(len(ordered)), dict(sorted(known.items())), lambda i, j: weights.of(ordered[i], ordered[j], accounts),
        forbidden, together,
    )  # fmt: skip
    return [tuple(ordered[i] for i in group) for group in groups]


def classes_of(account: Account, decisions: Decisions) -> frozenset[str]:
    """Return the classes of an account's claims about which people decided."""
    return decisions.classes(claim.id for claim in account.claims)
