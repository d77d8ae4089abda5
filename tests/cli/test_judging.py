"""Searching, judging, and seeing what was done: on the command line, on a real archive."""

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = [sys.executable, "-c", "from crossbearing.cli import main; main(prog_name='crossbearing')"]
REPORTS = (
    {"id": "a", "published": "2011-06-10", "outlet": "The Ledger",
     "text": "Soldiers killed 5 people in Hama on Friday, a resident said. Shells fell on the town."},
    {"id": "b", "published": "2011-06-11", "outlet": "Border Herald",
     "text": "Police arrested 20 men in Idlib on Saturday, activists said."},
)


def crossbearing(*arguments: object, who: str = "ada") -> subprocess.CompletedProcess:
    told = {**os.environ, "CROSSBEARING_ACTOR": who}
    return subprocess.run([*PROGRAM, *map(str, arguments)], capture_output=True, text=True, check=False, env=told)


def make(folder: Path) -> Path:
    (folder / "in.jsonl").write_text("".join(json.dumps(row) + "\n" for row in REPORTS))
    done = crossbearing("run", folder / "in.jsonl", "--archive", folder / "cases")
    assert done.returncode == 0, done.stderr
    return folder / "cases"


def lines(done: subprocess.CompletedProcess) -> list[dict]:
    assert "Traceback" not in done.stderr, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def events(cases: Path, *query: object) -> list[dict]:
    return lines(crossbearing("export", "--archive", cases, "--format", "events-jsonl", "--output", "-", *query))


@pytest.fixture(scope="module")
def shared(tmp_path_factory):
    return make(tmp_path_factory.mktemp("judging"))


def test_a_search_finds_claims_and_the_same_options_choose_what_is_exported(shared):
    found = lines(crossbearing("search", "--archive", shared, "--kind", "arrest", "--since", "2011-06-11"))
    assert {one["report"] for one in found} == {"b"}
    assert "arrested 20 men" in found[0]["words"]
    exported = events(shared, "--kind", "arrest", "--since", "2011-06-11")
    assert {event["id"] for event in exported} == {one["event"] for one in found}
    assert 0 < len(exported) < len(events(shared))


def test_a_search_without_result_is_exit_code_1_and_one_without_sense_2(shared):
    assert crossbearing("search", "--archive", shared, "--words", "zeppelin").returncode == 1
    for wrong in (
        ["--words", "-"], ["--kind", "nonsense"], ["--near", "1,2"], ["--near", "91,0,5"], ["--near", "35,36,inf"],
        ["--since", "x"], ["--since", "2011-06-30", "--until", "2011-06-01"],
    ):
        assert crossbearing("search", "--archive", shared, *wrong).returncode == 2
    assert crossbearing("totals", "--archive", shared, "--since", "2011-06-30", "--until", "2011-06-01").returncode == 2


@pytest.mark.slow
def test_a_judgement_changes_the_picture_and_withdrawing_it_changes_it_back(tmp_path):
    cases = make(tmp_path)
    [arrest] = lines(crossbearing("search", "--archive", cases, "--kind", "arrest"))
    before = events(cases)
    untrue = crossbearing(
        "judge", "--archive", cases, "correct", arrest["claim"], "--field", "polarity", "--value", "negated",
    )
    assert [event["grade"]["happened"] for event in events(cases, "--outlet", "herald")] == ["discounted"]
    assert crossbearing("judge", "--archive", cases, "withdraw", untrue.stdout.strip()).returncode == 0
    done = crossbearing("judge", "--archive", cases, "reject", arrest["claim"][:10], "--why", "a rumour")
    assert done.returncode == 0, done.stderr
    assert all(event["type"] != "arrest" for event in events(cases))
    corrected = crossbearing(
        "judge", "--archive", cases, "correct", arrest["claim"], "--field", "type", "--value", "abduction",
    )
    assert corrected.returncode == 0, corrected.stderr
    assert crossbearing("judge", "--archive", cases, "withdraw", done.stdout.strip()).returncode == 0
    assert [event["type"] for event in events(cases, "--outlet", "herald")] == ["abduction"]
    crossbearing("judge", "--archive", cases, "withdraw", corrected.stdout.strip())
    assert events(cases) == before
    listed = lines(crossbearing("judgements", "--archive", cases))
    assert [one["verdict"] for one in listed] == ["correct", "withdraw", "reject", "correct", "withdraw", "withdraw"]
    assert {one["by"] for one in listed} == {"ada"}
    assert crossbearing("verify", "--archive", cases).returncode == 0


