"""`python -m evaluation.large.linkers [--claims 10000]`: our linking beside splink and TF-IDF, on the same claims.

One table: seconds of processor time from claims in memory to groups, and B3 against the truth. The others run in
`build/linkers` (`make linkers` installs them, pinned), with the best of several thresholds by the truth. Ours links and
says why: its second row is what building the events costs on top, with every link as a sum.
"""

import argparse
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import msgspec
from rich.console import Console
from rich.table import Table

from crossbearing.records import Reading, Report
from crossbearing.weighing import Decisions, Remembered, Weighing
from evaluation.large.claims import write
from evaluation.large.weighing import SEED, b3, reports_for
from evaluation.large.world import days
from evaluation.measure import ROOT

PYTHON = ROOT / "build/linkers/bin/python"
FIRST_REPORTS = 40
"""Reports that ours runs over before it is timed, so that no table is loaded in that time."""


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """What one method took and found."""

    method: str
    claims: int
    seconds: float
    b3_precision: float
    b3_recall: float
    b3_f1: float
    threshold: float | None = None


def ours(claims: int) -> list[Row]:
    """Link so many made-up claims, then build the events of their groups; return what both took."""
    told = [one for day in days(SEED, reports_for(claims)) for one in day]
    reports, readings = {t.report.id: t.report for t in told}, {t.report.id: t.reading for t in told}
    truth = {claim: number for one in told for claim, number in one.truth.items()}
    _linked(reports, readings, list(reports)[:FIRST_REPORTS])
    weighing, linking = _linked(reports, readings, list(reports))
    begun = time.process_time()
    groups = [tuple(claim.id for claim in event.claims) for _, event in weighing.events()]
    building = time.process_time() - begun
    precision, recall = b3(groups, truth)
    f1 = 2 * precision * recall / (precision + recall)
    return [
        Row(method=name, claims=len(truth), seconds=seconds, b3_precision=precision, b3_recall=recall, b3_f1=f1)
        for name, seconds in (("ours", linking), ("ours, with events, grades and reasons", linking + building))
    ]


def _linked(reports: dict[str, Report], readings: dict[str, Reading], ids: list[str]) -> tuple[Weighing, float]:
    weighing = Weighing(Remembered(), lambda some: [(reports[i], readings[i]) for i in some], Decisions())
    begun = time.process_time()
    weighing.change(ids)
    return weighing, time.process_time() - begun


def others(claims: int) -> list[Row]:
    """Run the others on the same claims, in their own environment."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "claims.jsonl"
        write(claims, file)
        command = (str(PYTHON), "evaluation/large/peers.py", str(file))
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"the other linkers failed:\n{done.stderr}")
    return [msgspec.json.decode(line, type=Row) for line in done.stdout.splitlines()]


def main() -> None:
    """Run all and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--claims", type=int, default=10_000)
    claims = parser.parse_args().claims
    if not PYTHON.exists():
        sys.exit("the other linkers are not installed: make linkers")
    table = Table(box=None)
    for heading in ("method", "claims", "seconds", "B3", "precision", "recall", "threshold"):
        table.add_column(heading, justify="left" if heading == "method" else "right")
    for row in (*others(claims), *ours(claims)):
        scores = (f"{value:.3f}" for value in (row.b3_f1, row.b3_precision, row.b3_recall))
        table.add_row(row.method, str(row.claims), f"{row.seconds:.1f}", *scores, str(row.threshold or "-"))
    Console(width=100).print(table)


if __name__ == "__main__":
    main()
