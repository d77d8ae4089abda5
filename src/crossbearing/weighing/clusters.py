"""Groups items by the weights of their pairs: what is joined is alike on the whole, not only along a chain of
likenesses.
"""

import heapq
from collections.abc import Callable, Iterable, Mapping, Sequence

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
    items: Sequence[int],
    weights: Mapping[Pair, float],
    weigh: Callable[[int, int], float],
    forbidden: Callable[[int, int], bool],
    together: Iterable[Pair] = (),
) -> list[list[int]]:
    """Join items while the mean weight between two groups is above 0, strongest first.

    `weights` are of pairs that are known (smaller first), all that may be above 0 among them; `weigh` gives the weight
    of any other pair, and is asked only where two groups are about to be joined, as is `forbidden`: no two groups are
    joined that hold a forbidden pair between them. The pairs of `together` are joined before anything else. Ties are
    broken by the items' order, so that equal input gives equal groups; and what becomes of an item is decided by those
    it might be joined with alone: two sets of items without a weight above 0 between them are grouped as if each stood
    by itself.

    >>> cluster([0, 1, 2], {(0, 1): 3.0, (1, 2): 1.0}, lambda a, b: -4.0, lambda a, b: False)
    [[0, 1], [2]]
    """
    groups: dict[int, list[int]] = {i: [i] for i in items}
    sums: dict[int, dict[int, tuple[float, int]]] = {i: {} for i in items}
    for (a, b), weight in weights.items():
        if a in groups and b in groups:
            sums[a][b] = sums[b][a] = (weight, 1)
    for first, *others in components(items, together):
        for other in others:
            _join(first, other, groups, sums)
    heap = [
        (-weight / known, a, b, len(groups[a]), len(groups[b]))
        for a in sums for b, (weight, known) in sums[a].items() if a < b and weight > 0
    ]  # fmt: skip
    heapq.heapify(heap)
    while heap:
        _, a, b, size_a, size_b = heapq.heappop(heap)
        if a not in groups or b not in groups or len(groups[a]) != size_a or len(groups[b]) != size_b:
            continue
        if any(forbidden(min(i, j), max(i, j)) for i in groups[a] for j in groups[b]):
            continue
        total, known = sums[a][b]
        if known < size_a * size_b:
            # The mean so far left out pairs that are not known: weigh them, and let the two take their place anew.
            total = sum(
                weights[p] if (p := (min(i, j), max(i, j))) in weights else weigh(*p)
                for i in sorted(groups[a])
                for j in sorted(groups[b])
            )
            sums[a][b] = sums[b][a] = (total, size_a * size_b)
            if total > 0:
                heapq.heappush(heap, (-total / (size_a * size_b), a, b, size_a, size_b))
            continue
        _join(a, b, groups, sums)
        for other, (total, known) in sums[a].items():
            if total > 0:
                first, second = min(a, other), max(a, other)
                heapq.heappush(heap, (-total / known, first, second, len(groups[first]), len(groups[second])))
    return [sorted(groups[i]) for i in sorted(groups)]


def _join(
    a: int,
    b: int,
    groups: dict[int, list[int]],
    sums: dict[int, dict[int, tuple[float, int]]],
) -> None:
    """Put the items and sums of group b into group a."""
    groups[a] += groups.pop(b)
    for other, (total, known) in sums.pop(b).items():
        sums[other].pop(b)
        if other != a:
            mine, number = sums[a].get(other, (0.0, 0))
            sums[a][other] = sums[other][a] = (mine + total, number + known)
