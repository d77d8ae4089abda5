"""Finds the temporal expressions of a parsed text."""

from spacy.tokens import Doc

from crossbearing.records import TimeMention
from crossbearing.times.anchor import Anchor
from crossbearing.times.printed import printed_dates


def find_times(doc: Doc, anchor: Anchor) -> tuple[TimeMention, ...]:
    """Return the temporal expressions of a text in order of offset, anchored to the day the report was written."""
    text = doc.text
    return tuple(
        TimeMention(
            start=date.span[0], end=date.span[1], text=text[slice(*date.span)], timex=date.day.isoformat(),
            edtf=date.day.isoformat(), earliest=date.day, latest=date.day,
        )
        for date in printed_dates(text)
    )
