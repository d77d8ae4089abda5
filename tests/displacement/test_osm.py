"""Roads are taken from a map: the shortest ways between neighbours, by roads that cars can use."""

import pytest

from crossbearing.displacement import InstanceTrouble
from crossbearing.displacement.building.osm import osm_roads
from crossbearing.displacement.instance import Location

NODES = {1: (0.0, 0.0), 2: (0.0, 1.0), 3: (0.0, 2.0), 4: (1.0, 1.0), 5: (0.02, 1.0), 6: (3.0, 3.0)}
WAYS = (([1, 2, 3], "primary"), ([1, 4], "secondary"), ([4, 3], "trunk_link"), ([1, 6], "footway"),
        ([2, 99], "primary"))


def extract(ways=WAYS, head=""):
    nodes = "".join(f'<node id="{n}" lat="{lat}" lon="{lon}"/>' for n, (lat, lon) in NODES.items())
    lines = ""
    for n, (way, kind) in enumerate(ways):
        ends = "".join(f'<nd ref="{m}"/>' for m in way)
        lines += f'<way id="{n}">{ends}<tag k="highway" v="{kind}"/></way>'
    return f'<?xml version="1.0"?>{head}<osm version="0.6">{nodes}{lines}</osm>'


def place(name, lat, lon):
    return Location(name=name, region="", country="A", lat=lat, lon=lon, kind="town")


@pytest.fixture
def written(tmp_path):
    def write(text):
        path = tmp_path / "roads.osm"
        path.write_text(text, "utf-8")
        return path
    return write


def test_a_place_between_two_others_parts_their_road(written):
    towns = [place("a", 0.0, 0.0), place("b", 0.02, 1.0), place("c", 0.0, 2.0)]
    found, off = osm_roads(written(extract()), towns)
    assert [(road.a, road.b) for road in found] == [("a", "b"), ("a", "c"), ("b", "c")]
    lengths = {road.a + road.b: road.km for road in found}
    assert lengths["ab"] == pytest.approx(111.2 + 2.2, abs=0.2)
    assert lengths["ac"] == pytest.approx(2 * 157.3, abs=0.5)
    assert off == []


def test_paths_are_no_roads_and_a_place_far_from_roads_is_told(written):
    found, off = osm_roads(written(extract()), [place("a", 0.0, 0.0), place("f", 3.0, 3.0)])
    assert found == ()
    assert off == ["f"]


@pytest.mark.parametrize(("text", "reason"), [
    ("a,b,3", "read as a map"), (extract(ways=()), "no roads"), ('<osm><node id="x"/></osm>', "read as a map"),
    (extract(head='<!DOCTYPE osm [<!ENTITY a "b">]>'), "entities"),
])
def test_what_is_no_map_is_told(text, reason, written):
    with pytest.raises(InstanceTrouble, match=reason) as told:
        osm_roads(written(text), [place("a", 0.0, 0.0)])
    assert str(told.value).startswith("roads.osm: ")
