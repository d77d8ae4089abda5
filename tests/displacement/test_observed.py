"""Observed counts are taken from the tables as Flee takes them."""

import datetime as dt

import numpy as np

from crossbearing.displacement import Correction, Counts, Observed
from tests.displacement.small import small


def counts(days, people):
    return Counts(np.array(days), np.array(people, dtype=float))


def test_between_rows_counts_are_interpolated_and_cut():
    observed = Observed.of(small(counts={"Elm": counts([2, 5], [10, 20]), "Ford": counts([0], [7])}, corrections=()))
    assert observed.of_camps(("Elm",))[:8, 0].tolist() == [10, 10, 10, 13, 16, 20, 20, 20]
    assert set(observed.of_camps(("Ford",))[:, 0].tolist()) == {7}


def test_a_new_registration_scales_all_earlier_counts():
    series = {"Elm": counts([0, 10, 20], [100, 200, 50]), "Ford": counts([0], [0])}
    observed = Observed.of(small(counts=series, corrections=(Correction("Elm", dt.date(2020, 3, 21)),)))
    assert observed.of_camps(("Elm",))[[0, 10, 20], 0].tolist() == [25, 50, 50]


def test_before_a_new_registration_nobody_knows_of_it():
    series = {"Elm": counts([0, 10, 20], [100, 200, 50]), "Ford": counts([0], [0])}
    instance = small(counts=series, corrections=(Correction("Elm", dt.date(2020, 3, 21)),))
    assert Observed.of(instance, corrected_until=19).of_camps(("Elm",))[10, 0] == 200


def test_a_correction_on_a_day_without_a_count_changes_nothing():
    series = {"Elm": counts([0, 10], [100, 200]), "Ford": counts([0], [0])}
    given = small(counts=series, corrections=(Correction("Elm", dt.date(2020, 3, 8)),))
    assert Observed.of(given).of_camps(("Elm",))[0, 0] == 100


def test_losses_are_set_off_against_later_growth():
    people = np.array([[10], [30], [5], [10], [40]])
    new = Observed(("a",), people, np.zeros(5, dtype=np.int64)).arrivals()
    assert new.tolist() == [0, 20, 0, 0, 10]
    assert people[0].sum() + new.sum() == people.max()
