"""Who did it, where one account names men whom nobody knows or the dead are of one party."""

import pytest

from crossbearing.records import SourceLink

STATE = (SourceLink(name="state television", kind="media", cue="said"),)
ACTIVISTS = (SourceLink(name="the Local Coordination Committees", kind="activist", cue="said"),)
PLACE = {"place": "Marnah", "day": "2014-03-04"}


def rows_between(desk, one, other):
    """The contradictions of an event that state television and activists tell, each as (kind, doers, those harmed)."""
    told = (("a", STATE, one), ("b", ACTIVISTS, other))
    for ident, source, (kind, doers, harmed) in told:
        text = f"In Marnah {doers} hit {harmed} near the grain market, a report of {ident} says."
        desk.report(ident, text, outlet=ident)
        desk.claim(ident, "hit", kind, by=(doers,), on=(harmed,), sources=source, **PLACE)
    same = [tuple(desk.readings[ident].claims[0].id for ident in "ab")]
    return [row for event in desk.weigh(same=same) for row in event.contradictions]


@pytest.mark.parametrize(("one", "other", "sides"), [
    (("killing", "gunmen", "policemen"), ("killing", "Syrian army officers", "police conscripts"),
     {"gunmen", "Syrian army"}),
    (("unrest", "armed gangs", "wheat fields"), ("unrest", "Syrian soldiers", "the wheat fields"),
     {"armed gangs", "Syrian army"}),
    (("killing", "gunmen", "farmers"), ("killing", "Syrian soldiers", "policemen"), None),
    (("unrest", "armed gangs", "a bus"), ("unrest", "Syrian soldiers", "wheat fields"), None),
    (("killing", "gunmen", "policemen"), ("killing", "armed gangs", "policemen"), None),
    (("destruction", "gunmen", "two bridges"), ("destruction", "Syrian soldiers", "two mosques"), None),
    (("destruction", "rebels", "four army vehicles"), ("destruction", "Syrian soldiers", "four rebel vehicles"), None),
    (("killing", "Syrian soldiers", "villagers"), ("unrest", "rebels", "a bus"), None),
])  # fmt: skip
def test_unknown_gunmen_and_the_men_of_a_state_are_rivals_for_the_same_harm(desk, one, other, sides):
    rows = rows_between(desk, one, other)
    told = [{side.value for side in row.sides} for row in rows if row.field == "perpetrator"]
    assert told == ([sides] if sides else [])


def test_who_burned_the_fields_has_a_grade_of_its_own(desk):
    harm = "wheat fields"
    rows_between(desk, ("unrest", "rebels", harm), ("unrest", "Syrian soldiers", harm))
    (event,) = (event for event in desk.weigh() if event.type == "unrest" and len(event.reports) == 2)
    assert event.grade.responsible == "contested"


@pytest.mark.parametrize(("killed", "contested"), [((49, 49), True), ((49, 9), False), ((2, 2), False)])
def test_as_many_dead_of_one_sort_are_the_same_dead(desk, killed, contested):
    told = (("a", "Gunmen", STATE), ("b", "Syrian soldiers", ACTIVISTS))
    for (ident, doers, source), count in zip(told, killed, strict=True):
        text = f"In Marnah {doers} hit children near the grain market, a report of {ident} says."
        desk.report(ident, text, outlet=ident)
        desk.claim(ident, "hit", "killing", by=(doers,), on=("children",), killed=count, sources=source, **PLACE)
    same = [tuple(desk.readings[ident].claims[0].id for ident in "ab")]
    fields = {row.field for event in desk.weigh(same=same) for row in event.contradictions}
    assert ("perpetrator" in fields) == contested
