"""Bytes to reports: one file per format."""

from crossbearing.intake.door import receive, take_in
from crossbearing.intake.outcome import Received, Refusal

__all__ = ["Received", "Refusal", "receive", "take_in"]
