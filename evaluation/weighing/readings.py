"""The labelled reports that the match weights are learnt from, read once for each version of the reader."""

from collections.abc import Sequence
from pathlib import Path

import msgspec

from crossbearing.intake import Refusal, receive
from crossbearing.pipeline import make_rules, rules_version
from crossbearing.records import Reading, Report
from evaluation.measure import ROOT, corpora

Read = tuple[dict[str, Report], dict[str, Reading]]
"""Reports and their readings by id."""

SYRIA = ("syria/unlabelled/reports.jsonl", "syria/claims/reports.jsonl")
ECBPLUS = ("ecbplus/train/reports.jsonl",)


def read(name: str, files: Sequence[str]) -> Read:
    """Return the reports of files of the corpora folder with their readings, from the copy kept in `build/` if any."""
    kept = ROOT / "build" / "evaluation" / "weighing" / f"{name}-{rules_version()[:16]}.msgpack"
    if not kept.exists():
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_bytes(msgspec.msgpack.encode(_read([corpora() / file for file in files])))
    found: Read = msgspec.msgpack.decode(kept.read_bytes(), type=Read)
    return found


def _read(paths: Sequence[Path]) -> Read:
    reports: dict[str, Report] = {}
    for path in paths:
        for got in receive(path):
            if not isinstance(got, Refusal):
                reports.setdefault(got.report.id, got.report)
    reader = make_rules()
    return reports, {ident: reader.read(report) for ident, report in reports.items()}
