"""The gazetteer file: where it lies, that it is whole, and what makes it be built anew."""

import json
import shutil
import subprocess
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest

from crossbearing.places import Gazetteer
from crossbearing.places.additions import add_table
from crossbearing.places.cache import default_folder, fingerprint, gazetteer_file

VILLAGE = "name,lat,lon,country,kind\nQanzaruleh,35.1,36.2,SY,village\n"


MEASURE = """
import resource, sys
from pathlib import Path
from crossbearing.places import Gazetteer
used = lambda: resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
before = used()
with Gazetteer(Path(sys.argv[1])) as gazetteer:
    for name in ("Aleppo", "Springfield", "Paris", "San Jose"):
        gazetteer.lookup(name)
    gazetteer.spelt("jasir al shughur", ("SY", "TR"))
    print((used() - before) / 1024)
"""


def open_and_ask(folder: Path) -> str:
    """What another process does: open the gazetteer of a folder, building it if need be, and ask it something."""
    with Gazetteer.open(folder) as gazetteer:
        return gazetteer.lookup("Homs")[0].place.place_id


@pytest.fixture
def copied(gazetteer, tmp_path) -> Path:
    """A folder with a whole gazetteer in it."""
    for path in (gazetteer.path, gazetteer.path.with_suffix(".json")):
        shutil.copy2(path, tmp_path / path.name)
    return tmp_path


def test_the_folder_is_the_one_that_the_environment_names(monkeypatch, tmp_path):
    monkeypatch.setenv("CROSSBEARING_CACHE", str(tmp_path))
    assert default_folder() == tmp_path


def test_a_whole_file_is_opened_at_once_and_as_it_is(copied):
    path = next(copied.glob("*.sqlite"))
    before = path.stat()
    began = time.perf_counter()
    with Gazetteer.open(copied) as gazetteer:
        assert gazetteer.lookup("Aleppo")
    assert time.perf_counter() - began < 0.5
    assert path.stat().st_ino == before.st_ino


def test_the_file_is_looked_through_when_only_its_time_changed(copied):
    path = next(copied.glob("*.sqlite"))
    inode = path.stat().st_ino
    path.touch()
    assert gazetteer_file(copied).stat().st_ino == inode
    noted = json.loads(path.with_suffix(".json").read_text())
    assert noted["stat"] == [path.stat().st_size, path.stat().st_mtime_ns]


def test_a_table_of_the_user_changes_what_the_gazetteer_must_hold(tmp_path):
    before = fingerprint(tmp_path)
    table = tmp_path / "mine.csv"
    table.write_text(VILLAGE)
    add_table(table, tmp_path)
    assert fingerprint(tmp_path) != before


def test_opening_and_asking_takes_less_than_three_hundred_megabytes(gazetteer):
    ran = subprocess.run([sys.executable, "-c", MEASURE, gazetteer.path], capture_output=True, text=True, check=True)
    assert float(ran.stdout) < 300


@pytest.mark.slow
def test_a_damaged_file_is_built_anew_with_a_warning_and_with_the_user_s_tables(copied, tmp_path):
    path = next(copied.glob("*.sqlite"))
    table = tmp_path / "mine.csv"
    table.write_text(VILLAGE)
    add_table(table, copied)
    renamed = copied / f"gazetteer-{fingerprint(copied)}.sqlite"
    path.rename(renamed)
    path.with_suffix(".json").rename(renamed.with_suffix(".json"))
    with renamed.open("r+b") as file:
        file.seek(200_000)
        file.write(b"\0" * 4096)
    with pytest.warns(UserWarning, match="damaged"):
        gazetteer = Gazetteer.open(copied)
    with gazetteer:
        assert gazetteer.lookup("Qanzaruleh")[0].place.country == "SY"
        assert gazetteer.lookup("Homs")
    assert not [p for p in copied.iterdir() if p.name.startswith(".")]


@pytest.mark.slow
def test_two_processes_that_build_at_once_both_get_a_whole_gazetteer(tmp_path):
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        answers = list(pool.map(open_and_ask, [tmp_path, tmp_path]))
    assert answers == ["gn:169577", "gn:169577"]
    assert len(list(tmp_path.glob("*.sqlite"))) == 1
