"""Reports are read: here or elsewhere, a few at a time, in their order."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

import msgspec

from crossbearing.pipeline.choice import RULES, Choice, Progress
from crossbearing.pipeline.executors import available_cores, processes
from crossbearing.reading import Reader
from crossbearing.records import Reading, Report

if TYPE_CHECKING:
    from crossbearing.weighing import Workers

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
    reports: Iterable[Report], *, workers: "Workers | None", choice: Choice = RULES,
) -> Iterator[tuple[Report, Reading | Unreadable]]:
    """Yield each report with what a reader gets out of it, in their order. `workers` share the work (see `readers`).

    Never more reports are held than a few for each of them.
    """
    for chunk in read_chunks(reports, choice, workers):
        yield from chunk


@contextmanager
def readers(
    reports: int, at_once: int | None, choice: Choice, progress: Progress,
) -> Iterator["Workers | None"]:
    """Give processes to read in, or null where so few reports are quicker read here."""
    at_once = at_once or available_cores()
    if choice.prepare and reports:
        choice.prepare(progress)
    if reports <= FEW or at_once == 1:
        yield None
        return
    with processes(at_once) as workers:
        yield workers


def read_chunks(
    reports: Iterable[Report], choice: Choice, workers: "Workers | None",
) -> Iterator[list[tuple[Report, Reading | Unreadable]]]:
    """Yield chunks of reports with their readings, in order, with a few chunks under way at any time."""
    feed = iter(reports)
    tasks = ((choice.make, chunk) for chunk in iter(lambda: list(islice(feed, CHUNK)), []))
    done = workers.each(_read_chunk, tasks) if workers else ((task, _read_chunk(*task)) for task in tasks)
    for (_, chunk), readings in done:
        yield list(zip(chunk, readings, strict=True))


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
