"""Which tellings of the harmed mean the same person, and how many a report counts."""

from typing import get_args

import msgspec
import pytest

from crossbearing.records import UNTOLD, Certainty, Claim, Figure, Person, ReportFigure
from crossbearing.weighing.figures import event_figure, report_figure
from crossbearing.weighing.people import Told, distinct, people_of
from crossbearing.weighing.tallies import tallies


def person(words: str, at: int, **told: object) -> Person:
    return Person(words=words, span=(at, at + len(words)), **told)


def killing(at: int, *people: Person, figures: tuple[Figure, ...] = (), **told: object) -> Claim:
    return Claim(
        id=f"c-{at}",
        report="r",
        trigger=(at, at + 6),
        evidence=told.pop("evidence", (at, at + 45)),
        type=told.pop("type", "killing"),
        certainty=told.pop("certainty", "asserted"),
        people=people,
        figures=figures,
        **told,
    )


def count(low: int, high: int | None, at: int = 0) -> Figure:
    return Figure(measure="killed", low=low, high=high, text=str(low), span=(at, at + 1))


def test_a_surname_and_a_description_are_the_person_named_in_full() -> None:
    told = [person("Odeh", 40, name="Odeh"), person("the nurse", 80), person("Rana Odeh", 0, name="Rana Odeh", age=31)]
    assert len(distinct([Told(f"c-{n}", each) for n, each in enumerate(told)])) == 1


def test_a_first_name_and_a_last_name_are_the_person_who_has_both() -> None:
    told = [person(name, at, name=name) for at, name in ((0, "Rana Odeh"), (40, "Odeh"), (80, "Rana"))]
    assert len(distinct([Told(f"c-{n}", each) for n, each in enumerate(told)])) == 1
    assert len(distinct([Told(f"c-{n}", each) for n, each in enumerate(told[1:])])) == 2


@pytest.mark.parametrize(("names", "persons"), [
    (("Ali Hassan Khatib", "Ali Khatib", "Hassan Khatib"), 2),
    (("Omar Ali Hassan", "Ali Hassan", "Omar Hassan", "Omar Ali"), 3),
    (("Ali Hassan Khatib", "Ali Khatib", "A. Khatib", "Hassan", "Khatib"), 1),
])
def test_full_names_that_disagree_are_two_people_though_a_third_has_the_parts_of_both(names, persons) -> None:
    told = [person(name, 40 * n, name=name) for n, name in enumerate(names)]
    assert len(distinct([Told(f"c-{n}", each) for n, each in enumerate(told)])) == persons


def test_age_sex_and_name_keep_people_apart() -> None:
    boy, girl = person("a boy", 0, age=6, sex="male", child=True), person("a girl", 20, age=9, sex="female", child=True)
    assert len(distinct([Told("a", boy), Told("b", girl)])) == 2
    names = [person("Samir Haddad", 0, name="Samir Haddad"), person("Lina Khoury", 30, name="Lina Khoury")]
    assert len(distinct([Told("a", names[0]), Told("b", names[1])])) == 2
    man, child = person("a man", 0, sex="male"), person("his son", 20, age=11, sex="male", child=True)
    assert len(distinct([Told("a", man), Told("b", child)])) == 2


@pytest.mark.parametrize(("words", "age", "persons"), [
    ("The teenager", 19, 1), ("The teenager", 20, 2), ("The girl", 19, 2), ("The girl", 17, 1),
    ("The teenager", None, 1), ("The girl", None, 2),
])  # fmt: skip
def test_a_teenager_may_be_just_grown(words: str, age: int | None, persons: int) -> None:
    young, other = person(words, 0, child=True), person("a woman" if age is None else "the victim", 50, age=age)
    assert len(distinct(people_of([killing(0, young), killing(50, other)], "killed"))) == persons


@pytest.mark.parametrize(("age", "words", "persons"), [
    (17, "the man", 1), (9, "the man", 2), (17, "his father", 2), (None, "the man", 2),
])  # fmt: skip
def test_a_boy_who_is_nearly_grown_may_be_called_a_man_but_no_father(age: int | None, words: str, persons: int) -> None:
    boy, man = person("a boy", 0, age=age, sex="male", child=True), person(words, 50, sex="male")
    assert len(distinct(people_of([killing(0, boy), killing(50, man)], "killed"))) == persons


def test_whom_a_pronoun_is_led_back_to_adds_nobody_unless_they_are_told_of_as_hit() -> None:
    odeh, haddad = person("Rana Odeh", 0, name="Rana Odeh"), person("Haddad", 60, name="Haddad")
    died = killing(120, haddad)
    told = report_figure([killing(0, odeh), died], "killed")
    assert told is not None
    assert told.low == 1
    both = report_figure([killing(0, odeh), killing(60, haddad, type="shooting"), died], "killed")
    assert both is not None
    assert both.low == 2


