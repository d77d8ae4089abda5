"""A strike within an offensive is a part of it, and not the same."""

import datetime as dt

from crossbearing.records import Event, EventClaim, Grade, Roots, When, Where
from crossbearing.weighing.parts import with_parts


def event(
    ident: str, kind: str, first: str, last: str, *, lat: float = 35.8, radius: float = 5.0, sort: str = "city"
) -> Event:
    return Event(
        id=ident,
        type=kind,
        label=ident,
        grade=Grade(happened="single", responsible=None, rule="", why=""),
        when=When(earliest=dt.date.fromisoformat(first), latest=dt.date.fromisoformat(last)),
        where=Where(name=ident, lat=lat, lon=36.3, precision_km=radius, kind=sort),
        roots=Roots(low=1, high=1),
        claims=(EventClaim(id=f"c-{ident}", report="r", trigger=(0, 1), evidence=(0, 1)),),
    )


OFFENSIVE = event("offensive", "ground_operation", "2014-03-01", "2014-03-10")


def parts(*events: Event) -> dict[str, str | None]:
    return {e.id: e.part_of for e in with_parts(events)}


def test_a_strike_within_the_days_and_place_of_an_offensive_is_part_of_it():
    strike = event("strike", "airstrike", "2014-03-04", "2014-03-04", lat=35.82)
    assert parts(OFFENSIVE, strike) == {"offensive": None, "strike": "offensive"}


def test_a_strike_before_it_or_elsewhere_is_not():
    before = event("before", "airstrike", "2014-02-20", "2014-02-20")
    elsewhere = event("elsewhere", "airstrike", "2014-03-04", "2014-03-04", lat=36.5)
    assert set(parts(OFFENSIVE, before, elsewhere).values()) == {None}


def test_of_two_wholes_the_shorter_holds_the_part():
    siege = event("siege", "siege", "2014-02-20", "2014-04-01")
    strike = event("strike", "airstrike", "2014-03-04", "2014-03-04")
    assert parts(siege, OFFENSIVE, strike) == {"siege": None, "offensive": "siege", "strike": "offensive"}


def test_nothing_is_part_of_what_happened_somewhere_in_a_country():
    war = event("war", "clash", "2014-02-20", "2014-04-01", radius=100.0, sort="country")
    assert parts(war, OFFENSIVE)["offensive"] is None


def test_an_event_of_a_day_has_no_parts():
    raid = event("raid", "ground_operation", "2014-03-04", "2014-03-04")
    assert set(parts(raid, event("strike", "airstrike", "2014-03-04", "2014-03-04")).values()) == {None}


def test_a_war_of_years_is_no_whole_of_which_every_strike_is_a_part():
    war = event("war", "clash", "2011-03-01", "2014-12-31")
    assert set(parts(war, event("strike", "airstrike", "2014-03-04", "2014-03-04")).values()) == {None}


def test_a_meeting_during_an_offensive_is_no_part_of_it():
    assert parts(OFFENSIVE, event("talks", "consult", "2014-03-04", "2014-03-04"))["talks"] is None
