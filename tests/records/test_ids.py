"""Ids are made of content alone."""

import subprocess
import sys

from hypothesis import given
from hypothesis import strategies as st

from crossbearing.records import content_id

PARTS = st.lists(st.one_of(st.text(), st.integers(), st.none()), max_size=6)


@given(PARTS)
def test_the_same_content_has_the_same_id(parts):
    assert content_id("c", *parts) == content_id("c", *list(parts))


@given(st.lists(st.text(), max_size=5), st.lists(st.text(), max_size=5))
def test_other_content_has_another_id_however_it_is_cut_into_parts(one, other):
    assert (content_id("c", *one) == content_id("c", *other)) == (one == other)


@given(st.text(alphabet=st.characters(categories=["Cs", "L"]), max_size=8))
def test_half_a_surrogate_pair_does_not_stop_an_id(text):
    assert content_id("r", text).startswith("r-")


def test_an_id_does_not_hang_on_the_hash_seed():
    code = "from crossbearing.records import content_id; print(content_id('c', 'Hama', 3, None))"
    one, other = (
        subprocess.run(
            [sys.executable, "-c", code], env={"PYTHONHASHSEED": seed}, capture_output=True, check=True,
        ).stdout
        for seed in ("0", "1")
    )
    assert one == other != b""
