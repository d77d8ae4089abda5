"""Turns the mention of a time into when a happening took place."""

from crossbearing.records import TimeMention, When
from crossbearing.times.anchor import Anchor


def when_of(mention: TimeMention, anchor: Anchor) -> When:
    """Return the days a happening may have been on, given the mention that dates it.

    "since Tuesday" becomes the span from that Tuesday to the report, marked cumulative, as do spans up to the report
    ("over the last three months"); a point keeps its days; a vague time keeps its words alone.
    """
    if mention.since and mention.earliest:
        latest = anchor.day
        edtf = f"{mention.earliest.isoformat()}/{latest.isoformat() if latest else '..'}"
        return When(text=mention.text, edtf=edtf, earliest=mention.earliest, latest=latest, cumulative=True)
    return When(
        text=mention.text, edtf=mention.edtf, earliest=mention.earliest, latest=mention.latest,
        cumulative=mention.kind == "DURATION" and mention.earliest is not None,
    )
