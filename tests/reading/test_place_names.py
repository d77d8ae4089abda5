"""What a claim's places are called, and where its happening was when several are named."""

import pytest

from tests.reading.test_reader import claim_of


@pytest.mark.parametrize(("words", "told"), [
    ("in eastern Dirwan", ("eastern Dirwan",)),
    ("in the Marnah neighborhood of Dirwan city", ("Marnah", "Dirwan city")),
    ("in the Marnah neighborhood in Dirwan city", ("Marnah neighborhood", "Dirwan city")),
    ("in the southern Dirwan countryside", ("southern Dirwan countryside",)),
    ("in the nearby town of Dirwan", ("Dirwan",)),
    ("in the Dirwan area", ("Dirwan",)),
    ("outside the Dirwan district hospital", ("Dirwan",)),
])  # fmt: skip
def test_a_place_is_called_by_which_part_or_what_kind_of_place_it_is(words: str, told: tuple[str, ...]) -> None:
    assert claim_of(f"Shells killed six people {words} on Monday.", "killing").places == told


@pytest.mark.parametrize(("text", "kind", "place"), [
    ("Rebels in Marnah shelled army positions around the town of Dirwan.", "shelling", "Dirwan"),
    ("Soldiers in Marnah opened fire on protesters.", "shooting", "Marnah"),
])  # fmt: skip
def test_what_armed_men_somewhere_do_elsewhere_happens_there(text: str, kind: str, place: str) -> None:
    assert claim_of(text, kind).places[0] == place


@pytest.mark.parametrize("day", ["Sunday", "Sunday evening", "Monday morning"])
def test_no_day_is_of_the_name_behind_it(day: str) -> None:
    assert claim_of(f"On {day} regime forces stormed Dirwan.", "ground_operation").actor == ("regime forces",)


@pytest.mark.parametrize("doers", ["government jets", "Turkish army units", "rebels"])
def test_who_stands_behind_a_day_did_it(doers: str) -> None:
    assert claim_of(f"On Friday {doers} bombed Dirwan, killing six people.", "killing").actor == (doers,)


def test_who_holds_a_town_is_no_doer_of_what_met_it() -> None:
    claim = claim_of("Rebels fired rockets into government-held western Dirwan killing 15 people.", "killing")
    assert claim.actor == ("Rebels",)


def test_waves_of_rockets_are_rockets() -> None:
    assert claim_of("Rebels fired waves of rockets at Dirwan.", "shelling").actor == ("Rebels",)


def test_a_day_of_an_age_stays_in_the_name() -> None:
    claim = claim_of("Sunday's shelling killed a two-day-old baby in Dirwan.", "killing")
    assert claim.target == ("a two-day-old baby",)
