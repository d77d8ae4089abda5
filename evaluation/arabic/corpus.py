"""The Arabic sentences as reports to read and gold to score by, in the shapes of the labelled corpora."""

import datetime as dt
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, Literal

import yaml

Part = Literal["open", "held"]
Row = dict[str, Any]


@cache
def _document() -> Row:
    raw: Row = yaml.safe_load(Path(__file__).with_name("sentences.yaml").read_text(encoding="utf-8"))
    return raw


def _of(part: Part) -> list[Row]:
    return [r for r in _document()["reports"] if bool(r.get("held")) == (part == "held")]


def reports(part: Part) -> list[Row]:
    """Return the reports of a part in the intake shape.

    >>> len(reports("open")) + len(reports("held")) >= 60
    True
    """
    return [{"id": r["id"], "text": r["text"], "published": str(r["day"]), "language": "ar"} for r in _of(part)]


def gold(part: Part) -> list[Row]:
    """Return the claims of a part in the shape of `syria/claims`, triggers as offsets.

    Raises:
        ValueError: a trigger does not stand in its report.
    """
    return [row for report in _of(part) for row in _claims(report)]


def _claims(report: Row) -> Iterator[Row]:
    taken: set[int] = set()
    for n, claim in enumerate(report["claims"], start=1):
        trigger = str(claim["t"])
        start = report["text"].find(trigger)
        while start in taken:
            start = report["text"].find(trigger, start + 1)
        if start < 0:
            message = f"{report['id']}: the trigger {trigger!r} does not stand in the text"
            raise ValueError(message)
        taken.add(start)
        places = claim.get("p", [])
        sources = [_source(*s) for s in claim.get("s", [])]
        when = claim.get("w")
        yield {
            "doc": report["id"],
            "n": n,
            "trigger": trigger,
            "start": start,
            "end": start + len(trigger),
            "type": claim["k"],
            "certainty": claim.get("c", "reported" if sources else "asserted"),
            "actor": claim.get("a", []),
            "target": claim.get("g", []),
            "places": places,
            "geo": next((_document()["geo"][p] for p in places if p in _document()["geo"]), None),
            "when": when.isoformat() if isinstance(when, dt.date) else when,
            "figures": [{"measure": m, "low": low, "high": high} for m, low, high in claim.get("f", [])],
            "sources": sources,
            "polarity": "negated" if claim.get("neg") else "affirmed",
        }


def _source(name: str, kind: str, joint: str = "") -> Row:
    return {"name": name, "kind": kind, "cue": "", "joint": joint == "joint"}
