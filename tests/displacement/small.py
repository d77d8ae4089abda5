"""A small crisis of our own making: a river with towns, two camps across a border, and its tables on disk."""

import datetime as dt
from pathlib import Path

import numpy as np

from crossbearing.displacement import Closure, Correction, Counts, Instance, Location, Route, write_instance

DAYS = 40


def small(**changed: object) -> Instance:
    """The crisis: two zones, a town, a hub and two camps; counts grow in steps, and one camp is counted anew."""
    days = np.array([0, 10, 20, 39])
    conflicts = np.zeros((DAYS, 2))
    conflicts[0:, 0] = 1.0
    conflicts[12:30, 1] = 1.0
    fields: dict[str, object] = {
        "name": "small", "start": dt.date(2020, 3, 1), "days": DAYS,
        "locations": (
            Location(name="Anbar", region="North", country="Oria", lat=10.0, lon=20.0, kind="conflict", conflict_day=0,
                     population=8000),
            Location(name="Belt", region="North", country="Oria", lat=10.4, lon=20.4, kind="conflict", conflict_day=12,
                     population=4000),
            Location(name="Cairn", region="South", country="Oria", lat=9.5, lon=20.2, kind="town"),
            Location(name="Dell", region="East", country="Nord", lat=10.6, lon=21.2, kind="forward"),
            Location(name="Elm", region="East", country="Nord", lat=10.7, lon=21.6, kind="camp", capacity=4000),
            Location(name="Ford", region="Coast", country="Nord", lat=9.0, lon=21.0, kind="camp", capacity=2500),
        ),
        "routes": (
            Route(a="Anbar", b="Belt", km=70), Route(a="Anbar", b="Cairn", km=65), Route(a="Belt", b="Dell", km=95),
            Route(a="Dell", b="Elm", km=50), Route(a="Cairn", b="Ford", km=130), Route(a="Cairn", b="Belt", km=120),
        ),
        "closures": (Closure(kind="country", a="Oria", b="Nord", start=5, end=9),),
        "conflict_places": ("Anbar", "Belt"), "conflicts": conflicts,
        "layout": ("Elm", "Ford"),
        "counts": {"Elm": Counts(days, np.array([100.0, 900.0, 2000.0, 2600.0])),
                   "Ford": Counts(days, np.array([0.0, 400.0, 300.0, 1200.0]))},
        "total": Counts(days, np.array([100.0, 1300.0, 2300.0, 3800.0])),
        "corrections": (Correction("Elm", dt.date(2020, 3, 21)),),
    }
    return Instance(**(fields | changed))


def written(folder: Path, **changed: object) -> Path:
    """The crisis as files below `folder`."""
    write_instance(small(**changed), folder)
    return folder
