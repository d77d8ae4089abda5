"""The flow: rates that are fitted, and people of whom nobody is lost."""

import dataclasses

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossbearing.displacement import Counts
from crossbearing.displacement.crossbearing_v1.fit import people_under_pressure
from crossbearing.displacement.crossbearing_v1.flow import Flow
from crossbearing.displacement.crossbearing_v1.motion import Rates, carried_on, pressed, reached
from crossbearing.displacement.crossbearing_v1.parameters import parameters
from crossbearing.displacement.crossbearing_v1.whole import moves, walk
from crossbearing.displacement.situation import Situation
from tests.displacement.small import small
from tests.displacement.test_forecasts import long_crisis

TOLD = parameters().flow
SHARE, SPEED = np.array([0.5, 0.3, 0.2]), np.array([0.2, 0.5, 0.9])


def moving(leaving: float, returning: float = 0.0) -> Situation:
    """A crisis of 150 days, counted daily, in which people move by rates that are known."""
    days = np.arange(150)
    conflicts = np.zeros((150, 2))
    conflicts[20:90, 0] = 1.0
    crisis = small(days=150, conflicts=conflicts, corrections=())
    felt = leaving * pressed(conflicts, people_under_pressure(Situation.of(crisis, 0)), 29.0, 0.11)
    share = np.array([0.6, 0.4])
    arrived, _ = reached(felt, share, np.array([0.25, 0.25]))
    people = np.zeros((150, 2))
    for day in range(1, 150):
        people[day] = people[day - 1] * (1.0 - returning) + arrived[day]
    counts = {camp: Counts(days, people[:, at].round()) for at, camp in enumerate(("Elm", "Ford"))}
    return Situation.of(dataclasses.replace(crisis, counts=counts), 149)


@pytest.mark.parametrize("leaving", [0.002, 0.01, 0.05])
def test_the_rate_at_which_people_leave_is_found_in_their_counts(leaving):
    assert Flow.of(moving(leaving), TOLD).fitted.rates.leaving == pytest.approx(leaving, rel=0.35)


def test_a_camp_that_empties_is_explained_by_returns_and_moves():
    still, emptying = (Flow.of(moving(0.05, returning), TOLD).fitted.rates for returning in (0.0, 0.02))
    assert emptying.returning + emptying.moving > 5 * (still.returning + still.moving)


def test_without_counts_the_priors_are_the_fit():
    none = dataclasses.replace(long_crisis(), counts={"Elm": Counts(np.array([199]), np.array([5.0]))})
    fitted = Flow.of(Situation.of(none, 80), TOLD).fitted
    assert fitted.rates == pytest.approx([TOLD.fit.priors[name].middle for name in Rates._fields])
    assert np.diag(fitted.spread) == pytest.approx(np.ones(len(Rates._fields)))


def test_counts_make_the_rate_of_leaving_surer():
    assert Flow.of(Situation.of(long_crisis(), 120), TOLD).fitted.spread[0, 0] < 0.5


def test_what_is_expected_loses_nobody():
    here, way, leaving = np.array([900.0, 50.0, 0.0]), np.array([30.0, 0.0, 5.0]), np.full(40, 17.0)
    room = np.array([1000.0, np.inf, 60.0])
    people, under_way, returned = carried_on(here, way, leaving, SHARE, SPEED, room, np.array([0.01, 0.02]))
    everybody = here.sum() + way.sum() + leaving.cumsum()
    assert people.sum(axis=1) + under_way.sum(axis=1) + returned == pytest.approx(everybody)


@given(st.integers(0, 2**32), st.integers(0, 5000), st.floats(0, 500), st.floats(0, 0.5), st.floats(0, 0.5),
       st.lists(st.sampled_from([0.0, 40.0, 900.0, np.inf]), min_size=3, max_size=3))
@settings(max_examples=60, deadline=None)
def test_of_whole_people_nobody_is_lost_on_any_evening(seed, here, leaving, returning, moving_on, room):
    begun, way = np.array([here, here // 3, 0]), np.array([here // 7, 0, 11])
    everybody = begun.sum() + way.sum()
    told = walk(np.random.default_rng(seed), begun, way, np.full(20, leaving), SHARE, SPEED, np.array(room),
                np.array([returning, moving_on]))
    left, under_way, _, returned, _ = told[:, :5].T
    assert (everybody + left == under_way + returned + told[:, 5:].sum(axis=1)).all()
    assert (told >= 0).all()


def test_whole_people_move_on_average_as_expected():
    here, way, leaving = np.array([900, 500, 10]), np.array([90, 0, 30]), np.full(12, 40.0)
    gone = np.array([0.01, 0.02])
    room, rng = np.full(3, np.inf), np.random.default_rng(3)
    runs = np.array([walk(rng, here.copy(), way.copy(), leaving, SHARE, SPEED, room, gone) for _ in range(3000)])
    people, under_way, returned = carried_on(here.astype(float), way.astype(float), leaving, SHARE, SPEED, room, gone)
    pairs = ((runs[:, :, 5:], people), (runs[:, :, 1], under_way.sum(axis=1)), (runs[:, :, 3], returned))
    for drawn, expected in pairs:
        wrong = np.abs(drawn.mean(axis=0) - expected) / (drawn.std(axis=0) / np.sqrt(len(drawn)))
        assert wrong.max() < 4.5


def test_the_same_seed_moves_the_same_people():
    flow = Flow.of(Situation.of(long_crisis(), 100), TOLD)
    first, second, other = (moves(flow, 10, 20, seed) for seed in (1, 1, 2))
    assert np.array_equal(first.people, second.people)
    assert not np.array_equal(first.people, other.people)
    total = first.people.sum(axis=2) + first.under_way + first.returned
    assert (total == first.before + first.left).all()
