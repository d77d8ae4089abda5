"""Layers: what is read out of one report, one report a line, in the shape the design calls "Layers out"."""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Any

import msgspec

from crossbearing.publishing.wording import encodable
from crossbearing.records import Attribution, Claim, Figure, PlaceMention, Reading, Report, Span, TimeMention


def layers_line(report: Report, reading: Reading | None) -> str:
    r"""Return the line of one report, with its line end; without a reading (a reader failed) every layer is empty.

    >>> layers_line(Report(id="a", text="", digest=""), None)
    '{"id":"a","places":[],"times":[],"attributions":[],"claims":[]}\n'
    """
    layers = {
        "id": encodable(report.id),
        "places": [_place(mention) for mention in reading.places] if reading else [],
        "times": [_time(mention) for mention in reading.times] if reading else [],
        "attributions": [_attribution(frame) for frame in reading.attributions] if reading else [],
        "claims": [claim_object(claim) for claim in reading.claims] if reading else [],
    }
    return msgspec.json.encode(layers).decode() + "\n"


def _place(mention: PlaceMention) -> dict[str, Any]:
    return {
        "start": mention.start,
        "end": mention.end,
        "text": encodable(mention.text),
        "geonameid": mention.geonameid,
        "lat": mention.lat,
        "lon": mention.lon,
        "precision_km": mention.precision_km,
        "where_prec": mention.where_prec,
        "relation": _maybe(mention.relation),
    }


def _time(mention: TimeMention) -> dict[str, Any]:
    return {
        "start": mention.start,
        "end": mention.end,
        "text": encodable(mention.text),
        "timex": mention.timex,
        "edtf": mention.edtf,
        "earliest": _day(mention.earliest),
        "latest": _day(mention.latest),
    }


def _attribution(frame: Attribution) -> dict[str, Any]:
    return {"source": _spans(frame.source), "cue": _spans(frame.cue), "content": _spans(frame.content)}


def claim_object(claim: Claim) -> dict[str, Any]:
    """Return one claim in the shape of "Layers out"."""
    where, when = claim.where, claim.when
    return {
        "id": encodable(claim.id),
        "trigger": list(claim.trigger),
        "evidence": list(claim.evidence),
        "type": claim.type,
        "certainty": claim.certainty,
        "polarity": claim.polarity,
        "actor": _names(claim.actor),
        "target": _names(claim.target),
        "places": _names(claim.places),
        "in": claim.located,
        "where": {
            "name": encodable(where.name),
            "geonameid": where.geonameid,
            "lat": where.lat,
            "lon": where.lon,
            "precision_km": where.precision_km,
        }
        if where
        else None,
        "when": {
            "text": _maybe(when.text),
            "edtf": when.edtf,
            "earliest": _day(when.earliest),
            "latest": _day(when.latest),
        }
        if when
        else None,
        "figures": [_figure(figure) for figure in claim.figures],
        "sources": [
            {
                "name": encodable(link.name),
                "kind": link.kind,
                "channel": link.channel,
                "cue": encodable(link.cue),
                "joint": link.joint,
            }
            for link in claim.sources
        ],
    }


def _figure(figure: Figure) -> dict[str, Any]:
    return {
        "measure": figure.measure,
        "low": figure.low,
        "high": figure.high,
        "text": encodable(figure.text),
        "group": _maybe(figure.group),
        "nature": figure.nature,
    }


def _names(names: Iterable[str]) -> list[str]:
    return [encodable(name) for name in names]


def _spans(spans: Sequence[Span]) -> list[list[int]]:
    return [list(span) for span in spans]


def _maybe(text: str | None) -> str | None:
    return None if text is None else encodable(text)


def _day(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None
