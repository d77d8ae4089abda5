"""The kinds of event: complete, and in the words of the schemes they are mapped to."""

from pathlib import Path

import pytest
import yaml

from crossbearing.ontology import Kind, kinds

SCHEMES = yaml.safe_load(Path(__file__).with_name("schemes.yaml").read_text(encoding="utf-8"))

DESIGN = """
killing injury shelling airstrike explosion clash shooting chemical_attack ground_operation siege troop_movement protest
unrest arrest abduction abuse displacement shelter_aid defection destruction ceasefire_agreement territory_change
accuse_condemn demand deny_reject support threaten sanction_resolution consult other
""".split()


def test_the_kinds_are_those_that_the_border_shape_promises():
    assert sorted(kinds()) == sorted(DESIGN)


@pytest.mark.parametrize("name", sorted(DESIGN))
class TestEachKind:
    @pytest.fixture
    def kind(self, name: str) -> Kind:
        return kinds()[name]

    def test_has_a_sentence_for_people(self, kind):
        assert kind.words[0].isupper()
        assert kind.words.endswith(".")
        assert len(kind.words.split()) >= 3

    def test_has_a_plover_type_and_a_mode_unless_the_type_has_none(self, kind):
        event, mode = kind.plover
        modes = SCHEMES["plover"][event]
        assert mode in modes if modes else mode is None

    def test_has_an_acled_event_and_sub_event_type(self, kind):
        event, sub_event = kind.acled
        assert sub_event in SCHEMES["acled"][event]

    def test_a_means_of_violence_is_of_the_violent_family_and_bears_on_a_coded_conflict(self, kind):
        if kind.means:
            assert kind.family == "violence"
            assert kind.ucdp != "none"


def test_no_two_means_are_equally_specific_so_that_an_events_type_never_hangs_on_order():
    ranks = [k.means for k in kinds().values() if k.means]
    assert len(ranks) == len(set(ranks))


def test_two_kinds_that_answer_alike_in_both_schemes_say_that_one_is_only_the_nearest():
    exact = [(k.plover, k.acled) for k in kinds().values() if not k.nearest]
    assert len(exact) == len(set(exact))
