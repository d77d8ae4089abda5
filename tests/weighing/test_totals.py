"""Totals add each death once, name the rule, and keep what is contested and what is no flow apart."""

import datetime as dt
import random

import msgspec
import pytest

from crossbearing.records import Claim, Figure, When, Where
from crossbearing.weighing.stocks import levels
from crossbearing.weighing.totals import Bounds, totals
from crossbearing.weighing.views import VIEWS, valued

SPEAKERS = {"a": "Adib Kassar", "b": "the Syrian Observatory for Human Rights", "c": "Rana Odeh"}
MARCH = Bounds(since=dt.date(2014, 3, 1), until=dt.date(2014, 3, 31))


def strike(
    desk, ident: str, killed, *, place="Marnah", day="2014-03-05", words="the grain market", **more: object
) -> str:
    """One report of an air strike that killed so many."""
    text = f"Aircraft bombed {words} in {place}, killing people there, witness {ident} said."
    desk.report(ident, text, outlet=ident.title(), day=day)
    more = {"sources": SPEAKERS.get(ident, "residents"), **more}
    return desk.claim(ident, "bombed", "airstrike", place=place, day=day, killed=killed, **more)


def added(desk, bounds=MARCH, view="representative"):
    claims = [claim for reading in desk.readings.values() for claim in reading.claims]
    return totals(desk.weigh(), claims, bounds, view)


def test_the_views_of_an_event_are_the_lowest_the_usual_and_the_highest_count(desk):
    for ident, killed in (("a", 7), ("b", 9), ("c", 9), ("d", 12)):
        strike(desk, ident, killed)
    (event,) = desk.weigh()
    assert {view: valued(event, "killed", view).best for view in VIEWS} == {
        "conservative": 7, "representative": 9, "informative": 12,
    }  # fmt: skip


def test_events_of_the_period_and_area_are_added_and_the_others_are_not(desk):
    strike(desk, "a", 5)
    strike(desk, "b", 3, place="Kafr Sahib", day="2014-03-20", words="a bakery")
    strike(desk, "c", 4, place="Tal Dirwan", day="2014-04-20", words="a school")
    assert added(desk).flows["killed"].best == 8
    assert added(desk, Bounds(near=(34.7, 36.7, 20.0))).flows["killed"].best == 3
    assert added(desk, Bounds()).flows["killed"].best == 12


def test_what_is_contested_stands_beside_the_total_and_not_in_it(desk):
    strike(desk, "a", 5)
    strike(desk, "b", 3, place="Kafr Sahib", day="2014-03-20", words="a bakery")
    text = "The ministry denied that aircraft bombed a bakery in Kafr Sahib."
    desk.report("z", text, outlet="Zed", day="2014-03-20")
    told = {"place": "Kafr Sahib", "day": "2014-03-20", "certainty": "denied", "sources": "the ministry"}
    desk.claim("z", "bombed", "airstrike", **told)
    found = added(desk)
    assert found.flows["killed"].best == 5
    assert found.contested["killed"].best == 3
    assert found.left_out["contested"] == 1
    assert found.sensitivity["contested too, usual counts"]["killed"] == 8


def test_the_conservative_view_adds_only_what_two_roots_tell_of(desk):
    strike(desk, "a", 5)
    strike(desk, "b", 6)
    strike(desk, "c", 3, place="Kafr Sahib", day="2014-03-20", words="a bakery")
    assert added(desk, view="conservative").flows["killed"].best == 5
    assert added(desk, view="informative").flows["killed"].best == 9
    assert added(desk, view="informative").divergence["killed"] == pytest.approx(1 - 8 / 9, abs=0.001)


def test_an_event_partly_in_the_period_is_said_to_be_left_out(desk):
    strike(desk, "a", 5)
    assert added(desk, Bounds(since=dt.date(2014, 3, 6))).left_out == {}
    (event,) = desk.weigh()
    longer = msgspec.structs.replace(event, when=msgspec.structs.replace(event.when, latest=dt.date(2014, 3, 9)))
    found = totals([longer], [], Bounds(since=dt.date(2014, 3, 7)), "representative")
    assert found.left_out == {"partly in the period": 1}
    assert not found.flows


def test_a_running_total_is_not_added_to_what_happened_on_its_days(desk):
    strike(desk, "a", 5)
    (event,) = desk.weigh()
    since = msgspec.structs.replace(event.when, earliest=dt.date(2014, 3, 1), cumulative=True)
    whole = msgspec.structs.replace(event, id="e-since", when=since)
    found = totals([event, whole], [], MARCH, "representative")
    assert found.flows["killed"].best == 5
    assert found.left_out == {"told as totals since an earlier day": 1}


def test_the_parts_of_an_event_are_not_added_to_its_own_toll(desk):
    strike(desk, "a", 5)
    strike(desk, "b", 3, place="Kafr Sahib", day="2014-03-20", words="a bakery")
    one, two = desk.weigh()
    whole = msgspec.structs.replace(one, id="e-whole")
    part = msgspec.structs.replace(two, part_of="e-whole")
    assert totals([whole, part], [], Bounds(), "representative").flows["killed"].best == 5
    uncounted = msgspec.structs.replace(whole, figures={})
    assert totals([uncounted, part], [], Bounds(), "representative").flows["killed"].best == 3


