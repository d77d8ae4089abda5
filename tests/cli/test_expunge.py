"""Taking a report away for good, on the command line."""

import json

import pytest

from crossbearing.archive import Archive
from crossbearing.archive.expunge import expunge
from tests.cli.test_judging import crossbearing, events, lines, make


@pytest.mark.slow
def test_a_report_is_expunged_only_with_a_reason_and_a_yes_and_the_events_are_weighed_without_it(tmp_path):
    cases = make(tmp_path)
    before = events(cases)
    asked = crossbearing("expunge", "--archive", cases, "b")
    assert (asked.returncode, json.loads(asked.stdout)["report"], len(asked.stderr.splitlines())) == (1, "b", 1)
    assert crossbearing("expunge", "--archive", cases, "b", "--yes").returncode == 1
    assert crossbearing("expunge", "--archive", cases, "nothing", "--yes", "--why", "law").returncode == 1
    assert events(cases) == before
    done = crossbearing("expunge", "--archive", cases, "b", "--yes", "--why", "law")
    assert done.returncode == 0, done.stderr
    assert {report["id"] for event in events(cases) for report in event["reports"]} == {"a"}
    again = crossbearing("run", tmp_path / "in.jsonl", "--archive", cases)
    assert [json.loads(again.stdout)[field] for field in ("new", "known", "expunged")] == [0, 1, 1]
    assert crossbearing("verify", "--archive", cases).returncode == 0
    files = [file for file in cases.rglob("*") if file.is_file()]
    assert files
    assert [file.name for file in files if b"Border Herald" in file.read_bytes()] == []
    [told] = [entry for entry in lines(crossbearing("history", "--archive", cases)) if entry["act"] == "expunge"]
    assert (told["actor"], told["inputs"]["why"]) == ("ada", "law")


def test_finishing_what_was_killed_weighs_the_events_without_the_report(tmp_path):
    cases = make(tmp_path)
    with Archive.open(cases) as archive:
        expunge(archive, "b", why="law")
        assert archive.events.weighed_from() is None
    done = crossbearing("expunge", "--archive", cases, "--finish")
    assert done.returncode == 0, done.stderr
    with Archive.open(cases, read_only=True) as archive:
        assert archive.events.weighed_from() is not None
    assert {report["id"] for event in events(cases) for report in event["reports"]} == {"a"}


def test_taking_in_reports_says_how_many_persons_may_need_protection(tmp_path):
    row = {"id": "x", "text": "Shells killed 3 people in Hama on Friday, said Rana Odeh, a 31-year-old nurse."}
    (tmp_path / "new.jsonl").write_text(json.dumps(row) + "\n")
    done = crossbearing("run", tmp_path / "new.jsonl", "--archive", tmp_path / "new")
    assert "a person is named" in done.stderr
    assert "Odeh" not in done.stderr
    assert "person" not in crossbearing("run", tmp_path / "new.jsonl", "--archive", tmp_path / "new").stderr
