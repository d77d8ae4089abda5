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
import multiprocessing
import random
import sys
import tempfile
import time
import traceback
from collections.abc import Iterable, Sequence
from contextlib import redirect_stdout
from pathlib import Path
from typing import Any

import crossbearing.weighing  # noqa: F401 - loaded here, once, and not in every process that is killed
from crossbearing import pipeline
from crossbearing.archive import Archive, Judged, Method, Since, Taken, Withdrawn, verify
from crossbearing.intake import Received
from crossbearing.publishing import formats
from crossbearing.records import Event, Judgement, Reading, Verdict, anchor_of, judge
from crossbearing.weighing.harmed import people_harmed
from evaluation.archive.counter import COUNTING, NOON

# A copy of this process begins at once, where a new one would mostly be killed while it still loads.
PROCESSES = multiprocessing.get_context("fork")

SHARE = 1 / 3
"""Of an undisturbed run's time, after which a run is killed at the latest: each archive is killed several times."""


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

    def record_events(
        self, events: Iterable[Event | Withdrawn], inputs: dict[str, Any], since: Since | None = None,
        judged: Iterable[Judged] = (),
    ) -> bool:
        """Record, and tell that the ledger has grown so far."""
        new = super().record_events(events, inputs, since, judged)
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
        form.write(people_harmed(picture) if form.people else picture, stream)
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


def one_round(
    folder: Path, source: Path, expected: dict[str, str], longest: float, kills: int, chance: random.Random,
) -> tuple[int, list[str]]:
    """Kill one archive's run again and again until one ends by itself; return how often, and what was wrong.

    A run is killed after `longest` seconds at the latest, and no more than `kills` of them are.
    """
    acknowledged: set[tuple[str, str]] = set()
    wrong: list[str] = []
    killed = 0
    while True:
        run, out = _start(source, folder)
        run.join(chance.uniform(0, longest) if killed < kills else None)
        ended = not run.is_alive()
        run.kill()
        run.join()
        with out.open() as told:
            # The last line may have been cut short by the kill itself.
            whole = (line.removesuffix("\n").partition(" ") for line in told if line[-1] == "\n")
            acknowledged |= {(what, name) for what, _, name in whole}
        wrong += lost(folder, acknowledged)
        if ended:
            break
        killed += 1
    if run.exitcode:
        wrong.append(f"it did not resume: {(folder.parent / 'errors').read_text()}")
    elif exports(folder) != expected:
        wrong.append("its exports are not those of an undisturbed run")
    return killed, wrong


def _start(source: Path, folder: Path) -> tuple[Any, Path]:
    """Begin a run in a process of its own; return it, and the file in which it says what was acknowledged."""
    out = folder.with_suffix(".out")
    run = PROCESSES.Process(target=_in_process, args=(source, folder, out))
    run.start()
    return run, out


def _in_process(source: Path, folder: Path, out: Path) -> None:
    with out.open("w") as told, (folder.parent / "errors").open("w") as errors:
        try:
            with redirect_stdout(told):
                work(source, folder)
        except BaseException:
            errors.write(traceback.format_exc())
            raise


def run(kills: int, reports: int = 240, seed: int = 1) -> list[str]:
    """Kill so many times, in as many archives as that takes, and return everything that was wrong."""
    chance = random.Random(seed)  # noqa: S311 - the same moments each time
    wrong: list[str] = []
    with tempfile.TemporaryDirectory() as named:
        folder = Path(named)
        source = write_reports(folder / "in.jsonl", reports)
        begun = time.monotonic()
        _start(source, folder / "whole")[0].join()
        longest = SHARE * (time.monotonic() - begun)
        expected = exports(folder / "whole")
        killed = rounds = 0
        while killed < kills:
            rounds += 1
            more, told = one_round(folder / str(rounds), source, expected, longest, kills - killed, chance)
            killed += more
            wrong += told
    return wrong


def main() -> None:
    """Run the check."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=500)
    given = parser.parse_args()
    wrong = run(given.kills)
    print("\n".join(wrong) or f"{given.kills} kills: nothing lost, nothing corrupt, the same exports")
    sys.exit(bool(wrong))


if __name__ == "__main__":
    main()
