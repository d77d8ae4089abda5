"""The shared instances, and crises that are made up to be large."""

import datetime as dt
import os
from pathlib import Path

import numpy as np

from crossbearing.displacement import Counts, Instance, Location, Route
from evaluation.measure import ROOT


def shared() -> Path:
    """Return the folder of shared instances."""
    return Path(os.environ.get("CROSSBEARING_DISPLACEMENT") or ROOT / "../shared/displacement").resolve()


def folders() -> list[Path]:
    """Return the folders of all shared instances, by name."""
    return sorted((shared() / "instances").iterdir())


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
