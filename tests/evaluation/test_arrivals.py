"""What the evaluation of arrivals measures is what the forecasts assume."""

import pytest

from crossbearing.displacement.crossbearing_v1.parameters import parameters
from evaluation.arrivals.instances import shared
from evaluation.arrivals.priors import VAGUE, priors, with_priors


@pytest.mark.slow
def test_the_priors_are_those_that_the_shared_crises_give():
    if not (shared() / "instances").is_dir():
        pytest.skip(f"no displacement instances at {shared()}: set CROSSBEARING_DISPLACEMENT")
    given = parameters().flow.fit.priors
    for rate, prior in priors().items():
        assert given[rate].middle == pytest.approx(prior.middle, rel=0.06)
        assert given[rate].spread == pytest.approx(prior.spread, rel=0.06)


def test_other_priors_change_nothing_else():
    told = parameters()
    other = with_priors(told, VAGUE)
    assert other.flow.fit.priors == VAGUE
    assert with_priors(other, told.flow.fit.priors) == told
