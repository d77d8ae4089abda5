"""Tolls that exclude each other, and those that one count passed on its way."""

import msgspec
import pytest

from crossbearing.records import SourceLink

MONITOR = (SourceLink(name="the Syrian Observatory for Human Rights", kind="ngo", cue="said"),)
STATE = (SourceLink(name="SANA", kind="agency", cue="reported"),)
RESIDENTS = (SourceLink(name="residents", kind="resident", cue="said", named=False),)
DOCTORS = (SourceLink(name="the Doctors' Union of Marnah", kind="ngo", cue="said"),)
BOTH = (MONITOR[0], SourceLink(name="the Doctors' Union of Marnah", kind="ngo", cue="said", joint=True))
WHO = {"monitor": MONITOR, "state": STATE, "residents": RESIDENTS, "doctors": DOCTORS, "both": BOTH}
SLIP = [("monitor", 12, 5), ("monitor", 12, 6), ("state", 60, 6)]
Told = tuple[str, int, int | None]
"""Who tells a toll, the toll, and the day of March on which it is told."""


def rows(desk, told: list[Told]) -> list[tuple[str, str]]:
    """The tolls that are found to contradict each other."""
    for n, (who, killed, day) in enumerate(told):
        ident, outlet = f"r{n}", "One" if who == "residents" else f"outlet{n}"
        text = f"Shells struck the grain market of Marnah, {ident} was told."
        desk.report(ident, text, outlet=outlet, day=f"2014-03-{day or 5:02}")
        if day is None:
            desk.reports[ident] = msgspec.structs.replace(desk.reports[ident], published=None)
        source = WHO[who]
        desk.claim(ident, "struck", "shelling", place="Marnah", day="2014-03-05", sources=source, killed=killed)
    first, *others = [reading.claims[0].id for reading in desk.readings.values()]
    (event,) = desk.weigh(same=[(first, other) for other in others])
    return [
        (row.sides[0].value, row.sides[1].value) for row in event.contradictions if row.field == "killed"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ([("monitor", 5, 5), ("state", 26, 6), ("monitor", 60, 7)], [("26", "60")]),
        ([("state", 5, 5), ("monitor", 9, 6), ("state", 40, 6)], [("9", "40")]),
        ([("both", 5, 5), ("state", 26, 6), ("monitor", 60, 7), ("doctors", 60, 7)], [("26", "60")]),
    ],
)
def test_of_what_a_root_counted_on_the_way_through_the_others_toll_only_the_last_contradicts(desk, told, found):
    assert rows(desk, told) == found


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ([("monitor", 22, 5), ("state", 26, 5)], [("22", "26")]),
        # it never reached what the agency counts
        ([("monitor", 22, 5), ("state", 26, 5), ("monitor", 25, 5)], [("22", "26"), ("25", "26")]),
        ([("monitor", 5, 5), ("state", 26, 5), ("monitor", 25, 6)], [("5", "26"), ("25", "26")]),
        # two weeks on it is another count
        ([("monitor", 5, 5), ("state", 26, 5), ("monitor", 60, 20)], [("5", "26"), ("26", "60")]),
        # only one of two roots counted on
        ([("both", 5, 5), ("state", 26, 6), ("monitor", 60, 7)], [("5", "26"), ("26", "60")]),
        # it fell
        ([("monitor", 35, 5), ("monitor", 22, 7), ("state", 26, 7)], [("22", "26"), ("26", "35")]),
        # it rose, and the other was told only after that
        ([("state", 5, 5), ("state", 40, 6), ("monitor", 22, 8)], [("5", "22"), ("22", "40")]),
        ([("state", 5, 5), ("state", 60, 6), ("monitor", 5, 9)], [("5", "60")]),
        # two counts of one day did not rise, one of them is wrong
        ([("monitor", 5, 5), ("monitor", 20, 5), ("state", 5, 8)], [("5", "20")]),
        ([*SLIP, ("monitor", 120, 5)], [("12", "60"), ("60", "120")]),
        # a slip of one day, which the next took back
        ([*SLIP, ("monitor", 120, 6), ("monitor", 12, 7)], [("12", "60"), ("60", "120")]),
        # the other insists
        ([("state", 5, 5), ("state", 5, 7), ("state", 5, 9), ("monitor", 5, 5), ("monitor", 20, 6)], [("5", "20")]),
        # nobody knows whether these are the same people
        ([("residents", 4, 5), ("residents", 30, 6), ("state", 12, 6)], [("4", "12"), ("12", "30")]),
        # or which of these was told first
        ([("monitor", 5, None), ("monitor", 60, None), ("state", 20, None)], [("5", "20"), ("20", "60")]),
    ],
)  # fmt: skip
def test_what_a_root_did_not_pass_on_its_way_contradicts(desk, told, found):
    assert rows(desk, told) == found


def deeds(desk, monitor: list[tuple[str, str, int]], *others: tuple[str, str, int]) -> list[tuple[str, str]]:
    """The tolls that contradict each other where the monitor tells of some deeds (who, what, how many), and reports of
    other roots of one more each.
    """
    texts = [" ".join(f"{who} {what} Marnah, killing {n} people. " for who, what, n in monitor)]
    texts += [f"{who} {what} Marnah, killing {n} people. " for who, what, n in others]
    told = [monitor, *([other] for other in others)]
    roots = [MONITOR, STATE, DOCTORS]
    for at, (text, each, sources) in enumerate(zip(texts, told, roots, strict=False)):
        desk.report(f"r{at}", text, outlet=f"outlet{at}")
        for who, _, killed in each:
            how = {"day": "2014-03-05", "sources": sources, "killed": killed, "by": (who,)}
            desk.claim(f"r{at}", f"killing {killed}", "killing", place="Marnah", **how)
    first, *rest = [claim.id for reading in desk.readings.values() for claim in reading.claims]
    (event,) = desk.weigh(same=[(first, other) for other in rest])
    return [(row.sides[0].value, row.sides[1].value) for row in event.contradictions if row.field == "killed"]


SHELLED, BOMBED = ("rebels", "shelled"), ("government forces", "bombed")


def test_what_hostile_parties_did_is_counted_each_apart_where_somebody_tells_of_both(desk):
    assert deeds(desk, [(*SHELLED, 3), (*BOMBED, 45)], (*SHELLED, 7)) == [("3", "7")]


def test_what_two_tell_of_two_hostile_doers_is_one_deed_where_nobody_tells_of_both(desk):
    assert deeds(desk, [(*BOMBED, 45)], (*SHELLED, 7)) == [("7", "45")]


def test_gunmen_whom_nobody_knows_and_the_men_of_another_state_are_not_kept_apart(desk):
    told = [("US warplanes", "struck", 40), ("Gunmen", "shelled", 2)]
    assert deeds(desk, told, ("Gunmen", "struck", 70)) == [("40", "70")]
