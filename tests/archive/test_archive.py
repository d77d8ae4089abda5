"""The archive keeps what it is given, once, wherever it lies, and says clearly what it cannot do."""

import datetime as dt
import json
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import msgspec
import pytest

from crossbearing.archive import Archive, ArchiveTrouble, verify
from crossbearing.archive.migrate import NEWEST
from crossbearing.intake.jsonl import read_row
from tests.archive.made import FIRST, INPUTS, SECOND, Counter, event, fill, received


def test_the_same_again_changes_nothing_and_adds_no_entry(archive):
    fill(archive)
    before = (archive.ledger.head(), archive.picture())
    fill(archive)
    assert (archive.ledger.head(), archive.picture()) == before


def test_a_picture_holds_all_reports_and_the_readings_that_were_weighed(archive):
    fill(archive)
    picture = archive.picture()
    assert list(picture.reports) == [f"r{n}" for n in range(6)] == list(picture.readings)
    assert [claim.figures[0].low for reading in picture.readings.values() for claim in reading.claims] == list(range(6))
    assert [e.label for e in picture.events] == ["Killing in Old Mill"] * 6
    assert [(report.id, reading.report) for report, reading in archive.stream() if reading] == [
        (f"r{n}", f"r{n}") for n in range(6)
    ]


def test_a_newer_reader_takes_over_only_once_its_readings_are_weighed(archive):
    fill(archive)
    assert archive.readings.unread(SECOND) == ["r2", "r3", "r4", "r5"]
    assert archive.reader == FIRST
    archive.record_events([], {**INPUTS, "version": "2"})
    assert archive.reader == SECOND
    assert list(archive.picture().readings) == ["r0", "r1"]
    assert [reading is None for _, reading in archive.stream()] == [False, False, True, True, True, True]


def test_a_reading_that_comes_out_the_same_is_stored_once(archive):
    fill(archive)
    assert archive.database.rows("SELECT count(*) FROM readings") == [(6,)]
    assert archive.database.rows("SELECT count(*) FROM read") == [(8,)]


def test_another_report_under_a_taken_id_is_kept_under_an_id_of_its_own(archive):
    first, second = received("5 killed", "a"), received("7 killed", "a")
    assert archive.take_in([first, first]).known == 1
    taken = archive.take_in([second])
    [(came, has)] = taken.renamed
    assert (came, has) == ("a", f"a@{second.report.digest[:8]}")
    assert archive.take_in([second, first]).new == ()
    assert {r.id: r.text for r in archive.reports.all()} == {"a": "5 killed", has: "7 killed"}
    assert "it came as a" in archive.reports.get(has).notes[-1]


def test_another_report_under_the_same_id_in_one_batch_is_kept_too(archive):
    taken = archive.take_in([received("5 killed", "a"), received("7 killed", "a"), received("7 killed", "a")])
    assert (len(taken.new), taken.known) == (2, 1)


def test_the_same_report_with_its_fields_in_another_order_is_known(archive):
    row = {"id": "a", "text": "5 killed", "outlet": "Paper"}
    archive.take_in([received("5 killed", "a", outlet="Paper")])
    turned = read_row(json.dumps(dict(reversed(row.items()))).encode(), "b.jsonl", 1)
    assert archive.take_in([turned]).known == 1


def test_the_ledger_tells_who_did_what_with_which_software_and_no_folder_names(archive):
    fill(archive)
    entries = list(archive.ledger.entries())
    assert [entry.act for entry in entries] == ["found", "take in", "take in", "read", "read", "weigh", "judge"]
    assert {entry.actor for entry in entries} == {"ada"}
    assert all(entry.software.startswith("crossbearing ") for entry in entries)
    assert entries[1].inputs["originals"][0]["file"] == "rows.jsonl"
    assert "somebody" not in "".join(entry.body() for entry in entries)


@pytest.mark.parametrize(("table", "column"), [
    ("ledger", "act"), ("packs", "number"), ("reports", "id"), ("readings", "entry"), ("read", "entry"),
    ("claims", "lat"), ("readers", "name"), ("judgements", "id"), ("judged", "report"),
])
def test_what_was_written_cannot_be_changed_or_deleted_through_the_database(archive, table, column):
    fill(archive)
    with pytest.raises(ArchiveTrouble, match="never"):
        archive.database.execute(f"DELETE FROM {table}")
    with pytest.raises(ArchiveTrouble, match="never"):
        archive.database.execute(f"UPDATE {table} SET {column} = {column}")


def test_a_transaction_that_fails_leaves_nothing(archive):
    archive.take_in([received("5 killed", "a")])
    head = archive.ledger.head()
    reading = Counter().read(received("5 killed", "nobody took this in").report)
    with pytest.raises(KeyError, match="never taken in"):
        archive.record_readings([reading], FIRST)
    assert archive.ledger.head() == head
    assert archive.database.rows("SELECT count(*) FROM readers") == [(0,)]


def test_a_clock_that_goes_back_stops_nothing_and_is_remarked(where):
    times = iter(dt.datetime(2011, 6, day, tzinfo=dt.UTC) for day in (10, 12, 11, 13))
    with Archive.open(where, clock=lambda: next(times)) as archive:
        for n in range(3):
            archive.take_in([received(f"{n} killed")])
        assert [(f.remark, f.what) for f in verify(archive)] == [(True, "ledger entry 3")]


def test_two_archives_never_share_a_beginning(backend):
    heads = set()
    for _ in range(2):
        begun = dt.datetime(2011, 6, 10, tzinfo=dt.UTC)
        with Archive.open(backend.new(), actor="x", clock=lambda begun=begun: begun) as archive:
            heads.add(archive.ledger.head())
    assert len(heads) == 2


