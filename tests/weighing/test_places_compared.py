"""How telling it is where two accounts lie."""

import msgspec

from crossbearing.records import Claim, PlaceMention, Reading, Report, Where, content_id
from crossbearing.weighing.comparisons.place import _distance, place, places_exclude
from crossbearing.weighing.context import Context
from crossbearing.weighing.facts import Facts
from crossbearing.weighing.settings import settings
from crossbearing.weighing.spots import CITY, COUNTRY, PROVINCE, Spot


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


def account(*spots: Spot) -> Facts:
    """An account of shelling in the first of some places, in a sentence that names them all."""
    text = " and ".join(spot.name for spot in spots) + " were shelled."
    report = Report(id=text, text=text, digest=content_id("d", text))
    places = tuple(
        PlaceMention(start=(at := text.index(s.name)), end=at + len(s.name), text=s.name, name=s.name,
                     kind="country" if s.rank == COUNTRY else "city",
                     place_id=s.place_id, lat=s.lat, lon=s.lon, precision_km=s.precision, province=s.province,
                     country=s.country)
        for s in spots
    )  # fmt: skip
    first = spots[0]
    kind = "province" if first.rank == PROVINCE else "city"
    where = Where(name=first.name, place_id=first.place_id, lat=first.lat, lon=first.lon, kind=kind)
    claim = Claim(id="c", report=text, trigger=(len(text) - 8, len(text) - 1), evidence=(0, len(text)), type="shelling",
                  certainty="asserted", places=tuple(s.name for s in spots), where=where)  # fmt: skip
    reading = Reading(report=text, reader="test", language="en", places=places, claims=(claim,))
    return Facts(Context(report, reading), [claim])


def test_two_towns_share_no_place_because_both_lie_in_the_province_of_a_city():
    seat = town("Marnah", 35.8, 36.3, "Marnah")
    far, close = town("Tal Dirwan", 36.6, 36.9, "Marnah"), town("Kafr Sahib", 35.82, 36.34, "Marnah")
    assert place(account(far, seat), account(town("Ain Hosna", 35.2, 36.0, "Marnah"), seat)).level == "spoken_of"
    assert place(account(close, seat), account(town("Hara", 35.83, 36.28, "Marnah"), seat)).level == "shared"


def test_a_village_found_nowhere_lies_where_the_account_puts_its_town():
    village, north = Spot.unresolved("Qalat Hosna"), town("Tal Dirwan", 36.6, 36.9, "Marnah")
    area = Spot(name="Hosna", key="hosna", rank=PROVINCE, place_id="Hosna", lat=33.1, lon=36.1, precision=20.0)
    assert place(account(village), account(area)).level == "unknown"
    assert place(account(village, north), account(area)).level == "far"


def test_a_river_is_no_spot():
    where = Where(name="Long River", place_id="r", lat=36.6, lon=36.9, precision_km=50.0, kind="water", country="SY")
    assert Spot.of(where).rank == COUNTRY


def test_a_name_found_nowhere_is_no_other_town_that_is_named():
    known, unknown = town("Tal Dirwan", 36.6, 36.9, "Marnah"), Spot.unresolved("Qalat Hosna")
    assert place(account(known), account(unknown)).level == "other_name"
    assert place(account(unknown), account(unknown)).level != "other_name"
    for scale in (settings().across, settings().within):
        assert scale.weight("place", "far") < scale.weight("place", "other_name") <= scale.weight("place", "unknown")


def test_a_name_found_nowhere_lies_in_the_country_that_its_report_speaks_of():
    marnistan = Spot(name="Marnistan", key="marnistan", rank=COUNTRY, place_id="m", lat=35.0, lon=38.0, country="SY")
    nowhere = account(Spot.unresolved("Qalat Hosna"), marnistan).spots[0]
    assert _distance(nowhere, marnistan) == "within"
    assert _distance(nowhere, msgspec.structs.replace(marnistan, country="TR")) != "within"


def test_no_word_makes_one_of_two_places_a_continent_apart():
    here = town("Marnah", 35.8, 36.3, "Marnah")
    beyond = msgspec.structs.replace(town("Hrushivka", 49.6, 37.4, "Hrushiv"), country="UA")
    there = msgspec.structs.replace(here, country="SY")
    close = msgspec.structs.replace(town("Altin", 36.2, 36.2, "Altin"), country="TR")
    assert places_exclude(account(there), account(beyond))
    assert not places_exclude(account(there), account(close))
    assert not places_exclude(account(there), account(beyond, there))
    nowhere = msgspec.structs.replace(beyond, country=None)
    assert places_exclude(account(msgspec.structs.replace(there, country=None)), account(nowhere))
