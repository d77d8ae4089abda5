"""Finds the temporal expressions of a parsed text."""

from functools import cache, partial

from spacy.tokens import Doc

from crossbearing.records import TimeMention
from crossbearing.times.anchor import Anchor
from crossbearing.times.clause import direction_at, is_perfect, sentence_at
from crossbearing.times.compose import joined, modified
from crossbearing.times.context import Context
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
    return tuple(mention for mention, _ in explain_times(doc, anchor))


def explain_times(doc: Doc, anchor: Anchor) -> tuple[tuple[TimeMention, str], ...]:
    """Return what `find_times` does, each expression with the name of the rule that found it."""
    text = doc.text
    tokens = scan(text)
    context = Context(
        words(), anchor.day,
        cache(partial(direction_at, doc)), partial(is_perfect, doc), cache(partial(sentence_at, doc)),
    )
    found: list[tuple[TimeMention, str]] = []
    for first, last in stretches(tokens):
        for piece in joined(tokens, pieces(doc, tokens, first, last, context)):
            whole, since = modified(tokens, piece, anchor.day)
            start, end = tokens[whole.first].start, tokens[whole.last - 1].end
            meaning = whole.meaning
            mention = TimeMention(
                start=start, end=end, text=text[start:end], timex=meaning.timex, kind=meaning.kind,
                edtf=meaning.edtf, earliest=meaning.earliest, latest=meaning.latest, since=since,
            )
            found.append((mention, piece.rule.rule))
    return tuple(_with_dateline(text, found, anchor))


def _with_dateline(
    text: str, found: list[tuple[TimeMention, str]], anchor: Anchor
) -> list[tuple[TimeMention, str]]:
    """A page may glue its date to other digits ("Jun 132016"), where only the anchor could read it."""
    if anchor.span is None or anchor.day is None:
        return found
    start, end = anchor.span
    there = [mention for mention, _ in found if mention.start < end and start < mention.end]
    if any(mention.earliest == mention.latest == anchor.day for mention in there):
        return found
    value = anchor.day.isoformat()
    dateline = TimeMention(
        start=start, end=end, text=text[start:end], timex=value, edtf=value, earliest=anchor.day, latest=anchor.day
    )
    kept = [(mention, rule) for mention, rule in found if mention not in there]
    return sorted([*kept, (dateline, "dateline")], key=lambda pair: pair[0].start)
