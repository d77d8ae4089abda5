"""The list of those harmed tells the same persons whether or not some of them are protected."""

import csv
import io
import json

import pytest

from tests.protection.made import crossbearing

FIRST = (
    "Mona Rajeh, 30, was killed by a sniper in Idlib on Friday, 10 June 2011. Kamal Rajeh was killed by a sniper in "
    "Idlib on Friday. Salwa Bishara was killed by shelling in Hama on Friday. "
)
SECOND = "Mouna Anton Rajih was killed in Idlib on Friday, 10 June 2011. Hala Rajeh was killed in Idlib on Friday."


@pytest.fixture(scope="module")
def cases(tmp_path_factory):
    folder = tmp_path_factory.mktemp("harmed")
    rows = [
        {"id": "a", "published": "2011-06-12", "outlet": "The Ledger", "text": FIRST},
        {"id": "b", "published": "2011-06-12", "outlet": "Border Herald", "text": SECOND},
    ]
    (folder / "rows.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    ran = crossbearing("run", folder / "rows.jsonl", "--archive", folder / "cases", "--processes", 1)
    assert ran.exit_code == 0, ran.output
    return folder / "cases"


def people(folder, *more: str):
    told = crossbearing("export", "--archive", folder, "--format", "people-csv", "--output", "-", *more).stdout
    return list(csv.DictReader(io.StringIO(told.removeprefix("\ufeff"), newline="")))


def test_protecting_persons_makes_no_two_one_and_no_one_two(cases):
    plain = people(cases)
    assert len(plain) == 4
    assert any(";" in row["spellings"] for row in plain)
    for name in ("Mona Rajeh", "Salwa Bishara"):
        assert crossbearing("protect", "--archive", cases, name, "--role", "victim", "--why", "asked").exit_code == 0
    shown = people(cases)
    told = [(row["harms"], row["age"], row["reports"], row["place"], row["joined"]) for row in shown]
    assert told == [(row["harms"], row["age"], row["reports"], row["place"], row["joined"]) for row in plain]
    written = [json.dumps(row, ensure_ascii=False).lower() for row in shown]
    names = ("rajeh", "rajih", "mona", "mouna", "anton", "salwa", "bishara")
    assert [name for name in names if any(name in row for row in written)] == []
    assert [row["name"] for row in shown if "Victim-" not in row["name"]] == []
    assert {row["person"] for row in shown}.isdisjoint(row["person"] for row in plain)
    assert people(cases, "--unprotected") == plain
    asked = ("--outlet", "border")
    assert 0 < len(people(cases, *asked)) == len(people(cases, "--unprotected", *asked)) < len(plain)
