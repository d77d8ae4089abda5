"""Forecasts with intervals: experts weighed by their record in this crisis, errors drawn from those made so far."""

from dataclasses import dataclass
from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray

from crossbearing.displacement.crossbearing_v1.experts import FLOW, experts, names, penalties
from crossbearing.displacement.crossbearing_v1.flow import Flow
from crossbearing.displacement.crossbearing_v1.parameters import Parameters, parameters
from crossbearing.displacement.crossbearing_v1.young import youth
from crossbearing.displacement.instance import Instance
from crossbearing.displacement.known import Protocol
from crossbearing.displacement.situation import Situation

Floats = NDArray[np.float64]
HORIZON = 30
"""Days ahead that experts are asked for and judged on; also the longest forecast."""
BANDS = (range(7), range(7, 14), range(14, HORIZON))
"""Days ahead (from 0) whose past errors are counted together: errors grow with the lead faster than any one power."""


@dataclass(frozen=True)
class Forecast:
    """A forecast made on `day`: `median` has a row for each day after it and a column for each of `camps`.

    `draws` has the ensemble in front. `weights` are those of the experts by camp, in the order of `experts.names()`.
    """

    day: int
    camps: tuple[str, ...]
    median: Floats
    draws: Floats
    weights: Floats

    def quantile(self, level: float) -> Floats:
        """Return a quantile of the ensemble for each day and camp."""
        result: Floats = np.quantile(self.draws, level, axis=0)
        return result

    def interval(self, share: float) -> tuple[Floats, Floats]:
        """Return the lower and upper ends of the central interval with that share of the ensemble."""
        return self.quantile((1 - share) / 2), self.quantile((1 + share) / 2)


@dataclass(frozen=True)
class _Past:
    """What was said on a past day, and how far errors are usual then."""

    said: Floats
    scale: Floats


