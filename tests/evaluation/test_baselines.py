"""The checked-in baselines: asked for, explained, and no tighter than people agree."""

import pytest

from evaluation.__main__ import load
from evaluation.gate import MARGIN
from evaluation.runs import wanted

AGREEMENT = {"first": 0.80, "root": 0.81, "chain": 0.80}
"""How often two people who labelled the same articles gave the same source (README of the corpora)."""

MODES = ("full", "quick")


@pytest.mark.parametrize("mode", MODES)
def test_every_baseline_is_of_a_figure_that_is_asked_for(mode):
    assert set(load()[mode]) <= set(wanted())


@pytest.mark.parametrize("mode", MODES)
def test_a_margin_other_than_the_usual_one_has_its_reason(mode):
    assert [name for name, b in load()[mode].items() if b.margin != MARGIN and not b.reason] == []


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("link", sorted(AGREEMENT))
def test_the_gate_never_asks_for_more_agreement_with_one_labeller_than_two_labellers_have(mode, link):
    baseline = load()[mode].get(f"syria-claims claims.source.{link}")
    if baseline is not None:
        assert baseline.value - baseline.margin <= AGREEMENT[link] + 1e-9