def test_two_persons_of_one_claim_are_two() -> None:
    assert len(distinct([Told("a", person("a guard", 0)), Told("a", person("a cook", 20))])) == 2


def test_the_groups_that_one_claim_counts_are_added_up() -> None:
    figure = report_figure([killing(0, figures=(count(4, 4), count(1, 1, at=20)))], "killed")
    assert figure is not None
    assert (figure.low, figure.high) == (5, 5)


def test_people_told_one_by_one_are_counted_where_no_number_is_told() -> None:
    claims = [
        killing(0, person("Samir Haddad", 0, name="Samir Haddad"), person("Lina Khoury", 30, name="Lina Khoury")),
        killing(50, person("Haddad", 50, name="Haddad"), figures=(count(1, 1),)),
    ]
    figure = report_figure(claims, "killed")
    assert figure is not None
    assert (figure.low, figure.high) == (2, 2)


def test_a_number_told_beats_the_people_told_of() -> None:
    figure = report_figure([killing(0, person("a baker", 0), figures=(count(9, None),))], "killed")
    assert figure is not None
    assert (figure.low, figure.high) == (9, None)


def test_those_only_feared_dead_are_not_counted() -> None:
    assert report_figure([killing(0, person("a baker", 0), certainty="feared_predicted")], "killed") is None


@pytest.mark.parametrize("certainty", get_args(Certainty))
def test_numbers_and_people_are_counted_at_the_same_certainties(certainty: Certainty) -> None:
    claims = [
        killing(0, figures=(count(3, 3),), certainty=certainty), killing(0, person("a baker", 0), certainty=certainty),
    ]
    assert [bool(tallies([claim], "killed")) for claim in claims] == [certainty not in UNTOLD, False]
    assert [report_figure([claim], "killed") is None for claim in claims] == [certainty in UNTOLD] * 2


def test_a_death_only_implied_says_nothing_beside_a_count() -> None:
    implied, counted = ReportFigure(low=1, high=None), ReportFigure(low=120, high=120)
    total = event_figure([(implied, ()), (implied, ()), (counted, ("c-1",))])
    assert total is not None
    assert (total.low, total.best, total.high) == (120, 120, 120)


def test_an_officer_who_was_hurt_is_not_the_suspect_who_died() -> None:
    officer = killing(0, person("An officer", 0, role="police"), type="injury")
    suspect = killing(50, person("the suspect", 50))
    nobody = killing(50, person("a man", 50))
    assert report_figure([officer, suspect], "injured") == ReportFigure(low=1, high=1)
    assert report_figure([officer, nobody], "injured") is None


def shot(low: int) -> Figure:
    return Figure(measure="other", low=low, high=low, text=str(low), span=(0, 1), group="men")


def test_who_was_shot_and_did_not_die_is_injured() -> None:
    five = killing(0, type="shooting", target=("men",), figures=(shot(5),))
    one = killing(50, person("Haddad", 50, name="Haddad"), figures=(count(1, 1),))
    figure = report_figure([five, one], "injured")
    assert figure is not None
    assert (figure.low, figure.high) == (4, 4)


def test_more_may_have_been_shot_than_are_told_as_injured() -> None:
    hurt = Figure(measure="injured", low=2, high=2, text="two", span=(90, 93))
    some = killing(80, type="injury", figures=(hurt,))
    five = killing(0, type="shooting", target=("men",), figures=(shot(5),))
    beside = killing(0, person("a nurse", 10), type="shooting", target=("men", "a nurse"), figures=(shot(5),))
    one = killing(0, type="shooting", target=("men",), figures=(shot(1),))
    assert report_figure([some, five], "injured") == ReportFigure(low=5, high=5)
    assert report_figure([some, beside], "injured") == ReportFigure(low=6, high=6)
    assert report_figure([some, one], "injured") == ReportFigure(low=2, high=2)


def test_others_who_were_shot_are_not_among_the_dead() -> None:
    others = msgspec.structs.replace(shot(2), group="Two others")
    two = killing(50, type="shooting", target=("Two others",), figures=(others,))
    figure = report_figure([killing(0, figures=(count(2, 2),)), two], "injured")
    assert figure is not None
    assert figure.low == 2


def test_who_was_shot_beside_others_and_may_not_be_the_dead_is_injured() -> None:
    others = msgspec.structs.replace(shot(2), text="two", group="other men", span=(12, 15))
    dead = killing(90, person("A boy", 90, sex="male", child=True))
    for words, sex, hurt in (("A woman", "female", 3), ("A boy", "male", 2)):
        beside = killing(0, person(words, 0, sex=sex), type="shooting", target=("other men",), figures=(others,))
        assert report_figure([dead, beside], "injured") == ReportFigure(low=hurt, high=hurt)


