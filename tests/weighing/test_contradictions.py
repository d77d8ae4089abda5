"""Accounts that cannot both hold are drawn as rows; those that can are not."""

import pytest

from crossbearing.records import Event, SourceLink
from crossbearing.weighing.counted import groups
from crossbearing.weighing.words import stem

PLACE = {"place": "Marnah", "day": "2014-03-04"}
MONITOR, STATE = "the Syrian Observatory for Human Rights", "SANA"
DOCTORS = "Doctors Without Borders"


def told(desk, first: dict, second: dict, kind: str = "shelling", more: str = "", later: str = "2014-03-05") -> Event:
    one = "Shells struck the grain market in Marnah and killed farmers unloading carts."
    two = f"In Marnah the grain market was struck and farmers with their carts were killed. {more}"
    for ident, text, how, day in (("a", one, first, "2014-03-05"), ("b", two, second, later)):
        desk.report(ident, text.strip(), outlet=ident, day=day)
        desk.claim(ident, "struck", kind, **PLACE, **how)
    (event,) = desk.weigh()
    return event


@pytest.mark.parametrize(
    ("one", "two", "fields"),
    [
        ((14, 14), (14, None), []),
        ((12, 14), (13, 13), []),
        ((14, 14), (17, 17), ["killed"]),
        ((14, None), (30, None), ["killed"]),
        ((14, None), (16, None), []),
        ((27, None), (50, 50), ["killed"]),
        ((56, None), (100, None), ["killed"]),
        ((500, 1300), (1300, 1300), []),
    ],
)
def test_tolls_contradict_where_they_exclude_each_other_or_differ_twofold(desk, one, two, fields):
    event = told(desk, {"killed": one, "sources": MONITOR}, {"killed": two, "sources": STATE})
    assert [c.field for c in event.contradictions] == fields


@pytest.mark.parametrize(("later", "fields"), [("2014-03-06", ["killed"]), ("2014-03-12", [])])
def test_a_first_word_of_at_least_so_many_is_not_opposed_by_a_count_of_later_days(desk, later, fields):
    first, second = {"killed": (130, None), "sources": MONITOR}, {"killed": 1400, "sources": STATE}
    assert [c.field for c in told(desk, first, second, later=later).contradictions] == fields


def test_what_a_third_report_tells_as_an_earlier_toll_opposes_no_later_one(desk):
    updated = "In Marnah the grain market was struck and 40 were killed, updating an earlier toll on Tuesday of 14."
    desk.report("c", updated, outlet="c", day="2014-03-05")
    desk.claim("c", "struck", "shelling", **PLACE, killed=40, sources=DOCTORS)
    event = told(desk, {"killed": (14, None), "sources": MONITOR}, {"killed": 40, "sources": STATE})
    assert len(event.reports) == 3
    assert event.contradictions == ()


def test_a_later_toll_of_the_same_root_is_no_contradiction(desk):
    assert told(desk, {"killed": 14, "sources": MONITOR}, {"killed": 17, "sources": MONITOR}).contradictions == ()


@pytest.mark.parametrize(
    ("low", "high", "later", "fields"),
    [
        (14, 17, "2014-03-06", []),
        (17, 14, "2014-03-06", ["killed"]),
        (14, 17, "2014-03-20", ["killed"]),
        (14, 40, "2014-03-06", ["killed"]),
    ],
)
def test_a_somewhat_higher_toll_of_the_next_days_is_that_of_later_hours(desk, low, high, later, fields):
    event = told(desk, {"killed": low, "sources": MONITOR}, {"killed": high, "sources": DOCTORS}, later=later)
    assert [c.field for c in event.contradictions] == fields


def test_a_count_in_the_words_of_an_outlet_that_cites_nobody_is_the_outlets(desk):
    event = told(desk, {"killed": 14, "sources": MONITOR}, {"killed": 19})
    (killed,) = event.contradictions
    assert killed.field == "killed"
    assert [side.reports for side in killed.sides] == [("a",), ("b",)]


