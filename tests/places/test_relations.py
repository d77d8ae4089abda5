"""Places told by other places."""

import pytest

from crossbearing.places import distance_km
from crossbearing.places.relations import Anchor, halfway, relation, spot

HOMS = Anchor(34.73, 36.71, 5.0, wide=False)
IDLIB = Anchor(35.9, 36.6, 50.0, wide=True)


@pytest.mark.parametrize(("words", "km"), [
    ("five miles from", 8.0), ("a village located five miles from the town of", 8.0),
    ("about 30 kilometres outside", 30.0),
    ("12 km ( seven miles ) from the besieged city of", 12.0), ("some 800 metres from", 0.8), ("a mile from", 1.6),
])
def test_a_distance_is_read_in_kilometres(words, km):
    assert relation(words.split()).km == pytest.approx(km, abs=0.1)


@pytest.mark.parametrize(("words", "bearing"), [
    ("20 km north of", 0), ("5 miles to the south-east of", 135), ("three kilometres west of the town of", 270),
    ("10 km north - east of", 45), ("south of", 180),
])
def test_a_direction_is_read_in_degrees_from_north(words, bearing):
    assert relation(words.split()).bearing == bearing


@pytest.mark.parametrize("words", ["and", "said that", "who came from", "of", "for", "five people from", "the"])
def test_words_that_place_nothing_are_no_relation(words):
    assert relation(words.split()) is None


def test_a_distance_without_a_direction_is_a_circle_around_the_town():
    placed = spot(relation("five miles from".split()), HOMS)
    assert (placed.lat, placed.lon) == (HOMS.lat, HOMS.lon)
    assert placed.precision_km >= 8


def test_a_distance_with_a_direction_is_a_point_there():
    placed = spot(relation("20 km east of".split()), HOMS)
    assert distance_km(placed.lat, placed.lon, HOMS.lat, HOMS.lon) == pytest.approx(20, abs=0.5)
    assert placed.lon > HOMS.lon


def test_what_lies_in_a_province_lies_within_its_radius():
    placed = spot(relation(["in"]), IDLIB)
    assert placed.precision_km == IDLIB.precision_km


def test_between_two_towns_is_half_way_with_both_in_reach():
    placed = halfway(HOMS, Anchor(35.13, 36.75, 5.0, wide=False))
    assert placed.precision_km >= distance_km(placed.lat, placed.lon, HOMS.lat, HOMS.lon)
