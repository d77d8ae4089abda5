"""A picture as the data that the page's script draws: every word that a person reads is put in words here."""

from collections.abc import Callable
from typing import Any

from crossbearing.ontology import kinds, words
from crossbearing.publishing.page.passages import browser_offsets, passage
from crossbearing.publishing.wording import (
    CHANNELS,
    count_words,
    cue_words,
    day_words,
    figure_words,
    kind_words,
    outlet_words,
    overall,
    range_words,
    roots_words,
    when_words,
    where_words,
)
from crossbearing.records import Claim, Event, Link, Picture, Report, Side, SourceLink

MOST_LINKS = 40
"""Links between claims that are shown of one event; the archive has them all."""


def page_data(picture: Picture) -> dict[str, Any]:
    """Return the picture as plain lists and dicts. Claims that stand in no event are left to the exports.

    Offsets count UTF-16 units of the passage they are given with. Reports that gave no claim are listed with what
    intake and reader have to say about them, so that nothing is missed silently.
    """
    claims = {claim.id: claim for reading in picture.readings.values() for claim in reading.claims}
    passages = _Passages(picture)
    told = {told.id for event in picture.events for told in event.claims if told.id in claims}
    return {
        "summary": summary(picture),
        "kinds": {name: {"name": kind_words(name), "words": kind.words} for name, kind in kinds().items()},
        "grades": words().grades,
        "certainties": words().certainties,
        "measures": words().measures,
        "source_kinds": words().source_kinds,
        "events": [_event(event, claims) for event in picture.events],
        "claims": {claim_id: _claim(claims[claim_id], passages) for claim_id in sorted(told)},
        "passages": passages.rows,
        "reports": {report_id: _report(report, picture) for report_id, report in sorted(picture.reports.items())},
    }


def summary(picture: Picture) -> dict[str, Any]:
    """Return what a headline says of the picture: how much of what, of which days, how many events of each grade."""
    days = [
        day
        for event in picture.events
        if event.when
        for day in (event.when.earliest, event.when.latest)
        if day is not None
    ]
    published = [report.published for report in picture.reports.values() if report.published]
    span = published or days
    return {
        "reports": len(picture.reports),
        "outlets": len({outlet_words(report) for report in picture.reports.values()}),
        "events": len(picture.events),
        "days": day_words(min(span), max(span)) if span else None,
        "grades": {grade: sum(overall(e.grade) == grade for e in picture.events) for grade in words().grades},
    }


class _Passages:
    """Collects the passages that claims need, each once."""

    def __init__(self, picture: Picture) -> None:
        self.rows: list[dict[str, Any]] = []
        self._picture = picture
        self._index: dict[tuple[str, str, int, int], int] = {}
        self._offsets: dict[tuple[str, str], Callable[[int], int]] = {}

    def place(self, claim: Claim) -> tuple[int, Callable[[int], int]]:
        """Return the number of the claim's passage, and what turns offsets of its text into offsets of the passage."""
        report = self._picture.reports[claim.report]
        text = (report.title or "") if claim.located == "title" else report.text
        told_in = (claim.report, claim.located)
        if told_in not in self._offsets:
            self._offsets[told_in] = browser_offsets(text)
        offsets = self._offsets[told_in]
        found = passage(text, claim.evidence)
        key = (claim.report, claim.located, found.start, found.end)
        if key not in self._index:
            self._index[key] = len(self.rows)
            self.rows.append(
                {
                    "report": claim.report,
                    "in": claim.located,
                    "text": text[found.start : found.end],
                    "before": found.cut_before,
                    "after": found.cut_after,
                    "at": found.start,
                }
            )
        begin, end = offsets(found.start), offsets(found.end)
        return self._index[key], lambda offset: min(max(offsets(offset), begin), end) - begin


