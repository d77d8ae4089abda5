"""An instance is built from what reports told, and each of its numbers leads back to a claim."""

import csv
import dataclasses
import datetime as dt

import pytest

from crossbearing.displacement import InstanceTrouble, read_instance
from crossbearing.displacement.building import Area, build, until, write_built
from crossbearing.displacement.building.counted import Told, series
from crossbearing.displacement.building.graph import connected, neighbour_roads
from crossbearing.displacement.building.intensity import intensities
from crossbearing.displacement.building.origins import Origin
from crossbearing.displacement.building.rules import rules
from crossbearing.displacement.building.strength import strength
from crossbearing.displacement.building.until import written
from crossbearing.displacement.crossbearing_v1 import Forecaster
from crossbearing.displacement.instance import Location
from crossbearing.ontology import kinds
from crossbearing.places import Gazetteer
from crossbearing.records import (
    Claim,
    Event,
    EventClaim,
    EventFigure,
    Figure,
    Grade,
    Picture,
    Reading,
    Report,
    Roots,
    When,
    Where,
)

START = dt.date(2011, 6, 1)
AREA = Area("Jisr al-Shughour", 80.0, START, dt.date(2011, 6, 24))
JISR = Where(name="Jisr al-Shughour", lat=35.814, lon=36.32, country="SY", kind="city")
TURKEY = Where(name="Turkey", lat=39.0, lon=35.0, country="TR", kind="country")


def day(number: int) -> When:
    date = START + dt.timedelta(days=number)
    return When(earliest=date, latest=date)


def event(name: str, kind: str, on: int, *, where: Where = JISR, grade: str = "corroborated", killed: int = 0) -> Event:
    figures = {"killed": EventFigure(low=killed, best=killed, high=killed)} if killed else {}
    return Event(id=name, type=kind, label="", when=day(on), where=where, roots=Roots(low=1, high=1), figures=figures,
                 grade=Grade(happened=grade, responsible=None, rule="", why=""),
                 claims=(EventClaim(id=f"c-{name}", report="r1", trigger=(0, 1), evidence=(0, 1)),))


def claim(name: str, kind: str, on: int, figure: Figure, *, where: Where = TURKEY, certainty: str = "reported",
          polarity: str = "affirmed") -> Claim:
    return Claim(id=name, report="r1", trigger=(0, 1), evidence=(0, 1), type=kind, certainty=certainty, where=where,
                 polarity=polarity, when=day(on), figures=(figure,))


def people(low: int, high: int | None = None, *, nature: str = "flow", measure: str = "displaced") -> Figure:
    return Figure(measure=measure, low=low, high=high, text=str(low), span=(0, 1), nature=nature)


def picture(*claims: Claim, events: tuple[Event, ...] = ()) -> Picture:
    report = Report(id="r1", text="x", digest="0", published=dt.date(2011, 6, 10))
    reading = Reading(report="r1", reader="t", language="en", claims=claims)
    return Picture(reports={"r1": report}, readings={"r1": reading},
                   events=events or (event("e1", "shelling", 4, killed=30), event("e2", "troop_movement", 8)))


@pytest.fixture(scope="module")
def gazetteer():
    with Gazetteer.open() as opened:
        yield opened


TOLD = (claim("c-flow", "displacement", 8, people(2400)), claim("c-same", "displacement", 8, people(2400)),
        claim("c-stock", "shelter_aid", 13, people(8000, 9000)),
        claim("c-room", "shelter_aid", 10, people(20_000, nature="capacity", measure="capacity")))


def test_a_built_instance_can_be_read_and_forecast(gazetteer, tmp_path):
    built = build(picture(*TOLD), gazetteer, AREA)
    write_built(built, tmp_path)
    instance = read_instance(tmp_path)
    assert [camp.name for camp in instance.camps] == ["Turkey"]
    assert instance.camps[0].capacity == 20_000
    counts = instance.counts["Turkey"]
    assert (counts.days.tolist(), counts.people.tolist()) == ([7, 8, 13], [0, 2400, 8500])
    assert instance.home == "Syria"
    made = Forecaster(instance).forecast(13, 10)
    assert made.median[-1, 0] > 8500
    assert made.quantile(0.05)[-1, 0] < made.median[-1, 0] < made.quantile(0.95)[-1, 0]


