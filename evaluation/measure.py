"""Runs the real command line over a corpus and scores what it wrote."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from evaluation import sample
from evaluation.renaming import rename
from evaluation.runs import Run, Score

ROOT = Path(__file__).parents[1]


class Unmeasured(Exception):  # noqa: N818 - it is an outcome that the table shows, not a fault of ours
    """A run gave no figures; the message says why and what to do."""


def corpora() -> Path:
    """Return the folder of labelled corpora."""
    return Path(os.environ.get("CROSSBEARING_CORPORA") or ROOT / "../shared/corpora").resolve()


def scorer() -> Path:
    """Return the scoring program."""
    return Path(os.environ.get("CROSSBEARING_SCORE") or ROOT / "../shared/score/score.py").resolve()


def measure(name: str, run: Run, *, quick: bool) -> dict[str, float]:
    """Return every figure of a run by its full name ("timebank times.value.f1").

    Nothing is kept from an earlier run: the folder it works in is emptied first.

    Raises:
        Unmeasured: a corpus or the scorer is not there, or a command failed.
    """
    folder = ROOT / "build" / "evaluation" / ("quick" if quick else "full") / name
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    gold = {score.verb: _gold(score, folder / score.verb, run.quick if quick else None) for score in run.scores}
    asked = {report for path in gold.values() for row in sample.rows(path) for report in sample.reports_of(row)}
    _write_reports(run, folder / "reports.jsonl", asked if quick and run.quick else None)
    if run.renamed is not None:
        rename(run.renamed, folder / "reports.jsonl", gold.values())
    output = _output(run, folder)
    return {
        f"{name} {figure}": value
        for score in run.scores
        for figure, value in _figures(score.verb, gold[score.verb], output).items()
    }


def _there(path: Path) -> Path:
    if not path.exists():
        message = f"{path} is not there: set CROSSBEARING_CORPORA and CROSSBEARING_SCORE"
        raise Unmeasured(message)
    return path


def _gold(score: Score, folder: Path, least: int | None) -> Path:
    """Copy the gold rows (of a sample), with the relations beside them, and return the copy."""
    folder.mkdir()
    source = _there(corpora() / score.gold)
    gold = sample.rows(source)
    keys = {sample.key_of(row) for row in gold} if least is None else sample.chosen(gold, least)
    for path in (source, source.with_name("relations.jsonl")):
        if path.exists():
            sample.write(folder / path.name, (row for row in sample.rows(path) if sample.key_of(row) in keys))
    return folder / source.name


def _write_reports(run: Run, path: Path, asked: set[str] | None) -> None:
    """Write the reports of all files of the run, each id once; of a sample only those asked for."""
    kept: dict[str, sample.Row] = {}
    for file in run.reports:
        for row in sample.rows(_there(corpora() / file)):
            if asked is None or row["id"] in asked:
                kept.setdefault(row["id"], row)
    sample.write(path, kept.values())


def _output(run: Run, folder: Path) -> Path:
    reports = str(folder / "reports.jsonl")
    output = folder / f"{run.output}.jsonl"
    if run.output == "layers":
        _crossbearing("read", reports, "--layers", str(output))
    else:
        archive = str(folder / "archive")
        _crossbearing("run", reports, "--archive", archive)
        _crossbearing("export", "--archive", archive, "--format", "events-jsonl", "--output", str(output))
    return output


def _crossbearing(*arguments: str) -> None:
    program = Path(sys.executable).with_name("crossbearing")
    done = subprocess.run([program, *arguments], capture_output=True, text=True, check=False)
    if done.returncode:
        message = f"`crossbearing {' '.join(arguments)}` ended with {done.returncode}: {done.stderr[-500:].strip()}"
        raise Unmeasured(message)


def _figures(verb: str, gold: Path, output: Path) -> dict[str, float]:
    done = subprocess.run(
        [sys.executable, _there(scorer()), verb, gold, output], capture_output=True, text=True, check=False,
    )
    if done.returncode:
        message = f"score.py {verb} failed: {done.stderr[-500:].strip()}"
        raise Unmeasured(message)
    return {name: float(value) for name, value in (line.split() for line in done.stdout.splitlines())}
