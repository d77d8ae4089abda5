"""Finds the temporal expressions of a text."""

from collections.abc import Iterator

from spacy.tokens import Doc

from crossbearing.language import normalise, text_of
from crossbearing.records import Span, TimeMention
from crossbearing.times.anchor import Anchor
from crossbearing.times.arabic import UnparsedArabic
from crossbearing.times.clause import ParsedText
from crossbearing.times.compose import joined, modified
from crossbearing.times.context import Context, Surroundings
from crossbearing.times.match import pieces
from crossbearing.times.meaning import Meaning
from crossbearing.times.scan import scan, stretches


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
    text = text_of(doc)
    found = [
        (_mention(text, (start, end), meaning, since=since), rule)
        for start, end, meaning, since, rule in read(text, "english", anchor, ParsedText(doc))
    ]
    return tuple(_with_dateline(text, found, anchor))


def find_arabic_times(text: str, anchor: Anchor) -> tuple[TimeMention, ...]:
    """Return the commonest temporal expressions of an Arabic text, as `find_times` does for an English one.

    >>> import datetime as dt
    >>> found = find_arabic_times("سقطت قذائف على البلدة مساء أمس الخميس.", Anchor(day=dt.date(2011, 6, 10)))
    >>> [(t.text, t.timex) for t in found]
    [('مساء أمس الخميس', '2011-06-09TEV')]
    """
    return tuple(mention for mention, _ in explain_arabic_times(text, anchor))


def explain_arabic_times(text: str, anchor: Anchor) -> tuple[tuple[TimeMention, str], ...]:
    """Return what `find_arabic_times` does, each expression with the name of the rule that found it."""
    plain = normalise(text)
    found = [
        (_mention(text, plain.original(start, end), meaning, since=since), rule)
        for start, end, meaning, since, rule in read(plain.text, "arabic", anchor, UnparsedArabic(plain.text))
    ]
    return tuple(_with_dateline(text, found, anchor))


def read(
    text: str, language: str, anchor: Anchor, around: Surroundings
) -> Iterator[tuple[int, int, Meaning, bool, str]]:
    """Yield each expression's span, what it means, whether "since" stands before it, and the name of its rule."""
    tokens = scan(text, language)
    context = Context(language, anchor.day, around)
    free = 0
    for first, last in stretches(tokens, language):
        for piece in joined(tokens, pieces(tokens, first, last, context), language):
            whole, since = modified(tokens, piece, anchor.day, language, free=free)
            free = whole.last
            yield tokens[whole.first].start, tokens[whole.last - 1].end, whole.meaning, since, whole.rule.rule


def _mention(text: str, span: Span, meaning: Meaning, *, since: bool) -> TimeMention:
    start, end = span
    return TimeMention(
        start=start, end=end, text=text[start:end], timex=meaning.timex, kind=meaning.kind, edtf=meaning.edtf,
        earliest=meaning.earliest, latest=meaning.latest, since=since,
    )


def _with_dateline(
    text: str, found: list[tuple[TimeMention, str]], anchor: Anchor
) -> list[tuple[TimeMention, str]]:
    """A page may glue its date to other digits ("Jun 132016"), where only the anchor could read it."""
    if anchor.span is None or anchor.day is None:
        return found
    start, end = anchor.span
    there = [mention for mention, _ in found if mention.start < end and start < mention.end]
    read_whole = (mention.start <= start and end <= mention.end for mention in there)
    if any(read_whole) and there[0].earliest == there[0].latest == anchor.day:
        return found
    value = anchor.day.isoformat()
    dateline = TimeMention(
        start=start, end=end, text=text[start:end], timex=value, edtf=value, earliest=anchor.day, latest=anchor.day
    )
    kept = [(mention, rule) for mention, rule in found if mention not in there]
    return sorted([*kept, (dateline, "dateline")], key=lambda pair: pair[0].start)