def test_each_number_leads_back_to_its_claim(gazetteer, tmp_path):
    write_built(build(picture(*TOLD), gazetteer, AREA), tmp_path)
    with (tmp_path / "provenance.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    by_field = {field: {row["claim"] for row in rows if row["field"] == field and row["claim"]}
                for field in ("people", "capacity", "intensity")}
    assert by_field == {"people": {"c-flow", "c-same", "c-stock"}, "capacity": {"c-room"},
                        "intensity": {"c-e1", "c-e2"}}
    bounds = next(row for row in rows if row["claim"] == "c-stock")
    assert (bounds["low"], bounds["high"]) == ("8000", "9000")
    # Whatever has no claim has another source, or says that it is assumed.
    assert all(row["claim"] or row["source"] or row["rule"].startswith("assumed") for row in rows)


@pytest.mark.parametrize("wrong", [
    claim("c", "displacement", 8, people(99_000), certainty="denied"),
    claim("c", "displacement", 8, people(99_000), certainty="feared_predicted"),
    claim("c", "displacement", 8, people(99_000), polarity="negated"),
    claim("c", "killing", 8, people(99_000)),
    claim("c", "displacement", 8, people(99_000, measure="killed")),
    claim("c", "displacement", 8, people(99_000), where=JISR),
])
def test_what_is_denied_feared_or_of_another_kind_counts_nobody(wrong, gazetteer):
    built = build(picture(*TOLD, wrong), gazetteer, AREA)
    assert built.instance.counts["Turkey"].people.max() == 8500


def test_a_camp_of_a_table_takes_its_own_counts(gazetteer, tmp_path):
    table = tmp_path / "camps.csv"
    table.write_text("Altinozu,TR,36.11,36.25,3000\nYayladagi,TR,35.90,36.06,\n", "utf-8")
    inside = Where(name="Yayladağı", lat=35.9, lon=36.06, country="TR", kind="village")
    built = build(picture(claim("c", "shelter_aid", 9, people(2500), where=inside)), gazetteer, AREA, camps=table)
    assert {camp.name: camp.capacity for camp in built.instance.camps} == {"Altinozu": 3000, "Yayladagi": None}
    assert set(built.instance.counts) == {"Yayladagi"}


@pytest.mark.parametrize("content", [
    "name,country,lat,lon,capacity\nAltinozu,TR,36.11,36.25,3000\n",
    "Name, Capacity, Lon, Lat, Country, run by\nAltinozu,3000,36.25,36.11,TR,nobody\n",
    "#name,country,lat,lon,capacity\nAltinozu,TR,36.11,36.25,3000\n",
])
def test_a_table_may_name_its_columns(content, gazetteer, tmp_path):
    table = tmp_path / "camps.csv"
    table.write_text(content, "utf-8")
    (camp,) = build(picture(), gazetteer, AREA, camps=table).instance.camps
    assert (camp.name, camp.country, camp.lat, camp.lon, camp.capacity) == ("Altinozu", "Turkey", 36.11, 36.25, 3000)


@pytest.mark.parametrize(("content", "reason"), [
    ("name,country,latitude,longitude\nAltinozu,TR,36.11,36.25\n", "csv:1: its header has no lat, lon"),
    ("Altinozu,TR,36.11,36.25,-5\n", "csv:1: the capacity is -5"),
    ("Altinozu,TR,36.11\n", "csv:1: it has 3 of at least 4 fields"),
    ("Altinozu,TR,36.11,36.25\n", "write capacities into camps.csv"),
])
def test_a_table_of_camps_that_cannot_be_used_is_refused_with_the_way_out(content, reason, gazetteer, tmp_path):
    table = tmp_path / "camps.csv"
    table.write_text(content, "utf-8")
    with pytest.raises(InstanceTrouble, match=reason):
        build(picture(), gazetteer, AREA, camps=table)


