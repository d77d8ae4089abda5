"""Explaining a report and an event, from the archive that the demo leaves."""

import json

from click.testing import CliRunner

from crossbearing.cli import main


def run(*words: str) -> tuple[int, str]:
    ran = CliRunner().invoke(main, list(words))
    return ran.exit_code, ran.output


def events(archive: str) -> list[dict]:
    code, said = run("show", "--archive", archive, "--json")
    assert code == 0
    return [json.loads(line) for line in said.splitlines()]


def test_a_report_is_explained_sentence_by_sentence_with_the_rules(demonstrated) -> None:
    report = events(demonstrated.archive)[0]["reports"][0]["id"]
    code, said = run("explain", "--archive", demonstrated.archive, report)
    assert code == 0
    assert "trigger " in said
    assert "says so:" in said


def test_a_report_that_came_as_text_is_found_by_the_name_of_its_file(demonstrated) -> None:
    code, said = run("explain", "--archive", demonstrated.archive, "08-geneva.txt")
    assert code == 0
    assert "says so:" in said
    assert run("explain", "--archive", demonstrated.archive, "geneva.txt")[0] == 1


def test_an_event_told_by_several_shows_each_link_as_a_sum_that_adds_up(demonstrated) -> None:
    event = max(events(demonstrated.archive), key=lambda e: len(e["reports"]))
    code, said = run("explain", "--archive", demonstrated.archive, event["id"])
    assert code == 0
    blocks = said.split("Why these claims are one event")[1].split("sum")
    assert len(blocks) > 1
    weights = [float(w) for w in blocks[0].split() if w[:1] in "+-" and w[1:].replace(".", "").isdigit()]
    total = float(blocks[1].split()[0])
    assert weights
    assert abs(sum(weights) - total) <= 0.05 * (len(weights) + 1)


def test_what_is_not_there_is_said_with_the_way_out(demonstrated) -> None:
    code, said = run("explain", "--archive", demonstrated.archive, "no-such-thing")
    assert code == 1
    assert "crossbearing show --archive" in said
