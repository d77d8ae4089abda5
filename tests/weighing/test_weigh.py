"""What is told of one happening becomes one event, and what is not stays apart."""

import pytest

from crossbearing.records import SourceLink
from crossbearing.weighing import comparisons
from crossbearing.weighing.comparisons import Found
from crossbearing.weighing.context import Context
from crossbearing.weighing.facts import Facts
from crossbearing.weighing.settings import settings

AGENCY = (SourceLink(name="AFP", kind="agency", cue="byline"),)


def two_accounts(desk) -> None:
    desk.report(
        "a",
        "Shells hit the grain market in Marnah on Tuesday. At least 12 people died, the Observatory said.",
        outlet="One",
    )
    desk.claim(
        "a", "Shells", "shelling", place="Marnah", day="2014-03-04", sources="the Syrian Observatory for Human Rights"
    )
    desk.claim(
        "a",
        "died",
        "killing",
        place="Marnah",
        day="2014-03-04",
        killed=(12, None),
        sources="the Syrian Observatory for Human Rights",
    )
    desk.report("b", "A doctor in Marnah counted 12 bodies after shells struck the grain market.", outlet="Two")
    desk.claim(
        "b",
        "struck",
        "shelling",
        place="Marnah",
        day="2014-03-04",
        killed=12,
        sources=(SourceLink(name="Adib Kassar, a doctor", kind="medic", cue="counted"),),
    )


def test_a_strike_and_its_dead_are_one_event(desk):
    two_accounts(desk)
    (event,) = desk.weigh()
    assert event.type == "shelling"
    assert {c.report for c in event.claims} == {"a", "b"}
    assert event.figures["killed"].low == 12
    assert event.where is not None
    assert event.where.name == "Marnah"


def test_what_is_only_feared_names_no_event_that_tells_of_what_was(desk):
    desk.report("a", "Thousands fled Marnah on Tuesday, fearing that the army would shell the town.")
    for words, kind, certainty in (("fled", "displacement", "asserted"), ("shell", "shelling", "feared_predicted")):
        desk.claim("a", words, kind, place="Marnah", day="2014-03-04", certainty=certainty)
    assert [event.type for event in desk.weigh()] == ["displacement"]


def test_two_named_roots_that_agree_corroborate(desk):
    two_accounts(desk)
    (event,) = desk.weigh()
    assert event.grade.happened == "corroborated"
    assert (event.roots.low, event.roots.high) == (2, 2)
    assert "2 articles, 2 publishers, 2 roots" in event.roots.why


def test_a_link_keeps_its_comparisons_and_they_sum_to_its_weight(desk):
    two_accounts(desk)
    (event,) = desk.weigh()
    ids = {c.id for c in event.claims}
    assert len(event.links) == len(ids) - 1
    for link in event.links:
        assert {link.a, link.b} <= ids
        assert abs(sum(c.weight for c in link.comparisons) - link.weight) < 1e-9


@pytest.mark.parametrize(("elsewhere", "level"), [("Marnah", "one_place"), ("Kafr Sahib", "several_places")])
def test_a_report_about_one_place_is_likelier_about_one_happening(desk, elsewhere, level):
    desk.report("a", f"In Marnah shells fell at dawn. In {elsewhere} one more shell hit a mill. Two died in Marnah.")
    told = ("fell", "shelling", "Marnah"), ("hit", "shelling", elsewhere), ("died", "killing", "Marnah")
    for trigger, kind, place in told:
        desk.claim("a", trigger, kind, place=place, day="2014-03-04")
    said = settings().within.levels["story"]
    comparisons = [c for event in desk.weigh() for link in event.links for c in link.comparisons if c.name == "story"]
    assert {(c.weight, c.found) for c in comparisons} == {said[level]}
    assert said["several_places"][0] < said["one_place"][0]


def test_tolls_in_two_towns_of_one_report_are_two_events(desk):
    text = "In Marnah shells killed nine people. In Kafr Sahib shells killed four people."
    desk.report("a", text)
    desk.claim("a", "killed nine", "killing", place="Marnah", day="2014-03-04", killed=9)
    desk.claim("a", "killed four", "killing", place="Kafr Sahib", day="2014-03-04", killed=4)
    assert [len(e.claims) for e in desk.weigh()] == [1, 1]


