"""Takes a sample of a corpus: always the same one, and whole events, so that clusters stay whole."""

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

Row = dict[str, Any]


def rows(path: Path) -> list[Row]:
    """Return the rows of a JSONL file."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def write(path: Path, lines: Iterable[Row]) -> None:
    """Write rows as JSONL."""
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in lines), encoding="utf-8")


def reports_of(row: Row) -> list[str]:
    """Return the ids of the reports that a gold row speaks of.

    >>> reports_of({"event": "E1", "docs": [{"doc": "a"}, {"doc": "b"}]})
    ['a', 'b']
    >>> reports_of({"id": "c"})
    ['c']
    """
    if "docs" in row:
        return [each["doc"] for each in row["docs"]]
    return [row["doc"] if "doc" in row else row["id"]]


def chosen(gold: list[Row], least: int) -> set[str]:
    """Return the keys of gold rows (their event, else their report) in the sample: at least `least` reports' worth."""
    reports: dict[str, set[str]] = {}
    for row in gold:
        reports.setdefault(key_of(row), set()).update(reports_of(row))
    keys: set[str] = set()
    taken: set[str] = set()
    for key in sorted(reports, key=lambda key: hashlib.sha256(key.encode()).digest()):
        if len(taken) >= least:
            break
        keys.add(key)
        taken |= reports[key]
    return keys


def key_of(row: Row) -> str:
    """Return what keeps gold rows together: the event that they tell of, else their report."""
    return str(row["event"] if "event" in row else reports_of(row)[0])
