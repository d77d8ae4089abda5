"""From claims to the people counted in a place: stocks as told, flows added up until a stock is told."""

import datetime as dt
import math
import statistics
from collections.abc import Callable, Iterable

import msgspec

from crossbearing.displacement.building.provenance import Trace
from crossbearing.displacement.building.until import written
from crossbearing.records import Claim, Figure, Report

BELIEVED = {"asserted", "reported", "alleged", "estimated"}
KINDS = {"displacement", "shelter_aid"}
COUNTED = {"displaced", "present"}


class Told(msgspec.Struct, frozen=True):
    """A figure about people who fled to a place; `high` null: no upper bound is told.

    It holds on the evening of `date`; a flow counts those who came from the day `since` on.
    """

    place: str
    date: dt.date
    since: dt.date
    low: int
    high: int | None
    stock: bool
    claim: str
    report: str

    @property
    def middle(self) -> float:
        """What is taken for the number: the middle of its bounds, or the lower where there is no upper."""
        return self.low if self.high is None else (self.low + self.high) / 2


def told_of(
    claims: Iterable[Claim], reports: dict[str, Report], place_of: Callable[[Claim], str | None],
) -> list[Told]:
    """Return the figures of displaced people in claims that are affirmed and believed, each put on a place or left out.

    A figure is a stock if it is told as one, as a total since a day, or of people who are being sheltered; else a flow.
    Its day is the last on which the claim may hold, else that of the report.
    """
    found = []
    for claim in claims:
        place = place_of(claim)
        if claim.type not in KINDS or claim.polarity != "affirmed" or claim.certainty not in BELIEVED or place is None:
            continue
        date = claim.when.latest if claim.when and claim.when.latest else written(reports[claim.report])
        if date is None:
            continue
        since = claim.when.earliest if claim.when and claim.when.earliest else date
        for figure in claim.figures:
            if figure.measure in COUNTED and not figure.part_of_whole:
                stock = _stock(claim, figure)
                found.append(Told(place, date, since, figure.low, figure.high, stock, claim.id, claim.report))
    return found


def _stock(claim: Claim, figure: Figure) -> bool:
    return figure.nature == "stock" or figure.cumulative or claim.type == "shelter_aid" or figure.measure == "present"


class Row(msgspec.Struct, frozen=True):
    """People in one place on an evening, and their bounds; `high` infinite where no upper one is told."""

    date: dt.date
    people: int
    low: int
    high: float


def series(told: list[Told], file: str) -> tuple[list[Row], list[Trace]]:
    """Return the people in one place by date, in order, with their bounds, and the trace of each figure.

    Of several figures of one day the median counts (of their bounds, too), so that a reprint adds nobody. Flows are
    added to what was there, and bounds to bounds; a stock replaces it. A figure far below the last one (less than half)
    is taken for a part of it and kept as a trace.
    """
    level, low, high = 0.0, 0.0, 0.0
    rows: list[Row] = []
    traces = []
    for date in sorted({each.date for each in told}):
        stocks = [each for each in told if each.date == date and each.stock]
        flows = [each for each in told if each.date == date and not each.stock]
        whole = [each for each in stocks if each.middle >= level / 2]
        used = whole or flows
        if used:
            before = (0.0, 0.0, 0.0) if whole else (level, low, high)
            upper = [math.inf if each.high is None else each.high for each in used]
            level = before[0] + statistics.median(each.middle for each in used)
            low = before[1] + statistics.median(each.low for each in used)
            high = before[2] + statistics.median(upper)
            rows.append(Row(date, round(level), math.floor(low), high if math.isinf(high) else math.ceil(high)))
        for each in (*stocks, *flows):
            rule = "stock" if each in whole else "flow" if each in used else "not used: a part, or behind a stock"
            traces.append(Trace(file=file, key=f"{each.place} {date.isoformat()}", field="people", value=each.middle,
                                low=each.low, high=each.high, claim=each.claim, report=each.report, rule=rule))
    return rows, traces
