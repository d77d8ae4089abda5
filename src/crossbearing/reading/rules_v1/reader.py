"""The first reader: a report in, its places, times, attributions and claims out."""

from collections.abc import Sequence
from typing import Literal

from spacy.tokens import Doc
from spacy.tokens import Span as Words

from crossbearing.actors import names_body
from crossbearing.language import end_of_headline, parse
from crossbearing.places import Gazetteer, find_places
from crossbearing.reading.rules_v1.arabic import ArabicLayers, arabic_spans, blanked, language_of, read_arabic
from crossbearing.reading.rules_v1.attribution import PLACE, attributions, find_frames
from crossbearing.reading.rules_v1.capitals import plain_case
from crossbearing.reading.rules_v1.claims import ClaimBuilder, Parsed
from crossbearing.reading.rules_v1.discourse import settled
from crossbearing.reading.rules_v1.happenings import at_trigger
from crossbearing.records import Claim, PlaceMention, Reading, Report, Span
from crossbearing.times import Anchor, anchor_of, find_times


class Rules:
    """Reads English by rules over a parse and Arabic by rules over words. Pure but for the gazetteer it is handed."""

    name = "rules_v1"
    languages = frozenset({"ar", "en"})

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer

    def read(self, report: Report) -> Reading:
        """Read one report; a report in a language that is not read comes back with a note instead of claims."""
        language = report.language or language_of(report.text) or language_of(report.title or "")
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
        told = [c for part in (title, body) if part is not None for c in ClaimBuilder(part, report, anchor).claims()]
        layers = {"title": self._arabic("title", report, anchor), "text": self._arabic("text", report, anchor)}
        arabic = layers["text"]
        if any(one.claims for one in layers.values()):
            told += [c for one in layers.values() for c in one.claims]
            told.sort(key=lambda c: (c.located != "title", c.trigger))
        return Reading(
            report=report.id,
            reader=self.name,
            language=language,
            places=tuple(sorted((*body.places, *arabic.places), key=lambda p: p.start)),
            times=tuple(sorted((*body.times, *arabic.times), key=lambda t: t.start)),
            attributions=(*attributions(body.frames), *arabic.attributions),
            claims=tuple(settled(told, body.headlines, anchor.day)),
            dateline=anchor.dateline,
            wire=next((link.name for f in body.frames if f.rule == "byline" for link in f.links), None),
            notes=anchor.notes,
        )

    def claim_at(self, report: Report, trigger: Span, kind: str | None = None) -> Claim:
        """Build the claim for a trigger that a person marked in an English report's text.

        `kind` says what it names, where the reader's own words would say nothing or something else. Raises ValueError
        where the span holds no word, or a word that names nothing while `kind` is null.
        """
        anchor = anchor_of(report.text, report.published)
        body = self._parse(report.text, "text", report, anchor, ())
        words = body.doc.char_span(*trigger, alignment_mode="expand")
        if words is None:
            raise ValueError(f"report {report.id}: no word stands at {trigger[0]}-{trigger[1]}")
        happening = at_trigger(words.root, kind)
        if happening is None:
            raise ValueError(f"report {report.id}: {words.text!r} names no happening; say which kind it is")
        return ClaimBuilder(body, report, anchor).claim(happening)

    def _arabic(self, located: Literal["text", "title"], report: Report, anchor: Anchor) -> ArabicLayers:
        """The Arabic lines of the report's text, or of a title that stands apart."""
        text = report.text if located == "text" else report.title or "" if report.title_stands_apart else ""
        spans = arabic_spans(text)
        if not spans:
            return ArabicLayers()
        return read_arabic(text, spans, report=report.id, located=located, anchor=anchor, gazetteer=self._gazetteer)

    def _parse(
        self,
        text: str,
        located: Literal["text", "title"],
        report: Report,
        anchor: Anchor,
        known: Sequence[PlaceMention],
    ) -> Parsed:
        # Lines in Arabic have rules of their own, a site's name tells nothing; blanked, they leave all offsets as they
        # are.
        site = ((end_of_headline(text), len(text)),) if located == "title" else ()
        latin = blanked(text, (*arabic_spans(text), *site))
        spans = headlines(report, text, located)
        doc = parse(latin, plain_case(latin, spans))
        places = find_places(doc, self._gazetteer, known=known, is_body=names_body)
        _mark_places(doc, places)
        # A date that the report prints in an Arabic line is found there.
        times = tuple(time for time in find_times(doc, anchor) if time.text.strip())
        return Parsed(doc, located, places, times, find_frames(doc, report), spans)


def _mark_places(doc: Doc, places: Sequence[PlaceMention]) -> None:
    """Set the places of a text as the entities of its parse, so that rules which see only the parse know them."""
    found: list[Words] = []
    for place in places:
        words = doc.char_span(place.start, place.end, label=PLACE, alignment_mode="expand")
        if place.use == "place" and words is not None and not (found and words.start < found[-1].end):
            found.append(words)
    doc.set_ents(found)


def headlines(report: Report, text: str, located: Literal["text", "title"]) -> tuple[Span, ...]:
    """Spans in which a text repeats its report's title; the whole of a title that stands apart."""
    if located == "title":
        return ((0, len(text)),)
    title = (report.title or "").strip()
    out: list[Span] = []
    at = text.find(title) if title else -1
    while at >= 0:
        out.append((at, at + len(title)))
        at = text.find(title, at + len(title))
    return tuple(out)
