"""A picture: reports, what was read out of them, and the events built from it, as one thing to show or hand over."""

from collections.abc import Collection

import msgspec

from crossbearing.records.claim import Reading
from crossbearing.records.event import Event
from crossbearing.records.report import Report


class Picture(msgspec.Struct, frozen=True, kw_only=True):
    """Everything a page, a table or an export may show.

    Reports and readings are keyed by report id; events are in order of time.
    """

    reports: dict[str, Report]
    readings: dict[str, Reading]
    events: tuple[Event, ...]

    def part(self, events: Collection[str | None]) -> "Picture":
        """Return the part that some events make up, given their ids, with the reports and claims that tell of them."""
        kept = tuple(event for event in self.events if event.id in events)
        claims = {claim.id for event in kept for claim in event.claims}
        telling = {report.id for event in kept for report in event.reports}
        telling |= {claim.report for event in kept for claim in event.claims}
        readings = {
            id_: msgspec.structs.replace(reading, claims=tuple(c for c in reading.claims if c.id in claims))
            for id_, reading in self.readings.items() if id_ in telling
        }
        reports = {id_: report for id_, report in self.reports.items() if id_ in telling}
        return Picture(reports=reports, readings=readings, events=kept)
