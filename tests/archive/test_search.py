"""What is asked for is found, in any spelling, and the picture of a query is what the query finds."""

import datetime as dt
import io
from contextlib import suppress

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crossbearing.archive import Archive, Method, Near, Query, verify
from crossbearing.archive.search import words_of
from crossbearing.archive.words import asked_words, searchable
from crossbearing.publishing import formats
from crossbearing.records import (
    Claim,
    Event,
    EventClaim,
    EventReport,
    Grade,
    Reading,
    Roots,
    SourceLink,
    When,
    Where,
)
from crossbearing.weighing.harmed import people_harmed
from tests.archive.made import received

READER = Method(name="hand", version="1")
TELLINGS = (
    # id, text, outlet, kind, certainty, source, place, day, grade
    ("a", "Shells fell on Jisr ash-Shughūr at dawn.", "The Ledger", "shelling", "reported", "Nadīm Ḥūrī",
     (35.81, 36.32), "2011-06-10", ("single", None)),
    ("b", "وقال شهود إن القصف أصاب المدينة.", "صوت العاصي", "shelling", "alleged", "شُهود", (35.90, 36.40), "2011-06-11",
     ("corroborated", "contested")),
    ("c", "Troops arrested 20 men in Hama; tankers were seized.", "Ledger Two", "arrest", "asserted", None,
     (35.13, 36.75), "2011-06-12", ("echoed", None)),
    ("d", "People fled the town.", None, "displacement", "reported", "a resident", None, None, ("single", None)),
)


@pytest.fixture(scope="module")
def archive(backend):
    with Archive.open(backend.new()) as opened:
        batch = [received(text, id_, **({"outlet": outlet} if outlet else {}))
                 for id_, text, outlet, *_ in TELLINGS]
        opened.take_in(batch)
        readings, events = [], []
        for id_, text, _, kind, certainty, source, place, day, (happened, responsible) in TELLINGS:
            where = Where(name="x", lat=place[0], lon=place[1]) if place else None
            when = When(earliest=dt.date.fromisoformat(day), latest=dt.date.fromisoformat(day)) if day else None
            claim = Claim(
                id=f"c-{id_}", report=id_, trigger=(0, 6), evidence=(0, len(text)), type=kind, certainty=certainty,
                where=where, when=when, sources=(SourceLink(name=source),) if source else (),
            )
            readings.append(Reading(report=id_, reader="hand", language="en", claims=(claim,)))
            events.append(Event(
                id=f"e-{id_}", type=kind, label=kind, when=when, where=where, roots=Roots(low=1, high=1),
                grade=Grade(happened=happened, responsible=responsible, rule="r", why="w"),
                claims=(EventClaim(id=claim.id, report=id_, trigger=claim.trigger, evidence=claim.evidence),),
                reports=(EventReport(id=id_, principal=True),),
            ))
        opened.record_readings(readings, READER)
        opened.record_events(events, {"reader": "hand", "version": "1"})
        yield opened


@pytest.mark.parametrize(("query", "found"), [
    (Query(), "abcd"),
    (Query(words="shughur"), "a"),
    (Query(words='"JISR al-shughur"'), ""),
    (Query(words='"jisr ash shughur"'), "a"),
    (Query(words="قصف"), "b"),
    (Query(words="المَدينةِ"), "b"),
    (Query(words="tank*"), "c"),
    (Query(words="tank"), ""),
    (Query(words="fell dawn"), "a"),
    (Query(words="town -fled"), ""),
    (Query(words='"fled the town"'), "d"),
    (Query(words="town -film"), "d"),
    (Query(kinds=("shelling",)), "ab"),
    (Query(kinds=("shelling", "arrest"), certainties=("asserted", "alleged")), "bc"),
    (Query(source="houry"), ""),
    (Query(source="Nadim Huri"), "a"),
    (Query(source="شهود"), "b"),
    (Query(source="%"), ""),
    (Query(outlet="ledger"), "ac"),
    (Query(outlet="صوت"), "b"),
    (Query(near=Near(lat=35.81, lon=36.32, km=5)), "a"),
    (Query(near=Near(lat=35.81, lon=36.32, km=13)), "ab"),
    (Query(near=Near(lat=35.81, lon=36.32, km=11)), "a"),
    (Query(since=dt.date(2011, 6, 11)), "bc"),
    (Query(since=dt.date(2011, 6, 11), until=dt.date(2011, 6, 11)), "b"),
    (Query(until=dt.date(2011, 6, 10)), "a"),
    (Query(grades=("contested",)), "b"),
    (Query(grades=("single",), kinds=("shelling",)), "a"),
])
def test_a_query_finds_what_meets_all_its_conditions(archive, query, found):
    assert "".join(each.report for each in archive.find(query)) == found
    picture = archive.picture(query)
    assert "".join(event.id[-1] for event in picture.events) == found
    assert "".join(sorted(picture.reports)) == found


def test_what_is_found_is_paged_in_a_steady_order(archive):
    pages = [archive.find(Query(), limit=1, offset=n)[0] for n in range(4)]
    assert pages == archive.find(Query())


def test_an_export_of_a_query_holds_what_was_found_and_nothing_else(archive):
    for name, form in formats().items():
        out = io.StringIO()
        picture = archive.picture(Query(kinds=("shelling",)))
        form.write(people_harmed(picture) if form.people else picture, out)
        told = "".join(id_ for id_ in "abcd" if f"e-{id_}" in out.getvalue())
        assert told == ("" if name == "people-csv" else "ab"), name  # no person is named in them


