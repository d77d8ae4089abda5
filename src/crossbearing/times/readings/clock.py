"""Readings of parts and hours of the day."""

from crossbearing.times.context import Context
from crossbearing.times.meaning import Meaning, point, timed, unplaced
from crossbearing.times.readings.got import Got
from crossbearing.times.readings.report import UNPLACED

NOON = 12


def part(got: Got, context: Context) -> Meaning | None:
    """A part of the day: of the day named in the sentence, else of the report's."""
    value = got.value("parts") if got.has("parts") else got.given["part"]
    return timed(_day(context), value)


def hour(got: Got, context: Context) -> Meaning | None:
    """An hour of the day, on the clock of twelve or of twenty-four."""
    word = next(got.word(name) for name in ("clock", "hour", "fourdigits") if got.has(name))
    if got.has("fourdigits"):
        word = f"{word[:2]}:{word[2:]}"
    hours, _, minutes = word.replace(".", ":").partition(":")
    number = int(hours)
    half = got.given.get("half")
    if half and number > NOON:
        half = None
    if half == "pm" and number < NOON:
        number += NOON
    elif half == "am" and number == NOON:
        number = 0
    return timed(_day(context), f"{number:02d}:{minutes or '00'}")


def named_hour(got: Got, context: Context) -> Meaning | None:
    """An hour of the clock of twelve by its name."""
    number = got.value("ordinals") % NOON + (NOON if got.given["half"] == "pm" else 0)
    return timed(_day(context), f"{number:02d}:00")


def _day(context: Context) -> Meaning:
    day = context.spoken_day_near() or context.here("day")
    return point(day) if day else unplaced(UNPLACED["day"])
