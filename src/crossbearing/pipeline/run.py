"""The order: take in, read, weigh. Resumable, and nothing that is done is done again."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import msgspec

from crossbearing.archive import Archive, Method
from crossbearing.intake import Received, Refusal, receive
from crossbearing.pipeline.choice import RULES, Choice, Progress
from crossbearing.pipeline.executors import reach
from crossbearing.pipeline.reading import Unreadable, read_chunks, readers
from crossbearing.pipeline.weighing import weigh_new
from crossbearing.records import Reading

BATCH = 64
"""Reports that are taken in with one transaction."""
BATCH_BYTES = 16 * 2**20
"""Bytes of originals after which a batch is taken in even if it has fewer reports."""


class Summary(msgspec.Struct, frozen=True, kw_only=True):
    """What a run did, and what the archive holds after it."""

    new: int
    known: int
    expunged: int
    """Reports that were expunged and stay away."""
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


Told = Callable[[Refusal | Unreadable], None]


def run(
    archive: Archive, paths: Iterable[Path], *, progress: Progress, told: Told, processes: int | None = None,
    choice: Choice = RULES, cluster: str | None = None,
) -> Summary:
    """Take in what lies at `paths`, read what has not been read, and weigh anew if anything changed.

    Killed at any moment, it goes on from there the next time and ends with the same picture. `told` hears of all that
    could not be taken in or read. `processes` is how many may work at once: by default one for each core. `cluster` is
    the address of a Dask scheduler that the weighing is spread over instead. Raises `ClusterMissing`, before anything
    is taken in, where none can be reached there.
    """
    if cluster:
        reach(cluster)
    new = known = expunged = refused = renamed = 0
    progress.begin("taking in", None)
    for batch in _batches(_received(paths, told)):
        refused += batch.refused
        taken = archive.take_in(batch.received)
        new, known, expunged = new + len(taken.new), known + taken.known, expunged + taken.expunged
        renamed += len(taken.renamed)
        progress.advance(len(batch.received) + batch.refused)
    # A version is read again even where an older one has read: each report once, and what was read before stays.
    reader = Method(name=choice.name, version=choice.version())
    read, failed = _read_new(archive, reader, choice, processes, progress, told)
    weighed = weigh_new(archive, reader, progress, processes, cluster)
    counts = archive.counts()
    found = archive.readings.languages(reader)
    return Summary(
        new=new, known=known, expunged=expunged, refused=refused, renamed=renamed, read=read, failed=failed,
        weighed=weighed, reports=counts.reports, claims=counts.claims, events=counts.events,
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
        with readers(len(unread), processes, choice, progress) as workers:
            for chunk in read_chunks(archive.reports.some(unread), choice, workers):
                archive.record_readings([got for _, got in chunk if isinstance(got, Reading)], reader)
                for _, got in chunk:
                    if isinstance(got, Unreadable):
                        told(got)
                        failed += 1
                progress.advance(len(chunk))
    return len(unread) - failed, failed
