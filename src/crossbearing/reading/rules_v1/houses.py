"""Numbers of houses and roads, which count nobody: "1487 Mill St.", "a shooting at 3500 Kestrel"."""

import re
from itertools import takewhile

from spacy.tokens import Doc

from crossbearing.places.cues import cues
from crossbearing.reading.rules_v1.number_words import DIGITS

ORDINAL = re.compile(r"\d+(st|nd|rd|th)")
"""The number of a road: "5401 NW 27th St."."""
LONGEST_ROAD = 5
"""Words of a road's name."""


def is_of_house(doc: Doc, first: int, last: int) -> bool:
    """Whether the number of tokens `first` to `last` is of a house or a road.

    Digits before a name that ends in a word for a road are ("320 South Palm Avenue"), and digits behind "at" before a
    name that nothing follows that they could count ("at 3500 Kestrel on Monday"). "Two Supreme Court judges", "9 High
    Street shops" and "at 12 UN camps" count.
    """
    if not DIGITS.fullmatch(doc[first : last + 1].text):
        return False
    words = takewhile(lambda t: t.pos_ == "PROPN" or ORDINAL.fullmatch(t.text), doc[last + 1 : last + 1 + LONGEST_ROAD])
    named = list(takewhile(lambda t: not t.text[:1].islower() and not t.is_stop, words))
    road = next((t for t in named[1:] if t.lower_ in cues().streets), None)
    if road is not None:
        after = doc[road.i + 1] if road.i + 1 < len(doc) else None
        return doc[last].head.i == road.i or after is None or after.pos_ not in {"NOUN", "PROPN"}
    behind = doc[named[-1].i + 1 : named[-1].i + 2] if named else ()
    at = first > 0 and doc[first - 1].lower_ == "at" and not any(t.tag_ == "NNPS" for t in named)  # "at 30 Kurds"
    return at and bool(named) and not any(t.pos_ in {"NOUN", "ADJ"} for t in behind)
