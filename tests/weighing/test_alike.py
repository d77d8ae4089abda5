"""Pairs of accounts that are given up before all is compared are pairs that do not weigh above 0."""

import random
from itertools import pairwise

import pytest

from crossbearing.weighing.accounts import accounts_of
from crossbearing.weighing.alike import FINDS_UNTOLD, KEPT, QUICKEST, Alike
from crossbearing.weighing.context import Context
from crossbearing.weighing.decisions import Decisions
from crossbearing.weighing.linking import weight_of
from crossbearing.weighing.settings import settings
from evaluation.large.world import days


@pytest.fixture(scope="module")
def pairs():
    told = [one for day in days(3, 60) for one in day]
    accounts = [account for t in told for account in accounts_of(Context(t.report, t.reading), Decisions())]
    chance = random.Random(1)
    some = [tuple(chance.sample(accounts, 2)) for _ in range(4000)]
    # Chance alone seldom finds two that are alike: those of one place, too.
    by_place = {}
    for account in accounts:
        by_place.setdefault(account.facts.spots[0].key, []).append(account)
    some += [(a, b) for there in by_place.values() for a, b in pairwise(there)]
    return [(a, b) for a, b in some if a.report != b.report]


def test_what_is_given_up_does_not_weigh_above_0(pairs):
    quick = Alike()
    sides = [(quick.side((a.report, 0), a), quick.side((b.report, 0), b)) for a, b in pairs]
    alike = [(quick.may_be(a, b), weight_of(a.account, b.account)) for a, b in sides]
    assert all(may_be or weight <= 0 for may_be, weight in alike)
    # What was kept of other pairs is what each finds by itself.
    afresh = [(found := Alike()).may_be(found.side(a.ref, a.account), found.side(b.ref, b.account)) for a, b in sides]
    assert [may_be for may_be, _ in alike] == afresh
    assert sum(not may_be for may_be, _ in alike) > len(alike) / 2
    assert sum(weight > 0 for _, weight in alike) > 20


def test_every_comparison_of_two_reports_counts_before_a_pair_is_given_up():
    assert {*KEPT, *QUICKEST} == settings().across.levels.keys()
    assert len({*KEPT, *QUICKEST}) == len(KEPT) + len(QUICKEST)
    assert all(FINDS_UNTOLD[name] in settings().across.levels[name] for name in FINDS_UNTOLD)
