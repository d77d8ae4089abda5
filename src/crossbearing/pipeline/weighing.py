"""The events of an archive are kept up: what has changed is weighed with its neighbours."""

import gc
from collections.abc import Collection, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from typing import TYPE_CHECKING, Any

from crossbearing.archive import Archive, Judged, Method, Outdated, Since, Withdrawn
from crossbearing.pipeline.choice import Progress
from crossbearing.pipeline.executors import available_cores, cluster, processes
from crossbearing.pipeline.versions import version_of
from crossbearing.places.corrections import carry_corrections
from crossbearing.records import Event, Judgement, Reading, Report, apply_judgements

if TYPE_CHECKING:
    from crossbearing.archive.neighbours import Neighbours
    from crossbearing.weighing import Ref, Workers

SELDOM = 1000
"""Times that younger objects are searched for cycles before all are. Weighing makes next to none, and a search of all
walks through every table and report in memory: one for ten, as Python has it, took a fifth of the time.
"""

ROOMS = ("ontology", "records", "language", "places", "times", "actors", "weighing")
"""The rooms that decide how claims are weighed."""
PACKAGES = ("datasketch",)
"""The packages that decide it too: by its hashes are reports found whose wording is compared."""
MANY = 400
"""Reports from which weighing is spread over processes: each takes a second or two to load its tables."""


def weigh_again(archive: Archive, progress: Progress) -> bool:
    """Weigh what was read last anew, if judgements or the weigher changed since; return whether they had."""
    reader = archive.reader
    return reader is not None and weigh_new(archive, reader, progress, 1)


def weigh_new(
    archive: Archive, reader: Method, progress: Progress, at_once: int | None, address: str | None = None,
) -> bool:
    """Weigh what has changed since the last time, unless the events that are there were weighed from the same.

    What is new is weighed with its neighbours where the file of neighbours beside the archive fits its events; else
    everything is weighed. Either way the events are the same. `at_once` is how many processes may work, by default one
    for each core; `address` that of a Dask scheduler, whose workers do the work instead. Where a report was expunged
    meanwhile, it begins again without it.
    """
    while True:
        try:
            return _weigh_new(archive, reader, progress, at_once, address)
        except Outdated:
            continue


def _weigh_new(
    archive: Archive, reader: Method, progress: Progress, at_once: int | None, address: str | None,
) -> bool:
    inputs = {
        "reader": reader.name, "version": reader.version, "weigher": version_of(ROOMS, PACKAGES),
        "readings": archive.readings.extent(reader), "judgements": archive.judgements.digest(),
    }
    last = archive.events.weighed_from()
    if last == inputs or not archive.reports.count():
        return False
    progress.begin("weighing", None)
    with ExitStack() as stack:
        neighbours = stack.enter_context(closing(archive.neighbours()))
        since = _since(archive, reader, neighbours, last, inputs)
        if since is None:
            neighbours.forget()
        changed = sorted(since.changed) if since else archive.readings.read_by(reader)
        at_once = at_once or available_cores()
        workers = None
        if address:
            workers = stack.enter_context(cluster(address))
        elif len(changed) >= MANY and at_once > 1:
            workers = stack.enter_context(processes(at_once))
        neighbours.begin()
        stack.enter_context(_seldom_searched())
        events = _built(archive, reader, changed, neighbours, workers)
        recorded = archive.record_events(events, inputs, since, _judged(archive, reader, changed))
        neighbours.end(inputs)
    return recorded


@contextmanager
def _seldom_searched() -> Iterator[None]:
    """Let all objects be searched for cycles less often."""
    before = gc.get_threshold()
    gc.set_threshold(*before[:2], SELDOM)
    try:
        yield
    finally:
        gc.set_threshold(*before)


