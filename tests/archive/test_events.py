"""Events are kept up: what a weighing touches is put anew, all else stays, and the whole is as if recorded at once."""

import datetime as dt
import random

import msgspec
import pytest

from crossbearing.archive import Archive, Outdated, Since, Withdrawn, verify
from crossbearing.records import Claim, Event, EventClaim, Grade, Reading, Roots, When, Where, content_id
from tests.archive.made import FIRST, received

REPORTS = [f"r{n:02}" for n in range(16)]
MARCH = dt.date(2014, 3, 1)


def inputs(number):
    return {"reader": FIRST.name, "version": FIRST.version, "readings": number}


def event(of, *, days=1, kind="airstrike", day=0, lat=35.0):
    """Return an event of the claims of some reports, `days` long."""
    first = MARCH + dt.timedelta(days=day)
    claims = tuple(EventClaim(id=content_id("c", r), report=r, trigger=(0, 1), evidence=(0, 1)) for r in of)
    return Event(
        id=content_id("e", claims[0].id), type=kind, label="", claims=claims, roots=Roots(low=1, high=1),
        when=When(earliest=first, latest=first + dt.timedelta(days=days - 1)),
        where=Where(name="Marnah", lat=lat, lon=36.0, precision_km=8.0, kind="city"),
        grade=Grade(happened="single", responsible=None, rule="", why=""),
    )


@pytest.fixture
def make(backend):
    """Make archives in which all reports are read; they are closed at the end."""
    made = []

    def new():
        made.append(Archive.open(backend.new(), actor="ada"))
        made[-1].take_in([received(f"Nothing new, {id_}.", id_) for id_ in REPORTS])
        claims = [
            Claim(id=content_id("c", r), report=r, trigger=(0, 1), evidence=(0, 1), type="killing",
                  certainty="reported")
            for r in REPORTS
        ]
        readings = [Reading(report=c.report, reader=FIRST.name, language="en", claims=(c,)) for c in claims]
        made[-1].record_readings(readings, FIRST)
        return made[-1]

    yield new
    for archive in made:
        archive.close()


def drawn(chance, reports):
    """Group reports by chance into events: strikes of a day, and offensives that some of them lie in."""
    left = list(reports)
    while left:
        of = sorted(left.pop(chance.randrange(len(left))) for _ in range(min(len(left), chance.randint(1, 3))))
        offensive = chance.random() < 0.4
        yield event(
            of, days=chance.randint(6, 30) if offensive else 1, kind="ground_operation" if offensive else "airstrike",
            day=chance.randrange(24), lat=35.0 + chance.choice((0, 0.02, 0.04, 0.3)),
        )


def told(archive):
    """Return the events of an archive without their ids, each part with the first claim of its whole."""
    first = {e.id: e.claims[0].id for e in archive.events.all()}
    return [msgspec.structs.replace(e, id="", part_of=first.get(e.part_of)) for e in archive.events.all()]


def faults(archive):
    return [str(fault) for fault in verify(archive) if not fault.remark]


@pytest.mark.parametrize("seed", range(8))
def test_events_recorded_by_what_changed_are_those_recorded_at_once(make, seed):
    chance = random.Random(seed)
    archive, last, now, parts = make(), None, [], 0
    for number in range(4):
        changed = {r for r in REPORTS if number == 0 or chance.random() < 0.3}
        # Whatever shares an event with what changed may come out otherwise.
        touched = {c.report for e in now if changed & {c.report for c in e.claims} for c in e.claims} | changed
        kept = [e for e in now if not touched & {c.report for c in e.claims}]
        new = list(drawn(chance, sorted(touched - {chance.choice(REPORTS)})))
        since = Since(weighed_from=last, changed=frozenset(touched)) if last else None
        now, last = [*kept, *new], inputs(number)
        assert archive.record_events(chance.sample(new, len(new)), last, since)
        at_once = make()
        at_once.record_events(now, last)
        assert told(archive) == told(at_once)
        parts += sum(e.part_of is not None for e in archive.events.all())
        assert faults(archive) == faults(at_once) == []
    assert parts


def test_what_a_weighing_does_not_touch_keeps_its_row_and_its_id(make):
    archive = make()
    archive.record_events([event([r], day=2 * n) for n, r in enumerate(REPORTS[:9])], inputs(1))
    before = {id_: row for id_, *row in archive.database.rows("SELECT id, number, stored, body FROM events")}
    grown = event([REPORTS[0], REPORTS[9]])
    archive.record_events([grown], inputs(2), Since(weighed_from=inputs(1), changed=frozenset({REPORTS[9]})))
    after = {id_: row for id_, *row in archive.database.rows("SELECT id, number, stored, body FROM events")}
    assert before.keys() == after.keys()
    assert {id_ for id_, row in after.items() if before[id_] != row} == {grown.id}


def test_what_lies_in_an_offensive_that_came_later_becomes_a_part_of_it_and_ceases_to_be(make):
    archive = make()
    archive.record_events([event([REPORTS[0]], day=5)], inputs(1))
    offensive = event([REPORTS[1]], kind="siege", days=10)
    archive.record_events([offensive], inputs(2), Since(weighed_from=inputs(1), changed=frozenset({REPORTS[1]})))
    assert {e.type: e.part_of for e in archive.events.all()} == {"siege": None, "airstrike": offensive.id}
    archive.record_events([], inputs(3), Since(weighed_from=inputs(2), changed=frozenset({REPORTS[1]})))
    assert [(e.type, e.part_of) for e in archive.events.all()] == [("airstrike", None)]
    assert faults(archive) == []


def test_events_that_are_withdrawn_leave_nothing_behind(make):
    archive, plain = make(), make()
    offensive = event(REPORTS[1:2], days=9, kind="ground_operation")
    one, two, grown = event(REPORTS[:1], day=2), event(REPORTS[2:3], day=2), event([REPORTS[0], REPORTS[3]], day=2)
    archive.record_events([one, offensive, Withdrawn(0), two, grown, Withdrawn(1)], inputs(1))
    plain.record_events([two, grown], inputs(1))
    assert list(archive.events.all()) == list(plain.events.all())
    assert faults(archive) == []


def test_events_that_others_recorded_meanwhile_are_not_gone_on_from(make):
    archive = make()
    archive.record_events([event([REPORTS[0]])], inputs(1))
    archive.record_events([event([REPORTS[0]])], inputs(2))
    with pytest.raises(Outdated):
        archive.record_events([event([REPORTS[1]])], inputs(3), Since(weighed_from=inputs(1), changed=frozenset()))
    assert len(list(archive.events.all())) == 1


def test_two_claims_that_a_reader_gave_one_id_are_both_told_of(make):
    archive = make()
    got = received("Nothing new, twice.", "twice")
    archive.take_in([got])
    claim = Claim(id="c-twice", report="twice", trigger=(0, 1), evidence=(0, 1), type="killing", certainty="reported")
    archive.record_readings([Reading(report="twice", reader=FIRST.name, language="en", claims=(claim, claim))], FIRST)
    both = [msgspec.structs.replace(event([r]), claims=(*event([r]).claims, twice(claim))) for r in REPORTS[:2]]
    assert archive.record_events(both, inputs(1))
    assert faults(archive) == []


def twice(claim):
    return EventClaim(id=claim.id, report=claim.report, trigger=claim.trigger, evidence=claim.evidence)
