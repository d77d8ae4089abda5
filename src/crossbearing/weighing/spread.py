"""Spreads work over an executor, processes or a cluster; what comes back keeps the order of the tasks."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future
from typing import Any, NamedTuple, TypeVar

Task = TypeVar("Task", bound=tuple[Any, ...])
Result = TypeVar("Result")


class Workers(NamedTuple):
    """An executor, and how many workers it has: that many tasks are done at once."""

    executor: Executor
    number: int

    def each(self, work: Callable[..., Result], tasks: Iterable[Task]) -> Iterator[tuple[Task, Result]]:
        """Yield each task (the arguments of `work`) with what `work` returns for it, in the order of the tasks.

        Two tasks for each worker are under way at once, and two more: none waits for work, and few wait in memory.
        """
        under_way: deque[tuple[Task, Future[Result]]] = deque()
        for task in tasks:
            under_way.append((task, self.executor.submit(work, *task)))
            if len(under_way) > 2 * self.number + 1:
                done, future = under_way.popleft()
                yield done, future.result()
        while under_way:
            done, future = under_way.popleft()
            yield done, future.result()
