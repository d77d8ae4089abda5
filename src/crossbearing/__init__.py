"""Crossbearing: many accounts of a crisis, one picture that can be checked."""

__version__ = "0.1.0"
