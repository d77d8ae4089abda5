"""The learning of match weights, on pairs made here."""

import pytest
import yaml

from crossbearing.weighing.settings import settings
from evaluation.weighing.groups import b_cubed
from evaluation.weighing.labelled import LabelledPair
from evaluation.weighing.learn import PRIOR, in_order, learn, scale_of, starting
from evaluation.weighing.table import TABLE, with_weights


def pair(same, level):
    return LabelledPair(corpus="syria/events", levels=dict([level]), same=same, counts=1.0, fold=0)


def test_every_level_of_the_table_has_a_weight_to_start_from():
    assert {c: set(levels) for c, levels in settings().across.levels.items()} == {
        c: set(levels) for c, levels in starting().levels.items()
    }


def test_a_level_that_pairs_of_one_happening_have_gains_and_one_of_others_loses():
    told = [pair(True, ("target", "same_people"))] * 200 + [pair(False, ("target", "other_people"))] * 200
    learnt, start = learn(told), starting().weights()
    assert learnt["target", "same_people"] > start["target", "same_people"]
    assert learnt["target", "other_people"] < start["target", "other_people"]


def test_what_no_pair_shows_stays_as_it_was_set():
    learnt = learn([pair(True, ("actor", "same")), pair(False, ("actor", "other"))])
    assert learnt["place", "far"] == starting().weights()["place", "far"]


def test_ordered_levels_that_fall_take_their_mean():
    weights = starting().weights() | {("names", "one"): 3.0, ("names", "two"): 1.0}
    evened = in_order(weights, {})
    assert evened["names", "one"] == evened["names", "two"] == pytest.approx(2.0)
    assert evened["names", "many"] == weights["names", "many"]


def test_writing_weights_changes_numbers_between_reports_and_nothing_else():
    text = TABLE.read_text(encoding="utf-8")
    weights = starting().weights() | {PRIOR: -9.5}
    written, before = (yaml.safe_load(t) for t in (with_weights(text, scale_of(weights)), text))
    assert written["across"]["prior"] == -9.5
    assert written["across"]["levels"]["words"]["w85"][0] == weights["words", "w85"]
    assert written["across"]["levels"]["words"]["w85"][1] == before["across"]["levels"]["words"]["w85"][1]
    assert {k: v for k, v in written.items() if k != "across"} == {k: v for k, v in before.items() if k != "across"}


def test_groups_that_fit_what_is_told_score_one():
    told = {0: frozenset("a"), 1: frozenset("a"), 2: frozenset("b")}
    assert b_cubed(told, [[0, 1], [2]]) == 1.0
    assert b_cubed(told, [[0, 1, 2]]) < 1.0
