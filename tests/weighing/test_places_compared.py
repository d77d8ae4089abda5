"""How telling it is where two accounts lie."""

from crossbearing.weighing.comparisons.place import _distance
from crossbearing.weighing.settings import settings
from crossbearing.weighing.spots import CITY, Spot


def town(name: str, lat: float, lon: float, province: str) -> Spot:
    return Spot(name=name, key=name, rank=CITY, place_id=name, lat=lat, lon=lon, precision=4.0, province=province)


def test_a_town_that_names_its_province_and_another_town_of_it_may_be_one_place():
    seat = town("marnah", 35.8, 36.3, "Marnah")
    assert _distance(seat, town("tal", 36.6, 36.9, "Marnah")) == "seat"
    assert _distance(seat, town("kafr", 36.6, 36.9, "Dirwan")) == "far"
    assert _distance(town("tal", 36.6, 36.9, "Marnah"), town("kafr", 35.8, 36.3, "Marnah")) == "far"


def test_such_towns_lie_less_apart_than_others_and_more_than_a_town_and_its_quarter():
    for scale in (settings().across, settings().within):
        assert scale.weight("place", "far") < scale.weight("place", "seat") < scale.weight("place", "within")
