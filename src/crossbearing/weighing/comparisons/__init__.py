"""The comparisons: one file per question asked of two accounts."""

from crossbearing.weighing.comparisons.found import Found
from crossbearing.weighing.comparisons.kind import compatible_kinds, force, kind
from crossbearing.weighing.comparisons.parties import actor, target
from crossbearing.weighing.comparisons.place import in_one_small_place, place, places_exclude
from crossbearing.weighing.comparisons.time import days_exclude, days_meet, time
from crossbearing.weighing.comparisons.toll import displaced, injured, killed
from crossbearing.weighing.comparisons.wording import names, wording, words

__all__ = [
    "Found",
    "actor",
    "compatible_kinds",
    "days_exclude",
    "days_meet",
    "displaced",
    "force",
    "in_one_small_place",
    "injured",
    "killed",
    "kind",
    "names",
    "place",
    "places_exclude",
    "target",
    "time",
    "wording",
    "words",
]  # fmt: skip
