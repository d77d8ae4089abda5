"""Temporal expressions: read, anchored to the report, and given as TimeML, EDTF and days."""

from crossbearing.times.anchor import Anchor, anchor_of
from crossbearing.times.find import find_times
from crossbearing.times.when import when_of

__all__ = ["Anchor", "anchor_of", "find_times", "when_of"]
