"""The flow: how many leave for camps on the coming days, which camps they reach, who goes home or on."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from crossbearing.displacement.crossbearing_v1.fit import Fitted, fit, people_under_pressure
from crossbearing.displacement.crossbearing_v1.motion import Rates, carried_on, pressed, reached
from crossbearing.displacement.crossbearing_v1.parameters import Flow as Told
from crossbearing.displacement.gravity import pulls, roads_to
from crossbearing.displacement.situation import Situation

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Flow:
    """The movement of a crisis as it is known on a day, with rates fitted to that.

    `share` is each camp's part of those who leave; `road_days` the days on the road to it.
    """

    known: Situation
    told: Told
    share: Floats
    road_days: Floats

    @classmethod
    def of(cls, known: Situation, told: Told) -> "Flow":
        """Return the movement of a situation.

        Shares are the camps' own gains of late, with some gravity by road mixed in, so that a camp that has just been
        opened or reached is not left out.
        """
        window = min(told.window_days, known.day)
        gains = np.maximum(known.slope(window) * window, 0.0)
        pull = pulls(known.known, known.day, known.camps, by_road=True, power=told.gravity_power).sum(axis=0)
        pull = pull / pull.sum() if pull.sum() > 0 else np.full(len(pull), 1.0 / max(len(pull), 1))
        prior = told.gravity_people + told.gravity_weight * gains.sum()
        km = roads_to(known.known, known.day, known.camps)
        return cls(known, told, (gains + prior * pull) / (gains.sum() + prior), km / told.km_a_day)

    @cached_property
    def fitted(self) -> Fitted:
        """The rates that are likeliest by what is known."""
        return fit(self.known, self.share, self.road_days, self.told.fit)

    def speed(self, rates: Rates) -> Floats:
        """Return the part of those under way to each camp that arrives in a day."""
        quick: Floats = 1.0 - np.exp(-1.0 / (rates.waiting + self.road_days))
        return quick

    def under_way(self, rates: Rates) -> Floats:
        """Return the people who are under way to each camp this evening, as their departures let one expect."""
        _, way = reached(self._leaving(rates, 0), self.share, self.speed(rates))
        return way

    def coming(self, rates: Rates, horizon: int) -> Floats:
        """Return departures on the coming days: conflicts go on as they are, and what is known of them ages."""
        fading = self.told.daily_damping ** np.arange(1, horizon + 1)
        ahead: Floats = self._leaving(rates, horizon)[self.known.day + 1 :] * fading
        return ahead

    def expected(self, horizon: int) -> Floats:
        """Return people in each camp on the coming days, a row a day: those there, who arrives, less who leaves it.

        A camp that is full passes its share on to the others.
        """
        rates = self.fitted.rates
        people, _, _ = carried_on(
            self.known.people[-1], self.under_way(rates), self.coming(rates, horizon), self.share, self.speed(rates),
            self.room, gone(rates))
        return people

    def _leaving(self, rates: Rates, horizon: int) -> Floats:
        rows = np.minimum(np.arange(self.known.day + 1 + horizon), self.known.day)
        people = people_under_pressure(self.known)
        felt = pressed(self.known.known.conflicts[rows], people, rates.halving, rates.steady)
        return rates.leaving * felt

    @property
    def room(self) -> Floats:
        """How many people each camp holds; infinite where no limit is known."""
        limits = {place.name: place.capacity for place in self.known.known.camps}
        return np.array([np.inf if limits.get(camp) is None else limits[camp] for camp in self.known.camps], float)


def gone(rates: Rates) -> Floats:
    """Return the shares of a camp's people who go home and who move on in a day: no more than all."""
    both = np.array([rates.returning, rates.moving])
    return both / max(float(both.sum()), 1.0)
