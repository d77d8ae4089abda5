"""The first reader: a report in, its places, times, attributions and claims out."""

from collections.abc import Sequence
from typing import Literal

import msgspec
from spacy.tokens import Doc, Token

from crossbearing.language import identify, parse
from crossbearing.places import Gazetteer, find_places
from crossbearing.reading.rules_v1.attribution import Frame, chain_at, find_frames
from crossbearing.reading.rules_v1.certainty import local_certainty, polarity_of
from crossbearing.reading.rules_v1.discourse import settled
from crossbearing.reading.rules_v1.figures import figures_for
from crossbearing.reading.rules_v1.finding import find_happenings
from crossbearing.reading.rules_v1.grounding import Ground, Grounder, carried, is_of_whole_conflict, when_of, where_of
from crossbearing.reading.rules_v1.happenings import Happening
from crossbearing.reading.rules_v1.numbers import Number, find_numbers
from crossbearing.reading.rules_v1.participants import actor_names, target_names, weapon_of
from crossbearing.reading.rules_v1.people import people_in
from crossbearing.records import Certainty, Claim, PlaceMention, Reading, Report, SourceLink, TimeMention, content_id
from crossbearing.times import Anchor, anchor_of, find_times

LONGEST_EVIDENCE = 600
SPEECH = frozenset(
    {
        "accuse_condemn",
        "demand",
        "deny_reject",
        "support",
        "threaten",
        "sanction_resolution",
        "consult",
        "ceasefire_agreement",
    }
)


class Parsed(msgspec.Struct):
    """One parsed text of a report (its text, or a title that stands apart) with its layers."""

    doc: Doc
    located: Literal["text", "title"]
    places: tuple[PlaceMention, ...]
    times: tuple[TimeMention, ...]
    frames: tuple[Frame, ...]
    elsewhere: frozenset[int]
    """Indices of the words of place names and times, which tell where and when, not whom."""


