"""What claims tell of closed borders closes them, until a claim tells that they were opened."""

import datetime as dt

import pytest

from crossbearing.displacement.building.closures import CROSSING, find_closures
from crossbearing.displacement.instance import Closure, Location
from crossbearing.places import Gazetteer
from crossbearing.reading.rules_v1 import Rules
from crossbearing.records import Report

START, DAYS = dt.date(2011, 6, 1), 24


def place(name: str, country: str, lat: float, lon: float, kind: str) -> Location:
    return Location(name=name, region="", country=country, lat=lat, lon=lon, kind=kind)


PLACES = (
    place("Jisr ash Shughūr", "Syria", 35.814, 36.32, "conflict"),
    place(f"Yayladağı crossing{CROSSING}", "Turkey", 35.89, 36.02, "forward"),
    place(f"Cilvegözü{CROSSING}", "Turkey", 36.235, 36.665, "forward"), place("Turkey", "Turkey", 36.1, 36.2, "camp"),
)


@pytest.fixture(scope="module")
def reader():
    with Gazetteer.open() as gazetteer:
        yield Rules(gazetteer)


def closures(reader, *sentences: tuple[int, str]):
    reports = {f"r{n}": Report(id=f"r{n}", text=text, digest="0", published=dt.date(2011, 6, day))
               for n, (day, text) in enumerate(sentences)}
    claims = [claim for report in reports.values() for claim in reader.read(report).claims]
    return find_closures(claims, reports, PLACES, START, DAYS)


def test_a_crossing_is_closed_from_the_day_told_until_it_is_opened_again(reader):
    found, traces, lost = closures(
        reader, (12, "Turkey closed the Yayladagi border crossing on 11 June 2011, officials said."),
        (20, "Turkish authorities reopened the crossing at Yayladagi on 19 June 2011, the agency reported."))
    assert found == (Closure(kind="location", a=f"Yayladağı crossing{CROSSING}", b="", start=10, end=18),)
    assert [(trace.value, trace.report) for trace in traces] == [(0, "r0"), (1, "r1")]
    assert all(trace.claim for trace in traces)
    assert not lost


def test_the_border_of_a_country_is_closed_for_good_where_nobody_tells_of_its_opening(reader):
    found, _, _ = closures(reader, (12, "Turkey closed its border with Syria on 12 June 2011, officials said."))
    assert found == (Closure(kind="country", a="Syria", b="Turkey", start=11, end=-1),)


@pytest.mark.parametrize("text", [
    "Turkey will close its border with Syria, officials said.", "Turkey has not closed its border with Syria.",
    "The army closed the market in Jisr al-Shughour.", "Rebels besieged Jisr al-Shughour on 12 June 2011.",
])
def test_what_is_planned_or_denied_or_no_border_closes_nothing(text, reader):
    assert closures(reader, (12, text))[0] == ()


def test_a_border_that_the_instance_lacks_is_told_and_closes_nothing(reader):
    found, _, lost = closures(reader, (12, "Iraq closed the crossing at Rabia on 12 June 2011, officials said."))
    assert found == ()
    assert len(lost) == 1
    assert "does not have" in lost[0]


def test_what_began_before_the_period_begins_with_it(reader):
    found, _, _ = closures(reader, (12, "Turkey closed its border with Syria on 20 May 2011, officials said."))
    assert [(each.start, each.end) for each in found] == [(0, -1)]
