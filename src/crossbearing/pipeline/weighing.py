"""The events of an archive are kept up: what has changed is weighed with its neighbours."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from concurrent.futures import Executor
from contextlib import ExitStack, closing
from typing import TYPE_CHECKING, Any

from crossbearing.archive import Archive, Method
from crossbearing.pipeline.choice import Progress
from crossbearing.pipeline.executors import available_cores, cluster, processes
from crossbearing.pipeline.versions import version_of
from crossbearing.places.corrections import carry_corrections
from crossbearing.records import Event, Judgement, Reading, Report, apply_judgements

if TYPE_CHECKING:
    from crossbearing.archive.neighbours import Neighbours

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
    for each core; `address` that of a Dask scheduler, whose workers do the work instead.
    """
    inputs = {
        "reader": reader.name, "version": reader.version, "weigher": version_of(ROOMS, PACKAGES),
        "readings": archive.readings.digest(reader), "judgements": archive.judgements.digest(),
    }
    last = archive.events.weighed_from()
    if last == inputs or not archive.counts().reports:
        return False
    progress.begin("weighing", None)
    with ExitStack() as stack:
        neighbours = stack.enter_context(closing(archive.neighbours()))
        anew = last is None or neighbours.weighed_from() != last or _all_anew(archive, last, inputs)
        if anew:
            neighbours.forget()
        judged_anew = last is None or last.get("judgements") != inputs["judgements"]
        changed = _changed(archive, reader, neighbours.seen(), judged_anew=judged_anew)
        at_once = at_once or available_cores()
        executor = None
        if address:
            executor = stack.enter_context(cluster(address))
        elif len(changed) >= MANY and at_once > 1:
            executor = stack.enter_context(processes(at_once))
        neighbours.begin()
        before = () if anew else archive.events.all()
        events = _weighed(archive, reader, changed, before, neighbours, executor)
        recorded = archive.record_events(events, inputs)
        neighbours.end(inputs)
    return recorded


def _all_anew(archive: Archive, last: dict[str, Any], inputs: dict[str, Any]) -> bool:
    """Whether any report may be weighed otherwise than last time: by another method, or with a place corrected.

    A corrected place holds in every report that names it so, and so does taking that back.
    """
    if any(last.get(what) != inputs[what] for what in ("reader", "version", "weigher")):
        return True
    judgements = archive.judgements.all()
    by_id = {judgement.id: judgement for judgement in judgements}

    def field(judgement: Judgement) -> str | None:
        meant = by_id.get(judgement.withdraws or "")
        return field(meant) if meant else judgement.field

    return any(field(judgement) == "where" for judgement in judgements[last.get("judgements", {}).get("count", 0) :])


def _changed(archive: Archive, reader: Method, seen: set[str], *, judged_anew: bool) -> list[str]:
    """The reports that were not weighed as they are now: new ones, those gone, those about which people decided."""
    judged = set(archive.judgements.judged()) if judged_anew else set()
    read = archive.readings.read_by(reader)
    gone = sorted(seen.difference(read))
    return [*gone, *(report for report in read if report not in seen or report in judged)]


def _weighed(
    archive: Archive, reader: Method, changed: Sequence[str], before: Iterable[Event], neighbours: "Neighbours",
    executor: Executor | None,
) -> Sequence[Event]:
    """Return all events: those that what has changed gives with its neighbours, and those before that it leaves alone.

    An event that has a claim of a changed report is built anew or is no more.
    """
    from crossbearing.weighing import Decisions, Weighing, in_order

    judgements = archive.judgements.all()
    about = {reading.report: reading for reading in archive.readings.some(reader, archive.judgements.judged())}
    judged = apply_judgements(judgements, about)
    homes = {claim.id: report for report, reading in about.items() for claim in reading.claims}

    def fetch(ids: Collection[str]) -> Iterator[tuple[Report, Reading]]:
        wanted = sorted(ids)
        as_read = {reading.report: reading for reading in archive.readings.some(reader, wanted)} | about
        readings = carry_corrections(as_read, as_read | judged.readings)
        return ((report, readings[report.id]) for report in archive.reports.some(wanted) if report.id in readings)

    weighing = Weighing(neighbours, fetch, Decisions(judged.same, judged.apart, homes), executor)
    weighing.change(changed)
    built = [event for _, event in weighing.events()]
    told = {claim.id for event in built for claim in event.claims}
    touched = set(changed)
    kept = (event for event in before if not any(c.report in touched or c.id in told for c in event.claims))
    return in_order([*kept, *built])
