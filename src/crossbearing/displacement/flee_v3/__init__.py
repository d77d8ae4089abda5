"""Flee's serial rules (version 3.1), moving cohorts of people by multinomial draws; persons one by one for checking."""

from crossbearing.displacement.flee_v3.run import Run, simulate

__all__ = ["Run", "simulate"]
