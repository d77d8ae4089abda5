"""A report that must go is gone with all that quotes it; who took it away, when and why stays, and `verify` knows."""

import json
import shutil
import subprocess
import sys

import msgspec
import pytest

from crossbearing.archive import Archive, ArchiveTrouble, Outdated, Query, originals, verify
from crossbearing.archive.bundle import write_bundle
from crossbearing.archive.expunge import expunge, finish, quoting
from crossbearing.archive.originals import unpacked
from crossbearing.archive.shelf import ENOUGH
from crossbearing.intake import Received
from crossbearing.records import anchor_of, judge
from tests.archive.made import FIRST, INPUTS, NOON, Counter, event, fill, received

WORD = "xanthippe"


def add(archive: Archive, name: str = "gone") -> None:
    """Take in a report with a word of its own, read it, judge it, and record an event of it."""
    got = received(f"7 killed near the {WORD} mill, said a man", name, outlet=f"The {WORD}", published="2011-06-12")
    archive.take_in([got, received("8 killed, said a woman", f"{name}-beside")])
    reading = Counter().read(got.report)
    archive.record_readings([reading], FIRST)
    archive.record_events([event(got.report, reading), *archive.events.all()], {**INPUTS, "readings": name})
    archive.record_judgements([
        judge("accept", [anchor_of(reading.claims[0])], by="ada", at=NOON, why=f"{WORD} mill is known"),
        judge("correct", [anchor_of(reading.claims[0])], by="bob", at=NOON, field="weapon", value=f"{WORD}s"),
    ])


def many(first: int, count: int) -> list[Received]:
    told = f"killed near the {WORD} mill of {WORD} number"
    return [received(f"{n} {told} {n * 7919}", f"r{n}") for n in range(first, first + count)]


def faults(archive: Archive) -> list[str]:
    return [str(fault) for fault in verify(archive) if not fault.remark]


def test_a_report_that_is_expunged_is_gone_with_all_that_quotes_it_and_nothing_is_wrong(archive):
    fill(archive)
    before = archive.picture()
    add(archive)
    assert quoting(archive, "gone").claims == 1
    expunge(archive, "gone", why="she is in danger")
    assert faults(archive) == []
    assert archive.reports.get("gone") is None
    assert archive.find(Query(words=WORD)) == []
    assert archive.find(Query(outlet=WORD)) == []
    picture = archive.picture()
    assert {**picture.reports, "gone-beside": None} == {**before.reports, "gone-beside": None}
    assert picture.events == before.events
    assert archive.reports.original("gone-beside")
    assert all(WORD not in each.why for each in archive.judgements.all())
    told = archive.ledger.last("expunge")
    assert (told.actor, told.inputs) == ("ada", {"report": "gone", "why": "she is in danger"})
    with pytest.raises(KeyError):
        expunge(archive, "gone", why="again")


def test_the_events_are_weighed_anew_after_it_even_from_the_same_readings(archive):
    fill(archive)
    inputs = archive.events.weighed_from()
    archive.take_in([received("nothing was read in it yet", "gone")])
    expunge(archive, "gone", why="law")
    assert archive.events.weighed_from() is None
    assert archive.record_events(list(archive.events.all()), inputs)
    assert faults(archive) == []


def test_no_byte_of_it_is_left_in_the_folder(tmp_path):
    with Archive.open(tmp_path / "cases", actor="ada") as archive:
        fill(archive)
        add(archive)
        pack = archive.originals.packs.path(archive.database.rows(
            "SELECT k.digest FROM packs AS k JOIN reports AS p ON p.pack = k.number WHERE p.id = 'gone'",
        )[0][0].hex())
        assert pack.exists()
        expunge(archive, "gone", why="law")
        assert not pack.exists()
        archive.record_events(list(archive.events.all()), INPUTS)
        archive.database.scrub()
        files = [file for file in (tmp_path / "cases").rglob("*") if file.is_file()]
        assert [file for file in files if WORD.encode() in file.read_bytes()] == []


