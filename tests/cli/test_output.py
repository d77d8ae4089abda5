"""What is written out appears whole, and what is no file is written into and stays what it is."""

import os
import sqlite3
import stat
import threading
from typing import TextIO

import pytest
from click.testing import CliRunner

from crossbearing.archive import Archive
from crossbearing.cli import main
from crossbearing.cli.output import writing
from crossbearing.publishing import claims_csv, formats
from crossbearing.records import Picture
from tests.archive.made import fill


def test_a_pipe_is_written_into_and_not_replaced(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[str] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_text(encoding="utf-8")))
    reader.start()
    with writing(pipe) as stream:
        stream.write("قُتل ثلاثة\n")
    reader.join(timeout=10)
    assert read == ["قُتل ثلاثة\n"]
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    assert [file.name for file in tmp_path.iterdir()] == ["pipe"]


def test_the_file_behind_a_link_is_replaced_and_the_link_stays(tmp_path):
    (tmp_path / "real.csv").write_text("before")
    (tmp_path / "link.csv").symlink_to("real.csv")
    with writing(tmp_path / "link.csv") as stream:
        stream.write("after")
    assert (tmp_path / "link.csv").is_symlink()
    assert (tmp_path / "real.csv").read_text() == "after"


def test_a_folder_that_is_not_there_is_named_as_it_was_asked_for(tmp_path):
    with pytest.raises(FileNotFoundError) as told, writing(tmp_path / "no" / "x.csv"):
        pass
    assert (told.value.filename, told.value.strerror) == (str(tmp_path / "no"), "there is no such folder")


def test_what_the_ledger_cannot_tell_of_is_not_written(tmp_path, monkeypatch):
    with Archive.open(tmp_path / "cases") as archive:
        fill(archive)
    (tmp_path / "x.csv").write_text("before")
    held = sqlite3.connect(tmp_path / "cases" / "archive.sqlite", isolation_level=None)

    def write_while_another_begins_to_write(picture: Picture, stream: TextIO) -> None:
        claims_csv.write(picture, stream)
        held.execute("BEGIN IMMEDIATE")

    asked = formats()["claims-csv"]._replace(write=write_while_another_begins_to_write)
    monkeypatch.setitem(formats(), "claims-csv", asked)
    monkeypatch.setattr("crossbearing.archive.opening.PATIENCE", 0.1)
    os.mkfifo(tmp_path / "pipe")
    reading = os.open(tmp_path / "pipe", os.O_RDWR | os.O_NONBLOCK)
    for output in (tmp_path / "x.csv", "-", tmp_path / "pipe"):
        asked = ("export", "--archive", tmp_path / "cases", "--format", "claims-csv", "--output", output)
        done = CliRunner().invoke(main, list(map(str, asked)))
        held.execute("ROLLBACK")
        assert (done.exit_code, done.stdout) == (1, "")
        assert "another process" in done.stderr
    held.close()
    with pytest.raises(BlockingIOError):
        os.read(reading, 1)
    os.close(reading)
    assert (tmp_path / "x.csv").read_text() == "before"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["cases", "pipe", "x.csv"]
