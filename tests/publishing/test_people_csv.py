import csv
import io

import msgspec

from crossbearing.publishing import people_csv
from crossbearing.records import Person, Picture
from crossbearing.weighing.harmed import people_harmed
from tests.publishing.handmade import picture


def rows(given: Picture) -> list[dict[str, str]]:
    stream = io.StringIO(newline="")
    people_csv.write(people_harmed(given), stream)
    return list(csv.DictReader(io.StringIO(stream.getvalue().removeprefix("\ufeff"), newline="")))


def naming(**told: object) -> Picture:
    """The picture, in which a second report of the event names somebody too."""
    whole = picture()
    reading = whole.readings["committees"]
    first = msgspec.structs.replace(
        reading.claims[0], type="killing", people=(Person(words="a medic", span=(0, 8), **told),),
    )
    changed = msgspec.structs.replace(reading, claims=(first, *reading.claims[1:]))
    return msgspec.structs.replace(whole, readings=whole.readings | {"committees": changed})


def test_a_person_is_one_row_with_event_grade_place_and_account():
    (row,) = rows(picture())
    assert (row["spellings"], row["harms"], row["age"], row["role"]) == ("'=Rana Odeh", "killed", "31", "medic")
    assert (row["events"], row["happened"], row["place"], row["earliest"]) == (
        "e-120", "contested", "Jisr al-Shughur", "2011-06-06",
    )
    assert row["reports"] == "1"
    assert "state television" in row["accounts"]
    assert (row["roots"], row["claims"]) == ("state-tv", "c-state")


def test_every_spelling_and_account_of_one_person_stand_in_one_row_with_why_they_are_one():
    (row,) = rows(naming(name="Rana Oudeh", age=32))
    assert set(row["spellings"].lstrip("'").split("; ")) == {"=Rana Odeh", "Rana Oudeh"}
    assert set(row["age"].split("; ")) == {"31", "32"}
    assert len(row["accounts"].splitlines()) == int(row["reports"]) == 2
    assert row["joined"] == "two reports of one event name both so"
    assert row["perhaps"] == ""


def test_who_is_not_named_is_in_no_list():
    assert len(rows(naming(name=None, age=32))) == 1
