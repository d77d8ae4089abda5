"""Counts of which only bounds are known: wide ones weigh less, and the forecast is as unsure as they are."""

import dataclasses

import numpy as np
import pytest

from crossbearing.displacement import Counts, InstanceTrouble, read_instance, write_instance
from crossbearing.displacement.crossbearing_v1 import Forecaster
from crossbearing.displacement.levels import bounded, weighed
from tests.displacement.small import small

DAYS = np.array([0, 10, 20, 30, 39])
PEOPLE = np.array([100.0, 200.0, 300.0, 400.0, 500.0])


def told(low, high):
    return Counts(DAYS, PEOPLE, np.array(low, dtype=float), np.array(high, dtype=float))


@pytest.mark.parametrize(("low", "high"), [(2400, 2500), (1000, 2000), (28, 29), (8538, 8539), (20, 30)])
def test_without_an_upper_bound_the_next_number_as_round_was_not_reached(low, high):
    middle, spread = bounded(Counts(np.array([0]), np.array([1.0 * low]), np.array([1.0 * low]), np.array([np.inf])))
    assert middle == pytest.approx([(low + high) / 2])
    assert spread == pytest.approx([(high - low) / 12**0.5])


def test_counts_without_bounds_are_what_they_are():
    people, unsure = weighed(Counts(DAYS, PEOPLE))
    assert people is PEOPLE
    assert not unsure.any()


def test_a_count_with_wide_bounds_gives_way_to_those_beside_it():
    wide, narrow = (weighed(told([100, 200, low, 400, 500], [100, 200, high, 400, 500]))
                    for low, high in ((300, 3300), (1700, 1900)))
    assert abs(wide[0][2] - 300) < abs(narrow[0][2] - 300)
    assert wide[0][2] < 1200
    assert narrow[0][2] > 1700
    assert wide[1][2] > narrow[1][2] > 0
    assert wide[0][[0, 1, 3, 4]] == pytest.approx(PEOPLE[[0, 1, 3, 4]])


def crisis(low, high):
    none = Counts(np.array([39]), np.array([5.0]))
    return dataclasses.replace(small(), counts={"Elm": told(low, high), "Ford": none}, corrections=())


def test_a_forecast_from_wide_bounds_is_as_unsure_as_they_are():
    exact, wide = (Forecaster(crisis([100, 200, 300, 400, low], [100, 200, 300, 400, high])).forecast(39, 7)
                   for low, high in ((500, 500), (100, 2100)))
    widths = [float(np.subtract(*made.interval(0.9)[::-1])[0, 0]) for made in (exact, wide)]
    assert widths[1] > widths[0]


def test_bounds_are_written_and_read_back(tmp_path):
    made = crisis([90, 200, 300, 400, 500], [120, 200, np.inf, 400, 500])
    write_instance(made, tmp_path)
    read = read_instance(tmp_path).counts["Elm"]
    assert read.low is not None
    assert read.low.tolist() == [90, 200, 300, 400, 500]
    assert read.high is not None
    assert read.high.tolist() == [120, 200, np.inf, 400, 500]
    assert read_instance(tmp_path).counts["Ford"].low is None


def test_a_count_outside_its_bounds_is_told(tmp_path):
    write_instance(small(), tmp_path)
    (tmp_path / "source_data/camp-001.csv").write_text("#date,people,low,high\n2020-03-01,100,120,150\n")
    with pytest.raises(InstanceTrouble, match=r"camp-001\.csv:2: .*outside its bounds"):
        read_instance(tmp_path)
