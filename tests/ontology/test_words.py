"""The closed sets of words stand once, in the ontology; the types of records repeat them and must not drift."""

from typing import get_args

import pytest

from crossbearing.ontology import words
from crossbearing.records import Certainty, GradeName, Measure, Nature, SourceKind


@pytest.mark.parametrize(
    ("of_ontology", "of_records"),
    [
        (words().certainties, Certainty),
        (words().measures, Measure),
        (words().natures, Nature),
        (words().grades, GradeName),
        (words().source_kinds, SourceKind),
    ],
)
def test_records_allow_just_the_words_of_the_ontology(of_ontology, of_records):
    assert set(of_ontology) == set(get_args(of_records))


def test_every_word_has_its_own_sentence_for_people():
    for group in (words().certainties, words().measures, words().natures, words().grades, words().source_kinds):
        assert all(group.values())
        assert len(set(group.values())) == len(group)
