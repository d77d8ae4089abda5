"""Reports are read: here or elsewhere, a few at a time, in their order."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future
from contextlib import contextmanager
from functools import cache
from itertools import chain, islice, repeat

import msgspec

from crossbearing.pipeline.choice import RULES, Choice, Progress
from crossbearing.pipeline.executors import available_cores, processes
from crossbearing.reading import Reader
from crossbearing.records import Reading, Report

CHUNK = 8
"""Reports that are read at a time in one place, and recorded with one transaction."""
FEW = 24
"""Reports up to which no process is started: each takes two seconds to load its parser."""


class Unreadable(msgspec.Struct, frozen=True, kw_only=True):
    """A report that a reader failed on: a fault of the reader, which must not stop the others."""

    report: str
    reason: str

    def __str__(self) -> str:
        told = f"report {self.report}: the reader failed on it ({self.reason}); it is kept, and tried again next time"
        return "".join(c if c.isprintable() else "\ufffd" for c in told)


def read(
    reports: Iterable[Report], *, executor: Executor | None, choice: Choice = RULES,
) -> Iterator[tuple[Report, Reading | Unreadable]]:
    """Yield each report with what a reader gets out of it, in their order. `executor` spreads the work (see `readers`).

    Never more reports are held than a few for each process.
    """
    for chunk in read_chunks(reports, choice, executor):
        yield from chunk


@contextmanager
def readers(
    reports: int, at_once: int | None, choice: Choice, progress: Progress,
) -> Iterator[Executor | None]:
    """Give an executor that reads in other processes, or null where so few reports are quicker read here."""
    at_once = at_once or available_cores()
    if choice.prepare and reports:
        choice.prepare(progress)
    if reports <= FEW or at_once == 1:
        yield None
        return
    with processes(at_once) as executor:
        yield executor


def read_chunks(
    reports: Iterable[Report], choice: Choice, executor: Executor | None,
) -> Iterator[list[tuple[Report, Reading | Unreadable]]]:
    """Yield chunks of reports with their readings, in order, with a few chunks under way at any time."""
    feed = iter(reports)
    chunks = iter(lambda: list(islice(feed, CHUNK)), [])
    if executor is None:
        for chunk in chunks:
            yield list(zip(chunk, _read_chunk(choice.make, chunk), strict=True))
        return
    under_way: deque[tuple[list[Report], Future[list[Reading | Unreadable]]]] = deque()
    for chunk in chain(chunks, repeat([])):
        if chunk:
            under_way.append((chunk, executor.submit(_read_chunk, choice.make, chunk)))
        if not under_way:
            return
        if not chunk or len(under_way) > 2 * available_cores() + 2:
            reported, future = under_way.popleft()
            yield list(zip(reported, future.result(), strict=True))


def _read_chunk(make: Callable[[], Reader], reports: list[Report]) -> list[Reading | Unreadable]:
    """Read some reports, here or in a worker."""
    reader = _made(make)
    out: list[Reading | Unreadable] = []
    for report in reports:
        try:
            out.append(reader.read(report))
        except Exception as error:  # noqa: BLE001 - a reader must not raise; if one does, the other reports go on
            out.append(Unreadable(report=report.id, reason=f"{type(error).__name__}: {error}"))
    return out


@cache
def _made(make: Callable[[], Reader]) -> Reader:
    return make()
