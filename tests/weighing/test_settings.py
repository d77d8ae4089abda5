"""The weights file holds every level that a comparison can find, and no other."""

import ast
import inspect

from crossbearing.ontology import kinds
from crossbearing.weighing import compare, tellings
from crossbearing.weighing.settings import Scale, settings

LEVELS = {
    name: set(getattr(settings().across, name)) | set(getattr(settings().within, name))
    for name in Scale.__struct_fields__[1:]
}


def spoken() -> set[str]:
    """Every string in the code of the comparisons."""
    trees = [ast.parse(inspect.getsource(module)) for module in (compare, tellings)]
    words = {
        n.value for tree in trees for n in ast.walk(tree) if isinstance(n, ast.Constant) and isinstance(n.value, str)
    }
    return words | {"not_compared"}


def test_no_level_of_the_file_is_dead():
    assert {level for levels in LEVELS.values() for level in levels} <= spoken()


def test_both_scales_know_the_same_levels_of_what_both_compare():
    for name in ("place", "time", "kind", "actor", "killed", "injured", "words"):
        assert set(getattr(settings().across, name)) == set(getattr(settings().within, name)), name


def test_every_finding_can_be_said_in_words():
    for scale in (settings().across, settings().within):
        for name in Scale.__struct_fields__[1:]:
            for weight, words in getattr(scale, name).values():
                assert -20 <= weight <= 20
                assert words.format(a="A", b="B", x="X")


def test_kin_are_two_different_kinds_of_the_ontology():
    for a, b in settings().kin:
        assert a != b
        assert {a, b} <= set(kinds())


def test_more_of_the_same_never_weighs_less():
    scale = settings().across
    assert [scale.words[w][0] for w in sorted(scale.words)] == sorted(scale.words[w][0] for w in scale.words)
    bins = [w for w in sorted(scale.wording) if w.startswith("r")]
    assert [scale.wording[w][0] for w in bins] == sorted(scale.wording[w][0] for w in bins)
    for toll in (scale.killed, scale.injured):
        same = [toll[level][0] for level in ("same_few", "same_some", "same_large")]
        assert max(toll["differ"][0], toll["differ_much"][0]) < min(same)
        assert same == sorted(same)
    places = scale.place
    assert places["same_spot"][0] > places["same_city"][0] > places["apart"][0]
    assert places["same_area"][0] > places["far"][0]