def test_a_count_that_its_report_also_tells_as_the_least_is_the_least(desk):
    desk.report("b", "22 dead in Marnah, 22 farmers dying. At least 22 were killed in Marnah, farmers with carts.",
                outlet="b", day="2014-03-05", title="22 dead in Marnah, 22 farmers dying.")
    desk.claim("b", "dead", "killing", **PLACE, killed=22, sources=MONITOR, located="title")
    desk.claim("b", "dying", "killing", **PLACE, killed=22, sources=MONITOR, located="title")
    desk.claim("b", "killed", "killing", **PLACE, killed=(22, None), sources=MONITOR)
    desk.report("a", "Shells struck Marnah and killed 26 farmers with carts.", outlet="a", day="2014-03-05")
    desk.claim("a", "killed", "killing", **PLACE, killed=26, sources=STATE)
    (event,) = desk.weigh()
    assert event.contradictions == ()


def test_what_opposed_parties_count_is_no_update_of_each_other(desk):
    event = told(desk, {"killed": 14, "sources": "the Syrian army"}, {"killed": 17, "sources": "Jaish al-Islam"},
                 later="2014-03-06")
    assert [c.field for c in event.contradictions] == ["killed"]


@pytest.mark.parametrize(
    ("few", "many", "fields"),
    [
        ("children", "people", []),
        ("children", None, []),
        ("teachers", "people", []),
        ("children", "boys", ["killed"]),
        ("soldiers", "villagers", []),
        ("soldiers", "people", ["killed"]),
        ("rebel fighters", "army soldiers", []),
    ],
)
def test_counts_of_other_people_or_of_some_of_them_exclude_nothing(desk, few, many, fields):
    first, second = {"killed": 14, "group": few, "sources": MONITOR}, {"killed": 19, "group": many, "sources": STATE}
    assert [c.field for c in told(desk, first, second).contradictions] == fields


MORE = "shells struck the market of Marnah and farmers with carts died"


def test_what_its_only_root_took_back_contradicts_nobody(desk):
    back = f"The group retracted its earlier report that {MORE}."
    desk.report("a", f"In the night {MORE}, in a car bomb.", outlet="a")
    desk.claim("a", "struck", "explosion", place="Marnah", day="2014-03-03", weapon="car bomb", sources=MONITOR)
    desk.report("b", back, outlet="b", day="2014-03-06")
    desk.claim("b", "struck", "explosion", place="Marnah", day="2014-03-03", weapon="car bomb", sources=MONITOR)
    desk.report("c", f"On Tuesday {MORE}, by a bomb on a motorcycle.", outlet="c")
    claim = desk.claim("c", "struck", "explosion", **PLACE, weapon="motorcycle bomb", sources=STATE)
    same = [(claim, desk.readings[i].claims[0].id) for i in "ab"]
    (event,) = desk.weigh(same=same)
    assert event.corrections
    assert event.contradictions == ()
    del desk.reports["b"]
    (event,) = desk.weigh(same=same)
    assert {row.field for row in event.contradictions} == {"date", "weapon"}


def test_the_words_for_whom_tolls_count_are_stems_and_mean_one_thing():
    words = [*groups().parts, *groups().anybody]
    assert [stem(word) for word in words] == words
    assert not groups().parts & groups().anybody


def test_the_dead_of_last_week_are_not_those_of_the_day(desk):
    desk.report("a", "Shells struck the grain market in Marnah and killed farmers, monitors say.", outlet="a")
    desk.claim("a", "struck", "shelling", killed=14, sources=MONITOR, **PLACE)
    desk.report("b", "Shells struck the market in Marnah and killed farmers. Last week shells killed 90.", outlet="b")
    desk.claim("b", "struck", "shelling", killed=14, sources=STATE, **PLACE)
    desk.claim("b", "killed 90", "shelling", place="Marnah", day="2014-02-25", killed=90, sources=STATE)
    both = [(desk.readings[i].claims[0].id, desk.readings["b"].claims[1].id) for i in ("a", "b")]
    assert [c for event in desk.weigh(same=both) for c in event.contradictions if c.field == "killed"] == []


