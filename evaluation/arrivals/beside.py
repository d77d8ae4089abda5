"""Flee's rules in our words beside Flee itself."""

import json
import subprocess
import time

import numpy as np
from rich.console import Console
from rich.table import Table

from crossbearing.displacement import Instance, Observed, Settings, read_instance
from crossbearing.displacement.flee_v3 import simulate
from crossbearing.displacement.scores import ard
from evaluation.arrivals.instances import shared
from evaluation.measure import ROOT

FLEE = {
    "mali2012": (0.345, 0.314, 56.0), "burundi2015": (0.518, 0.465, 176.0), "car2013": (0.332, 0.362, 92.0),
    "ssudan2013": (0.513, 0.545, 51.0), "mali2017_adm1": (0.677, 0.696, 181.0), "nigeria2016": (0.262, 0.219, 15.0),
    "syria2013": (0.334, 0.341, 43.0),
}
"""ARD, ARD rescaled and CPU seconds of Flee; with a tenth of the people on car2013, ssudan2013 and mali2017_adm1, a
hundredth on nigeria2016 and syria2013, so that its seconds compare with ours on mali2012 and burundi2015 alone."""
COMPARABLE = {"mali2012", "burundi2015"}


def peer(name: str) -> tuple[float, Instance, np.ndarray] | None:
    """Return the CPU seconds of Flee itself, the instance, and people by day and camp; null where Flee is absent."""
    python = ROOT / "build/peer/bin/python"
    if not python.exists():
        return None
    folder = shared() / "instances" / name
    command = [python, ROOT / "evaluation/peer.py", folder, shared() / "settings/validation.yml"]
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
        instance = read_instance(shared() / "instances" / name)
        camps = tuple(place.name for place in instance.camps)
        begun = time.process_time()
        run = simulate(instance, rules, 1)
        took = time.process_time() - begun
        observed = Observed.of(instance).of_camps(camps)
        table.add_row(name, f"{run.spawned.sum():,}", f"{ard(run.of(camps), observed):.3f}", f"{plain:.3f}",
                      f"{ard(run.of(camps), observed, rescaled=True):.3f}", f"{scaled:.3f}", f"{took:.2f}",
                      f"{seconds:.0f}", f"{seconds / took:.0f} x" if name in COMPARABLE else "(fewer people)")
    console.print(table)
