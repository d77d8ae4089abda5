"""The verb `arrivals` as people call it."""

import csv
import io
import json

import pytest
from click.testing import CliRunner

from crossbearing.cli import main
from crossbearing.displacement import write_instance
from crossbearing.displacement.crossbearing_v1.parameters import parameters
from crossbearing.displacement.crossbearing_v1.sensitivity import CONFLICT, changed, variations
from tests.displacement.small import written
from tests.displacement.test_forecasts import long_crisis


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    path = tmp_path_factory.mktemp("crisis")
    write_instance(long_crisis(), path)
    return path


def arrivals(*arguments: object):
    return CliRunner().invoke(main, ["arrivals", *map(str, arguments)])


def test_a_forecast_is_a_table_of_ordered_quantiles(folder):
    done = arrivals("run", folder, "--day", 100, "--horizon", 5, "--draws", 50)
    assert done.exit_code == 0, done.output
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    assert [row["day"] for row in rows] == [str(day) for day in range(101, 106) for _ in range(2)]
    assert rows[0]["date"] == "2020-06-10"
    for row in rows:
        numbers = [int(row[name]) for name in ("low90", "low50", "median", "high50", "high90")]
        assert numbers == sorted(numbers)


def test_moves_tell_who_is_under_way_and_who_went_home(folder, tmp_path):
    done = arrivals("run", folder, "--day", 100, "--horizon", 4, "--draws", 60, "--moves", tmp_path / "moves.csv")
    assert done.exit_code == 0, done.output
    rows = list(csv.DictReader((tmp_path / "moves.csv").open()))
    assert {row["who"] for row in rows} == {"left", "under_way", "arrived", "returned", "moved"}
    left = [int(row["median"]) for row in rows if row["who"] == "left"]
    assert left == sorted(left)
    assert left[-1] > 0
    assert arrivals("run", folder, "--engine", "flee_v3", "--moves", tmp_path / "moves.csv").exit_code == 2


def test_a_run_can_be_scored(folder, tmp_path):
    table = tmp_path / "run.csv"
    assert arrivals("run", folder, "--engine", "flee_v3", "--draws", 3, "--output", table).exit_code == 0
    done = arrivals("score", folder, table)
    assert done.exit_code == 0, done.output
    told = json.loads(done.stdout)
    assert 0 <= told["ard_rescaled"] <= 2
    assert 0 <= told["crps"] <= told["mae"]
    assert set(told["by_camp"]) == {"Elm", "Ford"}


def test_the_output_of_flee_itself_can_be_scored(folder, tmp_path):
    table = tmp_path / "out.csv"
    rows = ("Day,Date,Elm sim,Elm data,Elm error,Total error", "0,2020-03-01,10,12,0.1,0", "1,2020-03-02,20,25,0,0")
    table.write_text("\n".join(rows))
    done = arrivals("score", folder, table)
    assert done.exit_code == 0, done.output
    assert json.loads(done.stdout)["by_camp"].keys() == {"Elm"}


@pytest.mark.parametrize(("content", "reason"), [
    ("", "empty"), ("a,b\n1,2\n", "header"), ("Day,Date,Oak sim\n0,2020-03-01,1\n", "Oak"),
    ("Day,Date,Elm sim\n0,2020-03-01,many\n", "does not fit"), ("Day,Date,Elm sim\n900,2020-03-01,1\n", "outside"),
    ("day,date,camp,low90,low50,median,high50,high90\n1,2020-03-02,Elm,1,2\n", "lacks rows"),
])
def test_a_table_that_does_not_fit_is_told(content, reason, folder, tmp_path):
    (tmp_path / "table.csv").write_text(content)
    done = arrivals("score", folder, tmp_path / "table.csv")
    assert done.exit_code == 1
    assert reason in done.stderr
    assert "table.csv" in done.stderr


def test_forecasts_are_judged_beside_the_baselines(folder):
    done = arrivals("compare", folder, "--step", 40)
    assert done.exit_code == 0, done.output
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert [line["horizon"] for line in lines] == [7, 14, 30]
    assert {"crossbearing_v1", "persistence", "drift", "day-d shares", "gravity"} <= set(lines[0]["mae"])


def test_a_period_too_short_to_judge_is_told(tmp_path):
    done = arrivals("compare", written(tmp_path))
    assert done.exit_code == 1
    assert "days with counts" in done.stderr


def test_drawings_are_the_same_each_time(folder, tmp_path):
    for name in ("first", "second"):
        done = arrivals("plot", folder, "--day", 100, "--output", tmp_path / name)
        assert done.exit_code == 0, done.output
    for kind in ("fans", "flows", "fillings"):
        for suffix, start in (("svg", b"<?xml"), ("png", b"\x89PNG")):
            first, second = ((tmp_path / name / f"{kind}.{suffix}").read_bytes() for name in ("first", "second"))
            assert first == second
            assert first.startswith(start)
    assert b"Elm" in (tmp_path / "first/fans.svg").read_bytes()


def test_sensitivity_tells_which_assumption_of_the_forecast_moves_most(folder):
    done = arrivals("sensitivity", folder, "--day", 45, "--horizon", 7, "--draws", 40)
    assert done.exit_code == 0, done.output
    told = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(told) == len(variations(parameters()))
    assert [each["moved"] for each in told] == sorted((each["moved"] for each in told), reverse=True)
    by_name = {name: [each for each in told if each["assumption"] == name] for name in {e["assumption"] for e in told}}
    assert all(each["moved"] > 0 for each in by_name["weights.sharpness"])
    narrow, wide = sorted(by_name["intervals.prior_spread"], key=lambda each: each["value"])
    assert narrow["wider"] < 1 < wide["wider"]
    assert narrow["moved"] == wide["moved"] == 0


def test_every_number_of_the_assumptions_that_is_varied_is_one():
    told = parameters()
    for at, value in variations(told):
        if at != CONFLICT:
            assert changed(told, at, value) != told


def test_sensitivity_names_the_setting_that_moves_most_first(folder):
    done = arrivals("sensitivity", folder, "--engine", "flee_v3", "--draws", 1)
    assert done.exit_code == 0, done.output
    moved = [json.loads(line)["moved"] for line in done.stdout.splitlines()]
    assert moved == sorted(moved, reverse=True)
    assert moved[0] > 0


def test_a_broken_instance_ends_with_one_line_for_each_fault(tmp_path):
    written(tmp_path)
    (tmp_path / "input_csv/routes.csv").write_text("Anbar,Belt,-3\nAnbar,Oak,5\n")
    done = arrivals("run", tmp_path)
    assert done.exit_code == 1
    assert all(line.startswith("crossbearing: input_csv/") for line in done.stderr.splitlines())
    assert done.stdout == ""