def where(cases: Path) -> dict[str, int]:
    """The GeoNames id of the place where what each report tells of happened."""
    return {told["id"]: event["where"]["geonameid"] for event in events(cases) for told in event["reports"]}


@pytest.mark.slow
def test_a_corrected_place_holds_for_its_name_and_context_from_then_on_until_it_is_withdrawn(tmp_path):
    told = {
        "a": "Gunmen killed 5 people in Tripoli on Friday, a resident said.",
        "b": "Snipers killed 3 people in Tripoli on Saturday, activists said.",
        "c": "Soldiers killed 4 people in Hama on Friday, activists said.",
        "later": "A shell killed two men in Tripoli on Sunday, medics said.",
    }
    libya, lebanon, hama = 2210247, 266826, 170017
    row = {id_: json.dumps({"id": id_, "published": "2011-06-13", "text": text}) for id_, text in told.items()}
    (tmp_path / "in.jsonl").write_text("\n".join(row[id_] for id_ in "abc"))
    (tmp_path / "later.jsonl").write_text(row["later"])
    cases = tmp_path / "cases"
    assert crossbearing("run", tmp_path / "in.jsonl", "--archive", cases).returncode == 0
    assert where(cases) == {"a": libya, "b": libya, "c": hama}
    [claim] = [one for one in lines(crossbearing("search", "--archive", cases)) if one["report"] == "a"]
    correct = ["judge", "--archive", cases, "correct", claim["claim"], "--field", "where", "--value"]
    refused = crossbearing(*correct, "gn:0")
    assert (refused.returncode, refused.stdout) == (1, "")
    assert "no place has the id gn:0" in refused.stderr
    corrected = crossbearing(*correct, f"gn:{lebanon}", "--why", "the bulletin is of Lebanon's north")
    assert corrected.returncode == 0, corrected.stderr
    assert where(cases) == {"a": lebanon, "b": lebanon, "c": hama}
    assert crossbearing("run", tmp_path / "later.jsonl", "--archive", cases).returncode == 0
    assert where(cases) == {"a": lebanon, "b": lebanon, "c": hama, "later": lebanon}
    assert crossbearing("judge", "--archive", cases, "withdraw", corrected.stdout.strip()).returncode == 0
    assert where(cases) == {"a": libya, "b": libya, "c": hama, "later": libya}


def test_what_cannot_be_judged_is_one_line_and_changes_nothing(shared):
    [arrest] = lines(crossbearing("search", "--archive", shared, "--kind", "arrest"))
    for wrong in (["accept", "c-nothing"], ["same", arrest["claim"]], ["withdraw", "j-nothing"], ["accept", "c"],
                  ["correct", arrest["claim"], "--field", "type", "--value", "murder"]):
        done = crossbearing("judge", "--archive", shared, *wrong)
        assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (1, "", 1)
    assert lines(crossbearing("judgements", "--archive", shared)) == []


def test_judging_makes_no_archive_where_the_name_of_one_is_mistyped(tmp_path):
    (tmp_path / "ours.jsonl").write_text("")
    for verb in (["judge", "accept", "c-3f9a2c"], ["judgements", "--take-in", tmp_path / "ours.jsonl"]):
        done = crossbearing(verb[0], "--archive", tmp_path / "caess", *verb[1:])
        assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (1, "", 1)
        assert "there is no archive" in done.stderr
    assert [file.name for file in tmp_path.iterdir()] == ["ours.jsonl"]


@pytest.mark.slow
def test_two_teams_exchange_judgements_and_see_where_they_differ(tmp_path):
    for team in ("ours", "theirs"):
        (tmp_path / team).mkdir()
        make(tmp_path / team)
    ours, theirs = tmp_path / "ours" / "cases", tmp_path / "theirs" / "cases"
    [arrest] = lines(crossbearing("search", "--archive", ours, "--kind", "arrest"))
    crossbearing("judge", "--archive", ours, "accept", arrest["claim"], who="ada")
    crossbearing("judge", "--archive", theirs, "reject", arrest["claim"], who="bob")
    (tmp_path / "ours.jsonl").write_text(crossbearing("judgements", "--archive", ours).stdout)
    taken = crossbearing("judgements", "--archive", theirs, "--take-in", tmp_path / "ours.jsonl")
    assert json.loads(taken.stdout) == {"new": 1, "known": 0, "conflicts": 1}
    taken = crossbearing("judgements", "--archive", theirs, "--take-in", tmp_path / "ours.jsonl")
    assert json.loads(taken.stdout) == {"new": 0, "known": 1, "conflicts": 1}
    [conflict] = lines(crossbearing("judgements", "--archive", theirs, "--open"))
    assert {conflict["conflict"][side]["by"] for side in ("holds", "other")} == {"ada", "bob"}
    (tmp_path / "bad.jsonl").write_text('{"verdict": "maybe"}')
    assert crossbearing("judgements", "--archive", theirs, "--take-in", tmp_path / "bad.jsonl").returncode == 1


