"""Spans of a text made one where they overlap, to ask what stands within one of them."""

from bisect import bisect_right
from collections.abc import Iterable

from crossbearing.records import Span


class Stretches:
    """The stretches that spans cover together.

    >>> covered = Stretches([(4, 9), (0, 5), (20, 22)])
    >>> covered.hold((3, 8)), covered.hold((8, 12))
    (True, False)
    """

    def __init__(self, spans: Iterable[Span]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(spans):
            if self._ends and start < self._ends[-1]:
                self._ends[-1] = max(end, self._ends[-1])
            else:
                self._starts.append(start)
                self._ends.append(end)

    def hold(self, one: Span) -> bool:
        """Whether a span stands within one stretch."""
        at = bisect_right(self._starts, one[0]) - 1
        return at >= 0 and one[1] <= self._ends[at]