def test_the_same_town_a_month_later_is_another_event(desk):
    for ident, day in (("a", "2014-03-04"), ("b", "2014-04-07")):
        desk.report(ident, "Shells hit Marnah and people died.", day=day, outlet=ident)
        desk.claim(ident, "Shells", "shelling", place="Marnah", day=day, killed=12)
    assert len(desk.weigh()) == 2


def test_two_attacks_of_other_weeks_that_an_agency_tells_in_its_stock_phrases_are_two_events(desk):
    told = {
        "2014-03-05": "Terrorists targeted the neighborhoods of Marnah with mortar shells, and six citizens died.",
        "2014-03-26": "Six citizens died when terrorists targeted the countryside of Marnah, a breach of the truce.",
    }
    for day, text in told.items():
        desk.report(day, f"{text} The terrorist attacks caused material damage.", outlet="SANA", day=day)
        desk.claim(day, "targeted", "shelling", place="Marnah")
        desk.claim(day, "died", "killing", place="Marnah", killed=6)
    assert len(desk.weigh()) == 2


def test_the_toll_of_a_whole_war_is_no_toll_of_what_was_told_before_it(desk):
    desk.report("a", "Shells hit Marnah and people fled. The war has killed 40000 people.", day="2014-03-05")
    desk.claim("a", "Shells", "shelling", place="Marnah", day="2014-03-04")
    desk.claim("a", "killed", "killing", place="Marnah", killed=40000, since_long_ago=True)
    assert [event.figures.keys() for event in desk.weigh()] == [set(), {"killed"}]


def test_who_joins_a_total_to_what_one_account_tells_splits_it_nowhere(desk):
    desk.report("a", "Shells hit Marnah. The war has killed 40 people. The shells wounded more.", day="2014-03-05")
    shells = desk.claim("a", "Shells", "shelling", place="Marnah", day="2014-03-04")
    total = desk.claim("a", "killed", "killing", place="Marnah", killed=40, since_long_ago=True)
    desk.claim("a", "wounded", "injury", place="Marnah", day="2014-03-04")
    assert [len(event.claims) for event in desk.weigh(same=[(shells, total)])] == [3]


def test_a_denial_joins_the_event_it_denies(desk):
    two_accounts(desk)
    desk.report(
        "c",
        "Shells killed 12 in Marnah, activists said, but the army denied that it shelled the grain market.",
        outlet="Three",
    )
    desk.claim(
        "c",
        "killed",
        "shelling",
        place="Marnah",
        day="2014-03-04",
        killed=12,
        by=("the Syrian army",),
        sources="activists",
    )
    denial = desk.claim("c", "denied", "deny_reject", by=("the Syrian army",))
    (event,) = desk.weigh()
    assert denial in {c.id for c in event.claims}
    assert event.grade.responsible == "contested"
    assert [c.field for c in event.contradictions] == ["perpetrator"]


def test_a_denial_without_a_noun_answers_what_the_denier_is_accused_of(desk):
    desk.report("a", "Peruvian jets hit Marnah, killing six, Quito said. Lima was quiet. Peru denied it.")
    hit = desk.claim("a", "hit", "airstrike", place="Marnah", day="2014-03-04", killed=6, by=("Peruvian jets",))
    denied = desk.claim("a", "denied", "deny_reject", by=("Peru",))
    assert [[c.id for c in event.claims] for event in desk.weigh()] == [[hit, denied]]


def test_a_denial_of_somebody_else_without_a_noun_stands_alone(desk):
    desk.report("a", "Peruvian jets hit Marnah, killing six, Quito said. Lima was quiet. Chad denied it.")
    desk.claim("a", "hit", "airstrike", place="Marnah", day="2014-03-04", killed=6, by=("Peruvian jets",))
    desk.claim("a", "denied", "deny_reject", by=("Chad",))
    assert sorted(event.type for event in desk.weigh()) == ["airstrike", "deny_reject"]


@pytest.mark.parametrize(("weapon", "found"), [("car bomb", "other_means"), ("bombs", "kin")])
def test_a_bomb_that_somebody_brought_is_no_air_strike(desk, weapon, found):
    facts = []
    for ident, kind, by in (("a", "airstrike", None), ("b", "explosion", weapon)):
        desk.report(ident, "Grain traders died when bombs tore through the Marnah mill.", outlet=ident)
        desk.claim(ident, "tore", kind, place="Marnah", day="2014-03-04", weapon=by)
        facts.append(Facts(Context(desk.reports[ident], desk.readings[ident]), desk.readings[ident].claims))
    assert comparisons.kind(*facts).level == comparisons.kind(*reversed(facts)).level == found


