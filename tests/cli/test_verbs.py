"""The command as people start it: what it says, where it says it, and how it ends."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from importlib.util import find_spec
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from crossbearing.archive import Archive, verify
from crossbearing.cli import main
from crossbearing.cli.group import VERBS

PROGRAM = [sys.executable, "-c", "from crossbearing.cli import main; main(prog_name='crossbearing')"]
REPORT = "Soldiers killed 5 people in Jisr al-Shughour on Friday, a resident said. Shells fell on the town."
THERE = [verb for verb in VERBS if find_spec(f"crossbearing.cli.{verb}")]


def crossbearing(*arguments: object, **more: object) -> subprocess.CompletedProcess:
    return subprocess.run([*PROGRAM, *map(str, arguments)], capture_output=True, text=True, check=False, **more)


@pytest.fixture(scope="module")
def cases(tmp_path_factory):
    folder = tmp_path_factory.mktemp("cases")
    (folder / "in.jsonl").write_text(
        json.dumps({"id": "a", "title": "Five killed", "text": REPORT, "published": "2011-06-10"}) + "\n"
        + json.dumps({"id": "ru", "text": "Войска вошли в город на рассвете, жители бежали к границе."}) + "\n",
    )
    done = crossbearing("run", folder / "in.jsonl", "--archive", folder / "cases")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["not_read"] == {"ru": 1}
    assert done.stderr == ""
    return folder / "cases"


def command(verb: str) -> click.Command:
    found = main.get_command(click.Context(main), verb)
    assert found is not None
    return found


@pytest.mark.parametrize("verb", THERE)
def test_every_verb_explains_itself_with_examples_and_exit_codes(verb):
    told = CliRunner().invoke(main, [verb, "--help"])
    assert told.exit_code == 0
    assert "Examples:" in told.output
    assert f"crossbearing {verb} " in told.output or f"crossbearing {verb}\n" in told.output
    for code in ("\n    0 ", "\n    2 ", "\n    130 "):
        assert code in told.output
    assert "\b" not in told.output


@pytest.mark.parametrize("verb", THERE)
def test_a_verb_says_the_same_of_itself_in_both_places(verb):
    assert command(verb).get_short_help_str(200) == VERBS[verb]


@pytest.mark.parametrize("verb", THERE)
def test_every_option_says_what_it_does(verb):
    for parameter in command(verb).params:
        if isinstance(parameter, click.Option):
            assert parameter.help


def test_help_is_there_at_once():
    heavy = "import sys; from crossbearing.cli import main; main(['--help'], standalone_mode=False)"
    told = "; print([m for m in ('spacy', 'trafilatura', 'sqlite3', 'rich', 'numpy') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", heavy + told], capture_output=True, text=True, check=True)
    assert done.stdout.endswith("[]\n")


def test_wrong_usage_is_exit_code_2_and_one_hint():
    for wrong in (["run"], ["nonsense"], ["export", "--archive", "x", "--format", "pdf", "--output", "y"]):
        done = crossbearing(*wrong)
        assert (done.returncode, done.stdout) == (2, "")
        assert "Traceback" not in done.stderr


def test_bad_input_is_named_on_stderr_and_the_rest_is_read(tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(REPORT)
    (tmp_path / "in" / "b.txt").write_bytes(bytes(range(256)) * 8)
    (tmp_path / "in" / "c.jsonl").write_text('{"text": \n{"text": "Shells fell."}\n')
    done = crossbearing("run", tmp_path / "in", tmp_path / "none", "--archive", tmp_path / "cases")
    assert done.returncode == 0
    summary = json.loads(done.stdout)
    assert (summary["new"], summary["refused"]) == (2, 3)
    lines = done.stderr.splitlines()
    assert len(lines) == 3
    assert all(line.startswith("crossbearing: ") and "; " in line for line in lines)
    assert "c.jsonl, line 1" in lines[1]


def test_nothing_readable_is_exit_code_1(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"")
    for verb in (["run", tmp_path / "a.txt", "--archive", tmp_path / "cases"],
                 ["read", tmp_path / "a.txt", "--layers", tmp_path / "out"]):
        done = crossbearing(*verb)
        assert done.returncode == 1
        assert "it holds no text" in done.stderr


def test_layers_have_a_line_for_every_report_in_the_order_of_input_and_the_shape_of_the_design(tmp_path):
    rows = [{"id": f"z{9 - n}", "text": f"{REPORT} {n}"} for n in range(3)]
    rows += [{"id": "ru", "text": "Войска вошли в город на рассвете."}]
    (tmp_path / "in.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    done = crossbearing("read", tmp_path / "in.jsonl", "--layers", "-")
    assert done.returncode == 0, done.stderr
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert [line["id"] for line in lines] == ["z9", "z8", "z7", "ru"]
    assert {tuple(line) for line in lines} == {("id", "places", "times", "attributions", "claims")}
    for row, line in zip(rows, lines, strict=True):
        for mention in (*line["places"], *line["times"]):
            assert row["text"][mention["start"]:mention["end"]] == mention["text"]
    claim = lines[0]["claims"][0]
    assert list(claim) == ["id", "trigger", "evidence", "type", "certainty", "polarity", "actor", "target", "places",
                           "in", "where", "when", "figures", "sources"]
    place = lines[0]["places"][0]
    assert list(place) == ["start", "end", "text", "geonameid", "lat", "lon", "precision_km", "where_prec", "relation"]


def test_layers_of_a_title_that_stands_apart_say_so(tmp_path):
    (tmp_path / "in.jsonl").write_text(json.dumps({"id": "a", "title": "Troops kill 5 people", "text": REPORT}))
    crossbearing("read", tmp_path / "in.jsonl", "--layers", tmp_path / "out.jsonl")
    claims = json.loads((tmp_path / "out.jsonl").read_text())["claims"]
    assert {claim["in"] for claim in claims} == {"title", "text"}


def test_an_export_that_fails_leaves_the_file_as_it_was(cases, tmp_path):
    file = tmp_path / "events.jsonl"
    file.write_text("before")
    done = crossbearing("export", "--archive", tmp_path / "none", "--format", "events-jsonl", "--output", file)
    assert done.returncode == 1
    assert done.stderr.startswith(f"crossbearing: archive {tmp_path}/none: there is no archive; ")
    assert file.read_text() == "before"
    done = crossbearing("export", "--archive", cases, "--format", "events-jsonl", "--output", tmp_path / "no" / "x")
    assert (done.returncode, len(done.stderr.splitlines())) == (1, 1)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["events.jsonl"]


def test_exports_are_the_same_bytes_each_time_and_on_stdout(cases, tmp_path):
    for name in ("events-jsonl", "claims-csv", "people-csv", "geojson"):
        for file in ("a", "b"):
            done = crossbearing("export", "--archive", cases, "--format", name, "--output", tmp_path / file)
            assert done.returncode == 0, done.stderr
        out = subprocess.run([*PROGRAM, "export", "--archive", str(cases), "--format", name, "--output", "-"],
                             capture_output=True, check=True).stdout
        assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes() == out != b""


def test_verify_is_0_for_a_sound_archive_and_1_with_the_name_of_what_is_wrong(cases, tmp_path):
    shutil.copytree(cases, tmp_path / "cases")
    done = crossbearing("verify", "--archive", tmp_path / "cases")
    assert done.returncode == 0
    assert done.stdout.startswith("sound: 2 reports")
    head = done.stdout.split("head ")[1].strip()
    assert crossbearing("verify", "--archive", tmp_path / "cases", "--head", head).returncode == 0
    assert crossbearing("verify", "--archive", tmp_path / "cases", "--head", f"2:{'0' * 64}").returncode == 1
    assert crossbearing("verify", "--archive", tmp_path / "cases", "--head", "2").returncode == 2
    [pack] = [p for p in (tmp_path / "cases" / "originals").rglob("*") if p.is_file()]
    pack.chmod(0o644)
    data = pack.read_bytes()
    pack.write_bytes(data[:-1] + bytes([data[-1] ^ 1]))
    done = crossbearing("verify", "--archive", tmp_path / "cases")
    assert done.returncode == 1
    assert f"FAULT: pack {pack.name.removesuffix('.tar.gz')}: it was changed" in done.stdout


@pytest.mark.parametrize("delay", [0.0, 0.4, 1.0, 2.0])
def test_ctrl_c_is_130_in_one_line_and_leaves_the_archive_sound(tmp_path, delay):
    rows = "".join(json.dumps({"id": f"r{n}", "text": f"{REPORT} {n} " * 20}) + "\n" for n in range(400))
    (tmp_path / "in.jsonl").write_text(rows)
    # A shell that runs the tests in the background lets them ignore Ctrl-C, and what they start would too.
    heeding = ["-c", f"import signal; signal.signal(signal.SIGINT, signal.default_int_handler); {PROGRAM[2]}"]
    child = subprocess.Popen(
        [PROGRAM[0], *heeding, "run", str(tmp_path / "in.jsonl"), "--archive", str(tmp_path / "cases")],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True,
    )
    for _ in range(1000):
        time.sleep(0.05)
        if (tmp_path / "cases" / "archive.sqlite-wal").exists():
            break
    time.sleep(delay)
    os.killpg(child.pid, signal.SIGINT)  # as a terminal does: to all processes at once
    out, errors = child.communicate(timeout=60)
    assert (child.returncode, out) == (130, ""), errors
    assert errors.splitlines() == [
        "crossbearing: broken off; what is done is safe, the same command goes on from there",
    ]
    with Archive.open(tmp_path / "cases") as archive:
        assert [str(fault) for fault in verify(archive) if not fault.remark] == []


def test_a_reader_of_our_output_that_has_enough_is_no_error(cases):
    done = subprocess.run(
        ["/bin/sh", "-c", '"$@" | head -c 1', "sh", *PROGRAM, "export", "--archive", str(cases), "--format",
         "claims-csv", "--output", "-"], capture_output=True, check=False,
    )
    assert done.stderr == b""


def test_a_folder_that_may_not_be_written_is_one_line(tmp_path):
    (tmp_path / "file").write_text("no folder")
    (tmp_path / "a.txt").write_text(REPORT)
    done = crossbearing("run", tmp_path / "a.txt", "--archive", tmp_path / "file" / "cases")
    assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (1, "", 1)
    assert str(tmp_path / "file" / "cases") in done.stderr


def test_the_installed_command_is_this_one():
    program = Path(sys.executable).with_name("crossbearing")
    if not program.exists():
        pytest.skip("the project is not installed: make setup")
    told = subprocess.run([program, "--version"], capture_output=True, text=True, check=True).stdout
    assert told.startswith("crossbearing ")
