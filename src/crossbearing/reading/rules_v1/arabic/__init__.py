"""Rules for Arabic, which no parser here reads: words, their patterns and their order over normalised text."""

from crossbearing.reading.rules_v1.arabic.read import ArabicLayers, read_arabic
from crossbearing.reading.rules_v1.arabic.scripts import arabic_spans, blanked, language_of

__all__ = ["ArabicLayers", "arabic_spans", "blanked", "language_of", "read_arabic"]
