import io
import re
from pathlib import Path

import pytest

from crossbearing.publishing import claims_csv, formats, geojson, people_csv
from crossbearing.weighing.harmed import people_harmed
from tests.publishing.handmade import EVENTS, picture

DOCS = (Path(__file__).parents[2] / "docs/formats.md").read_text("utf-8")


def section(name: str) -> str:
    return DOCS.split(f"## `{name}`")[1].split("\n## ")[0]


def fields(name: str) -> list[str]:
    cells = re.findall(r"(?m)^\| (`[^|]+) \|", section(name))
    return [field for cell in cells for field in re.findall(r"`([^`]+)`", cell)]


@pytest.mark.parametrize("name", formats())
def test_the_same_picture_gives_the_same_bytes(name):
    out = []
    for _ in range(2):
        stream = io.StringIO(newline="")
        form = formats()[name]
        form.write(people_harmed(picture()) if form.people else picture(), stream)
        out.append(stream.getvalue().encode())
    assert out[0] == out[1]
    assert len(out[0]) > 200


@pytest.mark.documentation
@pytest.mark.parametrize("name", formats())
def test_every_format_is_explained(name):
    assert f"## `{name}`" in DOCS
    assert f"`{formats()[name].extension}`" in section(name)


@pytest.mark.documentation
def test_every_column_of_the_table_of_claims_is_explained_in_its_order():
    told = [field for field in fields("claims-csv") if not field.startswith("<")]
    columns = [c for c in claims_csv.COLUMNS if not re.fullmatch(rf"({'|'.join(claims_csv.MEASURES)})_(low|high)", c)]
    assert told == columns
    assert all(f"`{measure}_low`" in section("claims-csv") for measure in claims_csv.MEASURES)


@pytest.mark.documentation
def test_every_column_of_the_list_of_people_is_explained_in_its_order():
    assert tuple(fields("people-csv")) == people_csv.COLUMNS


@pytest.mark.documentation
def test_every_property_of_a_feature_is_explained_in_its_order():
    properties = [p for p in geojson.feature(EVENTS[2])["properties"] if not p.startswith("killed_")]
    assert [f for f in fields("geojson") if not f.startswith("<")] == properties