def test_events_of_a_weighing_replace_those_of_the_last(archive):
    fill(archive)
    report = archive.reports.get("r3")
    assert archive.record_events([event(report, Counter().read(report))], {**INPUTS, "readings": "y"})
    assert [e.claims[0].report for e in archive.events.all()] == ["r3"]
    assert not archive.record_events([], {**INPUTS, "readings": "y"})


def test_an_id_that_led_on_is_found_by_its_beginning_as_it_is_written(archive):
    fill(archive, 2)
    one, other = archive.events.all()
    both = msgspec.structs.replace(one, claims=one.claims + other.claims)
    assert archive.record_events([both], {**INPUTS, "readings": "y"})
    [(old, new)] = archive.events.moved("e-")
    assert {old, new} == {one.id, other.id}
    assert archive.events.moved(old[:6]) == [(old, new)]
    for beginning in (old[:6].upper(), "e_", "%", f"{old}0"):
        assert archive.events.moved(beginning) == []


def test_reports_that_were_read_come_by_date_and_those_without_one_first(archive):
    days = {"late": "2011-06-12", "none": None, "early": "2011-06-10", "also-none": None}
    batch = [received("5 killed", id_, **({"published": day} if day else {})) for id_, day in days.items()]
    archive.take_in(batch)
    archive.record_readings([Counter().read(got.report) for got in batch], FIRST)
    assert archive.readings.read_by(FIRST) == ["also-none", "none", "early", "late"]


def test_an_original_in_the_way_of_a_killed_run_does_not_matter(archive):
    got = received("5 killed", "a")
    archive.originals.put([(got.report.digest, got.original)])
    assert [f.remark for f in verify(archive)] == [True]
    archive.take_in([got])
    assert list(verify(archive)) == []


def test_an_archive_that_is_not_there_is_not_made_by_looking(where):
    for how in ({"read_only": True}, {"make": False}):
        with pytest.raises(ArchiveTrouble, match="there is no archive"):
            Archive.open(where, **how)
    with Archive.open(where) as archive:
        assert archive.ledger.head()[0] == 1


def test_many_may_make_the_same_archive_at_once(backend):
    many = 8
    for _ in range(6):
        start = Barrier(many, timeout=60)

        def make(_, start=start, where=backend.new()):  # noqa: B008 - a place for each turn
            start.wait()
            Archive.open(where).close()

        with ThreadPoolExecutor(many) as pool:
            assert len(list(pool.map(make, range(many)))) == many


def test_a_writer_that_does_not_end_is_told_of(where, archive, monkeypatch):
    monkeypatch.setattr("crossbearing.archive.opening.PATIENCE", 0.1)
    with Archive.open(where) as other:
        with archive.database.transaction(), pytest.raises(ArchiveTrouble, match="another process is writing"):
            other.take_in([received("5 killed", "a")])
        assert other.take_in([received("5 killed", "a")]).new == ("a",)


def test_an_archive_is_read_while_another_process_writes_to_it(where, archive):
    fill(archive)
    with Archive.open(where, read_only=True) as reading, reading.database.snapshot():
        assert reading.counts().reports == 6
        archive.take_in([received("9 killed", "r9")])
        assert reading.counts().reports == 6
    with Archive.open(where, read_only=True) as reading:
        assert reading.counts().reports == 7


def test_an_archive_opened_to_be_read_is_not_written(where, archive):
    fill(archive)
    with Archive.open(where, read_only=True) as reading, pytest.raises(ArchiveTrouble, match="it cannot be written"):
        reading.take_in([received("9 killed", "r9")])
    assert archive.counts().reports == 6


def test_an_archive_of_newer_software_is_left_alone(backend, where, archive):
    fill(archive)
    backend.set_schema(where, NEWEST + 1)
    for read_only in (True, False):
        with pytest.raises(ArchiveTrouble, match="newer software wrote it"):
            Archive.open(where, read_only=read_only)


def test_characters_of_every_kind_come_back_as_they_were_given(archive):
    odd = {"id": "a\x00b\u2028\U0001f4a5\u202e", "text": "5 killed \x00 \x1f قُصِفت", "outlet": "x\x00y"}
    got = read_row(json.dumps(odd).encode(), "rows.jsonl", 1)
    archive.take_in([got])
    archive.record_readings([Counter().read(got.report)], FIRST)
    [(report, reading)] = archive.stream()
    assert (report, reading) == (got.report, Counter().read(got.report))
    assert list(verify(archive)) == []


def test_a_large_archive_learns_how_to_pack_and_reads_what_was_packed_before_and_after(backend, where):
    with Archive.open(where) as archive:
        batch = [received(f"{n} killed in house {n}, a man said.", f"r{n:04}") for n in range(450)]
        readings = [Counter().read(got.report) for got in batch]
        for at in range(0, 450, 25):
            archive.take_in(batch[at:at + 25])
            archive.record_readings(readings[at:at + 25], FIRST)
        parts = [part for (part,) in archive.database.rows("SELECT part FROM dictionaries ORDER BY part")]
        assert parts == ["readings", "reports"]
        [(before,), (after,)] = archive.database.rows(
            "SELECT avg(length(body)) FROM readings GROUP BY number > 425 ORDER BY number > 425",
        )
        assert after < before / 2
        assert [reading for _, reading in archive.stream()] == readings
    with Archive.open(where, read_only=True) as archive:
        assert list(verify(archive)) == []
    with backend.behind_its_back(where) as run:
        run("UPDATE dictionaries SET body = ? WHERE part = 'readings'", (bytes(9),))
    with Archive.open(where, read_only=True) as archive:
        assert any("dictionary of readings: it was changed" in str(fault) for fault in verify(archive))
