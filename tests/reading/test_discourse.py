"""What a claim takes from the rest of its report."""

import pytest

from crossbearing.reading.rules_v1.telling_where import home_country
from crossbearing.records import PlaceMention
from tests.reading.test_grounding import told_at
from tests.reading.test_reader import read

LEAD = "The army was responsible for a gas attack that killed more than 140 people, the council said on Tuesday. "
STORY = "The gas attack in Marnah on 2 January 2011 killed more than 140 people."


def places_of(text: str) -> list[tuple[str, ...]]:
    """The places of a text's claims of violence, in its order."""
    return [c.places for c in read(text).claims if c.type in {"killing", "chemical_attack"}]


@pytest.mark.parametrize("text", [
    "A nurse died after gunmen attacked a clinic on Monday. She died at a hospital in Kolvan.",
    "A boy died in a shooting on Monday. He died at Kolvan hospital.",
    "A soldier was killed in a blast abroad on Monday. His brother was killed in Kolvan last week.",
])  # fmt: skip
def test_where_somebody_died_is_not_where_what_killed_them_was(text: str) -> None:
    assert [c.places for c in read(text).claims if c.type in {"shooting", "explosion"}] == [()]


def test_a_lead_has_the_place_and_day_of_the_toll_that_it_recalls() -> None:
    assert places_of(LEAD + STORY) == [("Marnah",)] * 4
    killed = next(c for c in read(LEAD + STORY).claims if c.type == "killing")
    assert (killed.when.edtf, killed.standing) == ("2011-01-02", "background")


@pytest.mark.parametrize("other", [STORY.replace("140", "95"), STORY.replace("140 people", "three people")])
def test_another_toll_of_long_before_is_another_happening(other: str) -> None:
    assert places_of(LEAD + other)[:2] == [(), ()]


def test_a_small_count_is_no_sign_of_one_happening() -> None:
    text = (LEAD + STORY).replace("140", "three").replace("more than ", "")
    assert places_of(text)[:2] == [(), ()]
    text = "Gunmen killed 12 people at a market, police said on Tuesday. A raid in Kolvan in January 2009 killed 12."
    assert places_of(text)[0] == ()


def test_what_others_did_is_another_happening() -> None:
    text = "Gunmen killed 140 people, police said. The army killed 140 people in Marnah on 2 January 2011."
    assert places_of(text) == [(), ("Marnah",)]


def test_a_region_of_several_countries_is_no_place_of_a_headline() -> None:
    text = "A gas attack killed nine bakers, the council said. It told of another gas attack in the Middle East."
    assert places_of(text)[:2] == [(), ()]


def test_another_country_far_off_in_a_sentence_is_not_where_something_was() -> None:
    text = ("Jets bombed Dirwan. The mayor said that the men must answer for the killing but his plan met with doubts "
            "of those who fear that the war could draw others in and would lead to new fighting in Iraq.")  # fmt: skip
    kinds = {"Dirwan": "city", "Iraq": "country"}
    assert told_at(text, "killing", kinds, abroad={"Iraq": "IQ"}) == []
    assert told_at(text, "fighting", kinds, abroad={"Iraq": "IQ"}) == ["Iraq"]


def test_of_two_countries_with_as_many_towns_a_text_is_about_the_one_named_more() -> None:
    def mention(name: str, kind: str, country: str) -> PlaceMention:
        return PlaceMention(start=0, end=len(name), text=name, kind=kind, country=country)

    towns = [mention("Boston", "city", "US"), mention("Homs", "city", "SY")]
    assert home_country([*towns, mention("Syria", "country", "SY")]) == "SY"
    assert home_country([*towns, mention("U.S.", "country", "US")]) == "US"


@pytest.mark.parametrize(("told", "days"), [
    ("An official said that 35 wounded men were being treated in Kolvan.", ("2011-06-09", "2011-06-10")),
    ("The town is sheltering 900 refugees.", ("2011-06-09", "2011-06-10")),
    ("Doctors were treating the wounded when shells hit.", ("2011-06-07", "2011-06-07")),
    ("Shells hit the mill, wounding five men.", ("2011-06-07", "2011-06-07")),
    ("Troops were shelling the mill.", ("2011-06-07", "2011-06-07")),
])  # fmt: skip
def test_wounds_and_aid_told_as_going_on_do_not_lie_on_the_day_of_what_was_told_before(
    told: str, days: tuple[str, str],
) -> None:
    claims = read(f"Gunmen killed nine guards on 7 June 2011. {told}").claims
    whens = {c.when for c in claims if c.evidence[0] > 20 and c.type in {"injury", "shelter_aid", "shelling"}}
    assert {(str(w.earliest), str(w.latest)) for w in whens if w is not None} == {days}