@pytest.mark.parametrize(("others", "died", "hurt"), [(3, 4, None), (2, 3, None), (2, 2, 1), (3, 2, 2)])
def test_the_dead_who_are_only_counted_behind_are_of_those_who_were_shot_together(others, died, hurt) -> None:
    group = msgspec.structs.replace(shot(others), text=str(others), group="others", span=(12, 15))
    beside = killing(0, person("A woman", 0, sex="female"), type="shooting", target=("others",), figures=(group,))
    dead = killing(90, figures=(count(died, died, 90),))
    assert report_figure([beside, dead], "injured") == (hurt and ReportFigure(low=hurt, high=hurt))


def test_the_dead_who_are_counted_before_are_others_than_those_who_were_shot() -> None:
    group = msgspec.structs.replace(shot(3), text="three", group="others", span=(102, 107))
    beside = killing(90, person("a woman", 92, sex="female"), type="shooting", target=("others",), figures=(group,))
    dead = killing(0, figures=(count(2, 2),))
    assert report_figure([dead, beside], "injured") == ReportFigure(low=4, high=4)


def test_bare_numbers_beside_a_count_of_those_shot_may_be_ages() -> None:
    ages = [msgspec.structs.replace(shot(age), group=None) for age in (17, 20)]
    told = killing(0, type="shooting", target=("men",), figures=(shot(2), *ages))
    bare = killing(0, type="shooting", figures=(msgspec.structs.replace(shot(4), group=None),))
    assert [report_figure([claim], "injured") for claim in (told, bare)] == [
        ReportFigure(low=2, high=2), ReportFigure(low=4, high=4)]


def test_those_who_died_of_wounds_are_not_injured() -> None:
    died = killing(0, figures=(count(2, 2, at=4),))
    wounds = killing(20, type="injury", figures=(msgspec.structs.replace(count(2, 2, at=4), measure="injured"),))
    assert report_figure([died, wounds], "injured") is None
    one = msgspec.structs.replace(count(1, 1, at=4), text="One")
    alone = killing(20, type="injury", figures=(msgspec.structs.replace(one, measure="injured"),))
    assert report_figure([killing(0, figures=(one,)), alone], "injured") is None


def test_shots_that_were_fired_are_nobody_injured() -> None:
    fired = killing(0, type="shooting", figures=(shot(9),))
    assert report_figure([fired], "injured") is None


def test_who_was_shot_and_died_is_dead_alone() -> None:
    hit = killing(0, person("A boy", 0, age=6, sex="male"), type="shooting")
    died = killing(50, person("Samir", 50, name="Samir"), figures=(count(1, 1),))
    assert report_figure([hit, died], "injured") is None


def test_the_wounded_who_is_told_of_as_dead_is_not_among_the_injured() -> None:
    hurt = killing(0, person("A boy", 0, age=6, sex="male"), type="injury")
    died = killing(50, person("The boy", 50, age=6, sex="male"), person("Lina", 80, name="Lina"))
    assert report_figure([hurt, died], "injured") is None
    other = killing(50, person("a girl", 50, age=9, sex="female"))
    figure = report_figure([hurt, other], "injured")
    assert figure is not None
    assert figure.low == 1


def test_several_who_are_found_with_wounds_and_told_of_as_dead_are_not_injured() -> None:
    hurt = killing(
        0, person("a girl", 0, age=5, sex="female"), person("her brother", 30, age=7, sex="male"), type="injury"
    )
    died = killing(
        80, person("the girl", 80, age=5, sex="female"), person("the boy", 110, age=7, sex="male"), type="killing"
    )
    assert report_figure([hurt, died], "injured") is None
    third = killing(150, person("a cook", 150, age=40), type="injury")
    figure = report_figure([hurt, died, third], "injured")
    assert figure is not None
    assert figure.low == 1


def test_who_is_hurt_and_dies_in_the_next_sentence_is_one_person() -> None:
    hurt = killing(0, person("A boy", 0, sex="male", child=True), type="injury")
    died = killing(50, person("the 9-year-old", 50, age=9, child=True))
    assert report_figure([hurt, died], "injured") is None
    another = killing(0, person("Another boy", 0, sex="male", child=True), type="injury")
    same_sentence = killing(20, person("a boy", 20, sex="male", child=True), type="killing", evidence=(0, 45))
    for claims in ([another, died], [hurt, same_sentence]):
        figure = report_figure(claims, "injured")
        assert figure is not None
        assert figure.low == 1
