"""Happenings to claims: chain, certainty, place, time, figures and people of each, and the rules that gave them."""

from collections.abc import Sequence
from functools import cached_property
from typing import Literal

import msgspec
from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

from crossbearing.language import text_of
from crossbearing.reading.rules_v1.at_home import is_told_of_another, own_country
from crossbearing.reading.rules_v1.attribution import Blocks, Frame, frames_at
from crossbearing.reading.rules_v1.attribution.front import datelines_of, grid_of
from crossbearing.reading.rules_v1.built_so import SUBJECTS
from crossbearing.reading.rules_v1.certainty import is_to_be_stopped, local_certainty
from crossbearing.reading.rules_v1.discourse import told_in_a_row
from crossbearing.reading.rules_v1.figures import figures_for
from crossbearing.reading.rules_v1.finding import find_happenings, was_before
from crossbearing.reading.rules_v1.ground import DaysTold, Ground, are_at_one, carried, passed_on
from crossbearing.reading.rules_v1.grounding import Grounder
from crossbearing.reading.rules_v1.happenings import Happening
from crossbearing.reading.rules_v1.number_words import Number
from crossbearing.reading.rules_v1.numbers import find_numbers
from crossbearing.reading.rules_v1.page_links import link_spans
from crossbearing.reading.rules_v1.participants import target_names, weapon_of
from crossbearing.reading.rules_v1.people import people_in
from crossbearing.reading.rules_v1.place_lists import apart, listed_counts
from crossbearing.reading.rules_v1.polarity import told_polarity
from crossbearing.reading.rules_v1.requital import requited_by
from crossbearing.reading.rules_v1.telling import SPEECH, evidence_of, telling_of
from crossbearing.reading.rules_v1.telling_where import name_as_told, overlaps
from crossbearing.reading.rules_v1.timing import Timing
from crossbearing.reading.rules_v1.when import again, around, goes_on, is_another, when_of
from crossbearing.reading.rules_v1.whole_war import is_of_whole_war
from crossbearing.records import (
    NOT_YET,
    Claim,
    PlaceMention,
    Report,
    Span,
    TimeMention,
    When,
    content_id,
)
from crossbearing.times import Anchor


class Parsed(msgspec.Struct):
    """One parsed text of a report (its text, or a title that stands apart) with its layers.

    `headlines` are the spans in which the text repeats the report's title.
    """

    doc: Doc
    located: Literal["text", "title"]
    places: tuple[PlaceMention, ...]
    times: tuple[TimeMention, ...]
    frames: tuple[Frame, ...]
    headlines: tuple[Span, ...]

    def elsewhere(self, *, countries: bool) -> frozenset[int]:
        """Indices of the words of place names and times, which tell where and when, not who or whom.

        With or without names of countries: those act, towns do not.
        """
        placed = [p for p in self.places if p.use == "place" and (countries or p.kind != "country")]
        grounds = [(p.start, p.end) for p in placed] + [(t.start, t.end) for t in self.times]
        spans = (self.doc.char_span(a, b, alignment_mode="expand") for a, b in grounds)
        return frozenset(token.i for span in spans if span is not None for token in span)

    def datelines(self) -> frozenset[int]:
        """Indices of the words of datelines, which tell where, when and whose copy it is, not who or whom."""
        opened = datelines_of(text_of(self.doc), grid_of(self.doc), [sentence.start for sentence in self.doc.sents])
        return frozenset(i for start, end in opened.items() for i in range(start, end))


