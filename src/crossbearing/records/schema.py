"""JSON Schema of the shapes that cross the border, made from the records themselves."""

import inspect
from collections.abc import Callable
from typing import Any, Literal

import msgspec

from crossbearing.ontology import kinds
from crossbearing.records.claim import Claim
from crossbearing.records.event import Event
from crossbearing.records.place import PlaceMention
from crossbearing.records.report import Report
from crossbearing.records.source import Attribution
from crossbearing.records.time import TimeMention

Shape = Literal["report", "layers", "event"]
"""A row of JSONL coming in; a line of `read --layers`; a line of `export --format events-jsonl`."""

DIALECT = "https://json-schema.org/draft/2020-12/schema"
GIVEN = ("id", "title", "text", "published", "outlet", "url", "language")
"""Fields of a report that come from outside; the others are found out when it is taken in."""
TOLD = (
    "id", "type", "label", "when", "where", "grade", "roots", "figures", "contradictions", "corrections", "part_of",
    "claims", "reports",
)
"""Fields of an event that every line out has; how its claims were linked stays inside."""
LAYERS = {"places": PlaceMention, "times": TimeMention, "attributions": Attribution, "claims": Claim}


def schema(shape: Shape) -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of one line of a shape.

    >>> schema("report")["required"]
    ['text']
    """
    return {"$schema": DIALECT, "title": shape, **_MAKERS[shape]()}


def _report() -> dict[str, Any]:
    (_,), definitions = _components(Report)
    fields = definitions.pop("Report")["properties"]
    # Numbers are taken as ids too: many tables number their rows.
    given = {name: fields[name] for name in GIVEN} | {"id": {"type": ["string", "integer"]}}
    return {"type": "object", "properties": given, "required": ["text"]}


def _layers() -> dict[str, Any]:
    parts, definitions = _components(*LAYERS.values())
    lists = {name: {"type": "array", "items": part} for name, part in zip(LAYERS, parts, strict=True)}
    properties = {"id": {"type": "string"}, **lists}
    return {"type": "object", "properties": properties, "required": list(properties), "$defs": definitions}


def _event() -> dict[str, Any]:
    (_,), definitions = _components(Event)
    fields = definitions.pop("Event")["properties"]
    told = {name: fields[name] for name in TOLD} | {"type": {"enum": list(kinds())}}
    del definitions["Link"], definitions["Comparison"]
    return {"type": "object", "properties": told, "required": list(told), "$defs": definitions}


def _components(*types: type) -> tuple[tuple[dict[str, Any], ...], dict[str, Any]]:
    parts, definitions = msgspec.json.schema_components(types, ref_template="#/$defs/{name}")
    for name, definition in definitions.items():
        definition["description"] = inspect.cleandoc(definition["description"])
        if name == "Claim":
            definition["properties"]["type"] = {"enum": list(kinds())}
        if name in ("PlaceMention", "Where"):  # told of each place that goes out, though no field of the record
            step = {"type": "integer", "minimum": 1, "maximum": 7}
            definition["properties"]["where_prec"] = {"anyOf": [step, {"type": "null"}]}
    return parts, definitions


_MAKERS: dict[Shape, Callable[[], dict[str, Any]]] = {"report": _report, "layers": _layers, "event": _event}