def test_a_report_that_tells_what_both_sides_say_takes_neither(desk):
    desk.report("a", "Shells struck the grain market in Marnah and killed farmers, monitors say.", outlet="a")
    desk.claim("a", "struck", "shelling", by=("the Syrian army",), sources=MONITOR, **PLACE)
    desk.report("b", "Rebels shelled the grain market in Marnah and killed farmers, state media say.", outlet="b")
    desk.claim("b", "shelled", "shelling", by=("rebels",), sources=STATE, **PLACE)
    desk.report("c", "Shells struck the grain market in Marnah. Each blames the other for farmers killed.", outlet="c")
    desk.claim("c", "struck", "shelling", by=("the Syrian army",), sources=MONITOR, **PLACE)
    desk.claim("c", "blames", "shelling", by=("rebels",), sources=STATE, **PLACE)
    ((row,),) = [event.contradictions for event in desk.weigh()]
    assert row.field == "perpetrator"
    assert sorted(s.reports for s in row.sides) == [("a",), ("b",)]
    assert all(len(s.claims) == 2 for s in row.sides)
    del desk.reports["b"]
    ((row,),) = [event.contradictions for event in desk.weigh()]
    assert sorted(s.reports for s in row.sides) == [(), ("a",)]
    assert all(s.claims and s.roots for s in row.sides)


def pair(desk, one: list[dict], two: list[dict] | None = None, kind: str = "shelling") -> list[tuple[str, ...]]:
    """What contradicts of one happening that one or two reports tell in a sentence each for its claims."""
    same = []
    for ident, words, told in (("a", "shells struck the market", one), ("b", "farmers died by their carts", two)):
        if told:
            texts = [f"Number {n}: {how.get('text', words)} here" for n, how in enumerate(told)]
            desk.report(ident, ". ".join(texts) + ".", outlet=ident)
            for n, how in enumerate(told):
                more = {key: value for key, value in how.items() if key != "text"}
                same.append(desk.claim(ident, f"Number {n}", kind, **{"sources": MONITOR, **PLACE, **more}))
    (event,) = desk.weigh(same=[(same[0], other) for other in same[1:]])
    return [(row.field, *(side.value for side in row.sides)) for row in event.contradictions]


def test_what_a_report_tells_in_its_own_voice_rests_on_whom_it_cites_further_down(desk):
    lead, further = {"killed": 19, "sources": ()}, {"sources": MONITOR}
    assert pair(desk, [lead, further], [{"killed": 60, "sources": STATE}]) == [("killed", "19", "60")]
    assert pair(desk, [lead], [{"killed": 60, "sources": STATE}]) == []


def test_a_report_that_tells_the_toll_of_the_other_too_is_not_opposed_to_it(desk):
    first = [{"killed": 56, "sources": MONITOR}]
    assert pair(desk, first, [{"killed": 160, "sources": STATE}]) == [("killed", "56", "160")]
    assert pair(desk, first, [{"killed": 160, "sources": STATE}, {"killed": (56, None), "sources": DOCTORS}]) == [
        ("killed", "56 or more", "160"),
    ]


def test_two_tolls_of_two_roots_in_one_report_contradict_and_neither_is_the_reports_own(desk):
    told = [{"killed": 27, "sources": STATE}, {"killed": 31, "sources": MONITOR}]
    assert pair(desk, told) == [("killed", "27", "31")]
    ((row,),) = [event.contradictions for event in desk.weigh(same=[tuple(c.id for c in desk.readings["a"].claims)])]
    assert [side.reports for side in row.sides] == [(), ()]
    assert pair(desk, [told[0], {"killed": 300, "sources": MONITOR}]) == []
    assert pair(desk, [told[0], {**told[1], "place": "East Side"}]) == []


