"""Judgements: what holds, what was taken back, and which claims of whichever reader they are about."""

import datetime as dt

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossbearing.records import (
    Anchor,
    Claim,
    Figure,
    JudgementError,
    Reading,
    anchor_of,
    apply_judgements,
    check,
    conflicts,
    find_claim,
    in_force,
    judge,
)
from crossbearing.records.judgement import CORRECTABLE

NOON = dt.datetime(2011, 6, 10, 12, tzinfo=dt.UTC)


def claim(name: str, start: int, kind: str = "killing", report: str = "r") -> Claim:
    return Claim(id=name, report=report, trigger=(start, start + 6), evidence=(0, 60), type=kind, certainty="reported",
                 actor=("gunmen",))


def decided(verdict, about=(), minute=0, by="ada", **more: object):
    return judge(verdict, about, by=by, at=NOON + dt.timedelta(minutes=minute), **more)


ONE, TWO = anchor_of(claim("c1", 10)), anchor_of(claim("c2", 30))


def test_a_later_judgement_about_the_same_supersedes_and_withdrawing_it_brings_the_earlier_back():
    accepted = decided("accept", [ONE])
    rejected = decided("reject", [ONE], 1)
    undone = decided("withdraw", withdraws=rejected.id, minute=2)
    redone = decided("withdraw", withdraws=undone.id, minute=3)
    assert in_force([accepted, rejected]) == (rejected,)
    assert in_force([accepted, rejected, undone]) == (accepted,)
    assert in_force([accepted, rejected, undone, redone]) == (rejected,)
    assert in_force([undone, accepted]) == (accepted,)


def test_judgements_about_different_fields_and_about_pairs_hold_side_by_side():
    several = [
        decided("accept", [ONE]), decided("correct", [ONE], field="certainty", value="alleged"),
        decided("correct", [ONE], field="type", value="shooting"), decided("same", [ONE, TWO]),
    ]
    assert set(in_force(several)) == set(several)


def test_a_pair_is_the_same_pair_from_either_side():
    assert decided("same", [ONE, TWO]) == decided("same", [TWO, ONE])
    assert in_force([decided("same", [ONE, TWO]), decided("not_same", [TWO, ONE], 1)])[0].verdict == "not_same"


@given(st.permutations(range(8)))
def test_what_holds_does_not_depend_on_the_order_of_arrival(order):
    first = [decided("accept", [ONE]), decided("reject", [ONE], 1, by="bob"), decided("same", [ONE, TWO], 2)]
    undone = decided("withdraw", withdraws=first[1].id, minute=3)
    again = decided("withdraw", withdraws=undone.id, minute=4)
    weapons = ((1, "mortar"), (2, "rocket"), (2, "tank"))
    more = [decided("correct", [TWO], minute, field="weapon", value=weapon) for minute, weapon in weapons]
    everything = [*first, undone, again, *more]
    assert in_force([everything[n] for n in order]) == in_force(everything)


def test_two_people_who_differ_are_shown_until_one_gives_way():
    hers, his = decided("accept", [ONE]), decided("reject", [ONE], 1, by="bob")
    assert conflicts([hers, his]) == ((his, hers),)
    assert conflicts([hers, his, decided("withdraw", withdraws=his.id, minute=2, by="bob")]) == ()
    assert conflicts([hers, his, decided("reject", [ONE], 3)]) == ()
    assert conflicts([hers, decided("accept", [ONE], 1, by="bob")]) == ()


@pytest.mark.parametrize(("verdict", "about", "more"), [
    ("accept", [], {}), ("accept", [ONE, TWO], {}), ("same", [ONE], {}), ("same", [ONE, ONE], {}),
    ("withdraw", [], {}), ("accept", [ONE], {"withdraws": "j"}), ("correct", [ONE], {}),
    ("correct", [ONE], {"field": "type", "value": "murder"}), ("correct", [ONE], {"field": "actor", "value": "gunmen"}),
    ("correct", [ONE], {"field": "trigger", "value": [1, 2]}), ("correct", [ONE], {"field": "nonsense", "value": 1}),
    ("accept", [ONE], {"value": 1}), ("same", [ONE, TWO], {"field": "type"}), ("reject", [ONE], {"field": "type"}),
])
def test_a_judgement_that_cannot_be_is_refused(verdict, about, more):
    with pytest.raises(JudgementError):
        decided(verdict, about, **more)


def test_a_claim_is_found_by_its_words_when_another_reader_read_it_otherwise():
    anchor = Anchor(report="r", span=(10, 16), kind="killing")
    same_words, wider, other = claim("a", 10, "shooting"), claim("b", 12), claim("c", 40)
    assert find_claim(anchor, Reading(report="r", reader="x", language="en", claims=(wider, same_words))) == same_words
    assert find_claim(anchor, Reading(report="r", reader="x", language="en", claims=(other, wider))) == wider
    assert find_claim(anchor, Reading(report="r", reader="x", language="en", claims=(other,))) is None


def test_corrections_and_rejections_change_what_is_weighed_and_nothing_else():
    reading = Reading(report="r", reader="x", language="en", claims=(claim("c1", 10), claim("c2", 30), claim("c3", 50)))
    figure = {"measure": "killed", "low": 5, "high": 5, "text": "five", "span": [3, 7]}
    judged = apply_judgements([
        decided("reject", [ONE]),
        decided("correct", [TWO], 1, field="figures", value=[figure]),
        decided("reject", [TWO], 2, field="actor"),
        decided("accept", [anchor_of(claim("c3", 50))], 3),
    ], {"r": reading})
    second, third = judged.readings["r"].claims
    assert (second.actor, second.figures) == ((), (Figure(measure="killed", low=5, high=5, text="five", span=(3, 7)),))
    assert third == reading.claims[2]
    assert judged.orphans == ()


