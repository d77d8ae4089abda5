"""The gate fails where a figure fell, and never lowers a baseline unsaid."""

import os
import subprocess
import sys

import pytest

from evaluation.gate import Baseline, judge, renew
from evaluation.runs import Wanted

HIGH = {"run claims.recall": Wanted(bar=0.5)}
LOW = {"run events.missed": Wanted(bar=0.15, lower=True)}


def baseline(name, value, margin=0.02):
    return {name: Baseline(value=value, margin=margin)}


def state(wanted, baselines, figures):
    (verdict,) = judge(wanted, baselines, figures)
    return verdict.state


@pytest.mark.parametrize(
    ("now", "expected"),
    [(0.60, "held"), (0.61, "rose"), (0.59, "held"), (0.58, "held"), (0.5799, "fell"), (0.0, "fell")],
)
def test_a_figure_falls_when_it_is_worse_than_its_baseline_by_more_than_the_margin(now, expected):
    name = "run claims.recall"
    assert state(HIGH, baseline(name, 0.60), {name: now}) == expected


@pytest.mark.parametrize(("now", "expected"), [(0.10, "held"), (0.05, "rose"), (0.12, "held"), (0.13, "fell")])
def test_where_less_is_better_rising_is_falling(now, expected):
    name = "run events.missed"
    assert state(LOW, baseline(name, 0.10), {name: now}) == expected


def test_a_figure_that_was_not_measured_is_said_and_never_taken_for_held():
    assert state(HIGH, baseline("run claims.recall", 0.6), {}) == "unmeasured"


def test_a_figure_below_its_bar_is_marked_even_when_it_held():
    (verdict,) = judge(HIGH, baseline("run claims.recall", 0.4), {"run claims.recall": 0.4})
    assert verdict.state == "held"
    assert verdict.below_bar


def test_renewing_says_each_figure_that_is_worse_and_keeps_its_margin():
    name = "run claims.recall"
    renewed, worse = renew(HIGH, baseline(name, 0.60, margin=0.05), {name: 0.55})
    assert worse == [f"{name}: 0.6000 -> 0.5500"]
    assert renewed[name] == Baseline(value=0.55, margin=0.05)


def test_renewing_a_part_leaves_the_other_baselines_alone_and_drops_those_that_nothing_asks_for():
    wanted = HIGH | LOW
    old = baseline("run claims.recall", 0.6) | baseline("run events.missed", 0.1) | baseline("gone", 1.0)
    renewed, worse = renew(wanted, old, {"run events.missed": 0.05})
    assert renewed == {"run claims.recall": Baseline(value=0.6, margin=0.02),
                       "run events.missed": Baseline(value=0.05, margin=0.02)}
    assert not worse


def test_missing_corpora_are_said_loudly_and_fail(tmp_path):
    nowhere = tmp_path / "nowhere"
    done = subprocess.run(
        [sys.executable, "-m", "evaluation", "--only", "timebank"],
        env={**os.environ, "CROSSBEARING_CORPORA": str(nowhere)}, capture_output=True, text=True, check=False,
    )
    assert done.returncode == 2
    assert "NOT MEASURED" in done.stdout
    assert str(nowhere) in done.stdout