def test_dozens_exclude_no_number_above_them_and_an_implied_death_none(desk):
    dozens = {"killed": (24, None), "counted": "dozens"}
    assert pair(desk, [dozens], [{"killed": 56, "sources": STATE}]) == []
    assert pair(desk, [dozens], [{"killed": 21, "sources": STATE}]) == []
    assert pair(desk, [dozens], [{"killed": 3, "sources": STATE}]) == [("killed", "3", "24 or more")]
    assert pair(desk, [{}], [{"killed": 9, "sources": STATE}], kind="killing") == []


@pytest.mark.parametrize(
    ("one", "two", "found"),
    [
        ("a bomber driving an ambulance", "a bomber driving a small car", ["ambulance", "car"]),
        ("a booby-trapped motorbike", "a van that was loaded with home-made bombs", ["van", "motorbike"]),
        ("an explosives-laden truck", "a taxi packed with explosives", []),
        ("a bomber driving an ambulance", "farmers who came by car", []),
    ],
)
def test_a_sentence_names_what_brought_the_bomb(desk, one, two, found):
    rows = pair(desk, [{"text": one}], [{"text": two, "sources": STATE}], kind="explosion")
    assert rows == ([("weapon", *found)] if found else [])


ARMY = (SourceLink(name="the Syrian army", kind="military", cue="said"),)


@pytest.mark.parametrize(
    ("armed", "civil", "rows"),
    [
        ({"group": "rebels", "sources": ARMY}, {"group": "children"}, 1),
        ({"group": "terrorists", "sources": ARMY}, {"group": "civilians"}, 1),
        ({"group": "rebels", "sources": ARMY}, {"group": "people"}, 0),  # perhaps rebels too
        ({"group": "soldiers", "sources": ARMY}, {"group": "children"}, 0),  # its own
        ({"group": "rebels", "sources": DOCTORS}, {"group": "children"}, 0),  # no party
    ],
)
def test_fighters_says_their_enemy_and_civilians_say_others(desk, armed, civil, rows):
    place = {"killed": 9, "place": "Tal Dirwan"}
    found = pair(desk, [{**place, **armed}], [{**place, **civil}], kind="airstrike")
    assert [row for row in found if row[0] == "target"] == [("target", "fighters", "civilians")] * rows


def test_in_a_city_others_may_have_been_hit_elsewhere_on_that_day(desk):
    armed, civil = {"killed": 9, "group": "rebels", "sources": ARMY}, {"killed": 9, "group": "children"}
    assert pair(desk, [armed], [civil], kind="airstrike") == []
    assert ("target", "fighters", "civilians") in pair(desk, [armed, civil], kind="airstrike")


def test_a_side_names_its_reports_claims_and_roots(desk):
    event = told(desk, {"killed": 14, "sources": MONITOR}, {"killed": 17, "sources": STATE})
    (row,) = event.contradictions
    assert [(s.value, s.reports) for s in row.sides] == [("14", ("a",)), ("17", ("b",))]
    assert all(s.claims and s.roots for s in row.sides)


def test_opposed_parties_named_by_different_roots_contradict(desk):
    event = told(desk, {"by": ("the Syrian army",), "sources": MONITOR}, {"by": ("rebels",), "sources": STATE})
    assert [c.field for c in event.contradictions] == ["perpetrator"]
    assert event.grade.responsible == "contested"
    assert event.grade.happened == "corroborated"


def test_allies_named_side_by_side_do_not_contradict(desk):
    event = told(
        desk, {"by": ("the Syrian army",), "sources": MONITOR}, {"by": ("Russian warplanes",), "sources": STATE}
    )
    assert event.contradictions == ()


def test_sides_that_fight_each_other_do_not_contradict(desk):
    event = told(
        desk, {"by": ("the Syrian army",), "sources": MONITOR}, {"by": ("rebels",), "sources": STATE}, kind="clash"
    )
    assert event.contradictions == ()


