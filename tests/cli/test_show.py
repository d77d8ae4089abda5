import json
import shlex

from click.testing import CliRunner

from crossbearing.cli import main


def run(*arguments: str):
    return CliRunner().invoke(main, ["show", *arguments])


def listed(archive: str) -> list[dict]:
    return [json.loads(line) for line in run("--archive", archive, "--json").stdout.splitlines()]


def test_the_table_names_every_event_with_its_grade(demonstrated):
    table = run("--archive", demonstrated.archive)
    assert table.exit_code == 0
    events = listed(demonstrated.archive)
    assert len(events) > 10
    assert all(event["id"][:6] in table.stdout for event in events)
    assert "\x1b" not in table.stdout


def test_an_event_that_is_not_there_is_told_with_the_way_to_those_that_are(demonstrated):
    told = run("--archive", demonstrated.archive, "e-none").stderr
    assert shlex.split(told.split("`")[1])[1:] == ["show", "--archive", demonstrated.archive]


def test_json_is_what_the_export_writes(demonstrated):
    exported = CliRunner().invoke(
        main,
        ["export", "--archive", demonstrated.archive, "--format", "events-jsonl", "--output", "-"],
    )
    assert run("--archive", demonstrated.archive, "--json").stdout == exported.stdout


def test_one_event_is_shown_with_the_words_of_each_of_its_claims(demonstrated):
    event = max(listed(demonstrated.archive), key=lambda event: len(event["reports"]))
    in_full = json.loads(run("--archive", demonstrated.archive, event["id"], "--json").stdout)
    assert [claim["id"] for claim in in_full["claims"]] != []
    assert {claim["id"] for claim in in_full["claims"]} == {claim["id"] for claim in event["claims"]}
    shown = " ".join(run("--archive", demonstrated.archive, event["id"]).stdout.replace("│", " ").split())
    assert all(" ".join(claim["words"].split()[:4]) in shown for claim in in_full["claims"])


def test_the_beginning_of_an_id_is_enough(demonstrated):
    event = listed(demonstrated.archive)[0]
    assert event["label"] in run("--archive", demonstrated.archive, event["id"][:9]).stdout


def test_an_event_that_is_not_there_is_said_with_the_way_out(demonstrated):
    ran = run("--archive", demonstrated.archive, "no-such-event")
    assert ran.exit_code == 1
    assert "no event has the id no-such-event" in ran.stderr
    ambiguous = run("--archive", demonstrated.archive, "e")
    assert ambiguous.exit_code == 1
    assert "events begin with e" in ambiguous.stderr


def test_an_archive_that_is_not_there_is_said(tmp_path):
    ran = run("--archive", str(tmp_path / "nothing"))
    assert ran.exit_code == 1
    assert "there is no archive" in ran.stderr
