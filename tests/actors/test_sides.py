"""Who stands with whom."""

import pytest

from crossbearing.actors import find_actor, opposed, same_side
from crossbearing.actors.tables import Actor


def actor(name: str) -> Actor:
    found = find_actor(name)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("SANA", "the Syrian Observatory"),
        ("rebels", "Syrian troops"),
        ("Daesh", "the YPG"),
        ("Moscow", "Syrian rebels"),
        ("the FMLN", "Salvadoran soldiers"),
        ("Ukraine", "Russian troops"),
        ("the Houthis", "the Saudi-led coalition"),
    ],
)
def test_parties_that_fight_each_other_are_opposed(a: str, b: str) -> None:
    assert opposed(actor(a), actor(b))
    assert opposed(actor(b), actor(a))
    assert not same_side(actor(a), actor(b))


@pytest.mark.parametrize(
    ("a", "b"),
    [("SANA", "Hezbollah"), ("Moscow", "Syrian troops"), ("LCC", "the Free Syrian Army"), ("Hamas", "Islamic Jihad")],
)
def test_allies_share_a_side(a: str, b: str) -> None:
    assert same_side(actor(a), actor(b))
    assert not opposed(actor(a), actor(b))


@pytest.mark.parametrize("neutral", ["UNICEF", "a witness", "Doctors Without Borders", "residents"])
def test_those_without_a_side_are_opposed_to_nobody(neutral: str) -> None:
    for party in ("SANA", "SOHR", "Daesh", "YPG"):
        assert not opposed(actor(neutral), actor(party))


def test_who_is_opposed_depends_on_the_crisis() -> None:
    assert opposed(actor("Tehran"), actor("Washington"), "SY")
    assert not opposed(actor("Tehran"), actor("Washington"), "IQ")
