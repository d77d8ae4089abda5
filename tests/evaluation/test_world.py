"""Made-up archives are the same each time, and have the rates that were measured."""

from collections import Counter

import msgspec

from evaluation.large import world
from evaluation.large.claims import write
from evaluation.large.linkers import ours
from evaluation.large.rates import rates
from evaluation.large.weighing import b3


def test_a_day_can_be_made_again_without_those_before_it():
    first = [list(day) for day in world.days(3, 60)]
    for cached in (world._happenings, world._written, world._towns):
        cached.cache_clear()
    assert world.day_of(3, 2) == first[2]


def test_every_claim_has_its_truth_and_stands_in_the_text():
    for told in world.day_of(3, 1):
        assert told.truth.keys() == {claim.id for claim in told.reading.claims}
        for claim, place in zip(told.reading.claims, told.reading.places, strict=True):
            assert claim.places[0] in told.report.text[slice(*claim.evidence)]
            assert told.report.text[place.start:place.end] == place.text


def test_kinds_and_sizes_of_reports_come_as_often_as_they_were_measured():
    told = [one for day in world.days(3, 400) for one in day]
    claims = [claim for one in told for claim in one.reading.claims]
    kinds = Counter(claim.type for claim in claims)
    assert abs(kinds["killing"] / len(claims) - rates().kinds["killing"]) < 0.06
    wanted = sum(n * share for n, share in rates().claims_of_a_report.items())
    assert abs(len(claims) / len(told) - wanted) < 1.5


def test_other_linkers_are_given_every_claim_that_ours_is_given(tmp_path):
    write(300, tmp_path / "claims.jsonl")
    rows = [msgspec.json.decode(line) for line in (tmp_path / "claims.jsonl").read_bytes().splitlines()]
    linked, explained = ours(300)
    assert linked.claims == explained.claims == len({row["id"] for row in rows}) > 200
    assert linked.seconds < explained.seconds
    assert linked.b3_f1 > 0.6


def test_b3_is_one_for_the_truth_and_falls_for_lumping_and_splitting():
    gold = {"a": 1, "b": 1, "c": 2}
    assert b3([("a", "b"), ("c",)], gold) == (1.0, 1.0)
    precision, recall = b3([("a", "b", "c")], gold)
    assert recall == 1.0 > precision
    precision, recall = b3([("a",), ("b",), ("c",)], gold)
    assert precision == 1.0 > recall
