"""Who did it, and to whom."""

import pytest

from crossbearing.language import parse
from crossbearing.reading.rules_v1.finding import find_happenings
from crossbearing.reading.rules_v1.participants import actor_names


def doers(text: str, word: str, headlines: tuple[tuple[int, int], ...] = ()) -> tuple[str, ...]:
    happening = next(h for h in find_happenings(parse(text), headlines) if h.token.text == word)
    return actor_names(happening, frozenset())


@pytest.mark.parametrize(
    ("text", "word", "doer"),
    [
        ("Nine farmers were wounded by shells fired by masked gunmen.", "wounded", "masked gunmen"),
        ("Nine men were killed by troops deployed along the road.", "deployed", "troops"),
        ("The council said that the rebels planned to storm the village.", "storm", "the rebels"),
        ("A suicide bomber blew himself up at the gate.", "blew", "A suicide bomber"),
    ],
)
def test_who_did_it_is_found_behind_the_means_and_the_plan(text: str, word: str, doer: str) -> None:
    assert doers(text, word) == (doer,)


def test_the_dead_of_a_headline_have_the_doer_of_the_deed_it_names() -> None:
    text = "Dozens Killed in Army Airstrikes on Village"
    assert doers(text, "Killed", ((0, len(text)),)) == ("Army",)


def test_a_town_that_people_leave_does_nothing() -> None:
    assert doers("A car bomb has hit buses carrying people out of two besieged towns killing nine.", "killing") == ()