def test_who_says_that_it_did_not_happen_contests_it(desk):
    event = told(desk, {"sources": MONITOR}, {"sources": STATE, "polarity": "negated"})
    assert [c.field for c in event.contradictions] == ["happened"]
    assert event.grade.happened == "contested"


def test_two_days_for_one_happening_contradict(desk):
    for ident, day, text in (
        ("a", "2014-03-04", "Shells struck the grain market of Marnah and killed 14 farmers who unloaded their carts."),
        ("b", "2014-03-05", "The grain market of Marnah was struck by shells: 14 farmers who unloaded carts are dead."),
    ):
        desk.report(ident, text, outlet=ident)
        desk.claim(ident, "struck", "shelling", place="Marnah", day=day, killed=14, sources=MONITOR)
    (event,) = desk.weigh()
    assert [(c.field, [s.value for s in c.sides]) for c in event.contradictions] == [
        ("date", ["2014-03-04", "2014-03-05"])
    ]


def test_two_days_with_two_tolls_are_of_two_happenings_that_were_joined(desk):
    for ident, day, killed in (("a", "2014-03-04", 14), ("b", "2014-03-05", 9)):
        desk.report(ident, f"Shells struck Marnah and killed {killed} farmers with carts.", outlet=ident)
        desk.claim(ident, "struck", "shelling", place="Marnah", day=day, killed=killed, sources=MONITOR)
    same = [tuple(reading.claims[0].id for reading in desk.readings.values())]
    assert [c for event in desk.weigh(same=same) for c in event.contradictions] == []


def test_days_that_lie_far_apart_are_of_two_happenings_that_were_joined(desk):
    for ident, day in (("a", "2014-03-04"), ("b", "2014-03-24")):
        desk.report(ident, f"Shells struck Marnah and killed farmers with carts, {ident} says.", outlet=ident, day=day)
        desk.claim(ident, "struck", "shelling", place="Marnah", day=day, killed=14, sources=MONITOR)
    same = [tuple(reading.claims[0].id for reading in desk.readings.values())]
    assert [c for event in desk.weigh(same=same) for c in event.contradictions] == []


@pytest.mark.parametrize(("arrested", "fields"), [("2014-03-06", []), ("2014-03-04", ["happened"])])
def test_that_it_had_not_happened_yet_is_no_denial(desk, arrested, fields):
    desk.report("a", "No traders were arrested in Marnah, the monitors say.", outlet="a", day="2014-03-05")
    none = desk.claim("a", "arrested", "arrest", place="Marnah", polarity="negated", sources=MONITOR)
    desk.report("b", "Two traders of Marnah are arrested, state media say.", outlet="b", day="2014-03-06")
    two = desk.claim("b", "arrested", "arrest", place="Marnah", day=arrested, sources=STATE)
    assert [c.field for event in desk.weigh(same=[(none, two)]) for c in event.contradictions] == fields


@pytest.mark.parametrize(("verb", "denying"), [("blames", ()), ("condemns", ("b",))])
def test_who_is_said_to_be_accused_is_told_of_as_the_doer(desk, verb, denying):
    army = {"by": ("the Syrian army",), "certainty": "alleged"}
    desk.report("a", "Shells struck the grain market in Marnah, monitors say.", outlet="a")
    desk.claim("a", "struck", "shelling", by=("the Syrian army",), sources=MONITOR, **PLACE)
    desk.report("b", f"The council {verb} the army: shells struck the grain market; it denied that.", outlet="b")
    desk.claim("b", "struck", "shelling", sources=DOCTORS, **PLACE)
    desk.claim("b", verb, "accuse_condemn", by=("the council",), on=("the Syrian army",))
    desk.claim("b", "denied", "deny_reject", **army)
    ((row,),) = [event.contradictions for event in desk.weigh()]
    assert [side.value for side in row.sides] == ["Syrian army", "not Syrian army"]
    assert [side.reports for side in row.sides] == [("a",), denying]


