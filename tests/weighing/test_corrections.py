"""What a root set right, counts higher by now or took back is kept, and holds no more."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossbearing.records import Claim, Correction, Event, Figure, SourceLink
from crossbearing.weighing import corrections
from crossbearing.weighing.contradictions import Voice
from crossbearing.weighing.correction_words import pattern, recalls, revises, wordings

PLACE = {"place": "Marnah", "day": "2014-03-04"}
MONITOR, STATE = "the Syrian Observatory for Human Rights", "SANA"
TEXTS = (
    "Shells struck the grain market in Marnah and killed farmers unloading carts{}.",
    "In Marnah the grain market was struck and farmers with their carts were killed{}.",
    "Farmers died by their carts as the grain market of Marnah was struck with shells{}.",
)
RIGHT = ", correcting an earlier toll"


def told(desk, *tellings: dict) -> Event:
    """One happening as several reports tell it, each with its day, root, count and last words."""
    for n, (text, how) in enumerate(zip(TEXTS, tellings, strict=False)):
        told = {"sources": MONITOR, **how}
        ident = "abc"[n]
        desk.report(ident, text.format(told.pop("more", "")), outlet=ident, day=told.pop("on"))
        desk.claim(ident, "struck", "shelling", **PLACE, **told)
    (event,) = desk.weigh()
    return event


def rows(event: Event) -> list[tuple[str, str, str]]:
    return [(row.field, row.before.value, row.after.value) for row in event.corrections]


def test_a_higher_count_of_the_same_root_on_a_later_day_takes_the_place_of_its_first(desk):
    event = told(desk, {"on": "2014-03-04", "killed": 14}, {"on": "2014-03-05", "killed": 17})
    assert rows(event) == [("killed", "14", "17")]
    figure = event.figures["killed"]
    assert (figure.low, figure.best, figure.high) == (17, 17, 17)
    assert [report.figures["killed"].low for report in event.reports] == [14, 17]


CIVILIANS, SOLDIERS = {"killed": 14, "group": "civilians"}, {"killed": 17, "group": "soldiers"}
PEOPLE, CHILDREN = {"killed": 19, "group": "people"}, {"killed": 5, "group": "children"}


@pytest.mark.parametrize(
    ("first", "later", "low", "high"),
    [
        ({"on": "2014-03-04", "killed": 17}, {"on": "2014-03-05", "killed": 14}, 14, 17),  # perhaps of a part
        ({"on": "2014-03-04", "killed": 14}, {"on": "2014-03-05", "killed": 140}, 14, 140),  # perhaps a total
        ({"on": "2014-03-04", "killed": 14}, {"on": "2014-03-04", "killed": 17}, 14, 17),  # who knows which came first
        ({"on": "2014-03-04", "killed": 14}, {"on": "2014-03-05", "killed": 17, "sources": STATE}, 14, 17),
        # vaguer
        ({"on": "2014-03-04", "killed": 20}, {"on": "2014-03-05", "killed": (15, None), "more": RIGHT}, 15, None),
        ({"on": "2014-03-04", **CIVILIANS}, {"on": "2014-03-05", **SOLDIERS}, 14, 17),
        ({"on": "2014-03-04", **PEOPLE}, {"on": "2014-03-05", **CHILDREN, "more": RIGHT}, 5, 19),
    ],
)
def test_what_may_be_of_something_else_or_by_others_takes_no_place(desk, first, later, low, high):
    event = told(desk, first, later)
    assert event.corrections == ()
    assert (event.figures["killed"].low, event.figures["killed"].high) == (low, high)


def test_a_later_count_leaves_what_its_root_counted_of_other_people(desk):
    desk.report("a", "Shells struck Marnah and killed farmers. Guards of the market died too.", outlet="a")
    civilians = desk.claim("a", "killed", "killing", **PLACE, sources=MONITOR, **CIVILIANS)
    soldiers = desk.claim("a", "died", "killing", **PLACE, sources=MONITOR, killed=5, group="soldiers")
    desk.report("b", "Shells that struck Marnah killed farmers.", outlet="b", day="2014-03-06")
    later = desk.claim("b", "killed", "killing", **PLACE, sources=MONITOR, killed=17, group="civilians")
    (event,) = desk.weigh(same=[(civilians, soldiers), (civilians, later)])
    (row,) = event.corrections
    assert (row.before.claims, row.after.claims) == ((civilians,), (later,))


@pytest.mark.parametrize(
    ("whole", "some", "low"),
    [("people", "teachers", 17), ("civilians", "boys", 17), ("soldiers", "teachers", 3), ("teachers", "soldiers", 3)],
)
def test_who_is_among_those_of_a_count_that_was_given_up_is_no_toll_of_its_own(desk, whole, some, low):
    desk.report("a", TEXTS[0].format(""), outlet="a", day="2014-03-04")
    desk.claim("a", "killed", "killing", **PLACE, sources=MONITOR, killed=14, group=whole)
    desk.claim("a", "unloading", "killing", **PLACE, sources=MONITOR, killed=3, group=some)
    desk.report("b", TEXTS[1].format(""), outlet="b", day="2014-03-05")
    desk.claim("b", "killed", "killing", **PLACE, sources=MONITOR, killed=17, group=whole)
    first, *rest = [claim.id for reading in desk.readings.values() for claim in reading.claims]
    (event,) = desk.weigh(same=[(first, other) for other in rest])
    assert event.figures["killed"].low == low


def test_a_lower_count_that_is_told_as_a_correction_takes_the_place_of_the_higher(desk):
    event = told(desk, {"on": "2014-03-04", "killed": 20}, {"on": "2014-03-05", "killed": 12, "more": RIGHT})
    assert rows(event) == [("killed", "20", "12")]
    assert event.figures["killed"].high == 12


def test_a_count_that_its_root_gave_up_contradicts_nobody(desk):
    first, state = {"on": "2014-03-04", "killed": 40}, {"on": "2014-03-05", "killed": 12, "sources": STATE}
    right = {"on": "2014-03-05", "killed": 12, "more": RIGHT}
    assert [row.field for row in told(desk, first, state).contradictions] == ["killed"]
    assert told(desk, first, state, right).contradictions == ()


def test_what_its_only_root_took_back_is_discounted_and_kept(desk):
    back = {"on": "2014-03-05", "killed": 20, "more": "; it retracted its earlier report"}
    event = told(desk, {"on": "2014-03-04", "killed": 20}, back)
    assert event.grade.happened == "discounted"
    assert len(event.claims) == 2
    assert event.figures == {}
    assert {row.before.value for row in event.corrections} == {"shelling"}
    assert set(event.grade.claims) == {claim.id for claim in event.claims}


def test_what_is_read_as_denied_by_who_takes_it_back_is_taken_back_too(desk):
    back = {"on": "2014-03-05", "certainty": "denied", "more": "; it retracted its earlier report"}
    event = told(desk, {"on": "2014-03-04", "killed": 20}, back)
    assert event.grade.happened == "discounted"
    assert {row.before.reports for row in event.corrections} == {("a",), ("b",)}


def test_what_an_earlier_version_of_a_report_said_gives_way_to_what_it_counts_now_whoever_counts(desk):
    version = (SourceLink(name="An earlier version of this report", kind="other", cue="said", named=False),)
    desk.report("a", "Shells killed farmers in Marnah. As the shells fell carts burnt and farmers died.", outlet="a")
    desk.claim("a", "killed", "killing", **PLACE, killed=5, sources=version)
    desk.claim("a", "died", "killing", **PLACE, killed=7, sources=STATE)
    (event,) = desk.weigh()
    assert rows(event) == [("killed", "5", "7")]
    assert (event.figures["killed"].low, event.reports[0].figures["killed"].low) == (7, 7)


def test_the_word_that_takes_back_is_no_deed_that_was_taken_back(desk):
    desk.report("a", "The monitor withdrew its claim that farmers were killed in Marnah.", outlet="a")
    desk.claim("a", "withdrew", "territory_change", **PLACE, sources=MONITOR)
    desk.claim("a", "killed", "killing", **PLACE, killed=5, sources=MONITOR)
    assert {row[1] for event in desk.weigh() for row in rows(event)} == {"killing"}


def test_what_one_root_took_back_stands_by_the_other(desk):
    first, state = {"on": "2014-03-04", "killed": 20}, {"on": "2014-03-04", "killed": 18, "sources": STATE}
    assert told(desk, first, state).grade.happened == "corroborated"
    event = told(desk, first, state, {"on": "2014-03-05", "killed": 20, "more": "; it retracted its earlier report"})
    assert event.grade.happened == "echoed"
    assert (event.roots.low, event.figures["killed"].high) == (1, 18)


def test_nobody_is_blamed_for_what_nobody_stands_by_or_only_fears(desk):
    desk.report("a", TEXTS[0].format(""), outlet="a")
    told = {"by": ("the Syrian army",), "sources": MONITOR, "polarity": "negated"}
    refuted = desk.claim("a", "struck", "shelling", **PLACE, **told)
    (event,) = desk.weigh(refuted=[refuted])
    assert (event.grade.happened, event.grade.responsible) == ("discounted", None)
    desk.report("b", "Rebels will shell Kafr Sahib, the army fears.", outlet="b")
    desk.claim("b", "shell", "shelling", place="Kafr Sahib", by=("rebels",), certainty="feared_predicted")
    assert [event.grade.responsible for event in desk.weigh()] == [None, None]


def test_what_people_judged_not_to_have_happened_is_discounted_where_nobody_else_says_that_it_did(desk):
    desk.report("a", TEXTS[0].format(""), outlet="a")
    claim = desk.claim("a", "struck", "shelling", **PLACE, sources=MONITOR, polarity="negated")
    assert [event.grade.happened for event in desk.weigh(refuted=[claim])] == ["discounted"]
    assert [event.grade.happened for event in desk.weigh()] == ["single"]
    desk.report("b", TEXTS[1].format(""), outlet="b")
    desk.claim("b", "struck", "shelling", **PLACE, sources=STATE)
    assert [event.grade.happened for event in desk.weigh(refuted=[claim])] == ["contested"]


EXAMPLES = {
    "revising": [
        "The ministry revised its death toll on Monday.",
        "The count was later corrected to 12.",
        "A new toll of 24 was given.",
        "The ministry now says that 12 died.",
        "The article misstated how many died.",
        "The correct number is 21.",
    ],
    "rising": ["The number killed rose sharply to at least 32."],
    "comparing": ["It stood at 32, up from 20."],
    "taking_back": [
        "The ministry withdrew its earlier claim that 40 soldiers were killed.",
        "The report that ten people were killed has been withdrawn.",
    ],
    "former": ["It said 47, after an initial toll of 58."],
    "recalled": ["had earlier said"],
    "versions": ["An earlier version of this article"],
    "corrected": ["This corrects a report of June 8."],
}


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_wording_is_alive(name):
    patterns = getattr(wordings(), name)
    assert len(patterns) == len(EXAMPLES[name])
    every = [each.replace("NUMBER", wordings().number) for each in patterns]
    for each, example in zip(every, EXAMPLES[name], strict=True):
        assert re.search(each, example, re.IGNORECASE)
        others = [other for other in every if other != each]
        assert not any(re.search(other, example, re.IGNORECASE) for other in others), f"more than {each} finds this"


@pytest.mark.parametrize(
    ("sentence", "counts"),
    [
        ("The death toll climbed to thirty.", ["thirty"]),
        ("It jumped from 20 to 32.", ["32"]),
        ("Some 32 were killed, up from an initial toll of 20.", ["32"]),
    ],
)
def test_a_count_that_is_told_as_a_change_revises(sentence, counts):
    assert revises(sentence, counts)


@pytest.mark.parametrize(
    ("sentence", "counts"),
    [
        ("Rebels withdrew from the town where 20 people were killed.", ["20"]),
        ("He spoke of taking back the whole country.", []),
        ("Smoke rose over the houses and ten people died.", ["ten"]),
        ("Last updated at 16:01.", []),
        ("The army raised its flag to the roof.", []),
        ("Ten people died as fighters came down from the hills.", ["Ten"]),
        ("Police numbers were increased from 3 to 9 after 14 were killed.", ["14"]),
        ("Fighters came down from the hills in two trucks.", ["two"]),
        ("The dead were raised from the rubble, 14 of them.", ["14"]),
    ],
)
def test_what_only_sounds_like_a_correction_is_none(sentence, counts):
    assert not pattern("taking_back").search(sentence)
    assert not revises(sentence, counts)


def telling(n: int, root: str, day: int, killed: int, *, right: bool) -> Voice:
    figure = Figure(measure="killed", low=killed, high=killed, text=str(killed), span=(0, 1))
    claim = Claim(
        id=f"c{n}", report=f"r{n}", trigger=(0, 1), evidence=(0, 9), type="killing", certainty="reported",
        figures=(figure,),
    )
    return Voice(
        report=f"r{n}", claims=(claim,), roots={claim.id: frozenset({root})}, updates=right, day=day, publisher=None,
        sentences={claim.id: "The toll was revised." if right else "People were killed."},
    )


tellings = st.lists(
    st.tuples(st.sampled_from("xyz"), st.integers(1, 4), st.integers(1, 30), st.booleans()), min_size=1, max_size=8,
)


@given(tellings, st.randoms())
def test_every_root_still_holds_a_count_and_the_order_of_reports_does_not_matter(told, chance):
    voices = [telling(n, root, day, killed, right=right) for n, (root, day, killed, right) in enumerate(told)]
    found = corrections.find(voices)
    shuffled = [*voices]
    chance.shuffle(shuffled)

    def as_set(rows: tuple[Correction, ...]) -> set[tuple[str, ...]]:
        return {(*row.before.claims, *row.after.claims, *row.before.roots, row.why) for row in rows}

    assert as_set(corrections.find(shuffled)) == as_set(found)
    held: dict[str, int] = {}
    for voice in (corrections.applied(voice, found) for voice in voices):
        (root,) = voice.roots[voice.claims[0].id]
        held[root] = held.get(root, 0) + len(voice.holding("killed"))
    assert all(held.values())
    for row in found:
        days = [next(v.day for v in voices if v.report == side.reports[0]) for side in (row.before, row.after)]
        assert days[0] <= days[1]


def test_a_count_told_as_an_earlier_one_is_recalled():
    claim = Claim(
        id="c", report="r", trigger=(0, 1), evidence=(0, 9), type="killing", certainty="reported",
        figures=(Figure(measure="killed", low=47, high=47, text="47", span=(0, 2)),),
    )
    assert recalls(claim, "The monitor spoke of an initial death toll of 47.")
    assert not recalls(claim, "The monitor counted 47, up from an initial toll of 20.")


@pytest.mark.parametrize(("sentence", "sources", "old"), [
    ("This corrects a story which said that 47 were hurt.", ("a story", "an official"), True),
    ("The desk amended its report which said that 47 were hurt.", ("its report",), True),
    ("The ministry says 47 were hurt, and corrects no report.", ("The ministry",), False),
    ("A report said that 47 were hurt as officers corrected the aim of their guns.", ("A report",), False),
])  # fmt: skip
def test_what_a_report_said_that_is_set_right_is_recalled(sentence, sources, old):
    links = tuple(SourceLink(name=name, kind="other", cue="said") for name in sources)
    claim = Claim(
        id="c", report="r", trigger=(0, 1), evidence=(0, 9), type="injury", certainty="reported", sources=links,
    )  # fmt: skip
    assert recalls(claim, sentence) == old
