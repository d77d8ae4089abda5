"""The weights file holds every level that a comparison can find, and no other."""

import ast
from pathlib import Path

from crossbearing import weighing
from crossbearing.ontology import kinds
from crossbearing.weighing.settings import settings

ACROSS, WITHIN = settings().across.levels, settings().within.levels


def spoken() -> set[str]:
    """Every string in the code of the comparisons."""
    folder = Path(weighing.__file__).parent
    trees = [
        ast.parse(p.read_text())
        for p in (*folder.glob("comparisons/*.py"), folder / "tellings.py", folder / "linking.py")
    ]
    return {
        n.value for tree in trees for n in ast.walk(tree) if isinstance(n, ast.Constant) and isinstance(n.value, str)
    }


def test_no_level_of_the_file_is_dead():
    assert {level for scale in (ACROSS, WITHIN) for levels in scale.values() for level in levels} <= spoken()


def test_both_scales_know_the_same_levels_of_what_both_compare():
    assert {name: set(ACROSS[name]) for name in ACROSS.keys() & WITHIN.keys()} == {
        name: set(WITHIN[name]) for name in ACROSS.keys() & WITHIN.keys()
    }


def test_every_finding_can_be_said_in_words():
    for scale in (ACROSS, WITHIN):
        for levels in scale.values():
            for weight, words in levels.values():
                assert -20 <= weight <= 20
                assert words.format(a="A", b="B", x="X")


def test_kin_are_two_different_kinds_of_the_ontology():
    for a, b in settings().kin:
        assert a != b
        assert {a, b} <= set(kinds())
    assert settings().rare <= set(kinds())


def test_more_of_the_same_never_weighs_less():
    for name, first in (("words", "w"), ("wording", "r")):
        bins = [ACROSS[name][level][0] for level in sorted(ACROSS[name]) if level.startswith(first)]
        assert bins == sorted(bins), name
    for name in ("killed", "injured"):
        differ = max(ACROSS[name][level][0] for level in ("differ_few", "differ", "differ_much"))
        assert all(ACROSS[name][level][0] > differ for level in ("same_few", "same_some", "same_large"))
    places = {level: weight for level, (weight, _) in ACROSS["place"].items()}
    assert min(places["same_spot"], places["same_town"]) >= places["same_city"] >= places["same_metropolis"]
    assert places["same_metropolis"] > places["far"]
    times = {level: weight for level, (weight, _) in ACROSS["time"].items()}
    assert times["same_day"] > times["next_day"] > times["few_days"] > times["weeks"] > times["long"]
