import csv
import io

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossbearing.publishing import claims_csv
from crossbearing.records import Picture
from tests.publishing.handmade import ARABIC, CLAIMS, COMMITTEES, HOSTILE, picture


def written(given: Picture) -> str:
    stream = io.StringIO(newline="")
    claims_csv.write(given, stream)
    return stream.getvalue()


def rows(given: Picture) -> dict[str, dict[str, str]]:
    return {row["claim"]: row for row in csv.DictReader(io.StringIO(written(given).removeprefix("\ufeff"), newline=""))}


def test_the_file_begins_with_a_byte_order_mark_so_that_excel_reads_arabic():
    assert written(picture()).encode()[:3] == b"\xef\xbb\xbf"
    assert rows(picture())["c-arabic"]["words"] == ARABIC.text


def test_there_is_one_row_for_every_claim_in_an_event_or_not():
    whole = picture()
    without_events = msgspec.structs.replace(whole, events=())
    assert set(rows(whole)) == {claim.id for claim in CLAIMS}
    assert set(rows(without_events)) == {claim.id for claim in CLAIMS}
    assert {row["event"] for row in rows(without_events).values()} == {""}


def test_the_row_carries_the_event_its_grade_and_its_roots():
    row = rows(picture())["c-state"]
    assert (row["event"], row["happened"], row["roots_low"], row["roots_high"]) == ("e-120", "contested", "2", "3")


def test_unknown_upper_bounds_stay_empty():
    row = rows(picture())["c-arabic"]
    assert (row["killed_low"], row["killed_high"]) == ("5", "")


def test_the_chain_runs_from_the_outlet_to_the_root():
    table = rows(picture())
    assert table["c-state"]["chain"] == 'Orontes Bulletin \u2192 state television (in a broadcast: "said")'
    assert table["c-officers"]["chain"] == COMMITTEES.outlet


def test_the_words_and_their_place_in_the_text_belong_together():
    for row in rows(picture()).values():
        text = picture().reports[row["report"]].text
        exact = text[int(row["words_start"]) : int(row["words_end"])]
        assert row["words"].removeprefix("'") == exact.replace("\ud800", "\ufffd")


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"])
def test_no_text_is_run_as_a_formula(sign):
    claim = msgspec.structs.replace(CLAIMS[4], actor=(f"{sign}1+1",), located="title", evidence=(0, 20))
    report = msgspec.structs.replace(HOSTILE, title=f"{sign}HYPERLINK(1)", outlet=f"{sign}A1")
    given = picture()
    given.reports[report.id] = report
    given.readings[report.id] = msgspec.structs.replace(given.readings[report.id], claims=(claim,))
    row = rows(given)[claim.id]
    assert [row[column][:2] for column in ("actor", "title", "outlet", "words", "chain")] == [f"'{sign}"] * 5


def test_a_western_longitude_stays_a_number():
    where = msgspec.structs.replace(CLAIMS[0].where, lon=-74.0)
    given = picture()
    claim = msgspec.structs.replace(CLAIMS[0], where=where)
    given.readings["state"] = msgspec.structs.replace(given.readings["state"], claims=(claim,))
    assert rows(given)["c-state"]["lon"] == "-74.0"


@given(st.text(min_size=1))
def test_any_text_comes_back_as_one_cell(text):
    claim = msgspec.structs.replace(CLAIMS[4], evidence=(0, len(text)), trigger=(0, 0))
    whole = picture()
    whole.reports[HOSTILE.id] = msgspec.structs.replace(HOSTILE, text=text)
    whole.readings[HOSTILE.id] = msgspec.structs.replace(whole.readings[HOSTILE.id], claims=(claim,))
    cell = rows(whole)[claim.id]["words"]
    assert cell.removeprefix("'") in {text.replace("\x00", "\ufffd"), text.replace("\x00", "\ufffd").removeprefix("'")}