def _claim(claim: Claim, passages: _Passages) -> dict[str, Any]:
    number, at = passages.place(claim)
    return {
        "report": claim.report,
        "passage": number,
        "type": claim.type,
        "trigger": [at(claim.trigger[0]), at(claim.trigger[1])],
        "evidence": [at(claim.evidence[0]), at(claim.evidence[1])],
        "certainty": claim.certainty,
        "negated": claim.polarity == "negated",
        "background": claim.standing == "background",
        "actor": claim.actor,
        "target": claim.target,
        "weapon": claim.weapon,
        "when": when_words(claim.when) if claim.when else None,
        "where": where_words(claim.where) if claim.where else None,
        "figures": [
            {"measure": f.measure, "words": figure_words(f), "at": [at(f.span[0]), at(f.span[1])]}
            for f in claim.figures
        ],
        "chain": [_link(link) for link in claim.sources],
    }


def _link(link: SourceLink) -> dict[str, Any]:
    return {
        "name": link.name,
        "kind": link.kind,
        "channel": CHANNELS[link.channel],
        "cue": cue_words(link),
        "joint": link.joint,
        "named": link.named,
        "knowing": None if link.knowing == "unknown" else link.knowing.replace("_", " "),
    }


def _report(report: Report, picture: Picture) -> dict[str, Any]:
    reading = picture.readings.get(report.id)
    link = report.url if report.url and report.url.startswith(("https://", "http://")) else None
    return {
        "title": report.title,
        "outlet": outlet_words(report),
        "published": day_words(report.published, report.published),
        "url": link,
        "language": report.language or (reading.language if reading else None),
        "digest": report.digest,
        "claims": len(reading.claims) if reading else 0,
        "wire": reading.wire if reading else None,
        "notes": [*report.notes, *(reading.notes if reading else ("not read",))],
    }


def _event(event: Event, claims: dict[str, Claim]) -> dict[str, Any]:
    where, when = event.where, event.when
    on_map = where is not None and where.lat is not None and where.lon is not None
    return {
        "id": event.id,
        "kind": event.type,
        "label": event.label,
        "grade": overall(event.grade),
        "happened": event.grade.happened,
        "responsible": event.grade.responsible,
        "why": event.grade.why,
        "rule": event.grade.rule,
        "when": when_words(when),
        "earliest": when.earliest if when else None,
        "latest": when.latest if when else None,
        "where": where_words(where),
        "place": where.name if where else None,
        "at": [where.lat, where.lon, where.precision_km or 0] if where and on_map else None,
        "roots": {
            "low": event.roots.low,
            "high": event.roots.high,
            "names": event.roots.names,
            "why": event.roots.why,
            "words": roots_words(event.roots),
        },
        "figures": [
            {
                "measure": measure,
                "low": f.low,
                "best": f.best,
                "high": f.high,
                "claims": f.claims,
                "range": range_words(f),
                "best_words": count_words(f.best, f.best),
            }
            for measure, f in event.figures.items()
        ],
        "contradictions": [
            {"field": row.field, "sides": [_side(side) for side in row.sides]} for row in event.contradictions
        ],
        "corrections": [
            {"field": row.field, "before": _side(row.before), "after": _side(row.after), "why": row.why}
            for row in event.corrections
        ],
        "part_of": event.part_of,
        "claims": [{"id": claim.id, "roots": claim.roots} for claim in event.claims if claim.id in claims],
        "reports": {
            report.id: {"principal": report.principal, "reprint_of": report.reprint_of} for report in event.reports
        },
        "links": [_why_linked(link) for link in event.links[:MOST_LINKS]],
        "links_left_out": max(0, len(event.links) - MOST_LINKS),
    }


def _side(side: Side) -> dict[str, Any]:
    return {"value": side.value, "claims": side.claims, "reports": side.reports, "roots": side.roots}


def _why_linked(link: Link) -> dict[str, Any]:
    return {
        "a": link.a,
        "b": link.b,
        "weight": round(link.weight, 1),
        "comparisons": [[c.name, c.found, round(c.weight, 1)] for c in link.comparisons],
    }
