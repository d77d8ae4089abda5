"""Fitting the rates of a crisis to what is known of it: the likeliest ones, given the counts and other crises."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import least_squares

from crossbearing.displacement.crossbearing_v1.motion import Rates, pressed, reached
from crossbearing.displacement.crossbearing_v1.parameters import Fit, Prior
from crossbearing.displacement.situation import Situation

Floats = NDArray[np.float64]
LARGE = 2.0
"""Errors of so many spreads and more count by their size, not their square."""
FURTHEST = 8.0
"""No rate is taken to lie farther than so many spreads from its prior's middle: beyond, only overflow is won."""


@dataclass(frozen=True)
class Fitted:
    """The likeliest rates of a crisis, and how sure they are.

    `at` are their logarithms in spreads of the priors from their middles; `spread` is a square root of the covariance
    of `at` (Laplace's approximation), so that `at + spread @ z` with standard normal z draws rates.
    """

    rates: Rates
    at: Floats
    spread: Floats
    priors: tuple[Prior, ...]

    def drawn(self, z: Floats) -> Rates:
        """Return rates drawn with standard normal numbers, one for each rate."""
        return _rates(np.clip(self.at + self.spread @ z, -FURTHEST, FURTHEST), self.priors)


@dataclass(frozen=True)
class _Steps:
    """Pairs of rows that follow each other in one camp: when, what changed, and how sure that is."""

    camp: NDArray[np.int64]
    first: NDArray[np.int64]
    last: NDArray[np.int64]
    change: Floats
    stayed: Floats
    spread: Floats


def fit(known: Situation, share: Floats, road_days: Floats, told: Fit) -> Fitted:
    """Return the rates that are likeliest on the day of a situation, from its counts and the priors alone.

    Each two rows of a camp that follow each other tell how much it grew; of that, the rates explain arrivals (by
    `share` and `road_days`, the days on the road to each camp), returns and onward moves. Errors are measured in how
    unevenly the camp grows and in the bounds of the counts; older rows count less. Large errors count by their size,
    not their square (soft l1), since re-registrations and openings of camps are no movement.
    """
    priors = tuple(told.priors[name] for name in Rates._fields)
    steps = _steps(known, told)
    people = people_under_pressure(known)
    conflicts = known.known.conflicts[: known.day + 1]
    total = known.people.sum(axis=1)
    stayed_all = np.concatenate(([0.0], np.cumsum(total)))

    def grown(at: Floats) -> Floats:
        rates = _rates(at, priors)
        leaving = rates.leaving * pressed(conflicts, people, rates.halving, rates.steady)
        arrived, _ = reached(leaving, share, 1.0 - np.exp(-1.0 / (rates.waiting + road_days)))
        so_far = np.cumsum(arrived, axis=0)
        came = so_far[steps.last, steps.camp] - so_far[steps.first, steps.camp]
        onward = stayed_all[steps.last + 1] - stayed_all[steps.first + 1]
        away = (rates.returning + rates.moving) * steps.stayed
        grew: Floats = came - away + rates.moving * share[steps.camp] * onward
        return grew

    def residuals(at: Floats) -> Floats:
        apart: Floats = (steps.change - grown(at)) / steps.spread
        robust = np.sign(apart) * LARGE * np.sqrt(2.0 * (np.sqrt(1.0 + (apart / LARGE) ** 2) - 1.0))
        return np.concatenate((robust, at))

    # Far from the likeliest rate of departures the counts hardly pull, and a few steps may be taken for errors: there
    # can be two valleys. The second start is where sums agree.
    middle = np.zeros(len(priors))
    matched = middle.copy()
    matched[0] = np.log(max(steps.change.sum(), 1.0) / max(grown(middle).sum(), 1e-9)) / np.log(priors[0].spread)
    tried = [least_squares(residuals, np.clip(start, -0.99 * FURTHEST, 0.99 * FURTHEST), bounds=(-FURTHEST, FURTHEST),
                           xtol=1e-4, ftol=1e-4, max_nfev=30) for start in (middle, matched)]
    found = min(tried, key=lambda each: float(each.cost))
    covariance = np.linalg.inv(found.jac.T @ found.jac)
    return Fitted(_rates(found.x, priors), found.x, np.linalg.cholesky(covariance), priors)


def people_under_pressure(known: Situation) -> Floats:
    """Return how many people live in each conflict place."""
    population = {place.name: float(place.population) for place in known.known.locations}
    return np.array([population[name] for name in known.known.conflict_places])


def _rates(at: Floats, priors: tuple[Prior, ...]) -> Rates:
    return Rates(*(prior.middle * prior.spread**value for prior, value in zip(priors, at.tolist(), strict=True)))


def _steps(known: Situation, told: Fit) -> _Steps:
    oldest = known.day - told.window_days
    found: list[tuple[int, int, int, float, float, float]] = []
    for camp, (days, people, unsure) in enumerate(known.rows):
        inside = [at for at in range(1, len(days)) if days[at] > max(oldest, 0) and days[at] <= known.day]
        if not inside:
            continue
        lengths = np.maximum(days[inside] - days[[at - 1 for at in inside]], 1.0)
        changes = people[inside] - people[[at - 1 for at in inside]]
        pace = np.median(changes / lengths)
        uneven = np.median(np.abs(changes - pace * lengths) / np.sqrt(lengths)) / 0.675
        # Few steps tell little of how unevenly a camp grows, so that a share of its pace is added.
        floor = told.least_people + told.least_share * people[inside] + told.uneven * np.abs(pace) * lengths
        stood = np.concatenate(([0.0], np.cumsum(known.people[:, camp])))
        for at, length, change, least in zip(inside, lengths, changes, floor, strict=True):
            first, last = max(int(days[at - 1]), 0), int(days[at])
            fading = 0.5 ** ((known.day - last) / told.halving_days)
            bounds = unsure[at] ** 2 + unsure[at - 1] ** 2
            spread = np.sqrt((uneven**2 * length + least**2 + bounds) / fading)
            found.append((camp, first, last, change, stood[last + 1] - stood[first + 1], spread))
    columns = np.array(found, dtype=float).reshape(-1, 6).T
    return _Steps(*columns[:3].astype(np.int64), *columns[3:])