def test_who_is_reading_keeps_it_from_being_scrubbed_and_that_is_told(tmp_path):
    with Archive.open(tmp_path / "cases") as archive, Archive.open(tmp_path / "cases", read_only=True) as other:
        fill(archive)
        archive.database.execute("PRAGMA busy_timeout = 0")
        with other.database.snapshot():
            assert other.reports.get("r1") is not None
            with pytest.raises(ArchiveTrouble, match=r"somebody is reading it.*expunge --finish"):
                expunge(archive, "r1", why="law")
        assert archive.reports.get("r1") is None
        finish(archive)
        assert (tmp_path / "cases" / "archive.sqlite-wal").stat().st_size == 0


def test_a_dictionary_that_quotes_it_is_given_up_and_every_record_still_reads(tmp_path):
    with Archive.open(tmp_path / "cases") as archive:
        for at in range(0, ENOUGH + 100, 100):
            archive.take_in(many(at, 100))
        archive.take_in(many(1000, 1))
        [(body,)] = archive.database.rows("SELECT body FROM dictionaries WHERE part = 'reports'") or [(b"",)]
        assert WORD.encode() in body
        expunge(archive, "r7", why="law")
        assert archive.database.rows("SELECT 1 FROM dictionaries WHERE part = 'reports'") == []
        assert len(list(archive.reports.all())) == ENOUGH + 100
        assert faults(archive) == []


def test_no_dictionary_is_left_that_may_hold_words_of_it_in_what_was_read(archive):
    batch = [received(f"{n} killed in house {n}, a man said.", f"r{n:04}") for n in range(ENOUGH + 10)]
    for at in range(0, len(batch), 100):
        archive.take_in(batch[at:at + 100])
        archive.record_readings([Counter().read(got.report) for got in batch[at:at + 100]], FIRST)
    archive.take_in([received("8 killed, said a woman", "after")])
    archive.record_readings([Counter().read(received("8 killed, said a woman", "after").report)], FIRST)
    assert archive.database.rows("SELECT part FROM dictionaries ORDER BY part") == [("readings",), ("reports",)]
    expunge(archive, "after", why="law")
    assert archive.database.rows("SELECT part FROM dictionaries") == []
    assert faults(archive) == []


def test_what_is_packed_by_another_process_after_a_dictionary_was_given_up_still_reads(where):
    with Archive.open(where) as here, Archive.open(where) as other:
        for at in range(0, ENOUGH + 100, 100):
            other.take_in(many(at, 100))
        other.take_in(many(1000, 1))
        assert here.reports.get("r1000") == other.reports.get("r1000") == many(1000, 1)[0].report
        expunge(here, "r7", why="law")
        for number, archive in ((2000, here), (3000, other)):
            archive.take_in(many(number, 1))
            assert here.reports.get(f"r{number}") == other.reports.get(f"r{number}") == many(number, 1)[0].report
        assert faults(here) == faults(other) == []


def test_it_is_not_taken_in_again_and_what_comes_after_is_numbered_as_the_ledger_tells(archive):
    fill(archive)
    add(archive)
    expunge(archive, "gone", why="law")
    expunge(archive, "gone-beside", why="law")
    again = received(f"7 killed near the {WORD} mill, said a man", "gone", outlet=f"The {WORD}", published="2011-06-12")
    assert archive.take_in([again]).new == ()
    add(archive, "after")
    assert archive.reports.get("after") is not None
    assert faults(archive) == []


def test_events_weighed_before_it_are_not_recorded_after_it(archive):
    fill(archive)
    add(archive)
    weighed = list(archive.events.all())
    expunge(archive, "gone", why="she is in danger")
    with pytest.raises(Outdated, match="gone"):
        archive.record_events(weighed, {**INPUTS, "readings": "before"})
    assert WORD not in str(archive.events.all())


def test_who_took_it_in_meanwhile_keeps_it_in_no_pack(archive, monkeypatch):
    fill(archive)
    add(archive)
    gone = Received(report=archive.reports.get("gone"), original=archive.reports.original("gone"), file="gone.html")
    beside = received("9 killed, said a driver", "driver")
    put = archive.originals.put

    def slow(originals):
        pack = put(originals)
        if archive.reports.get("gone"):
            expunge(archive, "gone", why="she is in danger")
        return pack

    monkeypatch.setattr(archive.originals, "put", slow)
    again = msgspec.structs.replace(gone, report=msgspec.structs.replace(gone.report, id="again"))
    assert archive.take_in([again, beside]).new == ("driver",)
    packs = archive.originals.packs
    assert not any(gone.report.digest in unpacked(packs.read(name)) for name in packs.names())
    assert archive.reports.original("driver") == beside.original
    assert faults(archive) == []


