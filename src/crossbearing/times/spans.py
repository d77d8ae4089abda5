"""Days that a text joins as one span: "on Monday and Tuesday", "between Monday and Wednesday", "from 3 to 6 May"."""

import datetime as dt
from collections.abc import Sequence
from functools import cache

import msgspec
from spacy.tokens import Doc, Token
from spacy.tokens import Span as Words

from crossbearing.language import text_of
from crossbearing.records import TimeMention
from crossbearing.times.data import load


class _Joints(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What joins two days; see english_spans.yaml."""

    until: frozenset[str]
    both: frozenset[str]
    between: frozenset[str]
    seeing: frozenset[str]


A_DAY = dt.timedelta(days=1)
LONGEST = dt.timedelta(days=31)
"""How far the days from which and to which something lasted lie apart at most."""

FINITE = frozenset({"VBD", "VBP", "VBZ"})
"""Tags of verbs that have a subject."""


def joined_days(doc: Doc, times: Sequence[TimeMention]) -> list[TimeMention]:
    """Return the times of an English text in order, those that it joins as one.

    TimeML keeps them apart; what happened on them has one span.

    >>> from crossbearing.language import parse
    >>> from crossbearing.times import Anchor, find_times
    >>> doc = parse("Raids on Monday and Tuesday killed nine.")
    >>> [time.edtf for time in joined_days(doc, find_times(doc, Anchor(day=dt.date(2011, 6, 10))))]
    ['2011-06-06/2011-06-07']
    """
    found: list[TimeMention] = []
    for time in sorted(times, key=lambda t: t.start):
        if found and (both := _span_of(doc, found[-1], time)):
            found[-1] = both
        else:
            found.append(time)
    return found


def _span_of(doc: Doc, first: TimeMention, last: TimeMention) -> TimeMention | None:
    """The span from a day to another, or null where either is no day or the text does not join them."""
    if not (first.earliest and first.latest and last.earliest and last.latest):
        return None
    days = (first.latest - first.earliest, last.latest - last.earliest, last.latest - first.earliest)
    if max(days[:2]) > A_DAY or not A_DAY <= days[2] <= LONGEST:
        return None
    here, there = (doc.char_span(time.start, time.end, alignment_mode="expand") for time in (first, last))
    if here is None or there is None or not _are_joined(here, there, adjoin=last.earliest - first.latest <= A_DAY):
        return None
    return msgspec.structs.replace(
        first, end=last.end, text=text_of(doc)[first.start : last.end], latest=last.latest,
        edtf=f"{first.earliest.isoformat()}/{last.latest.isoformat()}",
    )  # fmt: skip


def _are_joined(first: Words, last: Words, *, adjoin: bool) -> bool:
    """Whether the words about two days join them; `adjoin`: no day lies between them."""
    doc = first.doc
    between = " ".join(word.lower_ for word in doc[first.end : last.start] if not word.is_space)
    if between in _joints().until:
        return True
    if between not in _joints().both:
        return False
    if first.start and doc[first.start - 1].lower_ in _joints().between:
        return True
    return adjoin and _hangs_on(first, last) and clause_behind(last) is None


def _hangs_on(first: Words, last: Words) -> bool:
    """Whether the parse joins a day, or the preposition before it, to another: "died on Monday, and today fled" not."""
    hung, on = last.root, first.root
    if hung.head.i == last.start - 1:
        hung, on = hung.head, on.head
    if hung.dep_ == "conj":
        return hung.head.i == on.i or hung.head in first
    # "Raids on Monday and on Tuesday killed nine": the second may hang on the verb, with the "and" on the first.
    return hung.dep_ == "prep" and first.doc[first.end].head.i == on.i and hung.head in on.ancestors


def clause_behind(day: Words) -> Token | None:
    """Return the verb of a clause that begins just behind a day, and that only the "and" before the day can join.

    The day is of that clause, whatever the parse says: "took it on Monday and Tuesday saw the army retake it".
    """
    if not any(word.dep_ == "cc" for word in day.doc[max(day.start - 2, 0) : day.start]):
        return None
    behind = day.doc[day.end : day.end + 1]
    verbs = (verb for word in behind for verb in (word, *word.ancestors) if verb.pos_ in {"VERB", "AUX"})
    return next((verb for verb in verbs if verb.left_edge.i == day.end and _has_subject(verb, day)), None)


def _has_subject(verb: Token, day: Words) -> bool:
    """Whether a verb behind a day has a subject behind it too, or the day for one.

    Not so where the parse has lost the subject: "gains made on Monday and Tuesday mark a new push".
    """
    if verb.i == day.end:
        return verb.lemma_ in _joints().seeing and verb.tag_ in FINITE
    return verb.dep_ == "conj"


@cache
def _joints() -> _Joints:
    return msgspec.convert(load("english_spans"), _Joints)
