"""`python -m evaluation.arrivals [flee] [speed] [forecasts] [young]`: Flee's rules beside Flee itself, forecasts beside
the baselines, speed and memory, and what the first weeks of a crisis tell.

Flee's own figures are those measured on the shared instances (CPU seconds of the serial code, one seed). Where `make
peer` has installed Flee, it is run here too.
"""

import datetime as dt
import json
import os
import resource
import subprocess
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import get_args

import numpy as np
from rich.console import Console
from rich.table import Table

from crossbearing.displacement import (
    Counts,
    Instance,
    Location,
    Observed,
    Route,
    Settings,
    read_instance,
    read_settings,
)
from crossbearing.displacement.crossbearing_v1.young import NOBODY
from crossbearing.displacement.ensemble import ensemble
from crossbearing.displacement.flee_v3 import simulate
from crossbearing.displacement.known import Protocol
from crossbearing.displacement.observed import daily
from crossbearing.displacement.rolling import roll
from crossbearing.displacement.scores import ard
from evaluation.measure import ROOT

FLEE = {
    "mali2012": (0.345, 0.314, 56.0), "burundi2015": (0.518, 0.465, 176.0), "car2013": (0.332, 0.362, 92.0),
    "ssudan2013": (0.513, 0.545, 51.0), "mali2017_adm1": (0.677, 0.696, 181.0), "nigeria2016": (0.262, 0.219, 15.0),
    "syria2013": (0.334, 0.341, 43.0),
}
"""ARD, ARD rescaled and CPU seconds of Flee; with a tenth of the people on car2013, ssudan2013 and mali2017_adm1, a
hundredth on nigeria2016 and syria2013, so that its seconds compare with ours on mali2012 and burundi2015 alone."""
COMPARABLE = {"mali2012", "burundi2015"}


def instances() -> Path:
    """Return the folder of shared instances."""
    return Path(os.environ.get("CROSSBEARING_DISPLACEMENT") or ROOT / "../shared/displacement").resolve()


