"""How well groups of accounts fit what they are labelled to tell of."""

from collections import defaultdict
from collections.abc import Mapping, Sequence


def b_cubed(told: Mapping[int, frozenset[str]], groups: Sequence[Sequence[int]]) -> float:
    """Return the B-cubed F1 of groups over the labelled items, each with what it tells of (several: each counts).

    >>> b_cubed({0: frozenset("a"), 1: frozenset("a"), 2: frozenset("b")}, [[0, 1], [2]])
    1.0
    >>> round(b_cubed({0: frozenset("a"), 1: frozenset("a"), 2: frozenset("b")}, [[0, 1, 2]]), 2)
    0.71
    """
    home = {i: n for n, group in enumerate(groups) for i in group}
    by_home, by_label = defaultdict(set), defaultdict(set)
    items = [(i, label) for i, labels in sorted(told.items()) for label in sorted(labels)]
    for item in items:
        by_home[home[item[0]]].add(item)
        by_label[item[1]].add(item)
    precision = recall = 0.0
    for item in items:
        ours, theirs = by_home[home[item[0]]], by_label[item[1]]
        precision += len(ours & theirs) / len(ours)
        recall += len(ours & theirs) / len(theirs)
    return 2 * precision * recall / (len(items) * (precision + recall)) if precision else 0.0
