"""The room's tables hold no dead, doubled, missing or far-off entries."""

import itertools
import re
from collections import Counter

import pytest

from crossbearing.places import countries, distance_km
from crossbearing.places.countries import table
from crossbearing.places.cues import common_words, cues
from crossbearing.places.names import name_key
from crossbearing.places.own import read_places, tables

OWN = [place for each in tables() for place in read_places(each)]
TOWNS = ("city", "village")
FAR = 140
"""Kilometres to the next town of the same country in the packaged data."""
LONELY = {"cb:doro-ss", "cb:jamam-ss"}
"""Camps in Maban, South Sudan, looked up one by one: the packaged data hold no South Sudanese town near them."""
COVERED = {"SY": 250, "IQ": 90, "YE": 35, "LB": 35, "PS": 30, "SD": 45, "UA": 35, "TR": 30}


def test_there_are_six_hundred_places_of_our_own():
    assert len(OWN) >= 600


@pytest.mark.parametrize(("country", "least"), COVERED.items())
def test_each_country_of_the_conflicts_we_cover_has_its_places(country, least):
    assert sum(place.country == country for place in OWN) >= least


def test_every_place_of_our_own_says_where_it_is_from():
    assert not [place.name for place in OWN if not place.source]


def test_no_place_of_our_own_stands_twice():
    assert not [one for one, n in Counter(place.place_id for place in OWN).items() if n > 1]
    near = [
        (a.name, b.name) for a, b in itertools.combinations(OWN, 2)
        if a.kind == b.kind and name_key(a.name) == name_key(b.name) and distance_km(a.lat, a.lon, b.lat, b.lon) < 5
    ]
    assert not near


def test_every_place_of_our_own_is_found_by_each_of_its_names(gazetteer):
    lost = [
        (place.place_id, name) for place in OWN for name in (place.name, *place.other_names, *place.arabic)
        if place.place_id not in {c.place.place_id for c in gazetteer.lookup(name)}
        and len(gazetteer.lookup(name)) < 100
    ]
    assert not lost


@pytest.mark.slow
def test_no_place_of_our_own_lies_far_from_all_towns_of_its_country(gazetteer):
    far = [
        place.place_id for place in OWN
        if place.country and place.kind in (*TOWNS, "neighbourhood", "camp") and not any(
            p.country == place.country and p.kind in TOWNS for _, p in gazetteer.near(place.lat, place.lon, FAR))
    ]
    assert set(far) == LONELY


def test_no_town_of_our_own_doubles_one_of_the_packaged_data(gazetteer):
    doubled = [
        (place.name, c.place.place_id) for place in OWN if place.kind in TOWNS
        for c in gazetteer.lookup(place.name)
        if c.place.geonameid and c.place.kind in TOWNS and c.place.country == place.country
        and distance_km(place.lat, place.lon, c.place.lat, c.place.lon) < 5
    ]
    assert not doubled


def test_nearly_every_place_of_our_own_knows_its_province_and_district_where_its_country_has_them(gazetteer):
    known = [gazetteer.place(place.place_id) for place in OWN if place.kind in (*TOWNS, "neighbourhood", "camp")]
    here = [place for place in known if place.country in ("SY", "IQ", "YE", "TR", "UA")]
    assert all(place.province for place in here)
    assert sum(place.district is not None for place in here) >= 0.98 * len(here)


def test_every_weight_of_a_choice_has_its_ground():
    assert all(row["because"] for row in table("resolution.csv"))


def test_every_country_has_a_point_and_a_name_of_its_own():
    assert len(countries()) >= 249
    names = Counter(name_key(country.name) for country in countries().values())
    assert max(names.values()) == 1


def test_names_that_countries_share_are_those_we_know_of():
    shared: Counter[str] = Counter()
    for country in countries().values():
        shared.update({name_key(n) for n in (country.name, *country.other_names, *country.demonyms)})
    assert {name for name, n in shared.items() if n > 1} == {"congo", "congolese", "dominican", "dominicans"}


def test_a_noun_for_a_kind_of_place_is_no_title_and_no_function_word():
    assert not set(cues().feature_nouns) & (cues().titles | cues().function_words)


def test_a_word_for_a_movement_is_no_name_of_a_place_in_our_tables():
    ours = {name_key(n) for place in OWN for n in (place.name, *place.other_names)}
    assert not {word for word in cues().no_places if word in ours}


def test_common_words_are_lower_case_words():
    assert not [word for word in common_words() if not re.fullmatch(r"[a-z]+", word)]


def test_evidence_names_no_place():
    words = {w for row in table("recognition.csv") for w in row["evidence"].split()}
    assert not {word for word in words if word.istitle()}


def test_no_weight_stands_twice():
    for name, column in (("recognition.csv", "evidence"), ("resolution.csv", "feature"), ("matching.csv", "feature")):
        keys = Counter(row[column] for row in table(name))
        assert max(keys.values()) == 1, name
