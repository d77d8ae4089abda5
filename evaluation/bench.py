"""`python -m evaluation.bench`: wall time and peak memory of the main jobs, beside the bars set for them."""

import argparse
import os
import shutil
import subprocess
import sys
import threading
import time
from pathlib import Path

import msgspec
from rich.console import Console
from rich.table import Table

from evaluation.measure import ROOT, corpora

PROGRAM = str(Path(sys.executable).with_name("crossbearing"))
FOLDER = ROOT / "build" / "bench"
CORES = 2
PAGE_MIB = os.sysconf("SC_PAGE_SIZE") / 2**20


class Job(msgspec.Struct, frozen=True):
    """A command line and its bars: seconds and MiB (null = none)."""

    name: str
    command: tuple[str, ...]
    seconds: float | None = None
    mebibytes: float | None = None
    tells: bool = False
    """Whether what it prints is shown."""


class Measured(msgspec.Struct, frozen=True):
    """What a job took: wall seconds, the peak of the memory of all its processes together, and how it ended."""

    seconds: float
    mebibytes: float
    code: int


def jobs() -> list[Job]:
    """Return the jobs, in the order in which they must run."""
    reports = corpora() / "syria/unlabelled/reports.jsonl"
    robust = (sys.executable, "-m", "evaluation.robust")
    scale = (sys.executable, "-m", "evaluation.large.bars")
    work = [
        Job("20,000 broken texts", robust, 1800),
        Job("demo, first", (PROGRAM, "demo"), 180),
        Job("demo, again", (PROGRAM, "demo"), 20),
        Job("weigh, to 1M claims", scale, None, 8192, tells=True),
    ]
    if reports.exists():
        command = (PROGRAM, "run", str(reports), "--archive", str(FOLDER / "archive"))
        growth = (sys.executable, "-m", "evaluation.growth")
        speed = (sys.executable, "-m", "evaluation.speed")
        work += [Job("memory of reading", growth, tells=True), Job("reading beside spaCy", speed, tells=True)]
        work += [Job("run, 667 reports", command, 180, 2048), Job("run, again", command, 5, 2048)]
    else:
        print(f"NOT MEASURED: no {reports}: set CROSSBEARING_CORPORA", file=sys.stderr)
    return work


def measure(command: tuple[str, ...], *, tells: bool = False) -> Measured:
    """Run a command on at most two cores and watch it. Pages that processes share are counted in each of them."""
    begun = time.monotonic()
    process = subprocess.Popen(command, stdout=None if tells else subprocess.DEVNULL)
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(process.pid, sorted(os.sched_getaffinity(0))[:CORES])
    peak = [0.0]

    def watch() -> None:
        while process.poll() is None:
            peak[0] = max(peak[0], sum(map(resident, family(process.pid))))
            time.sleep(0.1)

    watcher = threading.Thread(target=watch)
    watcher.start()
    code = process.wait()
    seconds = time.monotonic() - begun
    watcher.join()
    return Measured(seconds=seconds, mebibytes=peak[0], code=code)


def family(pid: int) -> list[int]:
    """Return a process and all that it started, directly or not (Linux; elsewhere just the process)."""
    children: dict[int, list[int]] = {}
    for entry in Path("/proc").glob("[0-9]*/stat"):
        try:
            parent = int(entry.read_text().rpartition(")")[2].split()[1])
        except (OSError, ValueError):  # it ended while we looked
            continue
        children.setdefault(parent, []).append(int(entry.parent.name))
    found = [pid]
    for member in found:
        found += children.get(member, [])
    return found


def resident(pid: int) -> float:
    """Return the MiB that a process holds in memory; 0 when it has ended or the system does not tell."""
    try:
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * PAGE_MIB
    except (OSError, IndexError):
        return 0.0


def main() -> int:
    """Print the table; return 1 where a job failed or missed a bar."""
    parser = argparse.ArgumentParser(
        description=__doc__, epilog="example: python -m evaluation.bench --only weigh (all of it: half an hour)"
    )
    parser.add_argument("--only", default="", metavar="WORD", help="only jobs with this in their name: demo, weigh ...")
    only = parser.parse_args().only
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    table = Table(title=f"Time and memory on {CORES} cores", caption="*: over the bar", box=None)
    for heading in ("job", "seconds", "bar", "MiB", "bar", "ended"):
        table.add_column(heading, justify="left" if heading == "job" else "right")
    missed = False
    for job in (job for job in jobs() if only in job.name):
        got = measure(job.command, tells=job.tells)
        slow = job.seconds is not None and got.seconds > job.seconds
        large = job.mebibytes is not None and got.mebibytes > job.mebibytes
        missed |= slow or large or got.code != 0
        table.add_row(
            job.name,
            f"{got.seconds:.1f}{'*' * slow}", f"{job.seconds:.0f}" if job.seconds else "-",
            f"{got.mebibytes:.0f}{'*' * large}", f"{job.mebibytes:.0f}" if job.mebibytes else "-",
            str(got.code),
        )
    Console(width=None if sys.stdout.isatty() else 100).print(table)
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
