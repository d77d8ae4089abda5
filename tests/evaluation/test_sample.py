"""A sample is always the same, and cuts no event in two."""

from hypothesis import given
from hypothesis import strategies as st

from evaluation.runs import runs, wanted
from evaluation.sample import chosen, key_of, reports_of

GOLD = st.lists(st.builds(lambda r, e: {"id": r, "event": e}, st.text(max_size=4), st.text(max_size=2)), max_size=30)


@given(GOLD, st.integers(1, 20))
def test_the_order_of_the_gold_changes_nothing(gold, least):
    assert chosen(gold, least) == chosen(gold[::-1], least)


@given(GOLD, st.integers(1, 20))
def test_a_sample_has_as_many_reports_as_asked_for_where_there_are_as_many(gold, least):
    keys = chosen(gold, least)
    taken = {report for row in gold if key_of(row) in keys for report in reports_of(row)}
    assert len(taken) >= min(least, len({row["id"] for row in gold}))


def test_a_larger_sample_holds_the_smaller_one():
    gold = [{"id": f"r{n}", "event": f"e{n // 3}"} for n in range(90)]
    assert chosen(gold, 10) < chosen(gold, 40)


def test_every_run_gates_a_figure_and_no_two_figures_share_a_name():
    figures = [f for run in runs().values() for score in run.scores for f in score.figures]
    assert all(score.figures for run in runs().values() for score in run.scores)
    assert len(wanted()) == len(figures)
