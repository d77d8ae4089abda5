"""`python -m evaluation`: measure, print one table, fail where a figure fell."""

import argparse
import sys
import time
from concurrent.futures import ThreadPoolExecutor

import msgspec
from rich.console import Console
from rich.table import Table

from evaluation.gate import Baseline, Baselines, Verdict, judge, renew
from evaluation.measure import Unmeasured, corpora, measure
from evaluation.runs import HERE, runs, wanted

BASELINES = HERE / "baseline.json"
COLOURS = {"held": "", "rose": "green", "fell": "bold red", "new": "cyan", "unmeasured": "bold red"}


def main() -> int:
    """Return 0 when every figure held, 1 when one fell, 2 when one could not be measured."""
    asked = _arguments()
    console = Console(width=None if sys.stdout.isatty() else 110)
    names = [name for name in runs() if asked.only in name]
    if not names:
        console.print(f"No run is called like {asked.only!r}. There are: {', '.join(runs())}")
        return 2
    if not corpora().is_dir():
        console.print(f"[bold red]NOT MEASURED[/]: no labelled corpora at {corpora()}: set CROSSBEARING_CORPORA",
                      highlight=False, soft_wrap=True)
        return 2
    figures, unmeasured = _measure_all(names, console, quick=asked.quick, jobs=asked.jobs)
    kept = load()
    mode = "quick" if asked.quick else "full"
    looked_at = {name: want for name, want in wanted().items() if name.split()[0] in names}
    verdicts = judge(looked_at, kept.get(mode, {}), figures)
    console.print(table(verdicts, mode))
    for name, why in unmeasured.items():
        console.print(f"[bold red]NOT MEASURED[/] {name}: {why}", highlight=False, soft_wrap=True)
    if asked.update:
        _update(mode, kept, figures, console)
        return 2 if unmeasured else 0
    fell = [v.figure for v in verdicts if v.state == "fell"]
    for figure in fell:
        console.print(f"[bold red]FELL[/] {figure}", highlight=False)
    return 2 if any(v.state == "unmeasured" for v in verdicts) else 1 if fell else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m evaluation", description=__doc__)
    parser.add_argument("--only", default="", metavar="WORD", help="only runs with this in their name: syria, geo ...")
    parser.add_argument("--quick", action="store_true", help="a sample of each corpus, with baselines of its own")
    parser.add_argument("--update", action="store_true", help="write today's figures as baselines; says what is worse")
    parser.add_argument("--jobs", type=int, default=1, help="runs at a time (each may use every core itself)")
    return parser.parse_args()


def _measure_all(
    names: list[str], console: Console, *, quick: bool, jobs: int,
) -> tuple[dict[str, float], dict[str, str]]:
    """Return all figures by full name, and why there are none for some runs."""
    def one(name: str) -> dict[str, float] | str:
        begun = time.monotonic()
        try:
            found = measure(name, runs()[name], quick=quick)
        except Unmeasured as why:
            return str(why)
        console.print(f"{name}: {time.monotonic() - begun:.0f} s", highlight=False)
        return found

    figures: dict[str, float] = {}
    unmeasured: dict[str, str] = {}
    with ThreadPoolExecutor(jobs) as pool:
        for name, found in zip(names, pool.map(one, names), strict=True):
            if isinstance(found, str):
                unmeasured[name] = found
            else:
                figures |= found
    return figures, unmeasured


def table(verdicts: list[Verdict], mode: str) -> Table:
    """Return the table that people read: figure, baseline, bar, now."""
    drawn = Table(title=f"Figures ({mode})", caption="Red: fell by more than its margin. *: below the bar.", box=None)
    drawn.add_column("figure")
    for heading in ("baseline", "margin", "bar", "now"):
        drawn.add_column(heading, justify="right")
    drawn.add_column("")
    for v in verdicts:
        drawn.add_row(
            v.figure,
            _number(v.baseline.value if v.baseline else None),
            _number(v.baseline.margin if v.baseline else None),
            _number(v.bar),
            _number(v.now) + ("*" if v.below_bar else " "),
            v.state,
            style=COLOURS[v.state],
        )
    return drawn


def _number(value: float | None) -> str:
    return "-" if value is None else f"{value:.4f}".rstrip("0").ljust(4, "0")


def load() -> dict[str, Baselines]:
    """Return the checked-in baselines of each mode ("full", "quick")."""
    return msgspec.json.decode(BASELINES.read_bytes(), type=dict[str, dict[str, Baseline]])


def _update(mode: str, kept: dict[str, Baselines], figures: dict[str, float], console: Console) -> None:
    renewed, worse = renew(wanted(), kept.get(mode, {}), figures)
    BASELINES.write_bytes(msgspec.json.format(msgspec.json.encode({**kept, mode: renewed}), indent=1) + b"\n")
    for line in worse:
        console.print(f"[bold red]LOWERED[/] {line}", highlight=False)
    console.print(f"{BASELINES.name} is written; {len(worse)} figures are worse than they were. Say why in the commit.")


if __name__ == "__main__":
    sys.exit(main())