def test_pairs_are_told_to_the_weigher_by_the_ids_of_their_claims():
    readings = {
        "r": Reading(report="r", reader="x", language="en", claims=(claim("c2", 30), claim("c1", 10))),
        "s": Reading(report="s", reader="x", language="en", claims=(claim("c3", 10, report="s"),)),
    }
    there = anchor_of(claim("c3", 10, report="s"))
    judged = apply_judgements([decided("same", [there, ONE]), decided("not_same", [TWO, there])], readings)
    assert (judged.same, judged.apart) == ((("c1", "c3"),), (("c2", "c3"),))


def test_a_judgement_whose_words_no_claim_stands_on_is_shown_and_not_dropped():
    orphan = decided("same", [ONE, Anchor(report="gone", span=(0, 3), kind="killing")])
    readings = {"r": Reading(report="r", reader="x", language="en", claims=(claim("c1", 10),))}
    assert apply_judgements([orphan], readings).orphans == (orphan,)


def test_every_field_that_can_be_corrected_has_a_value_that_a_claim_can_have():
    one = claim("c1", 10)
    for field in CORRECTABLE:
        judgement = decided("correct", [ONE], field=field, value=getattr(one, field))
        readings = {"r": Reading(report="r", reader="x", language="en", claims=(one,))}
        assert apply_judgements([judgement], readings).readings["r"].claims == (one,)


THREE = anchor_of(claim("c3", 50))
WHO = {"names": ["Rana Odeh"], "role": "witness", "salt": "5"}


def reading(*claims: Claim) -> dict[str, Reading]:
    return {"r": Reading(report="r", reader="rules", language="en", claims=claims)}


ALL = reading(claim("c1", 10), claim("c2", 30), claim("c3", 50))


def test_merged_claims_are_one_in_pairs_and_split_ones_apart_from_each_that_stays():
    merged = apply_judgements([decided("merge", [ONE, TWO, THREE])], ALL)
    assert merged.same == (("c1", "c2"), ("c1", "c3"), ("c2", "c3"))
    parted = apply_judgements([decided("split", [ONE], apart=[TWO, THREE])], ALL)
    assert (parted.same, parted.apart) == ((), (("c1", "c2"), ("c1", "c3")))


def test_of_a_merge_and_a_split_the_later_holds_for_the_pairs_that_both_are_about():
    merge, split = decided("merge", [ONE, TWO, THREE]), decided("split", [ONE], 1, by="bob", apart=[TWO])
    judged = apply_judgements([split, merge], ALL)
    assert (judged.same, judged.apart) == ((("c1", "c3"), ("c2", "c3")), (("c1", "c2"),))
    assert conflicts([merge, split]) == ((split, merge),)
    unsure = decided("unsure", [ONE, TWO], 2)
    assert apply_judgements([split, merge, unsure], ALL).apart == ()


def test_a_merge_with_a_claim_that_is_gone_holds_for_the_others_and_is_shown():
    merge = decided("merge", [ONE, TWO, THREE])
    judged = apply_judgements([merge], reading(claim("c1", 10), claim("c3", 50)))
    assert (judged.same, judged.orphans) == ((("c1", "c3"),), (merge,))


def test_claims_that_a_person_accepted_are_told_and_parts_of_claims_are_not():
    judged = apply_judgements([decided("accept", [ONE]), decided("accept", [TWO], field="type")], ALL)
    assert judged.accepted == ("c1",)


def test_claims_that_a_person_said_did_not_happen_so_are_told():
    judged = apply_judgements([
        decided("correct", [ONE], field="polarity", value="negated"),
        decided("correct", [TWO], field="polarity", value="affirmed"),
        decided("correct", [THREE], field="certainty", value="denied"),
    ], ALL)
    assert judged.refuted == ("c1",)


def test_protecting_the_same_person_again_supersedes_and_needs_a_reason():
    first = decided("protect", value=WHO, why="asked for it")
    second = decided("protect", value={**WHO, "names": ["rana odeh", "Umm Sami"]}, minute=1, why="asked for it")
    assert in_force([first, second]) == (second,)
    assert in_force([first, second, decided("withdraw", withdraws=second.id, minute=2)]) == (first,)
    for wrong in ({"why": ""}, {"value": {**WHO, "names": ["--"]}}, {"value": {**WHO, "role": "king"}}):
        with pytest.raises(JudgementError):
            decided("protect", **{"value": WHO, "why": "asked", **wrong})


@pytest.mark.parametrize(("verdict", "about", "more"), [
    ("merge", [ONE], {}), ("split", [ONE], {}), ("split", [ONE], {"apart": [ONE, TWO]}), ("same", [ONE, ONE], {}),
    ("accept", [ONE], {"apart": [TWO]}), ("withdraw", [ONE], {"withdraws": "j-1"}),
])
def test_a_judgement_about_too_few_or_the_wrong_is_refused(verdict, about, more):
    with pytest.raises(JudgementError):
        decided(verdict, about, **more)


def test_a_judgement_from_elsewhere_is_taken_as_it_was_made_or_not_at_all():
    split = decided("split", [ONE], apart=[TWO])
    check(split)
    for changed in ({"by": "eve"}, {"apart": (THREE,)}, {"why": "none"}, {"at": "yesterday"}, {"apart": ()}):
        with pytest.raises(JudgementError):
            check(msgspec.structs.replace(split, **changed))
