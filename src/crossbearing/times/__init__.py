"""Temporal expressions: read, anchored to the report, and given as TimeML, EDTF and days."""

from crossbearing.times.anchor import Anchor, anchor_of
from crossbearing.times.find import explain_times, find_arabic_times, find_times

__all__ = ["Anchor", "anchor_of", "explain_times", "find_arabic_times", "find_times"]
