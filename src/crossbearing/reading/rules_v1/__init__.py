"""The first reader: rules over a parse, with all its knowledge in readable data."""

from crossbearing.reading.rules_v1.reader import Rules

__all__ = ["Rules"]
