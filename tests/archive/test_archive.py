"""The archive keeps what it is given, once, and says clearly what it cannot do."""

import datetime as dt
import hashlib
import json
import os
import sqlite3
import tarfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest

from crossbearing.archive import Archive, ArchiveTrouble, verify
from crossbearing.archive.migrate import NEWEST
from crossbearing.archive.sqlite import Sqlite
from crossbearing.intake.jsonl import read_row
from tests.archive.made import FIRST, INPUTS, SECOND, Counter, event, fill, received
from tests.intake.test_door import as_nobody


@pytest.fixture
def archive(tmp_path):
    with Archive.open(tmp_path / "cases", actor="ada") as opened:
        yield opened


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


def test_originals_are_kept_byte_for_byte_in_packs_that_other_tools_can_check(archive, tmp_path):
    batch = [received(f"{n} killed", f"r{n}") for n in range(3)]
    archive.take_in(batch)
    [pack] = [p for p in (tmp_path / "cases" / "originals").rglob("*") if p.is_file()]
    assert pack.name == f"{hashlib.sha256(pack.read_bytes()).hexdigest()}.tar.gz"
    assert pack.stat().st_mode & 0o777 == 0o444
    with tarfile.open(pack) as members:
        found = {member.name: members.extractfile(member).read() for member in members}
    assert found == {got.report.digest: got.original for got in batch}
    assert {hashlib.sha256(data).hexdigest() for data in found.values()} == set(found)
    assert [archive.reports.original(got.report.id) for got in batch] == [got.original for got in batch]
    with pytest.raises(KeyError):
        archive.reports.original("nothing")


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


@pytest.mark.parametrize("table", ["ledger", "reports", "readings", "read", "claims", "readers", "judgements"])
def test_what_was_written_cannot_be_changed_or_deleted_through_the_database(archive, table):
    fill(archive)
    with pytest.raises(ArchiveTrouble, match="never"):
        archive.database.execute(f"DELETE FROM {table}")
    [(column,), *_] = archive.database.rows("SELECT name FROM pragma_table_info(?)", (table,))
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


def test_an_archive_that_is_not_there_is_not_made_by_looking(tmp_path):
    with pytest.raises(ArchiveTrouble, match="there is no archive"):
        Archive.open(tmp_path / "none", read_only=True)
    assert not (tmp_path / "none").exists()


def test_a_folder_with_other_files_is_left_alone(tmp_path):
    (tmp_path / "thesis.doc").write_text("mine")
    with pytest.raises(ArchiveTrouble, match="other files"):
        Archive.open(tmp_path)
    assert [p.name for p in tmp_path.iterdir()] == ["thesis.doc"]


def test_a_file_is_no_folder(tmp_path):
    (tmp_path / "cases").write_text("mine")
    with pytest.raises(ArchiveTrouble):
        Archive.open(tmp_path / "cases")


def test_an_archive_of_newer_software_is_left_alone(tmp_path):
    Archive.open(tmp_path).close()
    with sqlite3.connect(tmp_path / "archive.sqlite") as database:
        database.execute(f"PRAGMA user_version = {NEWEST + 1}")
    for read_only in (True, False):
        with pytest.raises(ArchiveTrouble, match="newer software wrote it"):
            Archive.open(tmp_path, read_only=read_only)


def test_a_database_of_another_program_is_left_alone(tmp_path):
    with sqlite3.connect(tmp_path / "archive.sqlite") as database:
        database.execute("CREATE TABLE recipes (name)")
    with pytest.raises(ArchiveTrouble, match="another program"):
        Archive.open(tmp_path)


def test_a_file_that_is_no_database_is_named_as_damaged(tmp_path):
    (tmp_path / "archive.sqlite").write_bytes(b"no database " * 1000)
    with pytest.raises(ArchiveTrouble, match="damaged"):
        Archive.open(tmp_path)


def test_an_archive_is_read_from_a_disk_that_cannot_be_written(tmp_path):
    for folder in (tmp_path, *tmp_path.parents[:2]):
        folder.chmod(0o755)
    cases = tmp_path / "cases"
    with Archive.open(cases) as archive:
        fill(archive)
    for path in (cases, *cases.rglob("*")):
        path.chmod(0o555 if path.is_dir() else 0o444)

    def look() -> str:
        with Archive.open(cases, read_only=True) as opened:
            found = f"{len(opened.picture().events)} events, {len(list(verify(opened)))} faults"
        try:
            Archive.open(cases).take_in([received("9 killed")])
        except ArchiveTrouble as trouble:
            return f"{found}; {trouble.reason}"
        return found

    assert as_nobody(look) == "6 events, 0 faults; it cannot be written"


