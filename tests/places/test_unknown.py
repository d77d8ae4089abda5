"""What is made of names that no gazetteer knows, or knows only of another country than the text's."""

import pytest


def kinds_of(found, text):
    """The kind and country of each mention of a name; fails where there are none."""
    mentions = {(m.kind, m.country) for m in found if m.text == text}
    assert mentions, f"{text} is not among {[m.text for m in found]}"
    return mentions


def test_towns_of_a_country_that_the_text_never_names_are_villages_that_nobody_knows(places_of):
    told = (
        "Syrian warplanes struck the town of Barcin on Friday, activists said. Shells hit Prochowice, too. "
        "Syrian state media said nothing of Barcin. Syria has been at war since 2011."
    )
    found = places_of(told)
    assert all(m.country in ("SY", None) for m in found)
    named = places_of(told.replace("Syria has", "Poland has"))
    assert {country for _, country in kinds_of(named, "Prochowice")} == {"PL"}


def test_small_towns_keep_their_country_where_the_text_names_no_other(places_of):
    found = places_of("Fire broke out in Barcin on Friday. Crews from Prochowice came to help.")
    assert kinds_of(found, "Barcin") == {("city", "PL")}


@pytest.mark.parametrize("told", ["on the outskirts of Vazrun", "in an area of Vazrun", "in a hit quarter of Vazrun"])
def test_what_a_part_of_an_unknown_town_is_called_says_nothing_of_the_town(places_of, told):
    found = places_of(f"Shells fell {told} in Syria on Friday.")
    assert {kind for kind, _ in kinds_of(found, "Vazrun")} == {"unknown"}


def test_an_unknown_quarter_lies_in_no_town_of_a_country_that_the_text_is_not_about(places_of):
    found = places_of(
        "Syrian troops shelled the Vazrun neighbourhood on Friday. Syrian rebels fired back. Officials in Moscow said "
        "that they would not comment on Syria."
    )
    assert {country for _, country in kinds_of(found, "Vazrun")} == {None}


def test_an_unknown_quarter_of_an_unknown_town_lies_in_no_other_town(places_of):
    found = places_of("Shells hit the Vazrun neighbourhood of Beskor in Syria. Wounded people were taken to Hama.")
    assert {m.lat for m in found if m.text == "Vazrun"} == {None}


def test_a_country_s_name_that_is_a_person_s_puts_no_town_out_of_its_country(places_of):
    found = places_of("Jordan was shot in Barcin on Friday. Crews from Prochowice came to help. Jordan had left Gniew.")
    assert kinds_of(found, "Barcin") == {("city", "PL")}


@pytest.mark.parametrize("told", ["in al-Vazrun", "in Al-Vazrun", "in al Vazrun", "in Vazrun Northwest of Hama"])
def test_an_article_or_a_bearing_of_a_name_makes_it_no_person(places_of, told):
    found = places_of(f"Syria. Clashes broke out {told} on Friday.")
    assert any("Vazrun" in m.text and "west" not in m.text for m in found)
