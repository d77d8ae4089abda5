"""Places told by other places."""

import re

import pytest

from crossbearing.places import distance_km
from crossbearing.places.relations import Anchor, halfway, relation, spot
from crossbearing.places.vicinity import vicinity
from crossbearing.records import PlaceMention

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


PLACED = {
    "Homs": PlaceMention(start=0, end=4, text="Homs", kind="city", lat=34.73, lon=36.71, precision_km=5.0),
    "Hama": PlaceMention(start=0, end=4, text="Hama", kind="city", lat=35.13, lon=36.75, precision_km=5.0),
    "Idlib": PlaceMention(start=0, end=5, text="Idlib", kind="province", lat=35.9, lon=36.6, precision_km=50.0),
}


@pytest.mark.parametrize(("words", "km", "bearing"), [
    ("five miles from {Homs}", 0, None), ("20 km south of {Homs}", 20, 180), ("north of {Homs}", 13, 0),
    ("at the border near {Homs}", 0, None), ("on the road to {Homs}", 0, None), ("in northern {Idlib}", 25, 0),
    ("on the road from {Homs} to {Hama}", 22, 5), ("between {Homs} and {Hama}", 22, 5),
    ("on the {Homs} - {Hama} highway", 22, 5),
])
def test_what_happens_near_a_place_has_a_point_of_its_own_with_a_radius(words, km, bearing):
    before, name, rest = re.fullmatch(r"(.*?)\{(\w+)\}(.*)", words).groups()
    between, other, after = re.fullmatch(r"(?:(.*?)\{(\w+)\})?(.*)", rest).groups(default="")
    place = PLACED[name]
    told = vicinity(before.split(), place, between.split(), PLACED.get(other), after.split())
    assert told.both == bool(other)
    assert distance_km(place.lat, place.lon, told.spot.lat, told.spot.lon) == pytest.approx(km, abs=1.5)
    if bearing is not None:
        north = told.spot.lat > place.lat
        assert north == (bearing < 90)
    assert told.spot.precision_km > 5


@pytest.mark.parametrize("words", ["killed in", "in the city of", "inside", "in eastern", "residents of", "left", ""])
def test_what_happens_in_a_place_lies_there(words):
    assert vicinity(words.split(), PLACED["Homs"]) is None


def test_two_towns_that_are_only_named_together_do_not_tell_a_point_between_them():
    assert vicinity(["in"], PLACED["Homs"], ["and"], PLACED["Hama"]) is None
    assert vicinity(["fled", "from"], PLACED["Homs"], ["to"], PLACED["Hama"], ["on"]) is None
