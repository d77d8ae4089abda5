"""Adding up, and drawing an event, from the archive that the demo leaves."""

import hashlib
import json

from click.testing import CliRunner
from lxml import etree

from crossbearing.cli import main


def run(*words: str) -> tuple[int, str]:
    ran = CliRunner().invoke(main, list(words))
    return ran.exit_code, ran.stdout


def total(archive: str, *options: str) -> dict:
    code, said = run("totals", "--archive", archive, *options)
    assert code == 0
    return json.loads(said)


def test_a_longer_period_and_a_wider_area_never_add_up_to_less(demonstrated) -> None:
    june = total(demonstrated.archive, "--since", "2011-06-01", "--until", "2011-06-30")
    week = total(demonstrated.archive, "--since", "2011-06-05", "--until", "2011-06-11")
    near = total(demonstrated.archive, "--since", "2011-06-05", "--until", "2011-06-11", "--near", "35.81,36.32,15")
    assert june["flows"]["killed"]["best"] >= week["flows"]["killed"]["best"] >= near["flows"]["killed"]["best"] > 0


def test_the_table_of_other_rules_holds_the_view_that_was_asked_for(demonstrated) -> None:
    for view, rule in (
        ("conservative", "corroborated events, lowest counts"),
        ("representative", "all but contested, usual counts"),
        ("informative", "all but contested, highest counts"),
    ):
        found = total(demonstrated.archive, "--view", view)
        best = {measure: flow["best"] for measure, flow in found["flows"].items()}
        assert found["sensitivity"][rule] == best


def test_an_event_is_drawn_as_a_picture(demonstrated, tmp_path) -> None:
    _, said = run("show", "--archive", demonstrated.archive, "--json")
    event = max(map(json.loads, said.splitlines()), key=lambda e: len(e["reports"]))
    code, _ = run("explain", "--archive", demonstrated.archive, event["id"], "--svg", str(tmp_path / "event.svg"))
    assert code == 0
    drawn = etree.parse(str(tmp_path / "event.svg")).getroot()
    assert drawn.tag.endswith("svg")
    _, told = run("history", "--archive", demonstrated.archive)
    written = [entry for entry in map(json.loads, told.splitlines()) if entry["act"] == "export"][-1]
    assert written["outputs"]["sha256"] == hashlib.sha256((tmp_path / "event.svg").read_bytes()).hexdigest()
