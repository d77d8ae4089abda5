"""A grade follows from the first rule that applies, and the documentation says what the rules are."""

import re
from pathlib import Path

import pytest

from crossbearing.ontology import words
from crossbearing.records import Contradiction, Roots, Side
from crossbearing.weighing.grades import Blame, grade, rules

METHODS = Path(__file__).parents[2] / "docs" / "methods" / "weighing.md"
OPPOSED = (Side(value="yes", claims=("c1",)), Side(value="no", claims=("c2",)))


@pytest.mark.parametrize(
    ("low", "reports", "expected"),
    [(1, 1, "single"), (1, 3, "echoed"), (2, 1, "corroborated"), (3, 4, "corroborated")],
)
def test_the_number_of_roots_decides_and_not_that_of_reports(low: int, reports: int, expected: str):
    given = grade(Roots(low=low, high=9), reports, ["c1"], (), None)
    assert given.happened == expected
    assert given.responsible is None


def test_a_denial_that_it_happened_beats_any_number_of_roots():
    row = Contradiction(field="happened", sides=OPPOSED)
    given = grade(Roots(low=5, high=9), 5, ["c1"], (row,), None)
    assert given.happened == "contested"
    assert given.claims == ("c1", "c2")


def test_who_did_it_may_be_contested_while_that_it_happened_stands():
    row = Contradiction(field="perpetrator", sides=OPPOSED)
    blame = Blame("an army", Roots(low=2, high=2), 2, ("c1",))
    given = grade(Roots(low=2, high=2), 2, ["c3"], (row,), blame)
    assert (given.happened, given.responsible) == ("corroborated", "contested")
    assert "an army" in given.why
    assert {"c1", "c2", "c3"} <= set(given.claims)


def test_the_rule_that_fired_is_named_with_its_version():
    given = grade(Roots(low=1, high=1), 1, ["c1"], (), Blame("rebels", Roots(low=1, high=1), 1, ("c1",)))
    assert given.rule == f"one_account@{rules().version}, one_blames@{rules().version}"


def test_every_rule_gives_a_grade_of_the_ontology():
    for axis in (rules().happened, rules().responsible):
        assert all(name in words().grades for name, _ in axis.values())


def test_the_documentation_defines_each_rule_word_for_word():
    said = re.findall(r"^\| `(\w+)` \| (\w+) \| (.+) \|$", METHODS.read_text(encoding="utf-8"), re.MULTILINE)
    assert said == [(rule, *what) for axis in (rules().happened, rules().responsible) for rule, what in axis.items()]
