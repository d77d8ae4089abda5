"""Which of the times that a sentence names is a happening's own, and which tells when it was said."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate

from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

from crossbearing.language import text_of
from crossbearing.reading.rules_v1.lexicon import triggers
from crossbearing.reading.rules_v1.misparsed import befallen
from crossbearing.reading.rules_v1.telling_where import overlaps
from crossbearing.reading.rules_v1.whose_time import NAMING, began_with, is_of_another, is_of_news
from crossbearing.reading.rules_v1.wordclasses import belongs
from crossbearing.records import Span, TimeMention
from crossbearing.times.pictures import ends_caption
from crossbearing.times.spans import clause_behind, joined_days

OF_ANOTHER = 4.0
"""Steps that lead out of a clause about a noun, whose time is its own ("people cut off for two years left")."""
UP, OUT_OF_CLAUSE = 1.2, 2.4
"""Steps from a happening to what stands above it, in its own clause and out of that."""
FAR = 10.0
"""Steps between a happening and a time that no word joins."""
CLAUSES = frozenset({"relcl", "acl", "advcl", "ccomp", "pcomp"})
"""Links of the parse by which a clause hangs on what stands above it."""
OF_A_NOUN = 2.0
"""Steps that lead out of what names one happening ("Tuesday's deaths follow raids on Monday")."""


def _is_of_the_saying(time: TokenSpan, cues: Sequence[Span]) -> bool:
    """Whether a time tells when something was said ("a group said on Tuesday"), not when it happened."""
    head = _hangs_on(time)
    beside = min(abs(time.start - head.i), abs(head.i - (time.end - 1))) <= BESIDE
    return beside and overlaps(head.idx, head.idx + len(head), cues)


def _hangs_on(time: TokenSpan) -> Token:
    """The word that a time tells the day of, whatever leads to it: "killed" of "killed a few days later, on Monday"."""
    above = time.root.head
    while above.dep_ in {"advmod", "npadvmod", "prep"}:
        above = above.head
    return above


def _is_dated(time: TimeMention) -> bool:
    """Whether a time is a date, and no count of unknown number that gives way to one: "weeks before, on 3 February"."""
    return time.kind == "DATE" and time.timex not in UNCOUNTED


def _is_of_a_picture(time: TimeMention, text: str) -> bool:
    """Whether a time is the day of a picture: a full date with a credit behind it."""
    return FULL_DATE.search(time.text) is not None and ends_caption(text, time.start, time.end)


def _is_age_of_somebody(time: TokenSpan) -> bool:
    """Whether a length of time tells how old somebody is ("a two-day-old baby", "9-month-old Rana"), not when."""
    whose = time.root.head
    if time[-1].lower_ != "old":
        return False
    told = belongs(whose, {"person"}) or whose.pos_ in {"VERB", "PROPN"} or bool(befallen(whose))
    return told or (whose.i == time.end and _inflects_harm(whose))


def _inflects_harm(word: Token) -> bool:
    """Whether a word, whatever the parse takes it for, is an inflected form of a verb of harm: "shot", "dies"."""
    harms = (t for t in triggers().get(word.lower_, ()) if t.part == "verbs" and t.kind in HARMING)
    return any(word.lower_ != t.lemma for t in harms)


UNCOUNTED = frozenset({"PAST_REF", "FUTURE_REF"})
"""TimeML values of what lies days, weeks or years before or after, with no number told."""
HARMING = frozenset({"killing", "injury", "shooting"})
"""Kinds of happening that befall people."""
FULL_DATE = re.compile(r"\d\d?\D+\d{4}$")
"""A day of a month with its year, as captions give it."""
BESIDE = 2
"""Words between a cue and a time that is its own."""


class Timing:
    """Assigns times to the triggers of one parsed text.

    `sources` are spans of who is cited and `cues` of the words that cite: a time beside these tells when it was said.
    `day` is the report's.
    """

    def __init__(
        self, doc: Doc, times: Sequence[TimeMention], sources: Sequence[Span], cues: Sequence[Span],
        day: dt.date | None = None,
    ) -> None:
        self.doc = doc
        self.sources = sources
        self.day = day
        self.when_at: dict[int, TimeMention] = {}
        self.said_at: dict[int, TimeMention] = {}
        text = text_of(doc)
        self.pictured = frozenset(time.start for time in times if _is_of_a_picture(time, text))
        known = [time for time in joined_days(doc, times) if time.earliest is not None]
        spans = [(doc.char_span(time.start, time.end, alignment_mode="expand"), time) for time in known]
        told = [(span, time) for span, time in spans if span is not None and not _is_age_of_somebody(span)]
        dated = frozenset(_hangs_on(span).i for span, time in told if _is_dated(time))
        for span, time in told:
            at = self.said_at if _is_of_the_saying(span, cues) else self.when_at
            if time.timex not in UNCOUNTED or _hangs_on(span).i not in dated:
                at.update((token.i, time) for token in span)

    def time(self, trigger: Token) -> TimeMention | None:
        """Return the time of the trigger's own sentence that is its own, or null where it names none."""
        told = {id(m): (i, m) for i, m in _within(trigger.sent, self.when_at)}.values()
        here = [m for i, m in told if not (self._is_of_another(m, trigger) or self._only_dates_picture(m, trigger))]
        return min(here, key=lambda m: (self._time_distance(trigger, m), m.start), default=None)

    def shows(self, trigger: Token) -> bool:
        """Whether a caption tells of the trigger: the day of the picture and its credit stand behind it."""
        return any(m.start in self.pictured and m.start > trigger.idx for _, m in _within(trigger.sent, self.when_at))

    def _only_dates_picture(self, time: TimeMention, trigger: Token) -> bool:
        """Whether a time is that of a picture whose caption ends before the trigger (its stop was lost)."""
        return time.start in self.pictured and time.start < trigger.idx

    def said(self, trigger: Token) -> dt.date | None:
        """Return the last day on which what the trigger's sentence tells was said, where the sentence says when."""
        days = (m.latest for _, m in _within(trigger.sent, self.said_at))
        return next((day for day in days if day is not None), None)

    def _is_of_another(self, time: TimeMention, trigger: Token) -> bool:
        """Whether a time is told of something else in the trigger's sentence."""
        span = self.doc.char_span(time.start, time.end, alignment_mode="expand")
        if span is None or began_with(span, trigger):
            return False
        return is_of_another(span, trigger, news=is_of_news(time, self.day))

    def is_since(self, trigger: Token, mention: TimeMention) -> bool:
        """Whether the time begins a span over which the telling runs ("killed since the war began in March")."""
        if mention.since:
            return True
        span = self.doc.char_span(mention.start, mention.end, alignment_mode="expand")
        if span is None:
            return False
        if began_with(span, trigger):
            return True  # "the war, which began in March, has killed nine"
        return any(self.doc[i].lower_ == "since" for i in range(trigger.i + 1, span.start)) or any(
            self.doc[i].lower_ == "since"
            for i in range(max(trigger.sent.start, span.start - 14), span.start)
            if trigger.i > span.start
        )

    def _time_distance(self, trigger: Token, mention: TimeMention) -> float:
        span = self.doc.char_span(mention.start, mention.end, alignment_mode="expand")
        if span is None:
            return 99.0
        above = [trigger, *trigger.ancestors]
        climbs = accumulate((OUT_OF_CLAUSE if t.dep_ in CLAUSES else UP for t in above), initial=0.0)
        ancestors = {t.i: climb for t, climb in zip(above, climbs, strict=False)}
        behind = clause_behind(span)
        steps, current = (1.0, behind) if behind is not None else (0.0, span.root)
        while current.i not in ancestors and current.head.i != current.i and steps < 12:
            steps += OF_ANOTHER if current.dep_ in {"relcl", "acl"} else OF_A_NOUN if current.dep_ in NAMING else 1
            current = current.head
        saying = 2.0 if overlaps(mention.start, mention.end, self.sources) else 0.0
        return steps + ancestors.get(current.i, FAR) + abs(span.start - trigger.i) / 8 + saying


def _within(sentence: TokenSpan, times: Mapping[int, TimeMention]) -> Iterator[tuple[int, TimeMention]]:
    """Yield the times of one sentence with the tokens they stand at, whatever else the text tells."""
    return ((i, times[i]) for i in range(sentence.start, sentence.end) if i in times)