class Rules:
    """Reads English reports by rules over a parse. Pure but for the gazetteer it is handed."""

    name = "rules_v1"
    languages = frozenset({"en"})

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer

    def read(self, report: Report) -> Reading:
        """Read one report; a report in a language that is not read comes back with a note instead of claims."""
        language = report.language or identify(report.text) or identify(report.title or "")
        if language is not None and language not in self.languages:
            return Reading(
                report=report.id,
                reader=self.name,
                language=language,
                notes=(f"language {language} is not read by {self.name}; the report is kept, without claims",),
            )
        anchor = anchor_of(report.text, report.published)
        title = self._parse(report.title or "", "title", report, anchor, ()) if report.title_stands_apart else None
        body = self._parse(report.text, "text", report, anchor, title.places if title else ())
        claims = settled(
            [c for part in (title, body) if part is not None for c in self._claims(part, report, anchor)],
            headlines(report, body),
            anchor.day,
        )
        return Reading(
            report=report.id,
            reader=self.name,
            language=language,
            places=body.places,
            times=body.times,
            attributions=tuple(f.spans() for f in body.frames),
            claims=tuple(claims),
            dateline=anchor.dateline,
            wire=next((link.name for f in body.frames if f.rule == "byline" for link in f.links), None),
            notes=anchor.notes,
        )

    def _parse(
        self,
        text: str,
        located: Literal["text", "title"],
        report: Report,
        anchor: Anchor,
        known: Sequence[PlaceMention],
    ) -> Parsed:
        doc = parse(text)
        places = find_places(doc, self._gazetteer, known=known)
        times = find_times(doc, anchor)
        grounds = [(p.start, p.end) for p in places if p.use == "place"] + [(t.start, t.end) for t in times]
        spans = (doc.char_span(a, b, alignment_mode="expand") for a, b in grounds)
        elsewhere = frozenset(token.i for span in spans if span is not None for token in span)
        return Parsed(doc, located, places, times, find_frames(doc, report), elsewhere)

    def _claims(self, part: Parsed, report: Report, anchor: Anchor) -> list[Claim]:
        doc = part.doc
        timed = [(t.start, t.end) for t in part.times]
        happenings = [
            h for h in find_happenings(doc, headlines(report, part)) if not any(a <= h.token.idx < b for a, b in timed)
        ]
        numbers = find_numbers(doc, timed)
        sources = [span for f in part.frames for span in f.source]
        cues = [span for f in part.frames for span in f.cue]
        grounder = Grounder(doc, part.places, self._times_of_story(part, anchor), sources, cues)
        by_sentence: dict[int, list[Happening]] = {}
        for h in happenings:
            by_sentence.setdefault(h.token.sent.start, []).append(h)
        claims: list[Claim] = []
        last: Ground | None = None
        for h in happenings:
            sentence = h.token.sent
            own = [n for n in numbers if sentence.start <= n.first < sentence.end]
            ground = self._ground(grounder, h, anchor)
            filled = carried(ground, last)
            total = ground.when is not None and is_of_whole_conflict(h.kind, ground.when)
            if not total and (ground.where is not None or ground.when is not None):
                last = carried(ground, last if ground.where is None else None)
            links, framed = chain_at(part.frames, h.token.idx, h.token.idx + len(h.token))
            claims.append(self._claim(part, report, h, filled, links, framed, own, by_sentence[sentence.start]))
        return claims

    def _times_of_story(self, part: Parsed, anchor: Anchor) -> list[TimeMention]:
        """The times that a claim may lie in: not the dateline; "now" is the report's day."""
        out: list[TimeMention] = []
        for time in part.times:
            dateline = anchor.span is not None and time.start < anchor.span[1] and anchor.span[0] < time.end
            if part.located == "text" and dateline:
                continue
            now = time.timex == "PRESENT_REF" and anchor.day is not None
            out.append(msgspec.structs.replace(time, earliest=anchor.day, latest=anchor.day) if now else time)
        return out

    def _ground(self, grounder: Grounder, happening: Happening, anchor: Anchor) -> Ground:
        mentions = grounder.place(happening.token)
        time = grounder.time(happening.token)
        when = None
        if time is not None:
            told = local_certainty(happening.token) not in {"feared_predicted", "hypothetical", "demanded"}
            when = when_of(time, since=grounder.is_since(happening.token, time), day=anchor.day, told=told)
        if (
            not mentions
            and when is not None
            and grounder.country is not None
            and is_of_whole_conflict(happening.kind, when)
        ):
            mentions = (grounder.country,)
        return Ground(tuple(m.text for m in mentions), where_of(mentions[0]) if mentions else None, when)

    def _claim(
        self,
        part: Parsed,
        report: Report,
        h: Happening,
        ground: Ground,
        links: tuple[SourceLink, ...],
        framed: Certainty | None,
        numbers: Sequence[Number],
        others: Sequence[Happening],
    ) -> Claim:
        start, end = h.token.idx, h.token.idx + len(h.token)
        return Claim(
            id=content_id("c", report.id, part.located, start, end, h.kind),
            report=report.id,
            trigger=(start, end),
            evidence=evidence_of(h.token),
            type=h.kind,
            certainty=certainty_of(h, framed, links),
            polarity=polarity_of(h.token),
            located=part.located,
            actor=actor_names(h),
            target=target_names(h, part.elsewhere),
            weapon=weapon_of(h),
            places=ground.names,
            where=ground.where,
            when=ground.when,
            figures=figures_for(h, numbers, others),
            people=people_in(h, part.elsewhere),
            sources=links,
            rules=(f"{h.trigger.part}:{h.trigger.lemma}",),
        )


def headlines(report: Report, part: Parsed) -> list[tuple[int, int]]:
    """Spans of this text that repeat the report's title; the whole of a title that stands apart."""
    text, title = part.doc.text, (report.title or "").strip()
    if part.located == "title":
        return [(0, len(text))]
    out: list[tuple[int, int]] = []
    at = text.find(title) if title else -1
    while at >= 0:
        out.append((at, at + len(title)))
        at = text.find(title, at + len(title))
    return out


def evidence_of(token: Token) -> tuple[int, int]:
    """The sentence of a trigger, cut about the trigger where it is longer than evidence may be."""
    sentence = token.sent
    start, end = sentence.start_char, sentence.end_char
    text = token.doc.text
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if end - start > LONGEST_EVIDENCE:
        middle = token.idx
        start = max(start, middle - LONGEST_EVIDENCE // 2)
        end = min(end, start + LONGEST_EVIDENCE)
    return start, end


def certainty_of(h: Happening, framed: Certainty | None, links: Sequence[SourceLink]) -> Certainty:
    """The certainty of a claim: its own words first, then what the frame about it makes of it."""
    local = local_certainty(h.token)
    if h.kind == "demand":
        return "demanded"
    if h.kind == "threaten":
        return "feared_predicted"
    if h.kind == "deny_reject" and h.trigger.lemma in {"deny", "denial"}:
        return "denied"
    if h.kind in SPEECH:
        return local or "asserted"
    if local is not None:
        return local
    if framed is not None:
        return framed
    return "reported" if links else "asserted"