def test_words_that_are_none_are_refused(archive):
    for nothing in ("-", '""', "*", "؟", "-tank"):
        with pytest.raises(ValueError, match="no word"):
            archive.find(Query(words=nothing))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(asked=st.text(max_size=40))
def test_whatever_is_asked_the_index_understands(archive, asked):
    with suppress(ValueError):
        assert archive.find(Query(words=asked)) is not None


@given(st.text(max_size=40))
def test_words_are_compared_the_same_however_often(text):
    assert searchable(searchable(text)) == searchable(text) or "\u0627\u0644" in searchable(text)


def test_the_index_made_anew_finds_the_same(archive):
    before = {asked: archive.find(Query(words=asked)) for asked in ("shughur", "قصف", "tank*")}
    sources = archive.database.rows("SELECT s.name, x.reading, x.ordinal FROM claim_sources AS x"
                                    " JOIN sources AS s ON s.number = x.source ORDER BY 2, 3, 1")
    archive.database.execute("UPDATE made_by SET version = 'older'")
    archive.refresh_search()
    assert {asked: archive.find(Query(words=asked)) for asked in before} == before
    assert archive.database.rows("SELECT s.name, x.reading, x.ordinal FROM claim_sources AS x"
                                 " JOIN sources AS s ON s.number = x.source ORDER BY 2, 3, 1") == sources
    assert archive.search.is_current()
    assert list(verify(archive)) == []


def test_opening_makes_an_index_anew_that_other_software_made(where):
    with Archive.open(where) as archive:
        archive.take_in([received("Shells fell on the mill.", "a")])
        archive.database.forget_all_words()
        archive.database.execute("UPDATE made_by SET version = 'older'")
    with Archive.open(where, read_only=True) as archive:
        assert not archive.search.is_current()
    with Archive.open(where) as archive:
        sql, values = archive.database.having_words(asked_words("mill"))
        assert archive.database.rows(f"SELECT p.id FROM reports AS p WHERE {sql}", values) == [("a",)]


LONG = " ".join(f"word{n}" for n in range(9000)) + " echo" * 700 + " the end of it"


@pytest.mark.parametrize(("words", "found"), [
    ("word0", True), ("word8999", True), ('"word1999 word2000 word2001"', True), ('"word4020 word4021"', True),
    ('"word3000 word3002"', False), ("word1 word8000 end", True), ("word1 absent", False), ("word1 -end", False),
    ('"echo echo end"', True), ('"word8999 echo"', True), ('"end echo"', False), ("word899*", True),
])
def test_words_of_a_long_report_are_found_wherever_they_stand(long, words, found):
    assert bool(long.find(Query(words=words))) == found


@pytest.fixture(scope="module")
def long(backend):
    with Archive.open(backend.new()) as opened:
        opened.take_in([received(LONG, "long")])
        claim = Claim(id="c1", report="long", trigger=(0, 1), evidence=(0, 1), type="killing", certainty="reported")
        opened.record_readings([Reading(report="long", reader="hand", language="en", claims=(claim,))], READER)
        yield opened


def test_a_report_that_is_taken_out_of_the_index_is_found_by_no_word_of_it(where):
    with Archive.open(where) as archive:
        archive.take_in([received("5 killed", "a"), received("7 killed", "b")])
        for number, report in list(archive.reports.numbered()):
            if report.id == "a":
                with archive.database.transaction():
                    archive.database.forget_words(number, words_of(report))
        sql, values = archive.database.having_words(asked_words("killed"))
        assert archive.database.rows(f"SELECT p.id FROM reports AS p WHERE {sql}", values) == [("b",)]


def test_an_event_that_is_no_more_leads_to_where_its_claims_went(where):
    with Archive.open(where) as archive:
        archive.take_in([received(f"{n} killed", f"r{n}") for n in range(3)])
        claims = [
            Claim(id=f"c{n}", report=f"r{n}", trigger=(0, 1), evidence=(0, 1), type="killing", certainty="reported")
            for n in range(3)
        ]
        readings = [Reading(report=c.report, reader="hand", language="en", claims=(c,)) for c in claims]
        archive.record_readings(readings, READER)

        def of(id_: str, *members: Claim) -> Event:
            return Event(
                id=id_, type="killing", label="", when=None, where=None, roots=Roots(low=1, high=1),
                grade=Grade(happened="single", responsible=None, rule="", why=""),
                claims=tuple(EventClaim(id=c.id, report=c.report, trigger=(0, 1), evidence=(0, 1)) for c in members),
            )

        def weigh(number: int, *events: Event) -> None:
            archive.record_events(events, {"reader": "hand", "version": "1", "readings": str(number)})

        weigh(1, of("e-1", claims[0]), of("e-2", claims[1], claims[2]))
        for number in (2, 3):
            weigh(number, of(f"e-{number + 1}", *claims))
            assert [archive.events.get(id_).id for id_ in ("e-1", "e-2")] == ["e-2"] * 2
        assert archive.events.get("e-9") is None
        weigh(4, of("e-5", claims[0]), of("e-6", claims[1], claims[2]))
        assert archive.events.get("e-2").claims[0].id == "c1"
        assert [fault for fault in verify(archive) if not fault.remark] == []


def test_a_query_survives_being_written_and_read():
    query = Query(words="a", near=Near(lat=1, lon=2, km=3), since=dt.date(2011, 6, 1), grades=("single",))
    assert msgspec.json.decode(msgspec.json.encode(query), type=Query) == query
