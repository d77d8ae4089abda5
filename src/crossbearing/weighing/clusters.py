"""Groups items by the weights of their pairs: what is joined is alike on the whole, not only along a chain of likenesses."""

import heapq
from collections.abc import Iterable, Mapping, Sequence

Pair = tuple[int, int]


def components(items: Sequence[int], pairs: Iterable[Pair]) -> list[list[int]]:
    """Return the items that pairs connect, each component in order, components in the order of their first item.

    >>> components([0, 1, 2, 3], [(0, 2)])
    [[0, 2], [1], [3]]
    """
    parent = {i: i for i in items}

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    for a, b in pairs:
        one, two = root(a), root(b)
        if one != two:
            parent[max(one, two)] = min(one, two)
    found: dict[int, list[int]] = {}
    for i in sorted(items):
        found.setdefault(root(i), []).append(i)
    return [found[r] for r in sorted(found)]


def cluster(
    items: Sequence[int], weights: Mapping[Pair, float], absent: float, forbidden: frozenset[Pair]
) -> list[list[int]]:
    """Join items while the mean weight between two groups is above 0, strongest first.

    `weights` are of pairs (smaller first); a pair that is not there weighs `absent`. No group ever holds a pair of `forbidden`.
    Ties are broken by the items' order, so that equal input gives equal groups.

    >>> cluster([0, 1, 2], {(0, 1): 3.0, (1, 2): 1.0}, -4.0, frozenset())
    [[0, 1], [2]]
    """
    groups: dict[int, list[int]] = {i: [i] for i in items}
    sums: dict[int, dict[int, float]] = {i: {} for i in items}
    apart: dict[int, set[int]] = {i: set() for i in items}
    for a, b in forbidden:
        if a in groups and b in groups:
            apart[a].add(b)
            apart[b].add(a)
    for (a, b), weight in weights.items():
        if a in groups and b in groups:
            sums[a][b] = sums[b][a] = weight - absent
    heap = [
        (-(extra + absent), a, b, 1, 1) for a in sums for b, extra in sums[a].items() if a < b and extra + absent > 0
    ]
    heapq.heapify(heap)
    while heap:
        _, a, b, size_a, size_b = heapq.heappop(heap)
        if a not in groups or b not in groups or len(groups[a]) != size_a or len(groups[b]) != size_b or b in apart[a]:
            continue
        groups[a] += groups.pop(b)
        for other in apart.pop(b):
            apart[other].discard(b)
            apart[other].add(a)
            apart[a].add(other)
        for other, extra in sums.pop(b).items():
            sums[other].pop(b)
            if other != a:
                sums[a][other] = sums[other][a] = sums[a].get(other, 0.0) + extra
        for other, extra in sums[a].items():
            mean = absent + extra / (len(groups[a]) * len(groups[other]))
            if mean > 0:
                first, second = min(a, other), max(a, other)
                heapq.heappush(heap, (-mean, first, second, len(groups[first]), len(groups[second])))
    return [sorted(groups[i]) for i in sorted(groups)]
