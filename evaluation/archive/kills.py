"""Kills a run at random moments, many times, and checks that nothing that was acknowledged is lost.

`python -m evaluation.archive.kills --kills 500`. Each round makes one archive out of made-up reports, in a process that
says on stdout what the archive has acknowledged, and that is killed (SIGKILL) again and again. After every kill the
archive must be sound and hold all that was acknowledged; at the end its exports must be those of a run that nobody
disturbed.
"""

import argparse
import datetime as dt
import io
import json
import random
import re
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from crossbearing import pipeline
from crossbearing.archive import Archive, Method, Taken, verify
from crossbearing.intake import Received
from crossbearing.publishing import formats
from crossbearing.records import (
    Claim,
    Event,
    Figure,
    Judgement,
    Reading,
    Report,
    Verdict,
    When,
    Where,
    anchor_of,
    content_id,
    judge,
)

ROOT = Path(__file__).parents[2]
NOON = dt.datetime(2011, 6, 12, 12, tzinfo=dt.UTC)
COUNT = re.compile(r"(\d+) killed")
TOWN = Where(name="Old Mill", place_id="cb:old-mill", lat=35.5, lon=36.25, precision_km=2.0)


class Counter:
    """A reader that finds one claim for each "N killed"."""

    name = "counter"
    languages = frozenset({"en"})

    def read(self, report: Report) -> Reading:
        """Read one report."""
        day = report.published or NOON.date()
        claims = tuple(
            Claim(
                id=content_id("c", report.id, found.start()), report=report.id, trigger=found.span(),
                evidence=(0, len(report.text)), type="killing", certainty="reported", where=TOWN,
                when=When(edtf=day.isoformat(), earliest=day, latest=day),
                figures=(Figure(measure="killed", low=int(found.group(1)), high=int(found.group(1)),
                                text=found.group(1), span=found.span(1)),),
            )
            for found in COUNT.finditer(report.text)
        )
        return Reading(report=report.id, reader=self.name, language="en", claims=claims)


def make_counter() -> Counter:
    """Return the reader, here or in another process."""
    return Counter()


COUNTING = pipeline.Choice(
    name="counter", languages=Counter.languages, version=lambda: "1", make=make_counter,
)


class Silent:
    """Progress that nobody sees."""

    def begin(self, stage: str, total: int | None) -> None:
        """Say nothing."""

    def advance(self, steps: int = 1) -> None:
        """Say nothing."""


class Telling(Archive):
    """An archive that says on stdout what it has acknowledged, as soon as it has."""

    def take_in(self, batch: Sequence[Received]) -> Taken:
        """Take in, and tell of each report."""
        taken = super().take_in(batch)
        _tell("report", taken.new)
        return taken

    def record_readings(self, readings: Sequence[Reading], reader: Method) -> int:
        """Record, and tell of each report that is read."""
        new = super().record_readings(readings, reader)
        _tell("read", [reading.report for reading in readings])
        return new

    def record_judgements(self, judgements: Sequence[Judgement]) -> int:
        """Record, and tell of each judgement."""
        new = super().record_judgements(judgements)
        _tell("judgement", [judgement.id for judgement in judgements])
        return new

    def record_events(self, events: Sequence[Event], inputs: dict[str, Any]) -> bool:
        """Record, and tell that the ledger has grown so far."""
        new = super().record_events(events, inputs)
        _tell("entry", ["{}:{}".format(*self.ledger.head())])
        return new


def _tell(what: str, names: Sequence[str]) -> None:
    for name in names:
        sys.stdout.write(f"{what} {name}\n")
    sys.stdout.flush()


def work(source: Path, folder: Path) -> None:
    """Take in, read, weigh, judge and weigh again: what is killed."""
    with Telling.open(folder) as archive:
        pipeline.run(archive, [source], progress=Silent(), told=_raise, processes=1, choice=COUNTING)
        claims = [claim for _, reading in archive.stream() if reading for claim in reading.claims]
        for number, claim in enumerate(claims[::9]):
            verdict: Verdict = "reject" if number % 3 == 0 else "accept"
            archive.record_judgements([judge(verdict, [anchor_of(claim)], by="ada", at=NOON, why=str(number))])
        pipeline.weigh_again(archive, Silent())


