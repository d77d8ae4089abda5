"""`python -m evaluation.large.weighing --claims 10000`: what it costs to weigh a made-up archive, and to add to it.

Makes an archive that holds so many claims as if they had been read, weighs it anew, then takes in, records and weighs a
hundred more reports of its middle days, beside the twenty of each. Prints one JSON object: seconds of processor time,
the peak of memory, and B3 against the truth.
"""

import argparse
import resource
import tempfile
import time
from collections import Counter
from collections.abc import Collection, Iterable
from itertools import islice
from pathlib import Path

import msgspec

from crossbearing.archive import Archive, Method
from crossbearing.archive.seal import sha256
from crossbearing.intake import Received
from crossbearing.pipeline.weighing import weigh_new
from evaluation.large.rates import rates
from evaluation.large.world import REPORTS_A_DAY, Told, day_of, more_of

SEED = 1
ADDED = 100
A_DAY = 4
"""Reports that come later to each of the middle days; where there are too few days, more to each."""
BATCH = 64
"""Reports that are taken in, and recorded, at a time."""
READER = Method(name="made-up", version="1")


class Silent:
    """Hears how far the work is, and says nothing."""

    def begin(self, stage: str, total: int | None) -> None:
        """See `pipeline.Progress`."""

    def advance(self, steps: int = 1) -> None:
        """See `pipeline.Progress`."""


class Cost(msgspec.Struct, frozen=True, kw_only=True):
    """What weighing one archive took."""

    claims: int
    reports: int
    events: int
    filling_seconds: float
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


def measure(claims: int, folder: Path) -> Cost:
    """Weigh a made-up archive of about so many claims, then add a hundred reports of its middle days."""
    days = -(-reports_for(claims) // REPORTS_A_DAY)
    with Archive.open(folder) as archive:
        begun = _spent()
        fill(archive, (told for day in range(days) for told in day_of(SEED, day)))
        filled = _spent()
        weigh_new(archive, READER, Silent(), 1)
        weighed = _spent()
        held = archive.counts()
        before = _seals(archive)
        added = later(days)
        adding = _spent()
        fill(archive, added)
        weigh_new(archive, READER, Silent(), 1)
        ended = _spent()
        peak = _peak()
        touched = len(_seals(archive) - before)
        groups = [tuple(claim.id for claim in event.claims) for event in archive.events.all()]
    told_of = truth(told for day in range(days) for told in day_of(SEED, day)) | truth(added)
    precision, recall = b3(groups, told_of)
    return Cost(
        claims=held.claims, reports=held.reports, events=held.events, filling_seconds=round(filled - begun, 1),
        seconds=round(weighed - filled, 1), milliseconds_a_claim=round(1000 * (weighed - filled) / held.claims, 3),
        adding_100_reports_seconds=round(ended - adding, 2), adding_100_reports_touched=touched,
        mebibytes=round(peak), b3_precision=round(precision, 3), b3_recall=round(recall, 3),
        b3_f1=round(2 * precision * recall / (precision + recall), 3),
    )


def fill(archive: Archive, told: Iterable[Told]) -> None:
    """Take in reports and record what was read in them."""
    feed = iter(told)
    while some := list(islice(feed, BATCH)):
        received = [_received(one) for one in some]
        archive.take_in(received)
        archive.record_readings([one.reading for one in some], READER)


def _received(told: Told) -> Received:
    original = f"{told.report.id}\n{told.report.text}".encode()
    report = msgspec.structs.replace(told.report, digest=sha256(original))
    return Received(report=report, original=original, file="made-up.txt")


def _seals(archive: Archive) -> set[bytes]:
    return {seal for (seal,) in archive.database.rows("SELECT seal FROM events")}


def later(days: int) -> list[Told]:
    """Return the reports that come later to an archive of so many days."""
    over = min(days, ADDED // A_DAY)
    first = (days - over) // 2
    return [told for day in range(first, first + over) for told in more_of(SEED, day, -(-ADDED // over))][:ADDED]


def truth(reports: Iterable[Told]) -> dict[str, int]:
    """Return the happening that each claim of some reports tells of."""
    return {claim: number for told in reports for claim, number in told.truth.items()}


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
    parser.add_argument("--folder", type=Path, help="where to make the archive, which stays (default: it is removed)")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        print(msgspec.json.encode(measure(given.claims, given.folder or Path(folder) / "cases")).decode())


if __name__ == "__main__":
    main()
