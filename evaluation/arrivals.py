"""`python -m evaluation.arrivals`: Flee's rules beside Flee itself, forecasts beside the baselines, speed and memory.

Flee's own figures are those measured on the shared instances (CPU seconds of the serial code, one seed).
"""

import datetime as dt
import os
import resource
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

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
from crossbearing.displacement.ensemble import ensemble
from crossbearing.displacement.flee_v3 import simulate
from crossbearing.displacement.rolling import OURS, roll
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


def beside_flee(console: Console, rules: Settings) -> None:
    """Print errors and seconds of our engine beside Flee's."""
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


def forecasts(console: Console, horizon: int = 14) -> None:
    """Print forecasts beside the baselines, under both protocols."""
    for protocol in ("published", "hindsight"):
        table = Table(title=f"{horizon}-day forecasts, {protocol}: mean absolute error, people a camp and day")
        names: list[str] = []
        for folder in sorted((instances() / "instances").iterdir()):
            result = roll(read_instance(folder), (horizon, 30) if horizon < 30 else (horizon,),
                          protocol="published" if protocol == "published" else "hindsight")[0]
            if not names:
                names = [OURS, *(name for name in result.mae if name != OURS)]
                for column in ("instance", *names, "by the best", "CRPS", "50 %", "90 %", "capacities left out"):
                    table.add_column(column, justify="left" if column == "instance" else "right")
            table.add_row(result.instance, *(f"{result.mae[name]:,.1f}" for name in names), f"{result.skill:.3f}",
                          f"{result.crps:,.1f}", f"{result.covered[0.5]:.2f}", f"{result.covered[0.9]:.2f}",
                          str(len(result.left_out)))
        console.print(table)


def main() -> None:
    """Print all tables; say what could not be measured."""
    console = Console(width=150)
    if not (instances() / "instances").is_dir():
        print(f"NOT MEASURED: no {instances()}: set CROSSBEARING_DISPLACEMENT", file=sys.stderr)
        return
    rules, _ = read_settings(instances() / "settings/validation.yml")
    simulate(made_up(9, 2, 3, 100), rules, 1)  # so that compiling is not timed
    wanted = sys.argv[1:] or ["flee", "speed", "forecasts"]
    if "flee" in wanted:
        beside_flee(console, rules)
    if "speed" in wanted:
        speed(console, rules)
    if "forecasts" in wanted:
        forecasts(console)


if __name__ == "__main__":
    main()
