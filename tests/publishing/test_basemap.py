import pytest

from crossbearing.publishing.basemap import Bounds, outlines


def inside(point, ring):
    """Whether a point lies in a ring, by counting crossings."""
    x, y = point
    pairs = zip(ring, [*ring[1:], ring[0]], strict=True)
    return (
        sum((a[1] > y) != (b[1] > y) and x < a[0] + (y - a[1]) / (b[1] - a[1]) * (b[0] - a[0]) for a, b in pairs) % 2
        == 1
    )


def country_at(lon, lat, bounds):
    return [o.name for o in outlines(bounds) if sum(inside((lon, lat), ring) for ring in o.rings) % 2]


@pytest.mark.parametrize(
    ("place", "lon", "lat", "country"),
    [
        ("Jisr al-Shughur", 36.321, 35.815, "Syria"),
        ("Yayladagi", 36.060, 35.902, "Turkey"),
        ("Altinozu", 36.247, 36.114, "Turkey"),
        ("Antakya", 36.160, 36.202, "Turkey"),
        ("Tripoli", 35.844, 34.436, "Lebanon"),
    ],
)
def test_towns_near_a_border_lie_in_their_country(place, lon, lat, country):
    assert country_at(lon, lat, Bounds(34, 34, 38, 38)) == [country], place


def test_nothing_reaches_out_of_the_box():
    box = Bounds(35.5, 35.5, 36.5, 36.5)
    points = [point for outline in outlines(box) for ring in outline.rings for point in ring]
    assert points
    assert all(box.west - 0.01 <= x <= box.east + 0.01 and box.south - 0.01 <= y <= box.north + 0.01 for x, y in points)


def test_a_box_in_the_open_sea_is_empty():
    assert list(outlines(Bounds(-30, 0, -29, 1))) == []


def test_a_wide_box_is_drawn_with_fewer_points_than_the_file_holds():
    world = Bounds(-180, -85, 180, 85)
    coarse, fine = (sum(len(r) for o in outlines(world, steps) for r in o.rings) for steps in (500, 20000))
    assert coarse < fine / 4
