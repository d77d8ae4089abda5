"""Compares two accounts: each comparison finds a level, each level has its weight, the weights sum to the pair's."""

from collections.abc import Callable, Mapping

from crossbearing.records import Comparison
from crossbearing.weighing import comparisons
from crossbearing.weighing.comparisons import Found
from crossbearing.weighing.comparisons.wording import shared_words
from crossbearing.weighing.facts import Facts
from crossbearing.weighing.settings import Scale

COMMON: Mapping[str, Callable[[Facts, Facts], Found]] = {
    "place": comparisons.place,
    "time": comparisons.time,
    "kind": comparisons.kind,
    "force": comparisons.force,
    "actor": comparisons.actor,
    "target": comparisons.target,
    "killed": comparisons.killed,
    "injured": comparisons.injured,
    "displaced": comparisons.displaced,
    "words": comparisons.words,
}
"""The comparisons that hold for any pair, by name."""


def levels(a: Facts, b: Facts) -> dict[str, Found]:
    """Return what every comparison that holds for any pair found, by its name; few accounts tell how many fled, so that
    it is left out where one does not.
    """
    found = {name: compare(a, b) for name, compare in COMMON.items()}
    if found["displaced"].level == "unknown":
        del found["displaced"]
    return found


def total(scale: Scale, found: Mapping[str, Found]) -> float:
    """Return the weight of a pair in bits: the prior and one level per comparison."""
    return scale.prior + sum(scale.weight(name, finding.level) for name, finding in found.items())


def in_words(a: Facts, b: Facts, scale: Scale, found: Mapping[str, Found]) -> tuple[Comparison, ...]:
    """Return the comparisons as records, the prior first; their weights sum to the pair's."""
    out = [Comparison(name="prior", found="two accounts at hand, before anything is compared", weight=scale.prior)]
    for name, finding in found.items():
        shown = finding.x
        if name == "words":
            shown = shared_words(a.vector, b.vector)
        elif name == "wording":
            shown = shared_words(a.context.vector, b.context.vector)
        said = scale.words_of(name, finding.level).format(a=finding.a, b=finding.b, x=shown).rstrip(": ")
        out.append(Comparison(name=name, found=said, weight=scale.weight(name, finding.level)))
    return tuple(out)