def test_a_stock_is_the_last_level_of_each_place_and_is_never_added_to_a_flow(desk):
    for ident, day, number in (("a", "2014-03-05", 900), ("b", "2014-03-09", 700)):
        strike(desk, ident, None, day=day)
        (claim,) = desk.readings[ident].claims
        figure = Figure(measure="displaced", low=number, high=number, text="", span=(0, 1), nature="stock")
        desk.readings[ident] = msgspec.structs.replace(
            desk.readings[ident], claims=(msgspec.structs.replace(claim, figures=(figure,)),),
        )
    found = added(desk)
    assert found.stocks["displaced"].best == 700
    assert "displaced" not in found.flows


def test_levels_of_one_day_with_and_without_an_upper_bound_make_one_level(desk):
    for ident, high in (("a", None), ("b", 1000)):
        strike(desk, ident, None)
        (claim,) = desk.readings[ident].claims
        figure = Figure(measure="displaced", low=1000, high=high, text="", span=(0, 1), nature="stock")
        desk.readings[ident] = msgspec.structs.replace(
            desk.readings[ident], claims=(msgspec.structs.replace(claim, figures=(figure,)),),
        )
    level = added(desk).stocks["displaced"]
    assert (level.low, level.best, level.of) == (1000, 1000, 1)


def level(ident: str, name: str, kind: str, people: int, *, day=11, high=0, country="TR", km=1.0, lat=36.0) -> Claim:
    date = dt.date(2011, 6, day)
    figure = Figure(measure="present", low=people, high=high or people, text="", span=(0, 1), nature="stock")
    where = Where(name=name, place_id=name, lat=lat, lon=36.0, precision_km=km, country=country, kind=kind)
    return Claim(id=ident, report="r", trigger=(0, 1), evidence=(0, 2), type="shelter_aid", certainty="asserted",
                 where=where, when=When(earliest=date, latest=date), figures=(figure,))


def present(*claims: Claim, events=()):
    found = totals(events, claims, Bounds(), "representative")
    return found.stocks["present"], found.left_out


def test_the_highest_that_is_told_of_a_level_bounds_it():
    summed, _ = present(*(level(f"c-{n}", "Elbeyli", "camp", people) for n, people in enumerate((2400, 2400, 5000))))
    assert (summed.low, summed.best, summed.high, summed.of) == (2400, 2400, 5000, 1)


def test_a_place_within_another_is_counted_once_and_said_to_be_left_out():
    turkey = level("c-1", "Turkey", "country", 2400, km=800.0, lat=39.0)
    village, camp = level("c-2", "Yayladagi", "village", 2000), level("c-3", "Altinozu", "camp", 300)
    lebanon = level("c-4", "Lebanon", "country", 700, country="LB", km=90.0, lat=34.0)
    summed, left_out = present(turkey, village, camp, lebanon)
    assert (summed.best, summed.of, left_out) == (3100, 2, {"levels of places within others": 2})
    more = level("c-5", "Boynuyogun", "camp", 900)
    summed, left_out = present(turkey, village, more, lebanon)
    assert (summed.best, summed.of, left_out) == (3600, 3, {"levels of places within others": 1})
    province = level("c-6", "Hatay", "province", 2500, km=60.0)
    assert present(province, village, camp)[0].best == 2500
    assert present(turkey, province, village)[0].best == 2500
    country = level("c-7", "Turkey", "country", 4000, km=800.0, lat=39.0)
    assert present(village, province, country)[0].best == 4000


def test_a_wide_province_holds_what_lies_in_it_and_a_region_only_what_it_reaches():
    village = level("c-1", "Yayladagi", "village", 2000)
    wide = level("c-2", "Hatay", "province", 2500, km=160.0, lat=37.0)
    assert present(wide, village)[0].best == 2500
    region = level("c-3", "Sahel", "region", 900, km=400.0, lat=15.0, country="ML")
    assert present(region, village)[0].best == 2900
    vague = level("c-4", "the north", "region", 2500, km=0.0, lat=36.5)
    assert present(vague, village)[0].best == 4500


def test_the_place_of_a_level_does_not_depend_on_the_order_of_claims():
    one, other = (level(f"c-{n}", "Elbeyli", "camp", 2400, lat=lat) for n, lat in enumerate((36.0, 36.5)))
    assert levels([one, other]) == levels([other, one])


def test_what_is_contested_is_in_no_level(desk):
    strike(desk, "a", 5)
    (event,) = desk.weigh()
    claim = level("c-1", "Elbeyli", "camp", 2400)
    grade = msgspec.structs.replace(event.grade, happened="contested")
    told = (msgspec.structs.replace(event.claims[0], id="c-1"),)
    contested = msgspec.structs.replace(event, grade=grade, claims=told, figures={})
    found = totals([contested], [claim], Bounds(), "representative")
    assert (found.stocks, found.left_out) == ({}, {"contested levels": 1})


def test_a_death_only_implied_lowers_no_view_below_what_is_counted(desk):
    for ident, number in (("a", 20), ("b", None), ("c", None)):
        strike(desk, ident, number)
        desk.claim(ident, "killing", "killing", place="Marnah", day="2014-03-05", sources=SPEAKERS[ident])
    (event,) = desk.weigh()
    assert [report.figures["killed"].low for report in event.reports] == [20, 1, 1]
    assert {view: valued(event, "killed", view).best for view in VIEWS} == dict.fromkeys(VIEWS, 20)


def test_the_order_of_events_changes_no_total(desk):
    for n in range(9):
        strike(desk, f"r{n}", n + 1, day=f"2014-03-{n + 5:02}", place=("Marnah", "Kafr Sahib")[n % 2])
    events = list(desk.weigh())
    before = totals(events, [], MARCH, "representative")
    random.Random(1).shuffle(events)
    assert totals(events, [], MARCH, "representative") == before
