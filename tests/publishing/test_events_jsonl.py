import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from msgspec.structs import replace

from crossbearing.publishing import events_jsonl
from crossbearing.records import Picture, Where
from tests.publishing.handmade import picture

SIDE = {"value": str, "claims": [str], "reports": [str], "roots": [str]}
SHAPE = {
    "id": str,
    "type": str,
    "label": str,
    "when": {"text": str, "edtf": str, "earliest": str, "latest": str},
    "where": {"name": str, "geonameid": int, "lat": float, "lon": float, "precision_km": float, "where_prec": int},
    "grade": {"happened": str, "responsible": str, "rule": str, "why": str},
    "roots": {"low": int, "high": int, "names": [str]},
    "figures": {"killed": {"low": int, "best": int, "high": int, "claims": [str]}},
    "contradictions": [{"field": str, "sides": [SIDE]}],
    "corrections": [{"field": str, "before": SIDE, "after": SIDE, "why": str}],
    "part_of": str,
    "claims": [{"id": str, "report": str, "trigger": [int], "evidence": [int], "roots": [str]}],
    "reports": [{"id": str, "principal": bool, "figures": {"killed": {"low": int, "high": int}}}],
}
"""The design's "Events out", with what roots said and hold no more; a field may be null, and `figures` may lack
measures.
"""


def written(given: Picture) -> str:
    stream = io.StringIO()
    events_jsonl.write(given, stream)
    return stream.getvalue()


def misfits(value, shape, at=""):
    if value is None:
        return []
    if isinstance(shape, dict):
        extra = set(value) - set(shape)
        missing = set() if at.endswith("figures") else set(shape) - set(value)
        wrong = [f"{at}: {extra | missing}"] if extra or missing else []
        return wrong + [m for key in value if key in shape for m in misfits(value[key], shape[key], f"{at}.{key}")]
    if isinstance(shape, list):
        return [m for one in value for m in misfits(one, shape[0], at + "[]")]
    return [] if type(value) is shape else [f"{at}: {value!r}"]


def test_an_event_has_the_shape_of_the_design_and_nothing_else():
    rows = [json.loads(line) for line in written(picture()).splitlines()]
    assert [row["id"] for row in rows] == ["e-120", "e-entry", "e-hostile"]
    assert [m for row in rows for m in misfits(row, SHAPE, row["id"])] == []


def test_what_is_not_known_is_null():
    hostile = json.loads(written(picture()).splitlines()[-1])
    assert hostile["when"] is None
    assert hostile["where"] is None
    entry = json.loads(written(picture()).splitlines()[1])
    assert entry["figures"]["killed"]["high"] is None


def test_how_precisely_the_place_is_known_is_told_in_the_steps_of_ucdp():
    given = picture()
    village = Where(name="Sarmaniyah", kind="village", lat=35.7, lon=36.3, precision_km=1.5, country="SY")
    told = {"the village": village, "beside it": replace(village, relation="near Sarmaniyah", precision_km=11.5),
            "the country": replace(village, kind="country", precision_km=240.0)}
    events = tuple(replace(given.events[0], id=name, where=where) for name, where in told.items())
    rows = [json.loads(line) for line in written(replace(given, events=events)).splitlines()]
    assert [row["where"]["where_prec"] for row in rows] == [1, 2, 6]


def test_a_line_holds_one_event_whatever_the_text_says():
    for line in written(picture()).split("\n")[:-1]:
        assert line.encode().decode() == line
        json.loads(line)


def test_the_order_in_which_reports_were_taken_in_changes_nothing():
    given = picture()
    turned = Picture(
        reports=dict(reversed(given.reports.items())),
        readings=dict(reversed(given.readings.items())),
        events=given.events,
    )
    assert written(turned) == written(given)


@pytest.mark.corpora
def test_the_scorer_finds_principal_events_and_their_figures(corpora, tmp_path):
    scorer: Path = corpora.parent / "score/score.py"
    (tmp_path / "events.jsonl").write_text(written(picture()), "utf-8")
    gold = [
        {"id": "state", "event": 1, "killed": 120, "injured": 0},
        {"id": "committees", "event": 1, "killed": 0, "injured": 0},
        {"id": "arabic", "event": 2, "killed": 5, "injured": 0},
    ]
    (tmp_path / "gold.jsonl").write_text("\n".join(map(json.dumps, gold)), "utf-8")
    for verb, expected in (("events", "events.conll 1.0000"), ("figures", "figures.killed.all.exact 1.0000")):
        ran = subprocess.run(
            [sys.executable, scorer, verb, tmp_path / "gold.jsonl", tmp_path / "events.jsonl"],
            capture_output=True,
            text=True,
            check=True,
        )
        assert expected in ran.stdout
