"""Records survive being written and read back, and what is written holds to the schema, whatever stands in them."""

import datetime as dt
from types import UnionType
from typing import Union, get_args, get_origin, get_type_hints

import jsonschema
import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossbearing.ontology import kinds
from crossbearing.records import Attribution, Claim, Event, PlaceMention, Reading, Report, TimeMention
from crossbearing.records.schema import schema

# JSON keeps no lone surrogates and no integers beyond 2**53 for certain.
PLAIN = {
    str: st.text(st.characters(exclude_categories=["Cs"]), max_size=5),
    float: st.floats(allow_nan=False, allow_infinity=False),
    int: st.integers(-(2**53), 2**53),
}


def anything(hint):
    """Values of a type hint, with every field of every record filled."""
    if hint in PLAIN:
        return PLAIN[hint]
    if isinstance(hint, type) and issubclass(hint, msgspec.Struct):
        return st.builds(hint, **{name: anything(of) for name, of in get_type_hints(hint).items()})
    origin, inner = get_origin(hint), get_args(hint)
    if origin in {Union, UnionType}:
        return st.one_of(*map(anything, inner))
    if origin is tuple:
        if inner[-1] is ...:
            return st.lists(anything(inner[0]), max_size=2).map(tuple)
        return st.tuples(*map(anything, inner))
    if origin is dict:
        return st.dictionaries(anything(inner[0]), anything(inner[1]), max_size=2)
    return st.from_type(hint)


def of_a_known_kind(record):
    fields = {name: anything(of) for name, of in get_type_hints(record).items()}
    return st.builds(record, **fields | {"type": st.sampled_from(sorted(kinds()))})


LAYERS = st.fixed_dictionaries({
    "id": PLAIN[str],
    "places": st.lists(anything(PlaceMention), max_size=2),
    "times": st.lists(anything(TimeMention), max_size=2),
    "attributions": st.lists(anything(Attribution), max_size=2),
    "claims": st.lists(of_a_known_kind(Claim), max_size=2),
})


@pytest.mark.parametrize("record", [Report, Reading, Claim, Event])
def test_a_record_read_back_is_the_record_that_was_written(record):
    @given(anything(record))
    @settings(max_examples=30)
    def holds(value):
        assert msgspec.json.decode(msgspec.json.encode(value), type=record) == value

    holds()


@given(LAYERS)
@settings(max_examples=30)
def test_any_layers_hold_to_the_schema(layers):
    jsonschema.validate(msgspec.json.decode(msgspec.json.encode(layers)), schema("layers"))


@given(of_a_known_kind(Event))
@settings(max_examples=30)
def test_any_event_holds_to_the_schema(event):
    jsonschema.validate(msgspec.json.decode(msgspec.json.encode(event)), schema("event"))


def test_records_cannot_be_altered():
    report = Report(id="r-1", text="Shells fell.", digest="0" * 64, published=dt.date(2011, 6, 10))
    with pytest.raises(AttributeError, match="immutable"):
        report.text = "No shells fell."
