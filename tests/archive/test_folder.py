"""An archive in a folder: what is on the disk, and what can be wrong with it."""

import hashlib
import os
import sqlite3
import tarfile
from pathlib import Path

import pytest

from crossbearing.archive import Archive, ArchiveTrouble, verify
from tests.archive.made import fill, received
from tests.intake.test_door import as_nobody


@pytest.fixture
def archive(tmp_path):
    with Archive.open(tmp_path / "cases", actor="ada") as opened:
        yield opened


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


def test_looking_makes_no_folder(tmp_path):
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


def test_a_folder_name_with_odd_characters_is_a_folder_like_any(tmp_path):
    folder = Path(tmp_path / "a b%20?#é\u202e")
    with Archive.open(folder) as archive:
        fill(archive)
    with Archive.open(folder, read_only=True) as archive:
        assert archive.counts().claims == 6
