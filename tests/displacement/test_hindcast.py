"""A forecast is set beside what was counted afterwards, day for day."""

import datetime as dt

import pytest

from crossbearing.displacement import InstanceTrouble
from crossbearing.displacement.hindcast import Beside, LaterCount, hindcast, read_later
from tests.displacement.test_forecasts import long_crisis

TABLE = "#date,people,source\n2020-06-12,900,an agency\n2020-06-20,1200,a ministry\n"


def test_each_later_count_stands_beside_the_forecast_of_its_day(tmp_path):
    (tmp_path / "later.csv").write_text(TABLE)
    later = read_later(tmp_path / "later.csv")
    crisis = long_crisis()
    day = (dt.date(2020, 6, 10) - crisis.start).days
    judged = hindcast(crisis, day, (LaterCount(dt.date(2020, 6, 10), 1, "too early"), *later))
    assert [each.counted.source for each in judged.beside] == ["an agency", "a ministry"]
    assert len(judged.forecast.median) == 10
    people = judged.forecast.draws.sum(axis=2)[:, 1]
    assert judged.beside[0].low < judged.beside[0].median < judged.beside[0].high
    assert people.min() <= judged.beside[0].low
    assert judged.known.day == day


@pytest.mark.parametrize(("people", "held"), [(9, False), (10, True), (30, True), (31, False)])
def test_a_count_is_held_by_an_interval_with_its_ends(people, held):
    assert Beside(LaterCount(dt.date(2020, 1, 1), people, "x"), 10, 20, 30).held == held


@pytest.mark.parametrize(("row", "reason"), [
    ("12 June,900,x", "not a date"), ("2020-06-12,many,x", "not a number"), ("2020-06-12,900,", "names no source"),
])
def test_a_broken_table_of_later_counts_is_told(row, reason, tmp_path):
    (tmp_path / "later.csv").write_text(row)
    with pytest.raises(InstanceTrouble, match=reason) as told:
        read_later(tmp_path / "later.csv")
    assert "later.csv:1" in str(told.value)