def made_up(places: int, camps: int, days: int, people: int) -> Instance:
    """Return a crisis on a square grid: a tenth of the places are conflict zones, the camps lie scattered."""
    rng = np.random.default_rng(3)
    side = int(np.ceil(places**0.5))
    kinds = ["town"] * places
    for at in rng.permutation(places)[:camps]:
        kinds[at] = "camp"
    towns = [at for at in range(places) if kinds[at] == "town"]
    zones = [at for at in towns if rng.random() < 0.1] or towns[:1]
    hot = set(zones)
    named = [f"p{at}" for at in range(places)]
    locations = tuple(
        Location(name=named[at], region="", country="Oria", lat=(at // side) * 0.3, lon=(at % side) * 0.3,
                 kind="camp" if kinds[at] == "camp" else "conflict" if at in hot else "town",
                 capacity=2 * people // camps if kinds[at] == "camp" else None, population=1000 * (at in hot),
                 conflict_day=0 if at in hot else None) for at in range(places))
    routes = [Route(a=named[at], b=named[other], km=float(rng.integers(25, 60)))
              for at in range(places) for other in (at + 1, at + side)
              if other < places and (other != at + 1 or other % side)]
    each = Counts(np.array([0, days - 1]), np.array([0.0, people / camps]))
    held = tuple(named[at] for at in range(places) if kinds[at] == "camp")
    return Instance("made up", dt.date(2020, 1, 1), days, locations, tuple(routes), (), tuple(named[z] for z in zones),
                    np.ones((days, len(zones))), held, dict.fromkeys(held, each), each)


def peer(name: str) -> tuple[float, Instance, np.ndarray] | None:
    """Return the CPU seconds of Flee itself, the instance, and people by day and camp; null where Flee is absent."""
    python = ROOT / "build/peer/bin/python"
    if not python.exists():
        return None
    folder = instances() / "instances" / name
    command = [python, ROOT / "evaluation/peer.py", folder, instances() / "settings/validation.yml"]
    told = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    instance = read_instance(folder)
    order = [told["camps"].index(place.name) for place in instance.camps]
    return told["seconds"], instance, np.array(told["people"])[:, order]


def beside_peer(console: Console, rules: Settings) -> None:
    """Print our engine beside Flee itself, run here and now."""
    table = Table(title="flee_v3 beside Flee 3.1 from PyPI, both run now, full population, one thread")
    for column in ("instance", "ARD", "Flee", "rescaled", "Flee", "CPU s", "Flee", "faster"):
        table.add_column(column, justify="left" if column == "instance" else "right")
    for name in sorted(COMPARABLE):
        told = peer(name)
        if told is None:
            console.print("NOT MEASURED: Flee itself; `make peer` installs it")
            return
        seconds, instance, people = told
        camps = tuple(place.name for place in instance.camps)
        begun = time.process_time()
        ours = simulate(instance, rules, 1).of(camps)
        took = time.process_time() - begun
        seen = Observed.of(instance).of_camps(camps)
        scores = [f"{ard(run, seen, rescaled=scaled):.3f}" for scaled in (False, True) for run in (ours, people)]
        table.add_row(name, *scores, f"{took:.2f}", f"{seconds:.1f}", f"{seconds / took:.0f} x")
    console.print(table)


def beside_flee(console: Console, rules: Settings) -> None:
    """Print errors and seconds of our engine beside the published ones of Flee."""
    table = Table(title="flee_v3 beside Flee 3.1, full population, one thread")
    for column in ("instance", "people", "ARD", "Flee", "rescaled", "Flee", "CPU s", "Flee", "faster"):
        table.add_column(column, justify="left" if column == "instance" else "right")
    for name, (plain, scaled, seconds) in FLEE.items():
        instance = read_instance(instances() / "instances" / name)
        camps = tuple(place.name for place in instance.camps)
        begun = time.process_time()
        run = simulate(instance, rules, 1)
        took = time.process_time() - begun
        observed = Observed.of(instance).of_camps(camps)
        table.add_row(name, f"{run.spawned.sum():,}", f"{ard(run.of(camps), observed):.3f}", f"{plain:.3f}",
                      f"{ard(run.of(camps), observed, rescaled=True):.3f}", f"{scaled:.3f}", f"{took:.2f}",
                      f"{seconds:.0f}", f"{seconds / took:.0f} x" if name in COMPARABLE else "(fewer people)")
    console.print(table)


def speed(console: Console, rules: Settings) -> None:
    """Print what ensembles, many people and many places take."""
    table = Table(title="speed")
    for column in ("job", "seconds", "at most"):
        table.add_column(column, justify="left" if column == "job" else "right")
    mali = read_instance(instances() / "instances/mali2012")
    begun = time.monotonic()
    with ProcessPoolExecutor(2) as executor:
        runs = sum(len(block) for block in ensemble(mali, rules, 500, executor=executor))
    table.add_row(f"{runs} runs of mali2012, 2 processes", f"{time.monotonic() - begun:.1f}", "60")
    jobs = (("23 million people, 120 places, 180 days", made_up(120, 20, 180, 23_000_000), 10),
            ("5,000 places, 500 camps, 5 years", made_up(5000, 500, 1826, 2_000_000), 120))
    for job, instance, most in jobs:
        begun = time.monotonic()
        simulate(instance, rules, 1)
        table.add_row(job, f"{time.monotonic() - begun:.1f}", str(most))
    console.print(table)
    console.print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB (at most 2048)")


def forecasts(console: Console, horizons: tuple[int, ...] = (7, 14, 30)) -> None:
    """Print forecasts beside the baselines, under both protocols."""
    folders = sorted((instances() / "instances").iterdir())
    for protocol in get_args(Protocol):
        results = [result for folder in folders for result in roll(read_instance(folder), horizons, protocol=protocol)]
        names = list(dict.fromkeys(name for result in results for name in result.mae))
        table = Table(title=f"forecasts, {protocol}: mean absolute error, people a camp and day")
        for column in ("instance", "days", *names, "by the best", "MASE", "CRPS", "50 %", "90 %", "left out"):
            table.add_column(column, justify="left" if column == "instance" else "right")
        for each in sorted(results, key=lambda result: result.horizon):
            errors = (f"{each.mae[name]:,.1f}" if name in each.mae else "-" for name in names)
            table.add_row(each.instance, str(each.horizon), *errors, f"{each.skill:.3f} {each.best_baseline}",
                          f"{each.mase:.1f}", f"{each.crps:,.1f}", f"{each.covered[0.5]:.2f}",
                          f"{each.covered[0.9]:.2f}", str(len(each.left_out)))
        console.print(table)


def exponent(instance: Instance) -> float | None:
    """Return the power of its age with which a crisis grew over its first weeks; null where the tables do not tell.

    The median over ages from 2 to 28 days, of the growth over the two weeks after each. Told only where counts begin
    with nobody and have three rows or more within the first month.
    """
    days = np.arange(min(instance.days, 60))
    series = [instance.counts[camp] for camp in instance.observed_camps]
    totals = np.sum([daily(counts, days) for counts in series], axis=0).astype(float)
    rows = {int(day) for counts in series for day in counts.days if 0 <= day <= 30}
    begun = np.flatnonzero(totals[:31] < NOBODY * totals[30])
    if not len(begun) or len(rows) < 3:
        return None
    start = int(begun[0]) if totals[0] == 0 else -1
    ages = [age for age in range(2, 29) if totals[start + age] > 0]
    return float(np.median([np.log(totals[start + age + 14] / totals[start + age]) / np.log((age + 14) / age)
                            for age in ages]))


def exponents() -> dict[str, float]:
    """Return the power of each shared crisis that tells one."""
    return {folder.name: told for folder in sorted((instances() / "instances").iterdir())
            if (told := exponent(read_instance(folder))) is not None}


def young(console: Console) -> None:
    """Print how the shared crises grew over their first weeks, and what the others would have told of each."""
    found = exponents()
    mean = np.mean([*found.values()])
    table = Table(title=f"first weeks: people grow as a power of the age of a crisis; mean {mean:.2f}")
    for column in ("instance", "power", "mean of the others"):
        table.add_column(column, justify="left" if column == "instance" else "right")
    for name, told in found.items():
        others = [value for other, value in found.items() if other != name]
        table.add_row(name, f"{told:.2f}", f"{np.mean(others):.2f}")
    console.print(table)


def main() -> None:
    """Print all tables; say what could not be measured."""
    console = Console(width=170)
    if not (instances() / "instances").is_dir():
        print(f"NOT MEASURED: no {instances()}: set CROSSBEARING_DISPLACEMENT", file=sys.stderr)
        return
    rules, _ = read_settings(instances() / "settings/validation.yml")
    simulate(made_up(9, 2, 3, 100), rules, 1)  # so that compiling is not timed
    wanted = sys.argv[1:] or ["flee", "speed", "forecasts", "young"]
    if "flee" in wanted:
        beside_flee(console, rules)
        beside_peer(console, rules)
    if "speed" in wanted:
        speed(console, rules)
    if "forecasts" in wanted:
        forecasts(console)
    if "young" in wanted:
        young(console)


if __name__ == "__main__":
    main()
