import io
import json

from crossbearing.publishing import geojson
from tests.publishing.handmade import EVENTS, picture


def collection():
    stream = io.StringIO()
    geojson.write(picture(), stream)
    return json.loads(stream.getvalue())


def test_every_event_is_a_feature_with_an_id_of_its_own():
    got = collection()
    assert got["type"] == "FeatureCollection"
    assert [feature["id"] for feature in got["features"]] == [event.id for event in EVENTS]
    assert {feature["type"] for feature in got["features"]} == {"Feature"}


def test_longitude_comes_before_latitude():
    assert collection()["features"][0]["geometry"] == {"type": "Point", "coordinates": [36.3211, 35.8145]}


def test_an_event_without_a_place_keeps_its_feature_with_null_geometry():
    feature = collection()["features"][2]
    assert feature["geometry"] is None
    assert feature["properties"]["where"] == "place not known"


def test_the_radius_of_the_place_and_the_bounds_of_the_count_are_properties():
    properties = collection()["features"][1]["properties"]
    assert properties["precision_km"] == 3.0
    assert (properties["killed_low"], properties["killed_best"], properties["killed_high"]) == (5, 5, None)
    assert (properties["roots_low"], properties["roots_high"]) == (1, 2)


def test_geonames_is_credited():
    assert "GeoNames" in collection()["attribution"]


def test_there_is_no_crs_member_as_rfc_7946_asks():
    assert "crs" not in collection()
