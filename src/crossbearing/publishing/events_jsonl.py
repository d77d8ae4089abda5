"""`events-jsonl`: one event a line, in the shape the design calls "Events out"."""

from typing import Any, TextIO

import msgspec

from crossbearing.publishing.wording import encodable
from crossbearing.records import Event, Picture, Side, When, Where


def write(picture: Picture, stream: TextIO) -> None:
    """Write every event of the picture, in its order, as one JSON object a line."""
    stream.writelines(msgspec.json.encode(encodable_all(as_object(event))).decode() + "\n" for event in picture.events)


def as_object(event: Event) -> dict[str, Any]:
    """Return one event in the shape of "Events out"; what is not known is null."""
    grade, roots = event.grade, event.roots
    return {
        "id": event.id,
        "type": event.type,
        "label": event.label,
        "when": _when(event.when),
        "where": _where(event.where),
        "grade": {"happened": grade.happened, "responsible": grade.responsible, "rule": grade.rule, "why": grade.why},
        "roots": {"low": roots.low, "high": roots.high, "names": list(roots.names)},
        "figures": {
            measure: {"low": f.low, "best": f.best, "high": f.high, "claims": list(f.claims)}
            for measure, f in event.figures.items()
        },
        "contradictions": [{"field": c.field, "sides": [_side(s) for s in c.sides]} for c in event.contradictions],
        "corrections": [
            {"field": c.field, "before": _side(c.before), "after": _side(c.after), "why": c.why}
            for c in event.corrections
        ],
        "part_of": event.part_of,
        "claims": [
            {
                "id": c.id,
                "report": c.report,
                "trigger": list(c.trigger),
                "evidence": list(c.evidence),
                "roots": list(c.roots),
            }
            for c in event.claims
        ],
        "reports": [
            {
                "id": r.id,
                "principal": r.principal,
                "figures": {m: {"low": f.low, "high": f.high} for m, f in r.figures.items()},
            }
            for r in event.reports
        ],
    }


def _side(side: Side) -> dict[str, Any]:
    return {
        "value": side.value, "claims": list(side.claims), "reports": list(side.reports), "roots": list(side.roots),
    }


def _when(when: When | None) -> dict[str, Any] | None:
    return (
        when
        if when is None
        else {"text": when.text, "edtf": when.edtf, "earliest": when.earliest, "latest": when.latest}
    )


def _where(where: Where | None) -> dict[str, Any] | None:
    return (
        where
        if where is None
        else {
            "name": where.name,
            "geonameid": where.geonameid,
            "lat": where.lat,
            "lon": where.lon,
            "precision_km": where.precision_km,
            "where_prec": where.where_prec,
        }
    )


def encodable_all(value: Any) -> Any:
    """Return lists and dicts with every text in them made encodable.

    >>> encodable_all({"a": ["b" + chr(0xD800)]})
    {'a': ['b�']}
    """
    if isinstance(value, str):
        return encodable(value)
    if isinstance(value, dict):
        return {encodable_all(k): encodable_all(v) for k, v in value.items()}
    return [encodable_all(v) for v in value] if isinstance(value, list) else value
