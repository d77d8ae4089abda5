"""What crosses the border is described by a JSON Schema made from the records."""

import datetime as dt

import jsonschema
import msgspec
import pytest

from crossbearing.ontology import kinds
from crossbearing.records import (
    Attribution,
    Claim,
    Event,
    EventClaim,
    EventFigure,
    EventReport,
    Figure,
    Grade,
    PlaceMention,
    ReportFigure,
    Roots,
    SourceLink,
    TimeMention,
    When,
)
from crossbearing.records.schema import schema

SHAPES = ("report", "layers", "event")
JUNE = dt.date(2011, 6, 10)
CLAIM = Claim(
    id="c-1", report="r-1", trigger=(0, 6), evidence=(0, 20), type="killing", certainty="reported", located="title",
    figures=(Figure(measure="killed", low=2, high=None, text="at least two", span=(7, 19)),),
    sources=(SourceLink(name="a medic", kind="medic", channel="phone", cue="said"),),
    when=When(text="Friday", edtf="2011-06-10", earliest=JUNE, latest=JUNE),
)
EVENT = Event(
    id="e-1", type="killing", label="Two killed", when=CLAIM.when, where=None,
    grade=Grade(happened="single", responsible=None, rule="single_v1", why="One root stands behind it."),
    roots=Roots(low=1, high=1, names=("a medic",)),
    figures={"killed": EventFigure(low=2, best=2, high=None, claims=("c-1",))},
    claims=(EventClaim(id="c-1", report="r-1", trigger=(0, 6), evidence=(0, 20), roots=("medic",)),),
    reports=(EventReport(id="r-1", principal=True, figures={"killed": ReportFigure(low=2, high=None)}),),
)


def as_json(value):
    return msgspec.json.decode(msgspec.json.encode(value))


def validate(line, shape):
    jsonschema.validate(line, schema(shape), format_checker=jsonschema.FormatChecker())


@pytest.mark.parametrize("shape", SHAPES)
def test_each_shape_is_a_valid_schema_of_2020_12(shape):
    jsonschema.Draft202012Validator.check_schema(schema(shape))
    assert schema(shape)["$schema"].endswith("2020-12/schema")


def test_a_report_needs_nothing_but_its_text():
    validate({"text": "Shells fell."}, "report")
    with pytest.raises(jsonschema.ValidationError, match="'text' is a required property"):
        validate({"title": "Shells"}, "report")


def test_a_report_may_be_numbered_by_its_row_and_is_dated_by_day():
    validate({"id": 7, "text": "Shells fell.", "published": "2011-06-10"}, "report")
    with pytest.raises(jsonschema.ValidationError):
        validate({"text": "Shells fell.", "published": "last Friday"}, "report")


def test_records_written_as_layers_hold_to_the_schema():
    line = {
        "id": "r-1",
        "places": [PlaceMention(start=0, end=4, text="Hama")],
        "times": [TimeMention(start=5, end=11, text="Friday", timex="2011-06-10", earliest=JUNE, latest=JUNE)],
        "attributions": [Attribution(source=((0, 4),), cue=((5, 9),), content=())],
        "claims": [CLAIM],
    }
    validate(as_json(line), "layers")
    assert as_json(line)["claims"][0]["in"] == "title"


def test_an_event_holds_to_the_schema_and_one_of_an_unknown_kind_does_not():
    event = as_json(EVENT)
    validate(event, "event")
    with pytest.raises(jsonschema.ValidationError, match="is not one of"):
        validate(event | {"type": "rumour"}, "event")


@pytest.mark.parametrize("shape", ["layers", "event"])
def test_the_schema_names_every_kind_of_event(shape):
    text = msgspec.json.encode(schema(shape)).decode()
    assert all(f'"{kind}"' in text for kind in kinds())
