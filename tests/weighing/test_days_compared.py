"""How telling it is when two accounts lie, and which words are counts."""

from msgspec.structs import replace as _with

from crossbearing.weighing.comparisons import time, words
from crossbearing.weighing.context import Context
from crossbearing.weighing.facts import Facts
from crossbearing.weighing.settings import settings

MARNAH = {"place": "Marnah", "day": "2014-03-04"}


def facts(desk, report: str) -> Facts:
    return Facts(Context(desk.reports[report], desk.readings[report]), desk.readings[report].claims)


def unname(desk, report: str, at: int) -> None:
    """Make the day of one of a report's claims one that its words do not name."""
    claims = list(desk.readings[report].claims)
    claims[at] = _with(claims[at], when=_with(claims[at].when, text=""))
    desk.readings[report] = _with(desk.readings[report], claims=tuple(claims))


def test_a_day_that_one_account_was_given_says_less_than_one_that_both_name(desk):
    for ident in ("a", "b", "c"):
        desk.report(ident, "Shells struck Marnah.")
        desk.claim(ident, "struck", "shelling", **MARNAH)
    unname(desk, "c", 0)
    named, given = (time(facts(desk, "a"), facts(desk, other)).level for other in ("b", "c"))
    assert (named, given) == ("same_day", "carried_day")
    across = settings().across
    assert across.weight("time", "next_day") < across.weight("time", given) < across.weight("time", named)


def test_what_a_report_tells_as_its_news_is_not_what_happened_on_a_day_long_before(desk):
    def accounts(first: str, *days: str) -> int:
        desk.reports.clear(), desk.readings.clear()
        rest = "The mayor spoke. Bakers wept. Schools shut. The bridge held. Mortars hit a mill in the winter."
        desk.report("a", f"{first} Shells struck Marnah. {rest}", day="2014-03-05")
        for trigger, day in zip(("struck", "hit"), days, strict=True):
            desk.claim("a", trigger, "shelling", place="Marnah", day=day)
        unname(desk, "a", 0)
        return len(desk.weigh())

    assert accounts("A report.", "2014-03-04", "2014-03-04") == 1
    assert accounts("A report.", "2014-03-04", "2014-01-10") == 2
    # News of a trial tells the old deed in its own present.
    assert accounts("The trial began.", "2014-03-04", "2014-01-10") == 1


def test_days_that_differ_keep_apart_unless_both_name_another_or_all_else_of_a_small_place_is_alike(desk):
    def events(first: str, second: str, place: str, *days: str, dead: int = 17) -> int:
        desk.reports.clear(), desk.readings.clear()
        for ident, text in (("a", first), ("b", second)):
            desk.report(ident, text, day="2014-03-09")
        desk.claim("a", "struck", "shelling", place=place, day="2014-03-04", killed=17)
        for trigger, day in zip(("struck", "fell"), days, strict=False):
            desk.claim("b", trigger, "shelling", place=place, day=day, killed=dead)
        return len(desk.weigh())

    told = "Shells struck the grain silo of {0}, killing 17 weavers and the miller Anwar Sabiq in their sleep."
    large, small = told.format("Marnah"), told.format("Tal Dirwan")
    again = "Shells struck the grain silo of Marnah and fell on it, killing 17 weavers and the miller Anwar Sabiq."
    assert events(large, large + " So it was said.", "Marnah", "2014-03-04") == 1
    assert events(large, large + " So it was said.", "Marnah", "2014-03-07") == 2
    assert events(large, again, "Marnah", "2014-03-07", "2014-03-04") == 1
    assert events(small, small + " So it was said.", "Tal Dirwan", "2014-03-07") == 1
    other = "Shells struck a bus of pilgrims near Tal Dirwan, killing four."
    assert events(small, other, "Tal Dirwan", "2014-03-07", dead=4) == 2


def test_the_same_number_of_dead_is_no_word_in_common(desk):
    for ident, text in (("a", "A raid killed 57 near a mill."), ("b", "Floods: 57 dead beside an old bridge.")):
        desk.report(ident, text)
    desk.claim("a", "killed", "killing", killed=57, counted="57")
    desk.claim("b", "dead", "killing", killed=57, counted="57")
    assert words(facts(desk, "a"), facts(desk, "b")).level == "w00"


def test_days_that_one_report_tells_apart_outweigh_the_town_and_the_means_that_they_share():
    within, across = settings().within, settings().across
    shared = [("place", "same_town"), ("kind", "same_means")]
    assert within.weight("time", "next_day") + sum(within.weight(*each) for each in shared) < 0
    assert within.weight("time", "few_days") < within.weight("time", "next_day") < across.weight("time", "next_day")
