"""`python -m evaluation.large.claims --claims 10000 --output FILE`: made-up claims with their truth, one row each.

What other tools are given of each claim is what the weigher compares: town, day, kind, dead, doer, words.
"""

import argparse
from pathlib import Path

import msgspec

from crossbearing.weighing.words import bits, stems
from evaluation.large.weighing import SEED, reports_for
from evaluation.large.world import days

TELLING_BITS = 5.0
"""Bits from which a word is given as one of the telling ones."""


def main() -> None:
    """Write the rows."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--claims", type=int, default=10_000)
    parser.add_argument("--output", type=Path, required=True)
    given = parser.parse_args()
    with given.output.open("wb") as stream:
        for day in days(SEED, reports_for(given.claims)):
            for told in day:
                for claim in told.reading.claims:
                    words = told.report.text[slice(*claim.evidence)]
                    dated = claim.when.latest if claim.when else told.report.published
                    row = {
                        "id": claim.id, "truth": told.truth[claim.id], "town": claim.places[0], "kind": claim.type,
                        "day": dated.toordinal() if dated else 0, "words": words,
                        "killed": claim.figures[0].low if claim.figures else None,
                        "doer": claim.actor[0] if claim.actor else None,
                        "names": sorted({word for word in stems(words) if bits(word) >= TELLING_BITS}),
                    }
                    stream.write(msgspec.json.encode(row) + b"\n")


if __name__ == "__main__":
    main()