def test_which_of_several_places_the_area_is_around_is_said_and_an_id_names_another(gazetteer):
    events = tuple(event(f"e-{country}", "shelling", 4, killed=30, where=Where(
        name="Tripoli", lat=lat, lon=lon, country=country, kind="city"))
        for country, lat, lon in (("LY", 32.89, 13.19), ("LB", 34.44, 35.85)))
    abroad = claim("c", "displacement", 8, people(2400), where=Where(name="Malta", country="MT", kind="country"))
    told = picture(abroad, events=events)
    area = Area("Tripoli", 50.0, START, AREA.end)
    built = build(told, gazetteer, area)
    said = next(remark for remark in built.remarks if "elsewhere" in remark)
    assert "Libya" in said
    called_so = gazetteer.lookup("Tripoli")
    named_so = [candidate for candidate in called_so if candidate.place.name == "Tripoli"]
    elsewhere = int(said.split("; ")[1].split(" places elsewhere have")[0])
    assert 0 < elsewhere < len(named_so) < len(called_so)
    lebanese = next(c.place for c in gazetteer.lookup("Tripoli") if c.place.country == "LB")
    other = build(told, gazetteer, dataclasses.replace(area, name=lebanese.place_id))
    assert other.instance.home == "Lebanon"
    assert not any("elsewhere" in remark for remark in other.remarks)


def test_a_camp_where_people_flee_from_is_said(gazetteer, tmp_path):
    table = tmp_path / "camps.csv"
    table.write_text("Jisr camp,SY,35.814,36.32,3000\nAltinozu,TR,36.11,36.25,3000\n", "utf-8")
    remarks = build(picture(), gazetteer, AREA, camps=table).remarks
    assert [remark.split(" is a camp")[0] for remark in remarks if "at the same place" in remark] == ["Jisr camp"]


def test_what_was_built_before_leaves_no_count_behind(gazetteer, tmp_path):
    write_built(build(picture(*TOLD), gazetteer, AREA), tmp_path)
    assert read_instance(tmp_path).counts
    room = claim("c-room", "shelter_aid", 10, people(20_000, nature="capacity", measure="capacity"),
                 where=Where(name="Yayladagi", lat=35.9, lon=36.06, country="TR", kind="village"))
    table = tmp_path / "camps.csv"
    table.write_text("Yayladagi,TR,35.90,36.06,9000\n", "utf-8")
    write_built(build(picture(room), gazetteer, AREA, camps=table), tmp_path)
    assert not read_instance(tmp_path).counts
    assert not (tmp_path / "source_data").exists()


def test_roads_of_a_table_are_used_and_checked(gazetteer, tmp_path):
    table = tmp_path / "roads.csv"
    table.write_text("Idlib,Nowhere,20\nIdlib,Turkey,-3\n", "utf-8")
    with pytest.raises(InstanceTrouble, match="Nowhere"):
        build(picture(*TOLD), gazetteer, AREA, roads=table)
    table.write_text("name1,name2,km\nIdlib,Turkey,61\n", "utf-8")
    built = build(picture(*TOLD), gazetteer, AREA, roads=table)
    assert any({road.a, road.b} == {"Idlib", "Turkey"} and road.km == 61 for road in built.instance.routes)


def test_what_was_reported_later_is_not_in_an_earlier_picture():
    told = picture(claim("c1", "displacement", 8, people(2400)))
    later = Report(id="r2", text="Beirut, June 14, 2011 - x", digest="0")
    undated = Report(id="r3", text="x", digest="0")
    whole = Picture(reports={**told.reports, "r2": later, "r3": undated}, events=told.events, readings={
        **told.readings, "r2": Reading(report="r2", reader="t", language="en", claims=())})
    assert written(later) == dt.date(2011, 6, 14)
    before, after = (until(whole, dt.date(2011, 6, on)) for on in (13, 14))
    assert (set(before.reports), set(after.reports)) == ({"r1"}, {"r1", "r2"})
    assert set(before.readings) == {"r1"}
    assert {one.id for event in before.events for one in event.claims} == {"c1"}
    assert until(whole, dt.date(2011, 6, 9)).events == ()


@pytest.mark.parametrize(("area", "given", "reason"), [
    (Area("Qwertyville", 80.0, START, AREA.end), picture(*TOLD), "knows no place"),
    (Area("Jisr al-Shughour", 80.0, AREA.end, START), picture(*TOLD), "before"),
    (Area("Jisr al-Shughour", 80.0, dt.date(2010, 1, 1), dt.date(2010, 2, 1)), picture(*TOLD), "no event"),
    (AREA, picture(), "no claim tells of a camp"),
])
def test_where_nothing_can_be_built_it_is_said(area, given, reason, gazetteer):
    with pytest.raises(InstanceTrouble, match=reason):
        build(given, gazetteer, area)


