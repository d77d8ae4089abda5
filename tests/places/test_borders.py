"""Where a point lies is told by the packaged borders."""

import pytest

from crossbearing.places import countries, country_code
from crossbearing.places.borders import borders, country_at, km_outside


@pytest.mark.parametrize(("place", "lat", "lon", "code"), [
    ("Jisr al-Shughur", 35.815, 36.321, "SY"), ("Yayladagi", 35.902, 36.060, "TR"), ("Kinshasa", -4.32, 15.31, "CD"),
    ("Brazzaville", -4.26, 15.24, "CG"), ("Maseru, within South Africa", -29.31, 27.48, "LS"),
])
def test_towns_lie_in_their_country_and_in_no_other(place, lat, lon, code):
    assert country_code(country_at(lat, lon) or "") == code, place
    assert km_outside(code, lat, lon) == 0.0
    others = {"SY", "TR", "CD", "CG", "ZA"} - {code}
    assert all((km_outside(other, lat, lon) or 0.0) > 0.0 for other in others)


def test_how_far_outside_is_measured_to_the_nearest_border():
    near, far = (km_outside("TR", lat, 36.32) for lat in (35.815, 33.5))
    assert near is not None
    assert far is not None
    assert 5 < near < 20
    assert 200 < far < 300
    assert km_outside("XX", 0.0, 0.0) is None


def test_nearly_every_country_of_the_tables_has_a_border():
    drawn = {country_code(country.name) for country in borders()}
    assert len(set(countries()) - drawn) < 0.05 * len(countries())
