"""The functions that understand what a rule caught, by the names that rules call them."""

from collections.abc import Callable

from crossbearing.times.context import Context
from crossbearing.times.meaning import Meaning
from crossbearing.times.readings import calendar, clock, lengths, names, report, text, vague
from crossbearing.times.readings.got import Got

Reading = Callable[[Got, Context], Meaning | None]
"""Returns null where the words do not mean a time after all; another rule may then fit."""

READINGS: dict[str, Reading] = {
    "calendar.day": calendar.day,
    "calendar.day_range": calendar.day_range,
    "calendar.digits": calendar.digits,
    "calendar.month": calendar.month,
    "calendar.part_of_month": calendar.part_of_month,
    "calendar.weekday": calendar.weekday,
    "calendar.night_into": calendar.night_into,
    "calendar.year": calendar.year,
    "calendar.this_year": calendar.this_year,
    "calendar.like_span_of_year": calendar.like_span_of_year,
    "calendar.decade": calendar.decade,
    "calendar.century": calendar.century,
    "calendar.season": calendar.season,
    "calendar.part_of_year": calendar.part_of_year,
    "calendar.two_quarters": calendar.two_quarters,
    "report.day": report.day,
    "report.overnight": report.overnight,
    "report.near": report.near,
    "report.this_one": report.this_one,
    "report.two": report.two,
    "report.latest": report.latest,
    "report.counted": report.counted,
    "report.stretch": report.stretch,
    "text.neighbour": text.neighbour,
    "text.counted": text.counted,
    "text.few": text.few,
    "text.definite": text.definite,
    "text.weekend": text.weekend,
    "text.year_before": text.year_before,
    "text.then": text.then,
    "lengths.measured": lengths.measured,
    "lengths.age": lengths.age,
    "lengths.span_of_accounts": lengths.span_of_accounts,
    "lengths.two": lengths.two,
    "lengths.one": lengths.one,
    "lengths.between": lengths.between,
    "lengths.unit_alone": lengths.unit_alone,
    "lengths.every": lengths.every,
    "lengths.a_unit": lengths.a_unit,
    "lengths.every_named": lengths.every_named,
    "lengths.frequency": lengths.frequency,
    "clock.part": clock.part,
    "clock.hour": clock.hour,
    "clock.named_hour": clock.named_hour,
    "names.no_time": names.no_time,
    "vague.reference": vague.reference,
}

__all__ = ["READINGS", "Got", "Reading"]