@pytest.mark.parametrize(("deed", "contested"), [
    ("the attack", True), ("deliberately shelling the market", True), ("lying about the attack", False),
    ("hiding the bodies", False),
])  # fmt: skip
def test_who_is_accused_of_what_they_did_about_it_is_not_told_of_as_the_doer(desk, deed, contested):
    desk.report("a", "Shells of the rebels struck the grain market in Marnah, monitors say.", outlet="a")
    desk.claim("a", "struck", "shelling", by=("the Free Syrian Army",), sources=MONITOR, **PLACE)
    desk.report("b", f"Shells struck the grain market; doctors accused the army of {deed}.", outlet="b")
    desk.claim("b", "struck", "shelling", sources=DOCTORS, **PLACE)
    desk.claim("b", "accused", "accuse_condemn", by=("doctors",), on=("the Syrian army",), sources=DOCTORS)
    assert any(event.contradictions for event in desk.weigh()) == contested


def test_who_denies_to_have_done_it_contests_who_did_it_and_not_that_it_happened(desk):
    army = (SourceLink(name="the Syrian army", kind="military", cue="denied"),)
    event = told(
        desk,
        {"by": ("the Syrian army",), "sources": MONITOR},
        {"by": ("the Syrian army",), "sources": army, "certainty": "denied"},
    )
    assert [c.field for c in event.contradictions] == ["perpetrator"]
    assert event.grade.happened != "contested"


def test_what_is_set_right_within_a_sentence_is_no_denial(desk):
    desk.report("a", "Shells struck Marnah on Tuesday, killing nine traders, monitors say.", outlet="a")
    desk.claim("a", "struck", "explosion", sources=MONITOR, killed=9, **PLACE)
    desk.report("b", "What killed nine traders in Marnah on Tuesday was a rocket and not a bomb.", outlet="b")
    desk.claim("b", "killed", "explosion", sources=STATE, killed=9, **PLACE)
    desk.claim("b", "bomb", "explosion", sources=STATE, polarity="negated", **PLACE)
    assert [c.field for event in desk.weigh() for c in event.contradictions] == []


@pytest.mark.parametrize(
    ("said", "fields"),
    [
        ("was due to a gas leak and not a car bomb", []),
        ("was no bomb but a rocket", []),
        ("was no bomb, but the council stays on guard", ["happened"]),
        ("was no bomb and nobody was hurt", ["happened"]),
    ],
)
def test_a_word_that_is_only_set_against_another_denies_nothing(desk, said, fields):
    desk.report("a", "A bomb struck Marnah on Tuesday, killing nine traders, monitors say.", outlet="a")
    desk.claim("a", "struck", "explosion", sources=MONITOR, killed=9, **PLACE)
    desk.report("b", f"The noise in Marnah that killed nine traders on Tuesday {said}, state media say.", outlet="b")
    desk.claim("b", "bomb", "explosion", sources=STATE, polarity="negated", killed=9, **PLACE)
    assert [c.field for event in desk.weigh() for c in event.contradictions] == fields


@pytest.mark.parametrize(("whom", "fields"), [("gunmen", ["happened"]), ("villagers", [])])
def test_who_killed_fighters_may_deny_that_civilians_were_killed(desk, whom, fields):
    desk.report("a", "Shells struck Marnah on Tuesday, killing nine villagers, monitors say.", outlet="a")
    desk.claim("a", "killing", "killing", sources=MONITOR, on=("villagers",), killed=9, **PLACE)
    desk.report("b", f"Shells killed nine {whom} in Marnah on Tuesday. No villagers died, state media say.", outlet="b")
    desk.claim("b", "killed", "killing", sources=STATE, on=(whom,), killed=9, **PLACE)
    desk.claim("b", "died", "killing", sources=STATE, on=("villagers",), certainty="denied", **PLACE)
    assert [c.field for event in desk.weigh() for c in event.contradictions if c.field == "happened"] == fields


