"""Tolls that exclude each other, and those that one count passed on its way."""

import pytest

from crossbearing.records import SourceLink

MONITOR = (SourceLink(name="the Syrian Observatory for Human Rights", kind="ngo", cue="said"),)
STATE = (SourceLink(name="SANA", kind="agency", cue="reported"),)


@pytest.mark.parametrize(
    ("later", "day", "rows"),
    [
        ({"killed": 22}, "2014-03-05", [("22", "26")]),
        ({"killed": 35}, "2014-03-05", []),  # the monitor's count rose from 22 through 26
        ({"killed": 25}, "2014-03-05", [("22", "26"), ("25", "26")]),  # it never reached what the agency counts
        ({"killed": 35}, "2014-03-20", [("26", "35")]),  # two weeks on it is another count, which corrects the first
    ],
)
def test_a_toll_that_the_other_roots_own_count_passed_is_no_contradiction(desk, later, day, rows):
    for ident, told, published, source in (
        ("a", {"killed": 22}, "2014-03-05", MONITOR),
        ("b", {"killed": 26}, "2014-03-05", STATE),
        ("c", later, day, MONITOR),
    ):
        desk.report(ident, f"Shells struck the grain market of Marnah, {ident} was told.", outlet=ident, day=published)
        desk.claim(ident, "struck", "shelling", place="Marnah", day="2014-03-05", sources=source, **told)
    ids = [desk.readings[ident].claims[0].id for ident in "abc"]
    (event,) = desk.weigh(same=[(ids[0], ids[1]), (ids[0], ids[2])])
    assert [tuple(side.value for side in row.sides) for row in event.contradictions if row.field == "killed"] == rows
