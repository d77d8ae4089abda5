"""How people move, in expected numbers: from pressure to departures, over roads to camps, back home or on to others.

Each evening the people who ever left are under way, in a camp, or have returned: nobody is lost or made.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from crossbearing.displacement.compiled import compiled

Floats = NDArray[np.float64]


class Rates(NamedTuple):
    """What is fitted to a crisis.

    `leaving` is the share of people under pressure that leaves in a day, `halving` the days in which the pressure of a
    new conflict halves, `steady` the share of it that stays while the conflict does. `waiting` are days between
    departure and registration besides those on the road. `returning` and `moving` are the shares of a camp's people
    that go home, or on to another camp, in a day.
    """

    leaving: float
    halving: float
    steady: float
    waiting: float
    returning: float
    moving: float


@compiled
def pressed(conflicts: Floats, people: Floats, halving: float, steady: float) -> Floats:
    """Return how many people are pressed to leave on each day, from intensities (a row a day) and people by place.

    A rise in intensity presses anew and halves in `halving` days; `steady` of the intensity presses as long as it
    lasts. Less intensity never presses more.
    """
    days, places = conflicts.shape
    keep = 0.5 ** (1.0 / halving)
    total = np.zeros(days)
    for place in range(places):
        felt, before = 0.0, 0.0
        for day in range(days):
            now = conflicts[day, place]
            felt = min(felt * keep + max(now - before, 0.0), now)
            total[day] += people[place] * (steady * now + (1.0 - steady) * felt)
            before = now
    return total


@compiled
def reached(leaving: Floats, share: Floats, speed: Floats) -> tuple[Floats, Floats]:
    """Return arrivals by day and camp, and people under way to each camp on the last evening.

    `leaving` are departures by day; `share` and `speed` are each camp's share of them and the part of those under way
    to it that arrives in a day.
    """
    days, camps = len(leaving), len(share)
    arrived, way = np.zeros((days, camps)), np.zeros(camps)
    for day in range(days):
        for camp in range(camps):
            way[camp] += leaving[day] * share[camp]
            arrived[day, camp] = way[camp] * speed[camp]
            way[camp] -= arrived[day, camp]
    return arrived, way


@compiled
def carried_on(
    here: Floats, way: Floats, leaving: Floats, share: Floats, speed: Floats, room: Floats, gone: Floats,
) -> tuple[Floats, Floats, Floats]:
    """Return people in each camp on the coming evenings (a row a day), those under way, and all who returned by then.

    `here` and `way` are people in camps and under way to each this evening; `room` is what each camp holds: nobody sets
    out for a full one. `gone` holds the shares that return and that move on in a day.
    """
    days, camps = len(leaving), len(share)
    people, under_way, returned = np.zeros((days, camps)), np.zeros((days, camps)), np.zeros(days)
    here, way, home = here.copy(), way.copy(), 0.0
    for day in range(days):
        on = 0.0
        for camp in range(camps):
            back, onward = here[camp] * gone[0], here[camp] * gone[1]
            here[camp] -= back + onward
            home += back
            on += onward
        free = 0.0
        for camp in range(camps):
            free += share[camp] if here[camp] < room[camp] else 0.0
        for camp in range(camps):
            part = share[camp] if free <= 0.0 else share[camp] / free if here[camp] < room[camp] else 0.0
            way[camp] += (leaving[day] + on) * part
        for camp in range(camps):
            came = way[camp] * speed[camp]
            way[camp] -= came
            here[camp] += came
        people[day], under_way[day], returned[day] = here, way, home
    return people, under_way, returned