@pytest.mark.parametrize(
    ("what", "fields"),
    [("using bombs", []), ("bombing the market", ["perpetrator"]), ("carrying out the strike", ["perpetrator"])],
)
def test_who_denies_what_is_done_at_all_denies_no_one_happening(desk, what, fields):
    army = ("the Syrian army",)
    desk.report("a", f"Shells struck Marnah on Tuesday, monitors say. The Syrian army denies {what}.", outlet="a")
    desk.claim("a", "struck", "shelling", by=army, sources=MONITOR, **PLACE)
    desk.claim("a", "denies", "deny_reject", by=army, certainty="denied", **PLACE)
    assert [c.field for event in desk.weigh() for c in event.contradictions] == fields


@pytest.mark.parametrize("how", [{"polarity": "negated"}, {"certainty": "denied"}])
def test_who_tells_of_it_and_says_how_it_was_not_sets_it_right(desk, how):
    desk.report("a", "Shells struck Marnah on Tuesday, killing nine traders, state media say.", outlet="a")
    desk.claim("a", "struck", "explosion", sources=STATE, killed=9, **PLACE)
    desk.report("b", "A blast killed nine traders in Marnah. No car blew up in Marnah on Tuesday.", outlet="b")
    desk.claim("b", "killed", "explosion", sources=MONITOR, killed=9, **PLACE)
    desk.claim("b", "blew", "explosion", sources=MONITOR, **how, **PLACE)
    assert [c.field for event in desk.weigh() for c in event.contradictions] == []


def test_a_denial_contests_the_army_of_the_country_where_it_happened_alone(desk):
    moscow = (SourceLink(name="Moscow", kind="government", cue="denied"),)
    denied = {"by": ("Russian warplanes",), "sources": moscow, "certainty": "denied"}
    assert told(desk, {"by": ("the army",), "sources": MONITOR}, denied).contradictions == ()


def test_dozens_yield_to_the_number_that_the_report_gives(desk):
    desk.report("a", "Dozens died in Marnah. Shells struck the market. Nineteen traders were killed.", outlet="a")
    for trigger, low, high, text in (("died", 24, None, "Dozens"), ("killed", 19, 19, "Nineteen")):
        desk.claim("a", trigger, "killing", killed=(low, high), counted=text, sources=MONITOR, **PLACE)
    (event,) = desk.weigh()
    assert event.reports[0].figures["killed"].low == 19


def test_who_denies_for_their_own_side_what_nobody_is_blamed_for_denies_that_it_happened(desk):
    army = (SourceLink(name="the Syrian army", kind="military", cue="told"),)
    event = told(desk, {"sources": MONITOR}, {"by": ("the Syrian army",), "sources": army, "polarity": "negated"})
    assert [c.field for c in event.contradictions] == ["happened"]
    assert event.grade.happened == "contested"


def test_a_denial_that_people_were_killed_contests_an_event_that_is_called_by_its_means(desk):
    desk.report("a", "Gunmen killed nine traders in Marnah and blew up the mill, state media said.", outlet="a")
    desk.claim("a", "killed", "killing", sources=STATE, by=("gunmen",), killed=9, **PLACE)
    desk.claim("a", "blew", "explosion", sources=STATE, by=("gunmen",), **PLACE)
    desk.report("b", "The monitors denied that gunmen killed nine traders in Marnah, where a mill burst.", outlet="b")
    desk.claim("b", "burst", "explosion", sources=MONITOR, **PLACE)
    desk.claim("b", "killed", "killing", sources=MONITOR, by=("gunmen",), killed=9, certainty="denied", **PLACE)
    (event,) = desk.weigh()
    assert event.type == "explosion"
    assert "agree" not in event.roots.why
    assert [[s.value for s in c.sides] for c in event.contradictions] == [["killing", "no killing"]]
    assert event.grade.happened == "contested"


@pytest.mark.parametrize(("doers", "responsible"), [(("gunmen", "snipers"), None), (("the army", "the army"), True)])
def test_a_description_that_fits_several_sides_blames_no_party(desk, doers, responsible):
    one, other = doers
    event = told(desk, {"by": (one,), "sources": MONITOR}, {"by": (other,), "sources": STATE})
    assert (event.grade.responsible is not None) == bool(responsible)


