"""`python -m evaluation.arrivals [flee] [speed] [forecasts] [priors] [young]`: arrivals, measured.

Flee's rules beside Flee itself; speed and memory; forecasts beside the baselines; the priors that crises give each
other; a crisis in its first days.

Flee's own figures are those measured on the shared instances (CPU seconds of the serial code, one seed). Where `make
peer` has installed Flee, it is run here too.
"""

import sys

from rich.console import Console

from crossbearing.displacement import read_settings
from crossbearing.displacement.flee_v3 import simulate
from evaluation.arrivals import beside, forecasts, priors
from evaluation.arrivals.instances import made_up, shared
from evaluation.arrivals.speed import speed


def main() -> None:
    """Print all tables; say what could not be measured."""
    console = Console(width=170)
    if not (shared() / "instances").is_dir():
        print(f"NOT MEASURED: no {shared()}: set CROSSBEARING_DISPLACEMENT", file=sys.stderr)
        return
    rules, _ = read_settings(shared() / "settings/validation.yml")
    simulate(made_up(9, 2, 3, 100), rules, 1)  # so that compiling is not timed
    wanted = sys.argv[1:] or ["flee", "speed", "forecasts", "priors", "young"]
    if "flee" in wanted:
        beside.beside_flee(console, rules)
        beside.beside_peer(console, rules)
    if "speed" in wanted:
        speed(console, rules)
    if "forecasts" in wanted:
        forecasts.forecasts(console)
    if "priors" in wanted:
        priors.show(console)
    if "young" in wanted:
        forecasts.young(console)


if __name__ == "__main__":
    main()
