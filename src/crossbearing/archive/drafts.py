"""Events that were built and have no id yet: an id hangs on all the others, and not all find room in memory."""

import datetime as dt
from collections.abc import Iterable, Iterator
from tempfile import SpooledTemporaryFile
from types import TracebackType
from typing import NamedTuple, Self

import msgspec

from crossbearing.archive.event_rows import told_by
from crossbearing.archive.identity import Telling
from crossbearing.archive.seal import content
from crossbearing.archive.withdrawn import Withdrawn
from crossbearing.records import Event
from crossbearing.weighing import place_in_order, room_of

IN_MEMORY = 64 * 2**20
"""Bytes of events from which they wait on the disk, in a file without a name."""


class _Place(NamedTuple):
    sorting: str
    id: str
    claims: tuple[str, ...]
    at: int
    length: int


class Drafts:
    """Built events, in the order of the weighing whatever order they come in; those withdrawn are left out.

    `reports` are all that they tell of, `days` those they begin on; `wholes` are those that others may be parts of,
    without what makes them large.
    """

    def __init__(self, events: Iterable[Event | Withdrawn]) -> None:
        self._file = SpooledTemporaryFile(IN_MEMORY)  # noqa: SIM115 - it is closed where this is left
        self.reports: set[str] = set()
        self.days: set[dt.date] = set()
        drafts: list[tuple[_Place, Event | None] | None] = []
        for event in events:
            if isinstance(event, Withdrawn):
                drafts[event.number] = None
            else:
                drafts.append(self._draft(event))
        kept = [draft for draft in drafts if draft]
        self._places = sorted(place for place, _ in kept)
        self.wholes = [whole for _, whole in kept if whole]

    def _draft(self, event: Event) -> tuple[_Place, Event | None]:
        """Write an event down; return where it lies, and the event itself without what makes it large where it is a
        whole.
        """
        body = content(event)
        claims = tuple(claim.id for claim in event.claims)
        place = _Place(place_in_order(event), event.id, claims, self._file.tell(), len(body))
        self._file.write(body)
        self.reports |= told_by(event)
        if event.when and event.when.earliest:
            self.days.add(event.when.earliest)
        if not room_of(event):
            return place, None
        return place, msgspec.structs.replace(event, claims=event.claims[:1], links=(), reports=())

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._file.close()

    def __len__(self) -> int:
        return len(self._places)

    def __iter__(self) -> Iterator[Event]:
        return (msgspec.json.decode(self._body(place), type=Event) for place in self._places)

    def tellings(self) -> list[Telling]:
        """Return each event as its id depends on it."""
        return [Telling(place.id, place.claims) for place in self._places]

    def samples(self, number: int) -> list[bytes]:
        """Return the JSON of about so many of the events, from all over."""
        return [self._body(place) for place in self._places[:: max(1, len(self) // number)]]

    def _body(self, place: _Place) -> bytes:
        self._file.seek(place.at)
        return self._file.read(place.length)
