"""Readings of what looks like a time and is none."""

from crossbearing.times.context import Context
from crossbearing.times.meaning import Meaning, unplaced
from crossbearing.times.readings.got import Got


def no_time(_got: Got, _context: Context) -> Meaning | None:
    """Take the words out of reach of other rules; an expression without a value is none."""
    return unplaced("")