def test_every_kind_of_the_rules_is_one_of_the_ontology():
    assert set(rules().kinds) <= set(kinds())


def test_what_stands_better_and_killed_more_presses_harder():
    weak, strong = event("a", "shelling", 1, grade="single"), event("b", "shelling", 1)
    assert strength(weak) < strength(strong) < strength(event("c", "shelling", 1, killed=50))
    assert strength(event("d", "shelling", 1, grade="discounted", killed=50)) == 0.0
    assert strength(event("e", "consult", 1, killed=50)) == 0.0


def test_what_was_felt_fades_by_half_in_a_week():
    felt, _ = intensities([(event("a", "shelling", 2), "x")], [at("x", 0)], START, 20)
    assert felt[:2].sum() == 0
    assert felt[9, 0] == pytest.approx(felt[2, 0] / 2, abs=1e-3)


def at(name: str, km_north: float) -> Origin:
    return Origin(name, "r", 35.8 + km_north / 111.2, 36.3, 1000, "s")


def test_what_happens_in_a_town_is_felt_less_the_farther_off_and_beyond_reach_not_at_all():
    near = rules().nearby
    places = [at("x", 0), at("y", near.halving_km), at("z", near.reach_km + 1)]
    felt, traces = intensities([(event("a", "shelling", 2), "x")], places, START, 20)
    assert felt[2, 1] == pytest.approx(felt[2, 0] / 2, rel=0.01)
    assert felt[:, 2].sum() == 0
    assert {trace.key.split()[0] for trace in traces} == {"x", "y"}
    assert {f"{near.halving_km:.0f} km off" in trace.rule for trace in traces} == {True, False}


@pytest.mark.parametrize("on", [-3, 25])
def test_what_happens_before_or_after_the_days_of_an_instance_leaves_no_trace(on):
    felt, traces = intensities([(event("a", "shelling", on), "x")], [at("x", 0)], START, 20)
    assert (felt.sum(), traces) == (0, [])


def told(on: int, low: int, *, stock: bool, high: int | None = None) -> Told:
    date = START + dt.timedelta(days=on)
    return Told("x", date, date, low, high, stock, f"c{on}{low}", "r")


@pytest.mark.parametrize(("figures", "levels"), [
    ([told(1, 100, stock=False), told(2, 50, stock=False)], [100, 150]),
    ([told(1, 100, stock=False), told(2, 400, stock=True)], [100, 400]),
    ([told(1, 100, stock=True), told(1, 100, stock=True), told(1, 160, stock=True)], [100]),
    ([told(1, 1000, stock=True), told(2, 90, stock=True)], [1000]),
    ([told(1, 1000, stock=True, high=2000)], [1500]),
])
def test_stocks_replace_flows_add_and_reprints_add_nobody(figures, levels):
    rows, traces = series(figures, "f")
    assert [row.people for row in rows] == levels
    assert len(traces) == len(figures)


def place(name: str, lat: float, lon: float, *, country: str = "A", kind: str = "town") -> Location:
    return Location(name=name, region="", country=country, lat=lat, lon=lon, kind=kind)


def test_neighbours_are_joined_and_a_town_between_parts_two():
    row = [place("a", 0, 0), place("b", 0, 1), place("c", 0, 2)]
    roads = neighbour_roads(row, 1.3)
    assert {frozenset((road.a, road.b)) for road in roads} == {frozenset("ab"), frozenset("bc")}
    assert roads[0].km == pytest.approx(111.2 * 1.3, rel=0.01)


def test_a_road_abroad_leads_over_a_crossing_where_there_is_one():
    spots = [place("a", 0, 0), place("b", 0, 1, country="B"), place("x", 0.5, 0.5, country="B", kind="forward")]
    assert {frozenset((r.a, r.b)) for r in neighbour_roads(spots, 1.0)} == {frozenset("ax"), frozenset("bx")}


def test_every_place_can_be_reached():
    spots = [place("a", 0, 0), place("b", 0, 1), place("c", 5, 5)]
    assert len(connected(spots, (), 1.0)) == 2
