"""An archive of every schema there was opens with the software of today, with all that it held."""

import shlex
import tarfile
from pathlib import Path

import pytest
from click.testing import CliRunner

from crossbearing.archive import Archive, ArchiveTrouble, verify
from crossbearing.archive.migrate import NEWEST, schema_script
from crossbearing.archive.opening import opened
from crossbearing.cli import main
from tests.archive.made import Counter, fill, received

RELEASED = Path(__file__).parent / "released"
OLDER = range(1, NEWEST)


@pytest.fixture(params=OLDER)
def older(request, tmp_path):
    with tarfile.open(RELEASED / f"schema-{request.param}.tar.gz") as packed:
        packed.extraction_filter = getattr(tarfile, "data_filter", None)  # not before Python 3.11.4
        packed.extractall(tmp_path)  # noqa: S202 - our own file
    return (tmp_path / "cases").rename(tmp_path / "older cases")


def test_an_older_archive_is_brought_up_with_all_that_it_holds(older, tmp_path):
    with Archive.open(older, actor="bea") as archive:
        assert [fault for fault in verify(archive) if not fault.remark] == []
        assert {entry.actor for entry in archive.ledger.entries()} == {"ada"}
        with Archive.open(tmp_path / "today", actor="ada") as today:
            fill(today, 3)
            # Not as they are stored: a record may have got a field since. The order of these events is that of a hand.
            before, now = archive.picture(), today.picture()
            assert (before.reports, before.readings) == (now.reports, now.readings)
            assert {event.id: event for event in before.events} == {event.id: event for event in now.events}
            assert archive.judgements.all() == today.judgements.all()


def test_an_older_archive_grows_on(older):
    with Archive.open(older) as archive:
        got = received("9 killed", "r9")
        assert archive.take_in([got]).new == ("r9",)
        assert archive.reports.original("r1") == received(
            "1 killed, said a man in house 1. مساء", "r1", outlet="Paper 1", published="2011-06-11",
        ).original
        archive.record_readings([Counter().read(got.report)], archive.reader)
        assert [fault for fault in verify(archive) if not fault.remark] == []


def test_an_older_archive_that_is_only_to_be_read_is_left_as_it_is_with_the_way_out(older):
    before = (older / "archive.sqlite").read_bytes()
    with pytest.raises(ArchiveTrouble, match="older software wrote it; run"):
        Archive.open(older, read_only=True)
    assert (older / "archive.sqlite").read_bytes() == before


def test_the_way_out_for_an_older_archive_leads_out(older):
    with pytest.raises(ArchiveTrouble) as refused:
        Archive.open(older, read_only=True)
    _, told, _ = refused.value.way_out.split("`")
    done = CliRunner().invoke(main, shlex.split(told)[1:])
    assert done.exit_code == 0, done.output
    with Archive.open(older, read_only=True) as archive:
        assert archive.counts().reports == 3


@pytest.mark.parametrize("version", OLDER)
def test_the_tables_brought_up_are_those_that_are_made_new(where, version, monkeypatch):
    with monkeypatch.context() as earlier:
        earlier.setattr("crossbearing.archive.migrate.NEWEST", version)
        database, _ = opened(where, read_only=False, make=True)
        assert database.version() == version
        database.close()
    with Archive.open(where) as archive:
        assert archive.database.version() == NEWEST
        assert list(archive.database.faults()) == []


@pytest.mark.parametrize("dialect", ["sqlite", "postgresql"])
def test_every_schema_has_its_script(dialect):
    for version in range(1, NEWEST + 1):
        assert "CREATE" in schema_script(version, dialect)
    with pytest.raises(FileNotFoundError):
        schema_script(NEWEST + 1, dialect)
