"""`python -m evaluation.large.weighing --claims 10000`: what it costs to weigh a made-up archive, and to add to it.

Weighs so many claims anew, a thousand reports at a time, with the file of neighbours that archives have, then adds a
hundred reports. Prints one JSON object: seconds of processor time (this process and those it started), the peak of
memory, and B3 against the truth.
"""

import argparse
import resource
import tempfile
import time
from collections import Counter
from collections.abc import Collection, Iterator
from concurrent.futures import Executor
from pathlib import Path

import msgspec

from crossbearing.archive.neighbours import Neighbours
from crossbearing.records import Reading, Report
from crossbearing.weighing import Decisions, Weighing
from evaluation.large.rates import rates
from evaluation.large.world import REPORTS_A_DAY, day_of

SEED = 1
ADDED = 100


class Cost(msgspec.Struct, frozen=True, kw_only=True):
    """What weighing one archive took."""

    claims: int
    reports: int
    events: int
    seconds: float
    milliseconds_a_claim: float
    adding_100_reports_seconds: float
    adding_100_reports_touched: int
    mebibytes: float
    b3_precision: float
    b3_recall: float
    b3_f1: float


def reports_for(claims: int) -> int:
    """Return how many reports hold about so many claims."""
    return round(claims / sum(n * share for n, share in rates().claims_of_a_report.items()))


def fetch(ids: Collection[str]) -> Iterator[tuple[Report, Reading]]:
    """Yield made-up reports by their ids, which tell their day."""
    wanted: dict[int, set[str]] = {}
    for ident in ids:
        wanted.setdefault(int(ident[1:7]), set()).add(ident)
    for day, some in sorted(wanted.items()):
        yield from ((told.report, told.reading) for told in day_of(SEED, day) if told.report.id in some)


def measure(claims: int, executor: Executor | None = None) -> Cost:
    """Weigh a made-up archive of about so many claims, then add a hundred reports of its middle days."""
    reports = reports_for(claims)
    days = -(-reports // REPORTS_A_DAY)
    ids = [f"r{n // REPORTS_A_DAY:06}-{n % REPORTS_A_DAY:03}" for n in range(days * REPORTS_A_DAY)]
    middle = len(ids) // 2
    later = set(ids[middle : middle + ADDED * 5 : 5])
    with tempfile.TemporaryDirectory() as folder:
        neighbours = Neighbours(Path(folder) / "neighbours.sqlite")
        groups: dict[tuple[str, int], tuple[str, ...]] = {}
        anew, _ = _timed(neighbours, [i for i in ids if i not in later], groups, executor)
        weighed = sum(map(len, groups.values()))
        adding, touched = _timed(neighbours, sorted(later), groups, None)
        neighbours.close()
    precision, recall = b3(groups.values(), truth(days))
    return Cost(
        claims=weighed, reports=len(ids) - len(later), events=len(groups), seconds=round(anew, 1),
        milliseconds_a_claim=round(1000 * anew / weighed, 3), adding_100_reports_seconds=round(adding, 2),
        adding_100_reports_touched=touched, mebibytes=round(_peak(), 0), b3_precision=round(precision, 3),
        b3_recall=round(recall, 3), b3_f1=round(2 * precision * recall / (precision + recall), 3),
    )  # fmt: skip


def _timed(
    neighbours: Neighbours, ids: list[str], groups: dict[tuple[str, int], tuple[str, ...]], executor: Executor | None,
) -> tuple[float, int]:
    begun = _spent()
    weighing = Weighing(neighbours, fetch, Decisions(), executor)
    neighbours.begin()
    weighing.change(ids)
    for first in weighing.gone:
        groups.pop(first, None)
    touched = 0
    for first, event in weighing.events():
        groups[first] = tuple(claim.id for claim in event.claims)
        touched += 1
    neighbours.end({})
    return _spent() - begun, touched


def truth(days: int) -> dict[str, int]:
    """Return the happening that each claim of so many days tells of."""
    return {claim: number for day in range(days) for told in day_of(SEED, day) for claim, number in told.truth.items()}


def b3(groups: Collection[Collection[str]], gold: dict[str, int]) -> tuple[float, float]:
    """Return B-cubed precision and recall of groups of claims (Bagga and Baldwin, 1998)."""
    sizes = Counter(gold[claim] for group in groups for claim in group)
    precision = recall = 0.0
    for group in groups:
        for number, together in Counter(gold[claim] for claim in group).items():
            precision += together * together / len(group)
            recall += together * together / sizes[number]
    return precision / sizes.total(), recall / sizes.total()


def _spent() -> float:
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def _peak() -> float:
    """The most memory that this process ever held, in MiB (Linux gives KiB)."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Measure one size and print it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--claims", type=int, default=10_000)
    print(msgspec.json.encode(measure(parser.parse_args().claims)).decode())


if __name__ == "__main__":
    main()