class ClaimBuilder:
    """Builds the claims of one parsed text of a report. What they need is made once, and of no text that has none."""

    def __init__(self, part: Parsed, report: Report, anchor: Anchor) -> None:
        self._part = part
        self._report = report
        self._anchor = anchor
        self._frames = Blocks(part.frames)
        self._counted: dict[int, tuple[Number, ...]] = {}

    @cached_property
    def _elsewhere(self) -> frozenset[int]:
        return self._part.elsewhere(countries=True) | self._aside

    @cached_property
    def _no_doers(self) -> frozenset[int]:
        return self._part.elsewhere(countries=False) | self._aside

    @cached_property
    def _aside(self) -> frozenset[int]:
        """The words of datelines, and those that lead to other stories."""
        spans = (self._part.doc.char_span(*link, alignment_mode="expand") for link in self._links)
        return self._part.datelines() | {token.i for span in spans for token in span or ()}

    @cached_property
    def _cited(self) -> tuple[list[Span], list[Span]]:
        """The spans of who is cited, and of the words that cite."""
        frames = self._part.frames
        return [span for f in frames for span in f.source], [span for f in frames for span in f.cue]

    @cached_property
    def _grounder(self) -> Grounder:
        places = [p for p in self._part.places if not overlaps(p.start, p.end, self._links)]
        return Grounder(self._part.doc, places, *self._cited)

    @cached_property
    def _links(self) -> tuple[Span, ...]:
        """Where the page leads to other stories."""
        return link_spans(text_of(self._part.doc))

    @cached_property
    def _timing(self) -> Timing:
        return Timing(self._part.doc, self._times_of_story(), *self._cited, self._anchor.day)

    def claims(self) -> list[Claim]:
        """Return the claims of all happenings that the text names, in order; words inside times name none."""
        timed = [(t.start, t.end) for t in self._part.times]
        found = find_happenings(self._part.doc, self._part.headlines)
        happenings = [h for h in found if not any(a <= h.token.idx < b for a, b in timed)]
        by_sentence: dict[int, list[Happening]] = {}
        for happening in happenings:
            by_sentence.setdefault(happening.token.sent.start, []).append(happening)
        out: list[Claim] = []
        told: set[str] = set()
        last: Ground | None = None
        days = DaysTold()
        named: tuple[Token, When | None] | None = None
        for happening in happenings:
            own = self._ground(happening)
            if last is not None and happening.kind not in SPEECH and is_another(happening.token):
                last = msgspec.structs.replace(last, when=again(last.when, self._anchor.day))
            before = self._before(happening, last)
            ground = self._dated(happening, own, days.recalled(own, carried(own, before), before))
            answered = requited_by(happening.token) is not None or is_to_be_stopped(happening.token)
            if answered:
                ground = msgspec.structs.replace(ground, when=own.when)  # not the day of the answer
            elif ground.when is None and named is not None and named[0].head.i == happening.token.i:
                ground = msgspec.structs.replace(ground, when=named[1])
            named = (happening.token, ground.when) if happening.token.dep_ in SUBJECTS else None
            claim = self._claim(happening, by_sentence[happening.token.sent.start], own, ground)
            if answered:
                claim = msgspec.structs.replace(claim, standing="background")
            elif out and not was_before(happening.token):
                claim = told_in_a_row(out[-1], claim)
            placed = self._for_each_listed(happening, claim)
            out += [one for one in placed if one.id not in told]
            told.update(one.id for one in placed)
            total = own.when is not None and own.when.is_of_whole_conflict(happening.kind)
            aside = total or self._timing.shows(happening.token)
            if not aside and (own.where is not None or own.when is not None):
                passed = passed_on(own, happening.kind, self._anchor.day)
                there = passed.where is None or (own.when is not None and are_at_one(own, last))
                last = carried(passed, last if there else None)
                days.note(own, ground)
        return out

    def _before(self, happening: Happening, last: Ground | None) -> Ground | None:
        """What was told before a happening and may be its own, too: of what is said to those at home none abroad."""
        home, states = self._grounder.home, self._grounder.states
        if last is None or happening.kind not in SPEECH or not is_told_of_another(happening, last.where, home, states):
            return last
        return msgspec.structs.replace(last, names=(), where=None)

    def _dated(self, happening: Happening, own: Ground, ground: Ground) -> Ground:
        """What has no date and is told as having happened took place shortly before it was said, where that is told.

        `own` is what its sentence gives; a day carried over into `ground` that lies after the saying is none of it.
        """
        said = self._timing.said(happening.token)
        if own.when is None and self._anchor.day is not None and goes_on(happening, ground.when, self._anchor.day):
            return msgspec.structs.replace(ground, when=around(said or self._anchor.day))
        if own.when is not None or said is None or local_certainty(happening.token) in NOT_YET:
            return ground
        if ground.when is not None and (ground.when.earliest is None or ground.when.earliest <= said):
            return ground
        return msgspec.structs.replace(ground, when=around(said))

    def claim(self, happening: Happening) -> Claim:
        """Return the claim of one happening by itself, placed and dated by its own sentence alone."""
        own = self._ground(happening)
        return self._for_each_listed(happening, self._claim(happening, [happening], own, own))[0]

    def _claim(self, happening: Happening, others: Sequence[Happening], own: Ground, ground: Ground) -> Claim:
        """A happening's claim; `others` are its sentence's happenings, `ground` its own with what was carried over."""
        token = happening.token
        start, end = token.idx, token.idx + len(token)
        telling = telling_of(happening, self._frames.at(start, end), self._no_doers)
        numbers = self._counts(token.sent)
        no_targets = self._no_doers if happening.kind in SPEECH else self._elsewhere
        return Claim(
            id=content_id("c", self._report.id, self._part.located, start, end, happening.kind),
            report=self._report.id,
            trigger=(start, end),
            evidence=evidence_of(token),
            type=happening.kind,
            certainty=telling.certainty,
            polarity=told_polarity(token, happening.kind, lacking=happening.trigger.entry.lacking),
            located=self._part.located,
            actor=telling.doers,
            target=target_names(happening, no_targets, telling.speaker),
            weapon=weapon_of(happening),
            places=ground.names,
            where=ground.where,
            when=ground.when,
            figures=figures_for(happening, numbers, others),
            people=people_in(happening, self._elsewhere),
            sources=telling.links,
            rules=self._rules(happening, ground, own, telling.notes),
        )

    def _counts(self, sentence: TokenSpan) -> tuple[Number, ...]:
        """The counts of a sentence."""
        known = self._counted.get(sentence.start)
        if known is None:
            taken = [*((t.start, t.end) for t in self._part.times), *self._links]
            known = self._counted[sentence.start] = find_numbers(sentence, taken)
        return known

    def _for_each_listed(self, happening: Happening, claim: Claim) -> list[Claim]:
        """A claim, or one for each place or day where the sentence tells of several with a toll each."""
        sentence = happening.token.sent
        counts = self._counts(sentence) if claim.figures else ()
        row = listed_counts(happening, counts, self._grounder.at, self._timed) if len(counts) > 1 else ()
        grounds = [
            Ground(
                names=tuple(name_as_told(m, self._part.doc) for m in told.places) or claim.places,
                where=self._grounder.where(told.places[0]) if told.places else claim.where,
                when=self._when(happening.token, told.time) if told.time is not None else claim.when,
            )
            for told in row
        ]
        return apart(claim, row, grounds, sentence.end_char)

    @cached_property
    def _timed(self) -> dict[int, TimeMention]:
        """The times of the story by the indices of their words."""
        spans = ((t, self._part.doc.char_span(t.start, t.end)) for t in self._times_of_story())
        return {token.i: time for time, words in spans if words is not None for token in words}

    def _when(self, trigger: Token, time: TimeMention) -> When:
        """A time as that of what a word names."""
        told = local_certainty(trigger) not in NOT_YET
        return when_of(time, since=self._timing.is_since(trigger, time), day=self._anchor.day, told=told)

    def _rules(self, happening: Happening, ground: Ground, own: Ground, notes: Sequence[str]) -> tuple[str, ...]:
        """The names of the rules that gave the claim, for whoever wants to know why."""
        token = happening.token
        rules = [f"trigger {happening.trigger.part}:{happening.trigger.lemma}"]
        if happening.kind != happening.trigger.kind:
            rules.append(f"kind by means: {happening.kind}")
        if (local := local_certainty(token)) is not None:
            rules.append(f"certainty by its own words: {local}")
        rules += notes
        start, end = token.idx, token.idx + len(token)
        rules += [f"attribution {f.rule}" for f in frames_at(self._frames.at(start, end), start, end)]
        if ground.where is not None:
            rules.append("place in its sentence" if own.where is not None else "place carried over")
        if ground.when is not None:
            rules.append("time in its sentence" if own.when is not None else "time carried over")
        return tuple(rules)

    def _times_of_story(self) -> list[TimeMention]:
        """The times that a claim may lie in: not the dateline; "now" is the report's day."""
        anchor = self._anchor
        out: list[TimeMention] = []
        for time in self._part.times:
            named = any(p.start <= time.start and time.end <= p.end for p in self._part.places)
            if named or overlaps(time.start, time.end, self._links):
                continue  # "Winter Haven" is a town
            dateline = anchor.span is not None and time.start < anchor.span[1] and anchor.span[0] < time.end
            if self._part.located == "text" and dateline:
                continue
            now = time.timex == "PRESENT_REF" and anchor.day is not None
            out.append(msgspec.structs.replace(time, earliest=anchor.day, latest=anchor.day) if now else time)
        return out

    def _ground(self, happening: Happening) -> Ground:
        token = happening.token
        mentions = self._grounder.place(token)
        time = self._timing.time(token)
        total = When(cumulative=True) if is_of_whole_war(happening, self._counts(token.sent)) else None
        when = self._when(token, time) if time is not None else total
        country = self._grounder.country
        if total is not None and all(m.country != self._grounder.home for m in mentions):
            mentions = ()  # "talks abroad have failed to end the war, which has killed thousands"
        if not mentions and when is not None and country is not None and when.is_of_whole_conflict(happening.kind):
            mentions = (country,)
        at_home = None if mentions else own_country(happening, self._grounder.states)
        mentions = mentions if at_home is None else (at_home,)
        names = tuple(name_as_told(m, self._part.doc) for m in mentions)
        return Ground(names, self._grounder.where(mentions[0]) if mentions else None, when)
