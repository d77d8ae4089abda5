"""Finds the temporal expressions of a parsed text."""

from functools import cache

from spacy.tokens import Doc

from crossbearing.records import TimeMention
from crossbearing.times.anchor import Anchor
from crossbearing.times.compose import joined, modified
from crossbearing.times.context import Context, Direction
from crossbearing.times.direction import direction_at
from crossbearing.times.match import pieces
from crossbearing.times.scan import scan, stretches
from crossbearing.times.words import words


def find_times(doc: Doc, anchor: Anchor) -> tuple[TimeMention, ...]:
    """Return the temporal expressions of an English text in order of offset, anchored to the day it was written.

    Values follow TimeML, extents its annotation guidelines; EDTF the specification of the Library of Congress.

    >>> import datetime as dt
    >>> from crossbearing.language import parse
    >>> found = find_times(parse("Tanks moved in on Thursday night."), Anchor(day=dt.date(2011, 6, 10)))
    >>> [(t.text, t.timex, t.earliest.isoformat()) for t in found]
    [('Thursday night', '2011-06-09TNI', '2011-06-09')]
    """
    text = doc.text
    tokens = scan(text)

    @cache
    def look(offset: int) -> Direction:
        return direction_at(doc, offset)

    context = Context(words(), anchor.day, [sentence.start_char for sentence in doc.sents], look)
    mentions: list[TimeMention] = []
    for first, last in stretches(tokens):
        for piece in joined(tokens, pieces(doc, tokens, first, last, context)):
            whole, since = modified(tokens, piece, anchor.day)
            start, end = tokens[whole.first].start, tokens[whole.last - 1].end
            meaning = whole.meaning
            mentions.append(
                TimeMention(
                    start=start, end=end, text=text[start:end], timex=meaning.timex, kind=meaning.kind,
                    edtf=meaning.edtf, earliest=meaning.earliest, latest=meaning.latest, since=since,
                )
            )
    return tuple(mentions)
