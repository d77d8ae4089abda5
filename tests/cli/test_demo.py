import csv
import shlex
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner

from crossbearing.archive import Archive
from crossbearing.cli import main
from crossbearing.cli.demo import program_here, sample_files
from crossbearing.publishing.wording import overall

ROOT = Path(__file__).parents[2]


def test_the_demo_reads_every_sample(demonstrated):
    with Archive.open(Path(demonstrated.archive), read_only=True) as archive:
        picture = archive.picture()
    assert len(sample_files()) == 18
    assert len(picture.reports) == 21
    assert f"{len(picture.events)} events" in demonstrated.said


def test_the_demo_says_what_to_do_next_and_leaves_a_page(demonstrated):
    assert (demonstrated.folder / "page.html").read_text("utf-8").startswith("<!DOCTYPE html>")
    assert (demonstrated.folder / "page.html").as_uri() in demonstrated.said
    assert f"crossbearing show --archive {shlex.quote(demonstrated.archive)}" in demonstrated.said


def test_what_to_do_next_can_be_typed_as_it_stands(monkeypatch, tmp_path):
    (tmp_path / "crossbearing").touch(mode=0o755)
    monkeypatch.setattr("sys.executable", str(tmp_path / "python"))
    monkeypatch.setenv("PATH", "/nowhere")
    assert program_here() == str(tmp_path / "crossbearing")
    monkeypatch.chdir(tmp_path.parent)
    assert program_here() == f"{tmp_path.name}/crossbearing"
    monkeypatch.setenv("PATH", str(tmp_path))
    assert program_here() == "crossbearing"


def test_the_demo_forecasts_from_what_was_known_and_shows_what_was_counted_later(demonstrated):
    folder = demonstrated.folder / "arrivals"
    with (folder / "provenance.csv").open(encoding="utf-8", newline="") as stream:
        told = {row["claim"] for row in csv.DictReader(stream) if row["field"] in {"people", "capacity"}} - {""}
    assert told
    assert all(claim in demonstrated.said for claim in told)
    with Archive.open(Path(demonstrated.archive), read_only=True) as archive:
        known = {claim.id: claim for reading in archive.picture().readings.values() for claim in reading.claims}
    assert {figure.low for claim in told for figure in known[claim].figures} == {2400, 5000}
    assert "11,700" in demonstrated.said
    assert "8,538" not in demonstrated.said.partition("Arrivals:")[2]
    with (folder / "forecast.csv").open(encoding="utf-8", newline="") as stream:
        last = list(csv.DictReader(stream))[-1]
    assert last["date"] == "2011-06-24"
    assert int(last["low90"]) < 11_700 < int(last["high90"])
    page = (demonstrated.folder / "page.html").read_text("utf-8")
    assert all(claim in page for claim in told)
    assert "Who was likely to arrive, as of 10 June 2011" in page
    assert "data:image/svg+xml;base64," in page


def test_the_demo_shows_an_event_of_each_grade(demonstrated):
    with Archive.open(Path(demonstrated.archive), read_only=True) as archive:
        grades = {overall(event.grade) for event in archive.picture().events}
    assert {"single", "echoed", "corroborated", "contested"} <= grades


def test_the_demo_shows_who_blames_whom_and_what_was_set_right(demonstrated):
    with Archive.open(Path(demonstrated.archive), read_only=True) as archive:
        picture = archive.picture()
    blamed = [{side.value for side in row.sides} for e in picture.events for row in e.contradictions
              if row.field == "perpetrator"]  # fmt: skip
    assert {"Gunmen", "army"} in blamed
    assert {"armed groups", "army"} in blamed
    wounded = [e for e in picture.events if any(c.after.value == "23" for c in e.corrections)]
    assert [(len(e.reports), e.figures["injured"].best) for e in wounded] == [(3, 23)]


def test_a_second_demo_takes_seconds_and_tells_the_same(demonstrated):
    begun = time.monotonic()
    again = CliRunner().invoke(main, ["demo", str(demonstrated.folder), "--processes", "1"])
    assert time.monotonic() - begun < 20
    assert again.stdout == demonstrated.said


def test_a_demo_where_nothing_may_be_written_says_so(tmp_path):
    (tmp_path / "taken").write_text("a file of somebody's")
    ran = CliRunner().invoke(main, ["demo", str(tmp_path / "taken")])
    assert ran.exit_code == 1
    assert str(tmp_path / "taken") in ran.stderr
    assert (tmp_path / "taken").read_text() == "a file of somebody's"


@pytest.mark.slow
def test_the_samples_come_with_the_wheel(tmp_path):
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", tmp_path],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (wheel,) = tmp_path.glob("*.whl")
    target = tmp_path / "installed"
    subprocess.run([sys.executable, "-m", "zipfile", "-e", wheel, target], check=True)
    code = (
        "import sys; sys.path.insert(0, sys.argv[1]); from crossbearing.cli import demo;"
        "print(*demo.sample_files(), *(demo.samples() / 'counted').iterdir())"
    )
    printed = subprocess.run(
        [sys.executable, "-c", code, target], capture_output=True, text=True, check=True
    ).stdout.split()
    assert len(printed) == 19
    assert all(Path(name).is_relative_to(target) for name in printed)
