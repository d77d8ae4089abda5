"""Decides which segments of a text are place names."""

from functools import cache

import msgspec

from crossbearing.places.countries import table
from crossbearing.places.evidence import evidence, find_people
from crossbearing.places.gazetteer import Gazetteer
from crossbearing.places.segments import Segment, segments
from crossbearing.places.text import Text

THRESHOLD = 0.0
"""Log-odds above which a segment is taken for a place."""
WHOLE = ("street", "water", "land", "way")
"""Tails that make one name with what stands before them ("Aleppo Road"); other tails leave a place before them its own."""


class Found(msgspec.Struct):
    """A segment taken for a place name, with its log-odds and what they were made of."""

    segment: Segment
    score: float
    evidence: list[str]


@cache
def weights() -> dict[str, float]:
    """Return the log-odds of each piece of evidence."""
    return {row["evidence"]: float(row["weight"]) for row in table("recognition.csv")}


def recognise(text: Text, gazetteer: Gazetteer) -> list[Found]:
    """Return the place names of a text in its order, none overlapping another."""
    parts = segments(text, gazetteer)
    people = find_people(text, parts)
    known = weights()
    found: list[Found] = []
    for segment in parts:
        if segment.tail == "organisation":
            continue
        reasons = evidence(text, segment, people)
        score = known["bias"] + sum(known.get(reason, 0.0) for reason in reasons)
        if score > THRESHOLD:
            found.append(Found(segment, score, reasons))
    return _without_overlaps(found)


def _without_overlaps(found: list[Found]) -> list[Found]:
    out: list[Found] = []
    for one in found:
        mine = one.segment
        inside = [f for f in found if f is not one and mine.first <= f.segment.first and f.segment.last <= mine.last]
        if mine.tail and mine.tail not in WHOLE and inside:
            continue
        if not mine.tail and any(
            f.segment.tail in WHOLE and f.segment.first <= mine.first and mine.last <= f.segment.last for f in found
        ):
            continue
        out.append(one)
    return sorted(out, key=lambda f: f.segment.first)
