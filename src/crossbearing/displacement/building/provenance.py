"""Where each number of a built instance comes from."""

import csv
from pathlib import Path

import msgspec

COLUMNS = ("file", "key", "field", "value", "low", "high", "source", "claim", "report", "rule")


class Trace(msgspec.Struct, frozen=True, kw_only=True):
    """One number: the file and the key (place, day) it stands under, its value and bounds, and what it rests on.

    `claim` and `report` are ids of the archive; `source` names what else it comes from (the gazetteer, a table).
    """

    file: str
    key: str
    field: str
    value: float
    low: float | None = None
    high: float | None = None
    source: str = ""
    claim: str = ""
    report: str = ""
    rule: str = ""


def write_provenance(traces: list[Trace], path: Path) -> None:
    """Write traces as CSV, in order of file, key and claim."""
    with path.open("w", encoding="utf-8", newline="") as stream:
        out = csv.writer(stream, lineterminator="\n")
        out.writerow(COLUMNS)
        for trace in sorted(traces, key=lambda t: (t.file, t.key, t.field, t.claim, t.report, t.value)):
            row = (getattr(trace, column) for column in COLUMNS)
            out.writerow([f"{value:.10g}" if isinstance(value, float) else value for value in row])