def test_the_history_of_a_report_tells_all_that_was_done_to_it_and_of_no_other(tmp_path):
    cases = make(tmp_path)
    [arrest] = lines(crossbearing("search", "--archive", cases, "--kind", "arrest"))
    crossbearing("judge", "--archive", cases, "accept", arrest["claim"])
    told = lines(crossbearing("history", "--archive", cases, "b"))
    assert [entry["act"] for entry in told[:-1]] == ["take in", "read", "judge"]
    assert told[-1]["judgement"]["verdict"] == "accept"
    of_claim = lines(crossbearing("history", "--archive", cases, arrest["claim"][:10]))
    of_event = lines(crossbearing("history", "--archive", cases, arrest["event"]))
    assert of_claim == of_event == told
    of_judgement = lines(crossbearing("history", "--archive", cases, told[-1]["judgement"]["id"]))
    assert of_judgement == told[2:]
    assert [e["act"] for e in lines(crossbearing("history", "--archive", cases, "a"))] == ["take in", "read"]
    assert len(lines(crossbearing("history", "--archive", cases))) == 6
    assert crossbearing("history", "--archive", cases, "nothing").returncode == 1


def test_an_export_is_told_in_the_ledger_with_its_digest_and_its_query(tmp_path):
    cases = make(tmp_path)
    output = tmp_path / "out"
    crossbearing("export", "--archive", cases, "--format", "claims-csv", "--output", output, "--kind", "arrest")
    entry = lines(crossbearing("history", "--archive", cases))[-1]
    assert entry["act"] == "export"
    assert entry["inputs"]["query"]["kinds"] == ["arrest"]
    digest = hashlib.sha256((tmp_path / "out").read_bytes()).hexdigest()
    assert entry["outputs"] == {"format": "claims-csv", "sha256": digest}


def test_a_bundle_is_checked_by_verify_and_by_its_own_script(tmp_path):
    cases = make(tmp_path)
    done = crossbearing("bundle", "--archive", cases, tmp_path / "evidence")
    assert done.returncode == 0, done.stderr
    assert crossbearing("verify", "--bundle", tmp_path / "evidence").stdout.startswith("sound")
    head = done.stdout.split()[-1]
    assert crossbearing("verify", "--archive", cases, "--head", head).returncode == 0
    assert crossbearing("verify", "--bundle", tmp_path / "evidence", "--archive", cases).returncode == 0
    (tmp_path / "evidence" / "data" / "events.jsonl").write_text("")
    assert crossbearing("verify", "--bundle", tmp_path / "evidence").returncode == 1
    assert crossbearing("bundle", "--archive", cases, tmp_path / "evidence").returncode == 1
    assert crossbearing("verify").returncode == 2


@pytest.mark.slow
def test_events_are_merged_and_split_and_put_back_as_they_were(tmp_path):
    cases = make(tmp_path)
    before = events(cases)
    [arrest] = lines(crossbearing("search", "--archive", cases, "--kind", "arrest"))
    other = next(event["id"] for event in before if event["id"] != arrest["event"])
    merge = crossbearing("judge", "--archive", cases, "merge", arrest["event"], other, "--why", "one raid")
    assert merge.returncode == 0, merge.stderr
    [merged] = [event for event in events(cases) if arrest["claim"] in {claim["id"] for claim in event["claims"]}]
    assert len(merged["reports"]) == 2
    split = crossbearing("judge", "--archive", cases, "split", merged["id"], arrest["claim"], "--why", "two raids")
    assert split.returncode == 0, split.stderr
    parted = [event for event in events(cases) if arrest["claim"] in {claim["id"] for claim in event["claims"]}]
    assert [len(event["reports"]) for event in parted] == [1]
    not_in_it = crossbearing("judge", "--archive", cases, "split", other, arrest["claim"])
    assert (not_in_it.returncode, len(not_in_it.stderr.splitlines())) == (1, 1)
    for judgement in (split, merge):
        assert crossbearing("judge", "--archive", cases, "withdraw", judgement.stdout.strip()).returncode == 0
    assert events(cases) == before
