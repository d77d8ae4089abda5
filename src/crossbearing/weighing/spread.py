"""Spreads work over an executor, processes or a cluster; what comes back keeps the order of the tasks."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future
from typing import TypeVar

Result = TypeVar("Result")
UNDER_WAY = 8
"""Tasks that are under way at once; more would only wait, in memory."""


def spread(
    work: Callable[..., Result], tasks: Iterable[tuple[object, ...]], executor: Executor,
) -> Iterator[Result]:
    """Yield what `work` returns for each task (its arguments), in the order of the tasks."""
    under_way: deque[Future[Result]] = deque()
    for task in tasks:
        under_way.append(executor.submit(work, *task))
        if len(under_way) >= UNDER_WAY:
            yield under_way.popleft().result()
    while under_way:
        yield under_way.popleft().result()