def _since(
    archive: Archive, reader: Method, neighbours: "Neighbours", last: dict[str, Any] | None, inputs: dict[str, Any],
) -> Since | None:
    """Return what changed since the last weighing: the reports read since, and those about which people decided.

    Null where any report may be weighed otherwise than then, or what was remembered of that time is not to hand. That
    is so with another method, and where a corrected place came into force or out of it.
    """
    if last is None or neighbours.weighed_from() != last:
        return None
    if any(last[what] != inputs[what] for what in ("reader", "version", "weigher")):
        return None
    read = set(archive.readings.read_by(reader, last["readings"]["entry"]))
    judgements = archive.judgements.all()
    if _places_may_move(judgements, last["judgements"]["count"], read):
        return None
    judged = last["judgements"] != inputs["judgements"]
    about = archive.readings.some(reader, archive.judgements.judged() if judged else [])
    return Since(weighed_from=last, changed=frozenset(read | {reading.report for reading in about}))


def _places_may_move(judgements: Sequence[Judgement], judged_before: int, read: set[str]) -> bool:
    """Whether a correction of a place may be in force now that was not the last time, or the other way about.

    It holds in every report that names the place so, and hangs on its own claim: on whether that is read, and not
    rejected as a whole. Reports are compared rather than anchors, since two that differ may find the same claim.
    """
    by_id = {judgement.id: judgement for judgement in judgements}

    def meant(judgement: Judgement) -> Judgement:
        withdrawn = by_id.get(judgement.withdraws or "")
        return meant(withdrawn) if withdrawn else judgement

    corrected = {anchor.report for judgement in judgements if judgement.field == "where" for anchor in judgement.about}
    for judgement in map(meant, judgements[judged_before:]):
        # Accepting a claim as a whole takes the place of rejecting it.
        of_place = judgement.field == "where" or (judgement.field is None and judgement.verdict in {"accept", "reject"})
        if of_place and any(anchor.report in corrected for anchor in judgement.about):
            return True
    return not corrected.isdisjoint(read)


def _built(
    archive: Archive, reader: Method, changed: Sequence[str], neighbours: "Neighbours", workers: "Workers | None",
) -> Iterator[Event | Withdrawn]:
    """Yield the events that what has changed gives with its neighbours, and say so of those that change again."""
    from crossbearing.weighing import Decisions, Weighing

    judgements = archive.judgements.all()
    about = {reading.report: reading for reading in archive.readings.some(reader, archive.judgements.judged())}
    judged = apply_judgements(judgements, about)
    homes = {claim.id: report for report, reading in about.items() for claim in reading.claims}

    def fetch(ids: Collection[str]) -> Iterator[tuple[Report, Reading]]:
        wanted = sorted(ids)
        as_read = {reading.report: reading for reading in archive.readings.some(reader, wanted)} | about
        readings = carry_corrections(as_read, as_read | judged.readings)
        return ((report, readings[report.id]) for report in archive.reports.some(wanted) if report.id in readings)

    weighing = Weighing(neighbours, fetch, Decisions(judged.same, judged.apart, homes, judged.refuted), workers)
    numbers: dict[Ref, int] = {}
    for number, (ref, event) in enumerate(weighing.weigh(changed)):
        if ref in numbers:
            yield Withdrawn(numbers[ref])
        numbers[ref] = number
        yield event
    yield from (Withdrawn(numbers[ref]) for ref in weighing.gone if ref in numbers)


def _judged(archive: Archive, reader: Method, changed: Sequence[str]) -> Iterator[Judged]:
    """Yield the claims of changed reports that people corrected or rejected, also by correcting a place elsewhere."""
    about = {reading.report: reading for reading in archive.readings.some(reader, archive.judgements.judged())}
    judged = apply_judgements(archive.judgements.all(), about).readings
    moved = any(judgement.field == "where" for judgement in archive.judgements.all())
    wanted = changed if moved else [report for report in changed if report in about]
    for at in range(0, len(wanted), MANY):
        as_read = {reading.report: reading for reading in archive.readings.some(reader, wanted[at : at + MANY])}
        now = carry_corrections(as_read | about, as_read | judged)
        for report, reading in sorted(as_read.items()):
            claims = {claim.id: claim for claim in now[report].claims}
            for ordinal, claim in enumerate(reading.claims):
                if claims.get(claim.id) != claim:
                    yield Judged(report, ordinal, claims.get(claim.id, claim), claim.id not in claims)
