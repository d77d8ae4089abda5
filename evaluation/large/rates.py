"""`python -m evaluation.large.rates DIR`: measures the rates of an archive and writes them into `rates.yaml`.

DIR is what `crossbearing run $CROSSBEARING_CORPORA/syria/unlabelled/reports.jsonl --archive DIR` made. Nothing but
counts is taken: no name, no word.
"""

import sys
from collections import Counter
from collections.abc import Hashable, Iterable
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
import yaml

from crossbearing.archive import Archive
from crossbearing.records import Picture
from evaluation.weighing.labelled import pages_of

FILE = Path(__file__).with_name("rates.yaml")
RANKS = 60
"""Places, most told of first, whose share is kept each; the others share what is left."""


class Rates(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How often what occurs: shares of 1, and for counts how many reports or events have so many."""

    claims_of_a_report: dict[int, float]
    claims_of_an_account: float
    accounts_of_an_event: float
    kinds: dict[str, float]
    certainties: dict[str, float]
    outlets: list[float]
    place_ranks: list[float]
    places_in_all: int
    undated: float
    dated_by_words: float
    figures: float
    killed: list[int]
    links_of_a_chain: dict[int, float]
    root_kinds: dict[str, float]
    roots_named: float
    lags: dict[int, float]
    reprints: float
    characters_of_a_claim: float


@cache
def rates() -> Rates:
    """Return the measured rates."""
    return msgspec.convert(yaml.safe_load(FILE.read_text(encoding="utf-8")), Rates)


def measured(picture: Picture, accounts: int) -> Rates:
    """Return the rates of a picture whose reports give so many accounts."""
    claims = [claim for reading in picture.readings.values() for claim in reading.claims]
    told = [r for r in picture.readings.values() if r.claims]
    placed = Counter(c.where.place_id or c.where.name for c in claims if c.where).most_common()
    figures = [f for c in claims for f in c.figures if f.measure == "killed" and f.low > 0]
    lags = [
        (day - c.when.latest).days for c in claims
        if c.when and c.when.latest and (day := picture.reports[c.report].published)
        and 0 <= (day - c.when.latest).days < 8
    ]
    sizes = sorted(f.low for f in figures)
    return Rates(
        claims_of_a_report=_shares(len(r.claims) for r in told),
        claims_of_an_account=round(len(claims) / accounts, 3),
        accounts_of_an_event=round(accounts / len(picture.events), 3),
        kinds=_shares(c.type for c in claims),
        certainties=_shares(c.certainty for c in claims),
        outlets=list(_shares(r.outlet for r in picture.reports.values()).values()),
        place_ranks=[round(n / len(claims), 5) for _, n in placed[:RANKS]],
        places_in_all=len(placed),
        undated=_share(c.when is None or c.when.earliest is None for c in claims),
        dated_by_words=_share(bool(c.when and c.when.text) for c in claims),
        figures=_share(any(f.measure == "killed" for f in c.figures) for c in claims),
        killed=[sizes[int(len(sizes) * q / 20)] for q in range(20)],
        links_of_a_chain=_shares(len(c.sources) for c in claims),
        root_kinds=_shares(c.sources[-1].kind for c in claims if c.sources),
        roots_named=_share(c.sources[-1].named for c in claims if c.sources),
        lags=_shares(lags),
        reprints=_share(any(r.reprint_of for r in rows) for rows in _by_report(picture)),
        characters_of_a_claim=round(sum(len(r.text) for r in picture.reports.values()) / len(claims), 1),
    )


def _by_report(picture: Picture) -> Iterable[list[Any]]:
    found: dict[str, list[Any]] = {report: [] for report in picture.reports}
    for event in picture.events:
        for row in event.reports:
            found[row.id].append(row)
    return found.values()


def _share(of: Iterable[bool]) -> float:
    flags = list(of)
    return round(sum(flags) / len(flags), 4)


def _shares(of: Iterable[Any]) -> dict[Any, float]:
    counted: Counter[Hashable] = Counter(of)
    return {what: round(n / counted.total(), 5) for what, n in counted.most_common()}


def main() -> None:
    """Measure the archive that is named and write its rates."""
    with Archive.open(Path(sys.argv[1]), read_only=True) as archive:
        picture = archive.picture()
    pages = pages_of((dict(picture.reports), dict(picture.readings)))
    found = measured(picture, sum(len(page.note.accounts) for page in pages))
    head = (
        "# Rates of syria/unlabelled as the reader reads it, from which made-up archives are drawn: counts, no words.\n"
        "# Written by `python -m evaluation.large.rates DIR`; what each means stands there.\n"
    )
    FILE.write_text(head + yaml.safe_dump(msgspec.to_builtins(found), sort_keys=False, width=120), encoding="utf-8")


if __name__ == "__main__":
    main()