def test_what_a_killed_run_left_of_it_is_taken_away_by_finishing(archive):
    fill(archive)
    add(archive)
    original = archive.reports.original("gone")
    digest = archive.reports.get("gone").digest
    archive.originals.put([(digest, original), ("0" * 64, b"of another run")])
    expunge(archive, "gone", why="she is in danger")
    packs = archive.originals.packs
    assert not any(digest in unpacked(packs.read(name)) for name in packs.names())
    assert faults(archive) == []


def test_a_pack_that_was_never_written_whole_is_swept_away_and_who_still_writes_it_writes_it_again(
    tmp_path, monkeypatch,
):
    with Archive.open(tmp_path / "cases") as archive:
        fill(archive)
        add(archive)
        packs = archive.originals.packs
        left = packs.path("0" * 64).with_name(f"{'0' * 64}.tar.gz.1.part")
        left.parent.mkdir(parents=True, exist_ok=True)
        left.write_text(WORD)
        write = originals._write_through

        def swept(place, data):
            monkeypatch.setattr(originals, "_write_through", write)
            write(place, data)
            expunge(archive, "gone", why="she is in danger")

        monkeypatch.setattr(originals, "_write_through", swept)
        got = received("9 killed, said a driver", "driver")
        assert archive.take_in([got]).new == ("driver",)
        assert not left.exists()
        assert archive.reports.original("driver") == got.original
        assert faults(archive) == []


def test_verify_names_an_original_that_came_back_and_a_tombstone_that_was_changed(tmp_path):
    with Archive.open(tmp_path / "cases") as archive:
        fill(archive)
        add(archive)
        shutil.copytree(tmp_path / "cases" / "originals", tmp_path / "copy")
        expunge(archive, "gone", why="law")
        shutil.copytree(tmp_path / "copy", tmp_path / "cases" / "originals", dirs_exist_ok=True)
        assert ["it holds what was expunged" in fault for fault in faults(archive)] == [True]
        finish(archive)
        assert faults(archive) == []
        archive.database.execute("DROP TRIGGER expunged_keeps_rows")
        archive.database.execute("DELETE FROM expunged")
        assert any("tombstone" in fault for fault in faults(archive))


def test_a_failure_on_the_way_leaves_everything_as_it_was(archive, monkeypatch):
    fill(archive)
    add(archive)
    before = (archive.ledger.head(), archive.picture())
    monkeypatch.setattr(archive.database, "forget_words", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        expunge(archive, "gone", why="law")
    monkeypatch.undo()
    assert (archive.ledger.head(), archive.picture()) == before
    assert faults(archive) == []


def test_nothing_of_record_can_be_changed_but_while_something_is_expunged(archive):
    fill(archive)
    for table in ("reports", "readings", "claims", "judgements", "judged", "packs", "read"):
        with pytest.raises(Exception, match="never"):
            archive.database.execute(f"DELETE FROM {table}")


@pytest.mark.parametrize("again", [False, True])
def test_a_bundle_of_an_archive_with_a_tombstone_is_sound(archive, tmp_path, again):
    fill(archive)
    add(archive)
    expunge(archive, "gone", why="law")
    if again:  # it came back redacted, and its reading has the seal of the old one
        redacted = received(f"7 killed near the {WORD} mill, said a boy", "gone", published="2011-06-12")
        archive.take_in([redacted])
        archive.record_readings([Counter().read(redacted.report)], FIRST)
    write_bundle(archive, tmp_path / "bundle")
    checked = subprocess.run(
        [sys.executable, str(tmp_path / "bundle" / "verify.py")], capture_output=True, text=True, check=False,
    )
    assert (checked.returncode, checked.stdout[:5]) == (0, "sound"), checked.stdout
    ledger = (tmp_path / "bundle" / "data" / "ledger.jsonl").read_text().splitlines()
    assert json.loads(ledger[-1])["act"] == ("read" if again else "expunge")
