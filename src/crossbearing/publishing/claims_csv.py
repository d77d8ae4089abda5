"""`claims-csv`: one claim a row, for spreadsheets; UTF-8 with a byte order mark, so that Excel keeps Arabic whole."""

from typing import Any, TextIO, get_args

from crossbearing.publishing.sheet import write_sheet
from crossbearing.publishing.wording import chain_words, figure_words
from crossbearing.records import Claim, Event, Measure, Picture, Report

MEASURES: tuple[str, ...] = get_args(Measure)

COLUMNS = (
    "claim",
    "event",
    "happened",
    "responsible",
    "roots_low",
    "roots_high",
    "report",
    "outlet",
    "published",
    "title",
    "url",
    "language",
    "type",
    "certainty",
    "polarity",
    "standing",
    "actor",
    "target",
    "weapon",
    "place",
    "places_told",
    "geonameid",
    "lat",
    "lon",
    "precision_km",
    "where_prec",
    "place_relation",
    "when_told",
    "edtf",
    "earliest",
    "latest",
    "figures",
    *(f"{measure}_{bound}" for measure in MEASURES for bound in ("low", "high")),
    "chain",
    "links",
    "roots",
    "in",
    "trigger",
    "words",
    "words_start",
    "words_end",
)
"""The columns in their order. docs/formats.md explains each."""


def write(picture: Picture, stream: TextIO) -> None:
    """Write every claim of the picture: reports in order of id, claims in their order of reading.

    A claim that no event has taken up is written too, with empty event columns. Text that a spreadsheet would run as a
    formula gets an apostrophe before it.
    """
    events = {claim.id: event for event in picture.events for claim in event.claims}
    roots = {claim.id: claim.roots for event in picture.events for claim in event.claims}
    claims = ((id_, claim) for id_ in sorted(picture.readings) for claim in picture.readings[id_].claims)
    write_sheet(stream, COLUMNS, (
        _row(picture.reports[id_], claim, events.get(claim.id), roots.get(claim.id, ())) for id_, claim in claims
    ))


def _row(report: Report, claim: Claim, event: Event | None, roots: tuple[str, ...]) -> dict[str, Any]:
    where, when = claim.where, claim.when
    told_in = (report.title or "") if claim.located == "title" else report.text
    return {
        "claim": claim.id,
        "event": event.id if event else None,
        "happened": event.grade.happened if event else None,
        "responsible": event.grade.responsible if event else None,
        "roots_low": event.roots.low if event else None,
        "roots_high": event.roots.high if event else None,
        "report": report.id,
        "outlet": report.outlet,
        "published": report.published,
        "title": report.title,
        "url": report.url,
        "language": report.language,
        "type": claim.type,
        "certainty": claim.certainty,
        "polarity": claim.polarity,
        "standing": claim.standing,
        "actor": "; ".join(claim.actor),
        "target": "; ".join(claim.target),
        "weapon": claim.weapon,
        "place": where.name if where else None,
        "places_told": "; ".join(claim.places),
        "geonameid": where.geonameid if where else None,
        "lat": where.lat if where else None,
        "lon": where.lon if where else None,
        "precision_km": where.precision_km if where else None,
        "where_prec": where.where_prec if where else None,
        "place_relation": where.relation if where else None,
        "when_told": when.text if when else None,
        "edtf": when.edtf if when else None,
        "earliest": when.earliest if when else None,
        "latest": when.latest if when else None,
        "figures": "; ".join(figure_words(figure) for figure in claim.figures),
        **_bounds(claim),
        "chain": chain_words(report, claim.sources),
        "links": len(claim.sources),
        "roots": "; ".join(roots),
        "in": claim.located,
        "trigger": told_in[slice(*claim.trigger)],
        "words": told_in[slice(*claim.evidence)],
        "words_start": claim.evidence[0],
        "words_end": claim.evidence[1],
    }


def _bounds(claim: Claim) -> dict[str, int | None]:
    """Return low and high of each measure: of several figures the first that is no part or running total."""
    out: dict[str, int | None] = {f"{measure}_{bound}": None for measure in MEASURES for bound in ("low", "high")}
    for figure in reversed(claim.figures):
        if not (figure.part_of_whole or figure.cumulative):
            out[f"{figure.measure}_low"], out[f"{figure.measure}_high"] = figure.low, figure.high
    return out