def _raise(refusal: object) -> None:
    raise AssertionError(str(refusal))


def write_reports(file: Path, count: int) -> Path:
    """Write made-up reports, one a line."""
    first = dt.date(2011, 1, 1)
    rows = (
        {"id": f"r{n:04}", "text": f"{n % 37} killed in Old Mill, resident {n // 2} said. " + "More. " * (n % 50),
         "published": (first + dt.timedelta(days=n // 4)).isoformat(), "outlet": f"Paper {n % 7}"}
        for n in range(count)
    )
    file.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return file


def exports(folder: Path) -> dict[str, str]:
    """Return everything that the archive exports, by format."""
    out = {}
    with Archive.open(folder, read_only=True) as archive:
        picture = archive.picture()
    for name, form in formats().items():
        stream = io.StringIO()
        form.write(picture, stream)
        out[name] = stream.getvalue()
    return out


def lost(folder: Path, acknowledged: set[tuple[str, str]]) -> list[str]:
    """Return what is wrong with an archive after a kill: faults, and what was acknowledged and is not there."""
    if not (folder / "archive.sqlite").exists():
        return [f"{what} {name}" for what, name in sorted(acknowledged)]
    with Archive.open(folder) as archive:
        told = [str(fault) for fault in verify(archive) if not fault.remark]
        unread = set(archive.readings.unread(Method(name="counter", version="1")))
        reports = {report.id for report in archive.reports.all()}
        there = {("report", id_) for id_ in reports} | {("read", id_) for id_ in reports - unread}
        there |= {("judgement", judgement.id) for judgement in archive.judgements.all()}
        entries = archive.database.rows("SELECT seq, hash FROM ledger")
        there |= {("entry", f"{seq}:{hash_}") for seq, hash_ in entries}
    return told + [f"{what} {name} was acknowledged and is not there" for what, name in sorted(acknowledged - there)]


def one_round(folder: Path, source: Path, expected: dict[str, str], kills: int, chance: random.Random) -> list[str]:
    """Kill one archive's run so many times, then let it end; return what was wrong."""
    acknowledged: set[tuple[str, str]] = set()
    wrong: list[str] = []
    for _ in range(kills):
        child = _start(source, folder)
        time.sleep(chance.uniform(0.1, 1.2))
        child.send_signal(signal.SIGKILL)
        out, _ = child.communicate(timeout=60)
        # The last line may have been cut short by the kill itself.
        whole = (line.removesuffix("\n").partition(" ") for line in out.splitlines(keepends=True) if line[-1] == "\n")
        acknowledged |= {(what, name) for what, _, name in whole}
        wrong += lost(folder, acknowledged)
    child = _start(source, folder)
    _, errors = child.communicate(timeout=120)
    if child.returncode:
        wrong.append(f"it did not resume: {errors}")
    elif exports(folder) != expected:
        wrong.append("its exports are not those of an undisturbed run")
    return wrong


def _start(source: Path, folder: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "evaluation.archive.kills", "--work", str(source), str(folder)], cwd=ROOT,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )


def run(kills: int, each: int = 10, reports: int = 240, seed: int = 1) -> list[str]:
    """Kill so many times, `each` per archive, and return everything that was wrong."""
    chance = random.Random(seed)  # noqa: S311 - the same moments each time
    wrong = []
    with tempfile.TemporaryDirectory() as named:
        folder = Path(named)
        source = write_reports(folder / "in.jsonl", reports)
        child = _start(source, folder / "whole")
        child.communicate(timeout=300)
        expected = exports(folder / "whole")
        for number in range(-(-kills // each)):
            wrong += one_round(folder / str(number), source, expected, min(each, kills - number * each), chance)
    return wrong


def main() -> None:
    """Run the check, or (with --work) be what it kills."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=500)
    parser.add_argument("--work", nargs=2, type=Path, metavar=("SOURCE", "FOLDER"), help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.work:
        work(*given.work)
        return
    wrong = run(given.kills)
    print("\n".join(wrong) or f"{given.kills} kills: nothing lost, nothing corrupt, the same exports")
    sys.exit(bool(wrong))


if __name__ == "__main__":
    main()
