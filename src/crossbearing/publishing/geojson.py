"""`geojson`: one event a feature, after RFC 7946; longitude first, null geometry where the place is not known."""

from typing import Any, TextIO

import msgspec

from crossbearing.publishing.wording import encodable, roots_words, when_words, where_words
from crossbearing.records import Event, Picture

ATTRIBUTION = "contains data from GeoNames.org (CC BY 4.0)"


def write(picture: Picture, stream: TextIO) -> None:
    """Write the picture as one FeatureCollection, a feature a line."""
    stream.write('{"type":"FeatureCollection","attribution":"' + ATTRIBUTION + '","features":[')
    stream.writelines(
        (",\n" if n else "\n") + msgspec.json.encode(feature(event)).decode() for n, event in enumerate(picture.events)
    )
    stream.write("\n]}\n")


def feature(event: Event) -> dict[str, Any]:
    """Return one event as a GeoJSON feature. `precision_km` is the radius within which the place lies."""
    where, when = event.where, event.when
    point = where and where.lat is not None and where.lon is not None
    properties: dict[str, Any] = {
        "type": event.type,
        "label": encodable(event.label),
        "happened": event.grade.happened,
        "responsible": event.grade.responsible,
        "why": encodable(event.grade.why),
        "when": when_words(when),
        "earliest": when.earliest if when else None,
        "latest": when.latest if when else None,
        "edtf": when.edtf if when else None,
        "where": encodable(where_words(where)),
        "place": encodable(where.name) if where else None,
        "geonameid": where.geonameid if where else None,
        "precision_km": where.precision_km if where else None,
        "where_prec": where.where_prec if where else None,
        "roots": roots_words(event.roots),
        "roots_low": event.roots.low,
        "roots_high": event.roots.high,
        "contradicted": ", ".join(sorted({c.field for c in event.contradictions})),
        "claims": len(event.claims),
        "reports": len(event.reports),
        "part_of": event.part_of,
    }
    for measure, figure in event.figures.items():
        properties |= {f"{measure}_low": figure.low, f"{measure}_best": figure.best, f"{measure}_high": figure.high}
    return {
        "type": "Feature",
        "id": event.id,
        "geometry": {"type": "Point", "coordinates": [where.lon, where.lat]} if where and point else None,
        "properties": properties,
    }