def test_a_speech_act_that_names_no_happening_stands_alone(desk):
    two_accounts(desk)
    desk.report("d", "The minister called for new elections.", outlet="Four")
    alone = desk.claim("d", "called", "demand", by=("the minister",))
    assert [[c.id for c in e.claims] for e in desk.weigh() if e.type == "demand"] == [[alone]]


def test_a_report_with_a_physical_happening_has_exactly_one_principal_event(desk):
    desk.report(
        "a",
        "Blast kills nine in Marnah\n\nA blast killed nine there. In Kafr Sahib a strike killed two. The council met.",
    )
    for trigger, kind, place, killed in (
        ("Blast", "explosion", "Marnah", 9),
        ("blast", "explosion", "Marnah", 9),
        ("strike", "airstrike", "Kafr Sahib", 2),
        ("met", "consult", None, None),
    ):
        desk.claim("a", trigger, kind, place=place, killed=killed)
    events = desk.weigh()
    principal = [e for e in events for r in e.reports if r.principal]
    assert len(events) == 3
    assert [e.type for e in principal] == ["explosion"]


def test_a_report_without_violence_has_no_principal_event(desk):
    desk.report("a", "Ministers met in Marnah.")
    desk.claim("a", "met", "consult", place="Marnah")
    assert [r.principal for e in desk.weigh() for r in e.reports] == [False]


def test_every_event_shows_when_and_where_it_was_and_what_it_is_called(desk):
    two_accounts(desk)
    (event,) = desk.weigh()
    assert event.when is not None
    assert str(event.when.earliest) == "2014-03-04"
    assert event.label == "Shelling, Marnah, 2014-03-04: 12 killed"


def test_a_reading_without_its_report_is_left_out(desk):
    two_accounts(desk)
    del desk.reports["b"]
    assert {c.report for e in desk.weigh() for c in e.claims} == {"a"}


def test_nothing_told_gives_no_event(desk):
    desk.report("a", "The sun rose over Marnah.")
    assert desk.weigh() == ()


def test_the_same_number_of_people_who_fled_on_one_day_leads_two_accounts_together(desk):
    texts = ("Some 2,400 people fled over the border, the agency says.", "Ankara puts who crossed at 2,400.")
    for ident, trigger, text in zip("ab", ("fled", "crossed"), texts, strict=True):
        desk.report(ident, text, outlet=ident)
        desk.claim(ident, trigger, "displacement", place="Marnah province", day="2014-03-04", displaced=2400)
    (event,) = desk.weigh()
    assert "2400 displaced in both" in [c.found for link in event.links for c in link.comparisons]


def test_a_toll_that_both_accounts_give_is_found_among_those_that_only_one_does(desk):
    facts = []
    for ident, lows in (("a", (14, 14, 15)), ("b", (15, 31, 31))):
        desk.report(ident, "First eight died, then they were killed, then more were slain.", outlet=ident)
        for trigger, low in zip(("died", "killed", "slain"), lows, strict=True):
            desk.claim(ident, trigger, "killing", place="Marnah", day="2014-03-04", killed=low)
        facts.append(Facts(Context(desk.reports[ident], desk.readings[ident]), desk.readings[ident].claims))
    assert comparisons.killed(*facts) == Found("same_large", x="15")


@pytest.mark.parametrize(("kind", "words", "found"), [
    ("killing", "in the attack", True),
    ("injury", "during that heavy bombardment", True),
    ("killing", "by the strikes on the mill", True),
    ("killing", "in an attack", False),
    ("killing", "in the mill", False),
    ("killing", "on Monday, a day before the attack", False),
    ("shelling", "in the attack", False),
])
def test_a_toll_of_the_attack_points_back_at_the_deed_told_before(desk, kind, words, found):
    desk.report("a", f"Shells hit Marnah on Tuesday. Six people were reported hit {words}, the mayor said.")
    desk.claim("a", "reported hit", kind, killed=6)
    (claim,) = desk.readings["a"].claims
    assert Facts(Context(desk.reports["a"], desk.readings["a"]), [claim]).points is found
