"""How telling it is who did it, and who was hit."""

import pytest

from crossbearing.weighing.comparisons import actor
from crossbearing.weighing.context import Context
from crossbearing.weighing.facts import Facts
from crossbearing.weighing.settings import settings


@pytest.mark.parametrize(("kind", "by", "on", "level"), [
    ("shelling", "the YPG", "the Islamic State", "reversed"),  # they did it to those who did it in the other account
    ("shelling", "the YPG", "villagers", "opposed"),
    ("clash", "the YPG", "the YPG", "opposed"),  # they are hit where they fight, too
    ("shelling", "the Islamic State", "the YPG", "same"),
])
def test_who_did_it_in_one_account_and_was_hit_in_the_other_speaks_against_one_happening(desk, kind, by, on, level):
    desk.report("a", "The Islamic State shelled Marnah.")
    desk.claim("a", "shelled", "shelling", by=("the Islamic State",), on=("the YPG",))
    desk.report("b", "A party shelled Marnah.")
    desk.claim("b", "shelled", kind, by=(by,), on=(on,))
    desk.report("c", "The Islamic State shelled Marnah.")
    desk.claim("c", "shelled", "shelling", by=("the Islamic State",), on=("villagers",))
    one, other = (Facts(Context(desk.reports[ident], desk.readings[ident]), desk.readings[ident].claims)
                  for ident in ("b", "a" if on == "the YPG" else "c"))
    assert actor(one, other).level == actor(other, one).level == level
    for scale in (settings().across, settings().within):
        assert all(scale.weight("actor", "reversed") <= weight for weight, _ in scale.levels["actor"].values())


def test_who_holds_a_place_or_lost_it_neither_did_what_befell_it_nor_was_hit(desk):
    desk.report("a", "The YPG shelled Marnah, a town that the Islamic State took from Hezbollah.")
    desk.claim("a", "shelled", "shelling", by=("the YPG",), on=("villagers",))
    desk.claim("a", "took", "territory_change", by=("the Islamic State",), on=("Hezbollah",))
    claims = desk.readings["a"].claims
    shelled, taken = (Facts(Context(desk.reports["a"], desk.readings["a"]), told) for told in (claims, claims[1:]))
    assert [party.name for party in shelled.parties] == ["YPG"]
    assert [party.name for party in taken.parties] == ["Islamic State"]
    assert (shelled.struck, taken.struck) == (set(), {"hezbollah"})


def test_who_took_a_place_in_a_battle_fought_it(desk):
    desk.report("a", "Clashes shook Marnah on Tuesday, and the Islamic State took the town.")
    desk.claim("a", "Clashes", "clash")
    desk.claim("a", "took", "territory_change", by=("the Islamic State",))
    fought = Facts(Context(desk.reports["a"], desk.readings["a"]), desk.readings["a"].claims)
    assert [party.name for party in fought.parties] == ["Islamic State"]
