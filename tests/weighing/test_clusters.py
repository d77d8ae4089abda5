"""Grouping keeps what must be apart apart, and joins what is alike on the whole."""

from hypothesis import given
from hypothesis import strategies as st

from crossbearing.weighing.clusters import cluster, components


def never(*_: int) -> float:
    return -3.0


def none(*_: int) -> bool:
    return False


def test_a_chain_of_likenesses_does_not_join_its_ends():
    weights = {(0, 1): 2.0, (1, 2): 2.0, (0, 2): -9.0}
    assert cluster([0, 1, 2], weights, never, none) == [[0, 1], [2]]


def test_two_that_cannot_be_one_stay_apart_though_a_third_is_like_both():
    weights = {(0, 2): 9.0, (1, 2): 8.0, (0, 1): 7.0}
    assert cluster([0, 1, 2], weights, never, lambda a, b: (a, b) == (0, 1)) == [[0, 2], [1]]


def test_a_pair_that_was_not_compared_counts_against():
    assert cluster([0, 1, 2], {(0, 1): 3.0, (1, 2): 2.9}, lambda *_: -9.0, none) == [[0, 1], [2]]


@given(
    st.dictionaries(st.tuples(st.integers(0, 7), st.integers(0, 7)).filter(lambda p: p[0] < p[1]), st.floats(-9, 9)),
    st.sets(st.tuples(st.integers(0, 7), st.integers(0, 7)).filter(lambda p: p[0] < p[1])),
)
def test_every_item_is_in_one_group_and_no_forbidden_pair_in_any(weights, forbidden):
    groups = cluster(range(8), weights, never, lambda a, b: (a, b) in forbidden)
    assert sorted(i for g in groups for i in g) == list(range(8))
    assert not any(a in g and b in g for g in groups for a, b in forbidden)


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9))))
def test_components_hold_every_item_once_and_no_pair_crosses(pairs):
    found = components(range(10), pairs)
    where = {i: n for n, c in enumerate(found) for i in c}
    assert sorted(i for c in found for i in c) == list(range(10))
    assert all(where[a] == where[b] for a, b in pairs)
