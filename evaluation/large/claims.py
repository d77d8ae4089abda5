"""Made-up claims with their truth, one row each, for other tools.

What other tools are given of each claim is what the weigher compares: town, day, kind, dead, doer, words.
"""

from pathlib import Path

import msgspec

from crossbearing.weighing.words import bits, stems
from evaluation.large.weighing import SEED, reports_for
from evaluation.large.world import days

TELLING_BITS = 5.0
"""Bits from which a word is given as one of the telling ones."""


def write(claims: int, file: Path) -> None:
    """Write about so many claims, one JSON object a line."""
    with file.open("wb") as stream:
        for day in days(SEED, reports_for(claims)):
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