def test_a_number_in_words_is_no_round_one(desk):
    desk.report("a", "Ten people died in Marnah. Shells struck the market. Nine were killed.", outlet="a")
    for trigger, count, text in (("died", 10, "Ten"), ("killed", 9, "Nine")):
        desk.claim("a", trigger, "killing", killed=(count, count), counted=text, sources=MONITOR, **PLACE)
    (event,) = desk.weigh()
    assert event.reports[0].figures["killed"].low == 10


@pytest.mark.parametrize(("refused", "contested"), [
    ("rejected the accusations", True), ("rejected a plea for a truce", False), ("blocked the inspectors", False),
])  # fmt: skip
def test_who_refuses_something_else_denies_no_deed(desk, refused, contested):
    desk.report("a", "The army shelled the grain market in Marnah, monitors say.", outlet="a")
    desk.claim("a", "shelled", "shelling", by=("the Syrian army",), sources=MONITOR, **PLACE)
    desk.report("b", f"Shells struck the grain market in Marnah; the army {refused}.", outlet="b")
    desk.claim("b", "struck", "shelling", sources=DOCTORS, **PLACE)
    desk.claim("b", refused.split()[0], "deny_reject", by=("the Syrian army",), certainty="asserted")
    fields = [row.field for event in desk.weigh() for row in event.contradictions]
    assert fields == (["perpetrator"] if contested else [])


@pytest.mark.parametrize(("certainty", "contested"), [("alleged", True), ("reported", False)])
def test_where_parties_fight_only_an_accusation_is_a_rival_account_of_who_did_it(desk, certainty, contested):
    desk.report("a", "Troops clashed with fighters in Marnah; army shells struck the market, monitors say.", outlet="a")
    desk.claim("a", "clashed", "clash", sources=MONITOR, **PLACE)
    desk.claim("a", "struck", "shelling", by=("the Syrian army",), sources=MONITOR, **PLACE)
    desk.report("b", "Rebel shells struck the grain market in Marnah on Tuesday, doctors say.", outlet="b")
    desk.claim("b", "struck", "shelling", by=("rebels",), sources=DOCTORS, certainty=certainty, **PLACE)
    same = [tuple(c.id for r in desk.readings.values() for c in r.claims if c.type == "shelling")]
    rows = [row for event in desk.weigh(same=same) for row in event.contradictions]
    assert [row.field for row in rows] == (["perpetrator"] if contested else [])


def test_a_party_named_in_several_ways_makes_one_row(desk):
    named = [("a", "the Syrian army", MONITOR), ("b", "the Syrian government", DOCTORS), ("c", "rebels", STATE)]
    for ident, doer, source in named:
        desk.report(ident, f"Shells struck the grain market in Marnah, {ident} says.", outlet=ident)
        desk.claim(ident, "struck", "shelling", by=(doer,), sources=source, **PLACE)
    rows = [row for event in desk.weigh() for row in event.contradictions]
    assert [sorted(side.reports for side in row.sides) for row in rows] == [[("a", "b"), ("c",)]]


def test_a_denial_in_arabic_contests_who_did_it(desk):
    desk.report("a", "The army shelled the grain market in Marnah, monitors say.", outlet="a")
    desk.claim("a", "shelled", "shelling", by=("the Syrian army",), sources=MONITOR, **PLACE)
    desk.report("b", "سقطت قذائف على السوق في مرنة. نفى الجيش السوري ذلك.", outlet="b")
    shells = desk.claim("b", "سقطت قذائف", "shelling", sources=DOCTORS, **PLACE)
    denied = desk.claim("b", "نفى", "deny_reject", by=("the Syrian army",), certainty="asserted", **PLACE)
    same = [(desk.readings["a"].claims[0].id, shells), (shells, denied)]
    assert "perpetrator" in [row.field for event in desk.weigh(same=same) for row in event.contradictions]