def test_a_full_disk_is_said_and_loses_nothing(archive):
    fill(archive)
    head = archive.ledger.head()
    [(pages,)] = archive.database.rows("PRAGMA page_count")
    archive.database.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(ArchiveTrouble, match="the disk is full"):
        archive.take_in([received("9 killed " + os.urandom(200_000).hex(), "big")])
    assert archive.ledger.head() == head
    archive.database.execute("PRAGMA max_page_count = 1000000")
    archive.take_in([received("9 killed", "r9")])
    assert [fault for fault in verify(archive) if not fault.remark] == []


def test_many_may_make_the_same_archive_at_once(tmp_path):
    many = 8
    for turn in range(20):
        start = Barrier(many)

        def make(_, start=start, folder=tmp_path / f"{turn}"):
            start.wait()
            Archive.open(folder).close()

        with ThreadPoolExecutor(many) as pool:
            assert len(list(pool.map(make, range(many)))) == many


def test_a_writer_that_does_not_end_is_told_of(tmp_path):
    Archive.open(tmp_path).close()
    other = sqlite3.connect(tmp_path / "archive.sqlite", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    database = Sqlite(tmp_path / "archive.sqlite", patience=0.1)
    with pytest.raises(ArchiveTrouble, match="another process is writing"), database.transaction():
        pass
    other.execute("ROLLBACK")
    database.close()
    other.close()


def test_a_clock_that_goes_back_stops_nothing_and_is_remarked(tmp_path):
    times = iter(dt.datetime(2011, 6, day, tzinfo=dt.UTC) for day in (10, 12, 11, 13))
    with Archive.open(tmp_path, clock=lambda: next(times)) as archive:
        for n in range(3):
            archive.take_in([received(f"{n} killed")])
        assert [(f.remark, f.what) for f in verify(archive)] == [(True, "ledger entry 3")]


def test_two_archives_never_share_a_beginning(tmp_path):
    heads = set()
    for name in ("a", "b"):
        with Archive.open(tmp_path / name, actor="x", clock=lambda: dt.datetime(2011, 6, 10, tzinfo=dt.UTC)) as archive:
            heads.add(archive.ledger.head())
    assert len(heads) == 2


def test_events_of_a_weighing_replace_those_of_the_last(archive):
    fill(archive)
    report = archive.reports.get("r3")
    assert archive.record_events([event(report, Counter().read(report))], {**INPUTS, "readings": "y"})
    assert [e.claims[0].report for e in archive.events.all()] == ["r3"]
    assert not archive.record_events([], {**INPUTS, "readings": "y"})


def test_an_original_in_the_way_of_a_killed_run_does_not_matter(archive):
    got = received("5 killed", "a")
    archive.originals.put([(got.report.digest, got.original)])
    assert [f.remark for f in verify(archive)] == [True]
    archive.take_in([got])
    assert list(verify(archive)) == []


def test_a_folder_name_with_odd_characters_is_a_folder_like_any(tmp_path):
    folder = Path(tmp_path / "a b%20?#é\u202e")
    with Archive.open(folder) as archive:
        fill(archive)
    with Archive.open(folder, read_only=True) as archive:
        assert archive.counts().claims == 6


def test_a_large_archive_learns_how_to_pack_and_reads_what_was_packed_before_and_after(tmp_path):
    with Archive.open(tmp_path / "cases") as archive:
        batch = [received(f"{n} killed in house {n}, a man said.", f"r{n:04}") for n in range(450)]
        readings = [Counter().read(got.report) for got in batch]
        for at in range(0, 450, 25):
            archive.take_in(batch[at:at + 25])
            archive.record_readings(readings[at:at + 25], FIRST)
        parts = [part for (part,) in archive.database.rows("SELECT part FROM dictionaries ORDER BY part")]
        assert parts == ["readings", "reports"]
        [(before,), (after,)] = archive.database.rows("SELECT avg(length(body)) FROM readings GROUP BY number > 425")
        assert after < before / 2
        assert [reading for _, reading in archive.stream()] == readings
    with Archive.open(tmp_path / "cases", read_only=True) as archive:
        assert list(verify(archive)) == []
    with sqlite3.connect(tmp_path / "cases" / "archive.sqlite") as database:
        database.execute("DROP TRIGGER dictionaries_keeps_words")
        database.execute("UPDATE dictionaries SET body = zeroblob(9) WHERE part = 'readings'")
    with Archive.open(tmp_path / "cases", read_only=True) as archive:
        assert any("dictionary of readings: it was changed" in str(fault) for fault in verify(archive))
