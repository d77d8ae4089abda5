"""Claims to events: the order of the steps, for all reports at once or for what has changed."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

import msgspec

from crossbearing.records import Event, Reading, Report
from crossbearing.weighing.building import Batch, Group, build, event_from
from crossbearing.weighing.context import Context
from crossbearing.weighing.decisions import Decisions, Pair
from crossbearing.weighing.memory import Memory, Remembered
from crossbearing.weighing.neighbourhoods import Neighbourhoods
from crossbearing.weighing.notes import Note, Page, Ref, page_of
from crossbearing.weighing.pages import Fetch, Pages
from crossbearing.weighing.parts import with_parts
from crossbearing.weighing.spread import Workers

AT_ONCE = 1000
"""Reports whose neighbourhoods are linked at once."""
CHUNK = 25
"""Reports, or groups, that one task is about where work is spread."""

UNDATED = "9999-99-99"
"""A day after all others."""

Item = TypeVar("Item")


def weigh(
    reports: Mapping[str, Report], readings: Mapping[str, Reading], *, same: Iterable[Pair] = (),
    apart: Iterable[Pair] = (), refuted: Iterable[str] = (), workers: Workers | None = None,
) -> tuple[Event, ...]:
    """Build events from what was read, each claim in exactly one event, events by date, place and first claim.

    Pure and indifferent to the order of its input, and to where workers carry it out. Readings without their
    report are left out; a report without claims gives no event. `same` and `apart` pair the ids of claims that people
    said to tell of one happening, and not of one; `refuted` are those of which they said that it did not happen so.
    """
    homes = {claim.id: reading.report for reading in readings.values() for claim in reading.claims}
    known = sorted((r for r in readings if r in reports), key=lambda r: (str(reports[r].published), r))

    def fetch(ids: Collection[str]) -> Iterator[tuple[Report, Reading]]:
        return ((reports[i], readings[i]) for i in ids if i in reports and i in readings)

    weighing = Weighing(Remembered(), fetch, Decisions(same, apart, homes, refuted), workers)
    events = dict(weighing.weigh(known))
    return in_order(event for first, event in events.items() if first not in weighing.gone)


def in_order(events: Iterable[Event]) -> tuple[Event, ...]:
    """Return events by date, place and first claim, each part with the id of its whole."""
    return with_parts(sorted(events, key=place_in_order))


def place_in_order(event: Event) -> str:
    """Return what events are ordered by: date, place and first claim, those without a date last.

    Texts of their own characters, so that a database that compares bytes of UTF-8 orders events the same way.
    """
    day = event.when.earliest.isoformat() if event.when and event.when.earliest else UNDATED
    # No name holds a character before the tab but one that databases do not take.
    name = event.where.name.replace("\x00", "") if event.where else ""
    first = next((claim.id for claim in event.claims), "")
    return f"{day}\t{name}\t{first}"


class Weighing:
    """Weighing with a memory: what has changed is weighed with its neighbours, and gives what weighing all anew would.

    `weigh` does it; or else `change` links all there is, and `events()` then yields each event that is new or tells
    something else now, by its first account. `gone` are the first accounts of those that are no more.
    """

    def __init__(self, memory: Memory, fetch: Fetch, decisions: Decisions, workers: Workers | None = None) -> None:
        self._memory = memory
        self._fetch = fetch
        self._decisions = decisions
        self._workers = workers
        self._pages = Pages(fetch, memory)
        self._neighbourhoods = Neighbourhoods(memory, self._pages, decisions)

    @property
    def gone(self) -> set[Ref]:
        """The first accounts of the events that are no more."""
        return self._neighbourhoods.gone

    def weigh(self, reports: Sequence[str]) -> Iterator[tuple[Ref, Event]]:
        """Weigh reports that are new, were read anew or judged anew, or are no more; yield the events that changed.

        An event is built as soon as it stays as it is for a while, when the reports that tell of it are still at hand.
        Where it changes again later, it is yielded again, or is among `gone`.
        """
        for some in _chunks(reports, AT_ONCE):
            waiting, self._neighbourhoods.touched = self._neighbourhoods.touched, set()
            self.change(some)
            yield from self._built(waiting - self._neighbourhoods.touched - self.gone)
        yield from self.events()

    def change(self, reports: Sequence[str]) -> None:
        """Link reports that are new, were read anew or judged anew, or are no more, with their neighbours."""
        for some in _chunks(reports, AT_ONCE):
            pages = self._noted([pair for pair in self._fetch(some) if pair[1].claims])
            self._neighbourhoods.change(pages, set(some) - {page.note.report for page in pages})

    def events(self) -> Iterator[tuple[Ref, Event]]:
        """Yield the events that changed and were not built since, each built when it is asked for."""
        yield from self._built(self._neighbourhoods.touched)

    def _noted(self, told: Sequence[tuple[Report, Reading]]) -> list[Page]:
        if self._workers is None:
            return [page_of(report, reading, self._decisions) for report, reading in told]
        tasks = ((chunk, self._decisions) for chunk in _chunks(told))
        notes = [note for _, some in self._workers.each(_notes, tasks) for note in some]
        return [Page(Context(*pair), note) for pair, note in zip(told, notes, strict=True)]

    def _built(self, firsts: Collection[Ref]) -> Iterator[tuple[Ref, Event]]:
        """Build the events of groups by their first accounts, in an order that keeps to days."""
        first = sorted(firsts)
        # Notes hold more than the place in the order of all: a few at a time, or all would be in memory at once.
        places = {
            report: note.place for chunk in _chunks(first, AT_ONCE)
            for report, note in self._memory.notes({report for report, _ in chunk}).items()
        }
        first.sort(key=lambda ref: (places[ref[0]], ref[1]))
        if self._workers is None:
            for ref, batch in zip(first, self._batches(first, 1), strict=True):
                pages = self._pages.of({report for report, _ in batch.groups[0].accounts})
                yield ref, event_from(batch.groups[0], pages, batch.wordings, self._decisions)
            return
        tasks = ((self._with_reports(batch),) for batch in self._batches(first, CHUNK))
        yield from zip(first, (e for _, some in self._workers.each(build, tasks) for e in some), strict=True)

    def _batches(self, first: Sequence[Ref], size: int) -> Iterator[Batch]:
        for chunk in _chunks(first, size):
            members = self._memory.groups(chunk)
            kept = {report for refs in members.values() for report, _ in refs}
            repeated = {w.original for w in self._memory.wordings(kept).values() if w.original}
            reprints = self._memory.wordings(self._memory.reprints(kept | repeated))
            copies: dict[Ref, list[Ref]] = {}
            for report, wording in reprints.items():
                for i, original in wording.copies:
                    copies.setdefault(original, []).append((report, i))
            groups = tuple(self._group(members[ref], copies) for ref in chunk)
            reports = {report for group in groups for report, _ in group.accounts}
            yield Batch(groups, (), self._memory.wordings(reports), self._decisions)

    def _group(self, kept: Sequence[Ref], copies: Mapping[Ref, Sequence[Ref]]) -> Group:
        of = {copy: ref for ref in kept for copy in copies.get(ref, ())}
        members = self._pages.in_order([*kept, *of])
        return Group(tuple(members), {copy: of[copy] for copy in members if copy in of})

    def _with_reports(self, batch: Batch) -> Batch:
        pages = self._pages.of({report for group in batch.groups for report, _ in group.accounts})
        told = ((page.context.report, page.context.reading, page.note) for page in pages.values())
        return msgspec.structs.replace(batch, told=tuple(told))


def _notes(told: Sequence[tuple[Report, Reading]], decisions: Decisions) -> list[Note]:
    """Note some reports, here or in a worker."""
    return [page_of(report, reading, decisions).note for report, reading in told]


def _chunks(items: Sequence[Item], size: int = CHUNK) -> Iterator[Sequence[Item]]:
    return (items[at : at + size] for at in range(0, len(items), size))
