"""Which outlets are one publisher, and what a byline says."""

from collections import Counter

import pytest

from crossbearing.actors import agency_of, publisher_family
from crossbearing.actors.tables import document, rows


def entries() -> list[tuple[str, str]]:
    return [(row["family"], outlet) for row in rows("publishers.csv") for outlet in row["outlets"].split("|")]


def test_every_outlet_of_the_table_leads_to_its_family() -> None:
    assert {o: publisher_family(o) for _, o in entries()} == {o: f for f, o in entries()}


def test_no_outlet_stands_in_two_families() -> None:
    assert [o for o, n in Counter(o.casefold() for _, o in entries()).items() if n > 1] == []


def test_no_family_stands_twice() -> None:
    assert [f for f, n in Counter(row["family"] for row in rows("publishers.csv")).items() if n > 1] == []


def test_two_desks_of_one_publisher_count_once() -> None:
    assert (
        publisher_family("BBC Arabic") == publisher_family("bbc world service") == publisher_family("www.bbc.com/news")
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Daily Star (Lebanon)", "Daily Star"),
        ("Guardian", "Guardian Nigeria"),
        ("The Times", "The Times of Nowhere"),
        ("Independent", "Irish Independent"),
        ("ABC News", "ABC (Australia)"),
        ("bbc.com", "notbbc.com"),
        ("The Hindu", "Hindustan Times"),
        ("Sabah", "Al-Sabah"),
        ("TRT", "RT"),
        ("Fox News", "Fox 13"),
    ],
)
def test_outlets_that_only_sound_alike_stay_apart(one: str, other: str) -> None:
    assert publisher_family(one) != publisher_family(other)


def test_an_outlet_nobody_listed_is_its_own_family() -> None:
    assert publisher_family("Valley Herald") == publisher_family("The Valley Herald's") == "valley-herald"


def test_an_outlet_in_another_script_keeps_a_family_of_its_own() -> None:
    assert publisher_family("عنب بلدي") != publisher_family("الأهرام")


@pytest.mark.parametrize(
    ("byline", "agency"),
    [
        ("ANKARA (Reuters) -", "Reuters"),
        ("By Jane Doe, The Associated Press", "Associated Press"),
        ("(AFP)", "Agence France-Presse"),
        ("AP Photo/Jane Doe", "Associated Press"),
        ("Photo: AA", "Anadolu Agency"),
        ("By Jane Doe", None),
        ("The map", None),
        ("SANA'A, Jane Doe", None),
        ("APPEAL", None),
        ("reuters", None),
    ],
)
def test_a_byline_names_its_agency(byline: str, agency: str | None) -> None:
    assert agency_of(byline) == agency


def test_every_mark_of_an_agency_is_found() -> None:
    table: dict[str, list[str]] = document("agencies.yaml")
    assert {m: agency_of(f"By Jane Doe ({m})") for ms in table.values() for m in ms} == {
        m: n for n, ms in table.items() for m in ms
    }
