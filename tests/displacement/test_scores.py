"""Scores say what their definitions say."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossbearing.displacement.scores import ard, coverage, crps, crps_of_quantiles, mae, mase

PEOPLE = st.lists(st.lists(st.integers(0, 1000), min_size=3, max_size=3), min_size=1, max_size=8)


@given(PEOPLE)
def test_a_perfect_run_has_no_error(rows):
    people = np.array(rows)
    assert ard(people, people) == ard(people, people, rescaled=True) == mae(people, people) == 0.0


@given(PEOPLE)
def test_rescaling_hides_a_wrong_total_but_not_a_wrong_split(rows):
    people = np.array(rows) + 1
    assert ard(3 * people, people, rescaled=True) == pytest.approx(0.0, abs=1e-9)
    assert ard(3 * people, people) == pytest.approx(2.0)


def test_all_in_the_wrong_camp_is_an_error_of_two():
    assert ard(np.array([[0, 10]]), np.array([[10, 0]])) == 2.0


def test_a_day_without_people_counts_by_one():
    assert ard(np.array([[3, 0]]), np.array([[0, 0]])) == 3.0
    assert ard(np.array([[3, 0]]), np.array([[0, 0]]), rescaled=True) == 0.0


def test_the_ranked_score_of_one_draw_is_its_error():
    assert crps(np.array([[7.0]]), np.array([4.0])).tolist() == [3.0]


def test_the_ranked_score_of_a_normal_ensemble_is_that_of_the_normal_distribution():
    draws = np.random.default_rng(1).standard_normal((20_000, 1))
    # Closed form at the mean: (sqrt(2) - 1) / sqrt(pi), Gneiting and Raftery (2007), with a sign.
    assert crps(draws, np.array([0.0]))[0] == pytest.approx((2**0.5 - 1) / np.pi**0.5, abs=0.01)


def test_the_ranked_score_of_many_quantiles_is_that_of_the_ensemble():
    draws = np.random.default_rng(2).gamma(2.0, 30.0, (4000, 5))
    levels = tuple((np.arange(200) + 0.5) / 200)
    seen = np.array([5.0, 30.0, 60.0, 90.0, 200.0])
    told = crps_of_quantiles(np.quantile(draws, levels, axis=0), levels, seen)
    assert told == pytest.approx(crps(draws, seen), rel=0.01)


def test_coverage_counts_both_ends():
    assert coverage(np.array([1, 1, 1]), np.array([3, 3, 3]), np.array([1, 3, 4])) == pytest.approx(2 / 3)


def test_an_unchanging_past_makes_any_error_infinite():
    flat = np.ones((5, 1))
    assert mase(flat + 1, flat, flat) == float("inf")
    assert mase(flat, flat, flat) == 0.0
