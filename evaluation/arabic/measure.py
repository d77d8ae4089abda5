"""Reads the Arabic reports with the project's own reader and scores the claims with the corpora's scoring program."""

import datetime as dt
import json
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import msgspec

from crossbearing.places import Gazetteer
from crossbearing.reading.rules_v1 import Rules
from crossbearing.records import Report
from evaluation.arabic.corpus import Part, Row, gold, reports

LOOKED_AT = (
    "claims.recall",
    "claims.precision",
    "claims.trigger.f1",
    "claims.type",
    "claims.certainty",
    "claims.source.first",
    "claims.source.root",
    "claims.source.chain",
    "claims.unattributed",
    "claims.place",
    "claims.when",
    "claims.figure.f1",
    "claims.actor.f1",
    "claims.target.f1",
)
"""The figures that are printed and gated, in the order of the scoring program."""


def measure(part: Part, scorer: Path, folder: Path) -> dict[str, float]:
    """Return the figures of one part by name; gold and layers are written into `folder`.

    Raises subprocess.CalledProcessError where the scoring program fails.
    """
    wanted, output = folder / "gold.jsonl", folder / "layers.jsonl"
    _write(wanted, gold(part))
    with Gazetteer.open() as gazetteer:
        reader = Rules(gazetteer)
        _write(output, (_layers(reader, row) for row in reports(part)))
    done = subprocess.run(
        [sys.executable, scorer, "claims", wanted, output], capture_output=True, text=True, check=True
    )
    return {name: float(value) for name, value in (line.split() for line in done.stdout.splitlines())}


def _layers(reader: Rules, row: Row) -> Row:
    day = dt.date.fromisoformat(row["published"])
    reading = reader.read(Report(id=row["id"], text=row["text"], digest="", published=day, language=row["language"]))
    return {"id": row["id"], "claims": msgspec.to_builtins(reading.claims)}


def _write(path: Path, rows: Iterable[Row]) -> None:
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
