"""The verb `places` as people call it."""

import json

import pytest
from click.testing import CliRunner

from crossbearing.cli import main
from crossbearing.cli.places import _list
from crossbearing.places import Place


@pytest.fixture
def call(gazetteer):
    """Calls `crossbearing places` and gives back the exit code, the rows of its output, and what it said."""
    def called(*arguments: str):
        ran = CliRunner().invoke(main, ["places", *arguments])
        rows = [json.loads(line) for line in ran.stdout.splitlines()] if arguments[0] in ("find", "near") else []
        return ran.exit_code, rows, ran.output

    assert gazetteer.lookup("Homs")
    return called


def test_find_lists_the_places_of_a_name_in_latin_and_in_arabic(call):
    for name in ("Homs", "حمص"):
        code, rows, _ = call("find", name)
        assert code == 0
        assert "gn:169577" in {row["place_id"] for row in rows}


def test_find_within_a_country_finds_other_spellings(call):
    _, rows, _ = call("find", "Jasir al-Shughur", "--country", "SY")
    assert rows[0]["place_id"] == "gn:169023"


def test_find_says_with_its_exit_code_that_there_is_nothing(call):
    assert call("find", "Qanzaruleh")[:2] == (1, [])


def test_near_lists_the_nearest_first(call):
    _, rows, _ = call("near", "35.81", "36.32", "--km", "15")
    assert rows[0]["name"].startswith("Jisr")
    assert [row["km"] for row in rows] == sorted(row["km"] for row in rows)


def test_info_tells_all_names_of_a_place_and_refuses_an_id_that_is_none(call):
    code, _, said = call("info", "gn:169023")
    assert code == 0
    assert "جسر الشغور" in said
    code, _, said = call("info", "gn:1")
    assert code == 1
    assert "gn:1" in said


def test_a_country_that_is_none_is_wrong_usage(call):
    code, _, said = call("find", "Homs", "--country", "Narnia")
    assert code == 2
    assert "Narnia" in said


def test_given_names_are_resolved_and_no_others(call, tmp_path):
    reports, given, layers = tmp_path / "r.jsonl", tmp_path / "g.jsonl", tmp_path / "l.jsonl"
    reports.write_text(json.dumps({"id": "a", "text": "From Homs to Hama, citizens fled."}) + "\n")
    spans = [{"start": 5, "end": 9}, {"start": 19, "end": 27, "ignore": True}]
    given.write_text(json.dumps({"id": "a", "toponyms": spans}) + "\n")
    assert call("resolve", str(reports), "--given", str(given), "--layers", str(layers))[0] == 0
    (row,) = [json.loads(line) for line in layers.read_text().splitlines()]
    assert [(m["text"], m["place_id"]) for m in row["places"]] == [("Homs", "gn:169577")]


def test_a_file_of_given_names_that_is_none_is_refused_with_its_line(call, tmp_path):
    reports, given = tmp_path / "r.jsonl", tmp_path / "g.jsonl"
    reports.write_text('{"id": "a", "text": "Homs"}\n')
    given.write_text('{"id": "a"}\n')
    code, _, said = call("resolve", str(reports), "--given", str(given), "--layers", str(tmp_path / "l.jsonl"))
    assert code != 0
    assert "g.jsonl, line 1: has no toponyms" in said


@pytest.mark.parametrize(("toponyms", "said"), [
    ("null", "toponyms: Expected `array`, got `null`"),
    ("[4]", "toponyms: Expected `object`, got `int` - at `$[0]`"),
    ('[{"start": 0, "end": 4}, {"end": 4}]', "toponyms: Object missing required field `start` - at `$[1]`"),
    ('[{"start": 0, "end": "four"}]', "toponyms: Expected `int`, got `str` - at `$[0].end`"),
])
def test_a_span_that_is_none_is_refused_with_its_line_and_place(toponyms, said, call, tmp_path):
    reports, given = tmp_path / "r.jsonl", tmp_path / "g.jsonl"
    reports.write_text('{"id": 7, "text": "Homs"}\n')
    given.write_text(f'{{"id": "7", "toponyms": {toponyms}}}\n')
    code, _, told = call("resolve", str(reports), "--given", str(given), "--layers", str(tmp_path / "l.jsonl"))
    assert code == 1
    assert f"g.jsonl, line 1: {said}" in told


def test_brackets_in_a_name_are_shown_as_they_stand(monkeypatch, capsys):
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    assert _list([Place(place_id="cb:x", name="Old [/y] [bold]Town", kind="village")]) == 0
    assert "Old [/y] [bold]Town" in capsys.readouterr().out
