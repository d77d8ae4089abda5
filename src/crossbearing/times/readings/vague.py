"""Readings of times that no calendar holds: now, recently, in the future."""

from crossbearing.times.context import Context
from crossbearing.times.meaning import Meaning, unplaced
from crossbearing.times.readings.got import Got


def reference(got: Got, _context: Context) -> Meaning | None:
    """A vague reference to the present, the past or the future."""
    return unplaced(got.given["value"])
