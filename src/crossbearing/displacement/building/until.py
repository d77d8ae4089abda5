"""A picture as it was on an earlier day, so that a forecast can be judged on what came after it."""

import datetime as dt

from crossbearing.records import Picture, Report
from crossbearing.times import anchor_of
from crossbearing.weighing import weigh


def written(report: Report) -> dt.date | None:
    """Return the day of a report: the one it was given with, else the one it prints of itself; null without either."""
    return report.published or anchor_of(report.text, None).day


def until(picture: Picture, day: dt.date) -> Picture:
    """Return the picture that the reports up to a day give: later ones, and those without a day, are left out.

    Events are built anew from what remains, by the rules alone: whether people had joined or parted them is not asked.
    """
    known = {name: report for name, report in picture.reports.items()
             if (on := written(report)) is not None and on <= day}
    readings = {name: reading for name, reading in picture.readings.items() if name in known}
    return Picture(reports=known, readings=readings, events=weigh(known, readings))
