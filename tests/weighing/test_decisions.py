"""What people decided is kept to, and where it contradicts itself `not the same` holds."""

from hypothesis import given
from hypothesis import strategies as st

from crossbearing.weighing import Decisions

pairs = st.lists(
    st.lists(st.sampled_from("abcdefg"), min_size=2, max_size=2, unique=True).map(tuple), max_size=8,
)  # fmt: skip


@given(pairs, pairs)
def test_not_the_same_is_never_in_one_class_and_every_same_holds_or_is_shown(same, apart):
    decided = Decisions(same, apart)
    assert all(decided.class_of(a) != decided.class_of(b) for a, b in apart)
    assert all(decided.apart([a], [b]) and decided.apart([b], [a]) for a, b in apart)
    assert all((decided.class_of(a) == decided.class_of(b)) == ((a, b) not in decided.unfit) for a, b in same)


@given(pairs, pairs, st.randoms())
def test_the_order_of_judgements_changes_nothing(same, apart, chance):
    one = Decisions(same, apart)
    chance.shuffle(same)
    chance.shuffle(apart)
    two = Decisions(same, apart)
    assert [one.class_of(c) for c in "abcdefg"] == [two.class_of(c) for c in "abcdefg"]
    assert one.unfit == two.unfit


def test_two_claims_that_others_could_bring_together_never_share_an_account():
    decided = Decisions(same=[("a", "x")], apart=[("b", "x")])
    assert not decided.one_account("a", "b")
    assert decided.one_account("a", "c")


def test_two_strikes_that_weigh_as_one_stay_two_where_a_person_said_so(desk):
    for ident in ("a", "b"):
        desk.report(ident, f"Aircraft bombed the market in Marnah, report {ident} says.", outlet=ident)
    one, two = (desk.claim(i, "bombed", "airstrike", place="Marnah", day="2014-03-05") for i in ("a", "b"))
    assert len(desk.weigh()) == 1
    assert len(desk.weigh(apart=[(one, two)])) == 2


def test_two_that_weigh_as_far_apart_are_one_where_a_person_said_so_and_the_link_says_it(desk):
    desk.report("a", "Aircraft bombed the market in Marnah.", outlet="One")
    desk.report("b", "Shells fell on Kafr Sahib.", outlet="Two")
    one = desk.claim("a", "bombed", "airstrike", place="Marnah", day="2014-03-05")
    two = desk.claim("b", "Shells", "shelling", place="Kafr Sahib", day="2014-03-01")
    (event,) = desk.weigh(same=[(one, two)])
    (link,) = event.links
    assert link.comparisons[-1].name == "judgement"
    assert abs(sum(c.weight for c in link.comparisons) - link.weight) < 1e-9


def test_a_speech_act_leaves_the_happening_that_it_is_not_about(desk):
    desk.report("a", "Shells hit the market in Marnah. The governor condemned the attack.", outlet="One")
    shells = desk.claim("a", "Shells", "shelling", place="Marnah")
    speech = desk.claim("a", "condemned", "accuse_condemn")
    assert len(desk.weigh()) == 1
    assert len(desk.weigh(apart=[(shells, speech)])) == 2
