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
        "that they would not comment on the war in Syria."
    )
    assert {country for _, country in kinds_of(found, "Vazrun")} == {None}


def test_an_unknown_quarter_of_an_unknown_town_lies_in_no_other_town(places_of):
    found = places_of("Shells hit the Vazrun neighbourhood of Beskor in Syria. Wounded people were taken to Hama.")
    assert {m.lat for m in found if m.text == "Vazrun"} == {None}


def test_a_country_s_name_that_is_a_person_s_puts_no_town_out_of_its_country(places_of):
    found = places_of("Jordan was shot in Barcin on Friday. Crews from Prochowice came to help. Jordan had left Gniew.")
    assert kinds_of(found, "Barcin") == {("city", "PL")}


@pytest.mark.parametrize(("told", "towns"), [
    ("Pakistani sailors drowned off Pylos. Pakistan mourned. Pakistani families waited in Kalamata and Gythio.", 3),
    ("Russian jets struck Douma, Kafr Batna and Zamalka. Russia denied it. A Russian spokesman spoke.", 3),
])
def test_towns_keep_their_country_where_another_one_s_people_or_rulers_only_act(places_of, told, towns):
    found = places_of(told)
    assert sum(m.kind in ("city", "village") and m.lat is not None for m in found) == towns


@pytest.mark.parametrize(("told", "town", "country"), [
    ("British soldiers died in Sangin and Gereshk. People in Britain mourned, and British papers.", "Sangin", "AF"),
    ("Turkish jets bombed Kani Masi and Bamarni. In Turkey, Turkish police were silent.", "Bamarni", "IQ"),
    ("Shells landed in Elbeyli and in Yayladagi. In Syria, Syrian soldiers said nothing.", "Elbeyli", "TR"),
])
def test_towns_beside_each_other_or_beside_the_country_told_of_keep_theirs(places_of, told, town, country):
    assert {code for _, code in kinds_of(places_of(told), town)} == {country}


def test_a_country_named_once_puts_no_town_out_of_its_own(places_of):
    found = places_of("A woman from a Syrian town was shot in Barcin. Crews from Prochowice came. They met in Gniew.")
    assert kinds_of(found, "Barcin") == {("city", "PL")}


def test_a_capital_speaks_for_its_country(places_of):
    told = "Shells fell in Syria on Friday, Syrian activists said. Syria is at war. They spoke in Barcin and in {}."
    named, unnamed = places_of(told.format("Warsaw")), places_of(told.format("Prochowice"))
    assert {country for _, country in kinds_of(named, "Barcin")} == {"PL"}
    assert {country for _, country in kinds_of(unnamed, "Barcin")} == {None}


def test_an_unknown_quarter_lies_in_the_town_told_of_whoever_shelled_it(places_of):
    found = places_of(
        "Russian shells hit the Vazrun neighbourhood on Friday, medics in Kharkiv said. Russia denied it. Russian "
        "officials were silent."
    )
    assert {country for _, country in kinds_of(found, "Vazrun")} == {"UA"}


@pytest.mark.parametrize("told", ["the Vazrun region of Syria", "the region of Vazrun", "Vazrun region"])
def test_what_the_text_calls_a_region_is_one(places_of, told):
    assert {kind for kind, _ in kinds_of(places_of(f"Fighting raged in {told} on Friday."), "Vazrun")} == {"region"}


@pytest.mark.parametrize(("told", "kind"), [
    ("After a raid the district of Kunduz fell on Friday.", "district"),
    ("Rebels took one district of Kunduz on Friday.", "city"),
    ("Rebels took several districts of Kunduz on Friday.", "city"),
    ("Rebels took an important but small district of Kunduz on Friday.", "city"),
])
def test_the_district_bears_the_name_and_one_of_several_is_a_part_of_it(places_of, told, kind):
    assert {kind for kind, _ in kinds_of(places_of(told), "Kunduz")} == {kind}


def test_a_quarter_of_an_unknown_town_is_no_known_little_town(places_of):
    found = places_of("Rebels took the Hamra quarter of Zarbun in Syria on Friday. Activists in Aleppo said so.")
    assert kinds_of(found, "Hamra") == {("neighbourhood", None)}
    assert kinds_of(found, "Zarbun") == {("unknown", "SY")}


def test_an_unknown_name_before_a_comma_and_another_is_no_quarter_of_it(places_of):
    found = places_of("Shells hit the Vazrun neighbourhood, Beskor and Hama in Syria on Friday.")
    assert {m.lat is not None for m in found if m.text == "Vazrun"} == {True}


@pytest.mark.parametrize("told", [
    "Al Gore was in Homs on Friday. Gore said that he would return.",
    "Al Sharpton was in Homs on Friday. Sharpton left on Monday.",
])
def test_the_given_name_al_is_no_article(places_of, told):
    assert [m.text for m in places_of(told)] == ["Homs"]


@pytest.mark.parametrize("told", ["in al-Vazrun", "in Al-Vazrun", "in al Vazrun", "in Vazrun Northwest of Hama"])
def test_an_article_or_a_bearing_of_a_name_makes_it_no_person(places_of, told):
    found = places_of(f"Syria. Clashes broke out {told} on Friday.")
    assert any("Vazrun" in m.text and "west" not in m.text for m in found)