class Forecaster:
    """Forecasts an instance from any of its days, from what was known on that day alone.

    Keeps what the experts said on past days, so that forecasting day after day is cheap.
    """

    def __init__(
        self, instance: Instance, protocol: Protocol = "published", told: Parameters | None = None,
    ) -> None:
        """Take an instance with at least one camp with counts; later rows in it are never looked at.

        `told` are other assumptions than those of parameters.yaml.
        """
        self.instance, self.protocol, self.told = instance, protocol, told or parameters()
        self._situations: dict[int, Situation] = {}
        self._said: dict[int, Floats] = {}
        self._past: dict[int, _Past] = {}

    def situation(self, day: int) -> Situation:
        """Return what is known on a day."""
        if day not in self._situations:
            self._situations[day] = Situation.of(self.instance, day, self.protocol)
        return self._situations[day]

    def forecast(self, day: int, horizon: int = 14, *, draws: int = 500, seed: int = 0) -> Forecast:
        """Forecast the `horizon` (1 to 30) days after `day`; the same seed gives the same draws."""
        past = self._say(day)
        told = self.told.intervals
        rng = np.random.default_rng([seed, day])
        camps = past.said.shape[1]
        common, own = rng.standard_normal((draws, 1)), rng.standard_normal((draws, camps))
        z = np.sqrt(told.together) * common + np.sqrt(1 - told.together) * own
        level = np.vectorize(NormalDist().cdf)(np.abs(z)) * 2.0 - 1.0 if z.size else z
        made = np.empty((draws, horizon, camps))
        for band, errors in zip(BANDS, self._errors(day), strict=True):
            size = np.sign(z) * np.quantile(errors, np.clip(level, 0.0, 1.0)) if z.size else z
            for ahead in range(band.start, min(band.stop, horizon)):
                made[:, ahead] = past.said[ahead] + size * past.scale[ahead]
        return Forecast(day, self.instance.observed_camps, past.said[:horizon], np.maximum(made, 0.0),
                        self.weights(day))

    def flow(self, day: int) -> Flow:
        """Return the movement of a day, with its rates fitted to what was known on it."""
        return Flow.of(self.situation(day), self.told.flow)

    def weights(self, day: int) -> Floats:
        """Return the weight of each expert by camp: the better its forecasts of the days up to `day`, the heavier.

        An expert's record in the camp itself and that in all camps together count alike, so that a camp with a short
        record leans on the others. In the first days of a crisis the flow is trusted before all others.
        """
        told = self.told.weights
        now = self.situation(day)
        losses = np.zeros((len(penalties(self.told)), len(now.camps)))
        worth, everywhere = np.zeros(len(now.camps)), 0.0
        for back, origin in enumerate(self._origins(day), start=1):
            truth, seen = self._truth(now, origin, told.lead_days)
            if not seen.any():
                continue
            fading = told.forgetting**back
            losses += fading * (np.abs(self._ask(origin)[:, : told.lead_days] - truth) * seen).mean(axis=1)
            worth += fading * seen.any(axis=0)
            everywhere += fading
        own, own_worth = _relative(losses, worth)
        pooled, pooled_worth = _relative(losses.sum(axis=1, keepdims=True), np.array([everywhere]))
        known = told.prior_origins + own_worth + pooled_worth
        charged = told.prior_origins * penalties(self.told)[:, None]
        relative = (charged + own_worth * own + pooled_worth * pooled) / known
        heat = -told.sharpness * np.sqrt(known) * (relative - relative.min(axis=0))
        result: Floats = np.exp(heat) / np.exp(heat).sum(axis=0)
        trusted = youth(now, self.told.young)
        result *= 1.0 - trusted
        result[names(self.told).index(FLOW)] += trusted
        return result

    def _origins(self, day: int) -> list[int]:
        told = self.told.weights
        return list(range(day - told.step_days, told.step_days - 1, -told.step_days))[: told.origins]

    def _truth(self, now: Situation, origin: int, leads: int) -> tuple[Floats, NDArray[np.bool_]]:
        # What is known now of the days after a past origin; behind a camp's last row nothing is known.
        days = np.arange(origin + 1, origin + leads + 1)
        return now.people[np.minimum(days, now.day)], days[:, None] <= now.last[None, :]

    def _ask(self, day: int) -> Floats:
        if day not in self._said:
            self._said[day] = experts(self.situation(day), HORIZON, self.told)
        return self._said[day]

    def _say(self, day: int) -> _Past:
        if day not in self._past:
            said = np.einsum("ec,edc->dc", self.weights(day), self._ask(day))
            self._past[day] = _Past(said, self._scale(self.situation(day)))
        return self._past[day]

    def _scale(self, now: Situation) -> Floats:
        # How much a camp's count usually changes in 14 days, of late and over all that is known; growing
        # with the days since its last row.
        told = self.told.intervals
        step = min(14, now.day)
        moves = np.abs(now.people[step:] - now.people[: len(now.people) - step])
        usual = 0.5 * (moves[-60:].mean(axis=0) + moves.mean(axis=0))
        young = self.told.young.spread * youth(now, self.told.young)
        usual = np.maximum(usual, told.least_people + (told.least_share + young) * now.people[-1])
        unseen = now.day - now.last + np.arange(1, HORIZON + 1)[:, None]
        scale: Floats = usual * (unseen / 14) ** told.growth
        # Where a count is told by its bounds, what is drawn is at least as unsure as these.
        return np.hypot(scale, now.unsure / told.prior_spread)

    def _errors(self, day: int) -> list[Floats]:
        """Return for each of `BANDS` the sizes of past errors, in scales, with imagined ones in place of a record."""
        told = self.told.intervals
        now = self.situation(day)
        levels = (np.arange(told.prior_errors) + 0.5) / told.prior_errors
        normal = np.array([NormalDist().inv_cdf(0.5 + level / 2) for level in levels]) * told.prior_spread
        found = [[np.repeat(normal, len(band))] for band in BANDS]
        for origin in self._origins(day):
            past = self._say(origin)
            truth, seen = self._truth(now, origin, HORIZON)
            sizes = np.minimum(np.abs(truth - past.said) / past.scale, told.largest)
            for band, here in zip(BANDS, found, strict=True):
                rows = slice(band.start, band.stop)
                here.append(sizes[rows][seen[rows]])
        return [np.concatenate(here) for here in found]


def _relative(losses: Floats, worth: Floats) -> tuple[Floats, Floats]:
    """Return losses by those of the typical expert (1 where that has none), and the worth of this record by column."""
    typical = np.median(losses, axis=0)
    known = typical > 0
    return np.where(known, losses / np.where(known, typical, 1.0), 1.0), np.where(known, worth, 0.0)
