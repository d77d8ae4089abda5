"""What happened, and whether it did."""

from functools import lru_cache

from crossbearing.ontology import kinds
from crossbearing.weighing.comparisons.found import Found
from crossbearing.weighing.facts import TOLL, Facts
from crossbearing.weighing.settings import settings


def kind(a: Facts, b: Facts) -> Found:
    """Compare what happened."""
    one, two = a.means, b.means
    if one == two:
        rare = one in settings().rare
        return Found("same_rare" if rare else "same_means" if kinds()[one].means > TOLL else "same_kind", one, two, one)
    if (a.brought and two in settings().fired) or (b.brought and one in settings().fired):
        return Found("other_means", one, two)
    if compatible_kinds(one, two) or a.kinds & b.kinds:
        return Found("kin", one, two)
    both = kinds()[one].family == kinds()[two].family == "violence"
    return Found("other_means" if both else "other", one, two)


@lru_cache(maxsize=4096)
def compatible_kinds(a: str, b: str) -> bool:
    """Whether one happening may be of both kinds at once: a means and its toll, or a pair that `weights.yaml` lists.

    >>> compatible_kinds("airstrike", "killing"), compatible_kinds("airstrike", "protest")
    (True, False)
    """
    one, two = kinds()[a], kinds()[b]
    violence = one.family == two.family == "violence" and min(one.means, two.means) <= TOLL
    return a == b or violence or (a, b) in settings().kin or (b, a) in settings().kin


def force(a: Facts, b: Facts) -> Found:
    """Compare whether both tell it as having happened, or both only as feared, demanded or supposed."""
    return Found("same" if a.happened == b.happened else "other")
