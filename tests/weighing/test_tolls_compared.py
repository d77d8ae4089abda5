"""How telling it is what two accounts count, and what they leave out."""

import pytest

from crossbearing.weighing.accounts import accounts_of
from crossbearing.weighing.alike import Alike
from crossbearing.weighing.comparisons import killed
from crossbearing.weighing.context import Context
from crossbearing.weighing.decisions import Decisions
from crossbearing.weighing.linking import weight_of
from crossbearing.weighing.settings import settings

KINDS = {"blockade": "territory_change", "raid": "airstrike"}


def told(desk, *words: str, dead: int | None = None, text: str = "A {} of the Marnah mill was told of.", day: int = 4):
    """The accounts of two reports, the second of a text and day of its own where they are given."""
    accounts = []
    told_so = (("a", "A {} of the Marnah mill was told of.", 4), ("b", text, day))
    for word, (outlet, wording, when) in zip(words, told_so, strict=True):
        desk.report(outlet, wording.format(word), outlet=outlet)
        desk.claim(outlet, word, KINDS[word], place="Marnah", day=f"2014-03-0{when}", killed=dead)
        accounts += accounts_of(Context(desk.reports[outlet], desk.readings[outlet]), Decisions())
    return accounts


@pytest.mark.parametrize(
    ("one", "two", "found"),
    [("blockade", "blockade", "none_to_tell"), ("blockade", "raid", "none_to_tell"), ("raid", "raid", "unknown")],
)
def test_a_toll_is_missed_only_where_both_tell_of_violence(desk, one, two, found):
    a, b = told(desk, one, two)
    assert killed(a.facts, b.facts).level == killed(b.facts, a.facts).level == found
    across = settings().across
    assert across.weight("killed", "unknown") < across.weight("killed", "none_to_tell")


def test_a_toll_that_both_tell_counts_whatever_happened(desk):
    a, b = told(desk, "blockade", "blockade", dead=12)
    assert killed(a.facts, b.facts).level == "same_large"


def test_a_pair_that_is_alike_only_since_no_toll_is_missed_is_not_given_up(desk):
    a, b = told(desk, "blockade", "blockade", text="Soldiers took hold there: a {} of Marnah was told of.", day=5)
    across, quick = settings().across, Alike()
    assert 0 < weight_of(a, b) < across.weight("killed", "none_to_tell") - across.weight("killed", "unknown")
    assert quick.may_be(quick.side((a.report, 0), a), quick.side((b.report, 0), b))
