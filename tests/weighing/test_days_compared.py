"""How telling it is when two accounts lie, and which words are counts."""

from msgspec.structs import replace as _with

from crossbearing.weighing.comparisons import time, words
from crossbearing.weighing.context import Context
from crossbearing.weighing.facts import Facts
from crossbearing.weighing.settings import settings

MARNAH = {"place": "Marnah", "day": "2014-03-04"}


def facts(desk, report: str) -> Facts:
    return Facts(Context(desk.reports[report], desk.readings[report]), desk.readings[report].claims)


def test_a_day_that_one_account_was_given_says_less_than_one_that_both_name(desk):
    for ident in ("a", "b", "c"):
        desk.report(ident, "Shells struck Marnah.")
        desk.claim(ident, "struck", "shelling", **MARNAH)
    carried = desk.readings["c"].claims[0]
    when = type(carried.when)(earliest=carried.when.earliest, latest=carried.when.latest)
    desk.readings["c"] = _with(desk.readings["c"], claims=(_with(carried, when=when),))
    named, given = (time(facts(desk, "a"), facts(desk, other)).level for other in ("b", "c"))
    assert (named, given) == ("same_day", "carried_day")
    across = settings().across
    assert across.weight("time", "next_day") < across.weight("time", given) < across.weight("time", named)


def test_the_same_number_of_dead_is_no_word_in_common(desk):
    for ident, text in (("a", "A raid killed 57 near a mill."), ("b", "Floods: 57 dead beside an old bridge.")):
        desk.report(ident, text)
    desk.claim("a", "killed", "killing", killed=57, counted="57")
    desk.claim("b", "dead", "killing", killed=57, counted="57")
    assert words(facts(desk, "a"), facts(desk, "b")).level == "w00"
