"""What the evaluation of arrivals measures is what the forecasts assume."""

import numpy as np
import pytest

from crossbearing.displacement import Counts
from crossbearing.displacement.crossbearing_v1.parameters import parameters
from evaluation.arrivals import exponent, exponents, instances
from tests.displacement.small import small


@pytest.mark.parametrize("power", [0.5, 1.0, 1.7])
def test_the_power_of_a_made_up_crisis_is_found(power):
    days = np.arange(60)
    growing = Counts(days, 5000.0 * days**power)
    crisis = small(days=60, counts={"Elm": growing, "Ford": growing}, conflicts=np.ones((60, 2)), corrections=())
    assert exponent(crisis) == pytest.approx(power, abs=0.01)


def test_a_crisis_that_began_before_its_counts_tells_no_power():
    days = np.arange(60)
    grown = Counts(days, 9000.0 + days)
    crisis = small(days=60, counts={"Elm": grown, "Ford": grown}, conflicts=np.ones((60, 2)), corrections=())
    assert exponent(crisis) is None


def test_the_assumed_power_is_the_mean_over_the_shared_crises():
    if not (instances() / "instances").is_dir():
        pytest.skip(f"no displacement instances at {instances()}: set CROSSBEARING_DISPLACEMENT")
    assert parameters().young.power == round(float(np.mean([*exponents().values()])), 2)
