"""Reports to claims: one folder per reader behind one protocol."""

from crossbearing.reading.protocol import Reader

__all__ = ["Reader"]
