"""What one claim counts, what a report makes of several counts, and whether the doer is among them."""

import datetime as dt

import msgspec

from crossbearing.ontology import kinds
from crossbearing.records import Claim, Figure, Person, ReportFigure, When
from crossbearing.weighing.figures import report_figure
from crossbearing.weighing.settings import settings
from crossbearing.weighing.words import stems


def person(words: str, at: int, **told: object) -> Person:
    return Person(words=words, span=(at, at + len(words)), **told)


def counted(text: str, low: int, at: int, group: str | None = None, high: int | None = None) -> Figure:
    return Figure(measure="killed", low=low, high=high or low, text=text, span=(at, at + len(text)), group=group)


def told(at: int, *figures: Figure, kind: str = "killing", people: tuple[Person, ...] = (), **more: object) -> Claim:
    return Claim(
        id=f"c-{at}", report="r", trigger=(at, at + 6), evidence=(at, at + 60), type=kind, certainty="asserted",
        figures=figures, people=people, **more,
    )  # fmt: skip


def killed(*claims: Claim) -> tuple[int, int | None] | None:
    figure = report_figure(claims, "killed")
    return figure and (figure.low, figure.high)


def test_a_total_since_an_earlier_day_yields_to_what_is_counted_of_the_day() -> None:
    march = When(text="since March", earliest=dt.date(2014, 3, 1), latest=dt.date(2014, 3, 5), cumulative=True)
    since = told(100, counted("120", 120, 110), when=march)
    assert killed(told(0, counted("three", 3, 10)), since, told(300, counted("120", 120, 310), when=march)) == (3, 3)
    assert killed(since) == (120, 120)
    assert killed(told(0, counted("a", 1, 10)), since) == (1, 1)


def test_a_count_of_a_season_is_a_total() -> None:
    year = When(text="this year", earliest=dt.date(2014, 1, 1), latest=dt.date(2014, 12, 31))
    night = When(text="overnight", earliest=dt.date(2014, 3, 4), latest=dt.date(2014, 3, 5))
    one = told(0, counted("a", 1, 10))
    assert killed(one, told(100, counted("13", 13, 110), when=year)) == (1, 1)
    assert killed(one, told(100, counted("13", 13, 110), when=night)) == (13, 13)


def test_a_count_of_a_season_counts_nobody_where_others_tell_of_a_night() -> None:
    year = When(text="this year", earliest=dt.date(2014, 1, 1), latest=dt.date(2014, 12, 31))
    night = When(text="overnight", earliest=dt.date(2014, 3, 4), latest=dt.date(2014, 3, 5))
    total = told(100, counted("13", 13, 110), when=year)
    assert killed(told(0, kind="shooting", when=night), total) is None
    assert killed(told(0, kind="shooting", when=year), total) == (13, 13)
    assert killed(told(0, when=night), total) == (1, None)
    assert killed(told(0, kind="protest", when=night), total) == (13, 13)
    march = When(text="since March", earliest=dt.date(2014, 3, 1), latest=dt.date(2014, 3, 5), cumulative=True)
    assert killed(told(0, kind="shelling", when=night), told(100, counted("40", 40, 110), when=march)) == (40, 40)


def test_the_headline_counts_once_more() -> None:
    body = [told(0, counted("three", 3, 0)), told(50, counted("three", 3, 50))]
    assert killed(told(9, counted("two", 2, 9), located="title"), *body[:1]) == (2, 2)
    assert killed(told(9, counted("two", 2, 9), located="title"), *body, told(90, counted("three", 3, 90))) == (3, 3)


def test_at_least_so_many_bears_out_a_higher_count() -> None:
    least = [told(at, msgspec.structs.replace(counted("one", 1, at), high=None)) for at in (0, 50, 90)]
    assert killed(*least, told(120, counted("two", 2, 120))) == (2, 2)
    assert killed(*least) == (1, None)


HIMSELF = told(200, actor=("the farmer",), target=("the farmer",), people=(person("the farmer", 180),))


def test_those_told_before_a_number_without_one_are_added_to_it() -> None:
    family = told(20, counted("three", 3, 48, "sons"), people=(person("his wife", 35),))
    assert killed(family) == (4, 4)


def test_a_word_for_whose_kin_they_are_or_an_age_parts_nobody_from_a_number() -> None:
    wife, aged = person("his wife", 21), person("Rana Odeh", 20, name="Rana Odeh", age=29)
    assert killed(told(0, counted("two", 2, 41, "children"), people=(wife,))) == (3, 3)
    assert killed(told(0, counted("two", 2, 41, "guards"), people=(wife,))) == (2, 2)
    assert killed(told(0, counted("two", 2, 41, "guards"), people=(aged,))) == (3, 3)
    assert killed(told(0, counted("two", 2, 60, "children"), people=(wife,))) == (2, 2)  # "his wife ... their two"
    assert killed(told(0, counted("two", 2, 60, "guards"), people=(aged,))) == (2, 2)  # "Rana Odeh, 29 ... two"
    nurse = person("a 29-year-old nurse", 0, age=29)
    assert killed(told(0, counted("nine", 9, 32, "victims"), people=(nurse,))) == (9, 9)  # ", one of the nine victims"
    named = person("his wife", 18, name="Lena")
    assert killed(told(0, counted("two", 2, 43, "sons"), people=(named,))) == (3, 3)


def test_a_doer_among_those_told_is_added_to_them_once() -> None:
    whom = (person("his wife", 35), person("the farmer", 0))
    figures = counted("two", 2, 48, "sons")
    targets = ("his wife", "sons", "the farmer")
    assert killed(told(20, figures, people=whom, actor=("the farmer",), target=targets)) == (4, 4)


def test_who_is_told_among_a_number_is_not_added_to_it() -> None:
    assert killed(told(0, counted("three", 3, 24, "people"), people=(person("A brother", 0),))) == (3, 3)


def test_those_told_behind_a_number_without_one_are_added_to_it() -> None:
    assert killed(told(0, counted("two", 2, 0, "men"), people=(person("woman", 9),))) == (3, 3)
    assert killed(told(0, counted("two", 2, 0, "men"), people=(person("woman", 40),))) == (2, 2)


def test_names_behind_a_number_are_those_it_counts() -> None:
    named = told(0, counted("two", 2, 10, "people"), people=(person("Lina Khoury", 22, name="Lina Khoury"),))
    assert killed(named) == (2, 2)


def test_the_doer_who_died_is_one_more_than_those_killed_by_him() -> None:
    others = told(0, counted("two", 2, 10, "people"), actor=("the farmer",))
    assert killed(others) == (2, 2)
    assert killed(others, HIMSELF) == (3, 3)


def test_a_toll_of_all_the_dead_may_hold_the_doer() -> None:
    assert killed(told(0, counted("Three", 3, 0, "people")), HIMSELF) == (3, 3)


def test_a_toll_of_others_leaves_the_gunman_out() -> None:
    others = told(0, counted("two", 2, 0, "others"))
    assert killed(others, told(50, people=(person("The gunman", 50),))) == (3, 3)
    assert killed(others, told(50, people=(person("A nurse", 50),))) == (2, 2)


def test_a_suspect_who_died_did_not_kill_those_whom_the_police_killed() -> None:
    shot = told(50, kind="shooting", actor=("officers",), people=(person("The suspect", 50),))
    dead = told(60, people=(person("The suspect", 50),))
    by_police = told(0, counted("two", 2, 14, "people"), actor=("Police",))
    assert killed(by_police, shot, dead) == (2, 2)
    assert killed(told(0, counted("two", 2, 14, "people"), actor=("A gunman",)), shot, dead) == (3, 3)
    by_a_man = told(0, counted("two", 2, 14, "people"), actor=("A man",))
    assert killed(by_a_man, shot, dead) == (3, 3)


def test_a_toll_with_one_bound_keeps_it() -> None:
    most = Figure(measure="killed", low=0, high=20, text="20", span=(6, 8), group="people")
    least = Figure(measure="killed", low=1, high=None, text="one", span=(9, 12), group="person")
    assert killed(told(0, most)) == (1, 20)
    assert killed(told(0, least)) == (1, None)
    assert killed(told(0, most), told(50, counted("a", 1, 50, "a man"))) == (1, 20)
    assert killed(told(0, most), told(50, least)) == (1, None)
    assert killed(told(0, most), told(50, counted("three", 3, 50))) == (3, 3)


def several(text: str) -> tuple[int, int | None] | None:
    rough = Figure(measure="killed", low=300, high=None, text=text, span=(0, 9))
    return killed(told(0, rough), told(50, rough), told(90, counted("212", 212, 90)))


def test_several_hundred_is_round_and_two_hundred_is_not() -> None:
    assert several("Several hundred") == several("a few thousand") == several("dozens") == (212, 212)
    assert several("two hundred") == several("Three dozen") == (300, None)


def test_one_told_of_with_an_article_yields_to_a_number_however_often() -> None:
    ones = [told(at, counted("a", 1, at, "a man")) for at in (50, 100, 150)]
    assert killed(told(0, counted("three", 3, 0, "people")), *ones) == (3, 3)


def test_one_told_by_a_number_is_a_count_like_any_other() -> None:
    ones = [told(at, counted("One", 1, at, "man")) for at in (50, 100)]
    assert killed(told(0, counted("seven", 7, 0, "people")), *ones) == (1, 1)


def test_a_toll_without_an_end_yields_to_those_who_can_be_told_apart() -> None:
    least = Figure(measure="killed", low=2, high=None, text="murder-suicide", span=(0, 14))
    names = [told(at, people=(person(n, at, name=n),)) for n, at in (("Rana", 50), ("Samir", 90), ("Omar", 130))]
    assert killed(told(0, least), *names) == (3, None)


def test_one_injured_by_number_is_counted_beside_the_dead() -> None:
    hurt = Figure(measure="injured", low=1, high=1, text="one", span=(40, 43))
    claims = [told(0, counted("Three", 3, 0, "people")), told(45, hurt, kind="injury")]
    assert report_figure(claims, "injured") == ReportFigure(low=1, high=1)


def test_the_doer_told_beside_the_dead_is_not_counted_twice() -> None:
    gunman = person("the gunman", 20)
    all_dead = told(0, counted("Two", 2, 0, "guards"), people=(gunman,))
    assert killed(all_dead) == (3, 3)
    assert killed(all_dead, told(80, counted("two", 2, 80, "guards"), kind="killing")) == (3, 3)


def test_a_murder_suicide_bears_out_every_higher_count() -> None:
    open_above = Figure(measure="killed", low=2, high=None, text="murder-suicide", span=(0, 14))
    assert killed(told(0, open_above, located="title"), told(80, counted("five", 5, 80, "people"))) == (5, 5)


def test_another_who_is_hurt_is_counted_beside_the_dead() -> None:
    dead = told(0, counted("one", 1, 0, "man"), people=(person("one man", 0, sex="male"),))
    hurt = Figure(measure="injured", low=1, high=1, text="another", span=(40, 47))
    same = Figure(measure="injured", low=1, high=1, text="a", span=(80, 81), group="a man")
    man = person("a man", 80, sex="male")
    assert report_figure([dead, told(30, hurt, kind="injury")], "injured") == ReportFigure(low=1, high=1)
    assert report_figure([dead, told(70, same, kind="injury", people=(man,))], "injured") is None


def test_wounds_without_anybody_are_those_of_the_dead_where_there_are_any() -> None:
    wounds = told(60, kind="injury")
    assert report_figure([wounds], "injured") == ReportFigure(low=1, high=None)
    assert report_figure([told(0, counted("one", 1, 0, "man")), wounds], "injured") is None


def test_words_for_doers_and_for_anybody_stand_as_they_are_compared() -> None:
    lists = (settings().brought, settings().fired, settings().happenings, settings().accusing)
    for words in (settings().doers, settings().perhaps_doers - {""}, *lists):
        assert all(stems(word) == [word] or word in kinds() for word in words)
    assert not settings().doers & settings().perhaps_doers


def test_words_of_counts_and_of_people_stand_in_small_letters_and_round_ones_are_no_units() -> None:
    people = (settings().adults, settings().elders, settings().teenagers)
    said = (settings().round, settings().hundredfold, settings().about_so_many, settings().one, settings().others)
    assert all(word == word.lower() and " " not in word for words in (*said, *people) for word in words)
    assert not settings().round & settings().hundredfold


def test_a_mother_who_died_with_her_sons_by_her_own_hand_is_counted_once() -> None:
    woman = person("a woman", 0, sex="female")
    family = told(0, counted("two", 2, 12, "sons"), people=(woman,))
    mother = person("The mother", 190, sex="female")
    herself = told(200, actor=("The mother",), target=("The mother",), people=(mother,))
    assert killed(family, herself) == (3, 3)
    assert killed(family, HIMSELF) == (4, 4)


def test_one_of_those_known_is_not_all_of_them() -> None:
    several = told(0, counted("two", 2, 0, "guards"))
    picked = [told(at, counted("One", 1, at, "the guards")) for at in (50, 90)]
    assert killed(several, *picked) == (2, 2)


def shot(at: int, low: int, when: When | None = None, **more: object) -> Claim:
    figure = Figure(measure="other", low=low, high=low, text=str(low), span=(at, at + 1), group="people")
    return told(at, figure, kind="shooting", target=("people",), when=when, **more)


def hurt(*claims: Claim) -> tuple[int, int | None] | None:
    figure = report_figure(claims, "injured")
    return figure and (figure.low, figure.high)


def test_a_doer_who_died_is_none_of_those_he_shot() -> None:
    died = told(60, people=(person("Rami Odeh", 60, name="Rami Odeh"),))
    by_him = shot(0, 4, actor=("Rami Odeh",))
    assert hurt(by_him, died) == (4, 4)
    assert hurt(shot(0, 4), died) == (3, 3)


def test_those_shot_in_a_season_are_none_of_one_happening() -> None:
    year = When(text="this year", earliest=dt.date(2014, 1, 1), latest=dt.date(2014, 12, 31))
    assert hurt(shot(0, 3), shot(50, 100, year)) == (3, 3)


def test_totals_of_those_shot_count_where_nothing_else_is_told() -> None:
    year = When(text="this year", earliest=dt.date(2014, 1, 1), latest=dt.date(2014, 12, 31))
    assert hurt(shot(50, 9, year)) == (9, 9)
    assert hurt(shot(50, 9, year), told(0, kind="injury")) == (1, None)


def test_who_is_told_of_as_dead_is_dead_though_the_headline_tells_of_the_hurt_alone() -> None:
    headline = told(0, kind="injury", located="title")
    assert killed(headline, told(60, people=(person("a waiter", 60),))) == (1, 1)


def test_one_sex_makes_nobody_the_doer() -> None:
    father = person("A father", 0, sex="male")
    family = told(0, counted("two", 2, 17, "daughters"), people=(father,))
    gunman = person("The gunman", 190, sex="male")
    himself = told(200, actor=("The gunman",), target=("The gunman",), people=(gunman,))
    assert killed(family, himself) == (4, 4)
    man, doer = person("a man", 0, sex="male"), person("The barber", 190, sex="male")
    barber = told(200, actor=("The barber",), target=("The barber",), people=(doer,))
    assert killed(told(0, counted("two", 2, 12, "women"), people=(man,)), barber) == (4, 4)
    father = person("The father", 190, sex="male")
    by_him = told(200, actor=("The father",), target=("The father",), people=(father,))
    assert killed(told(0, counted("two", 2, 12, "women"), people=(man,)), by_him) == (3, 3)


def test_at_least_so_many_opens_a_count_of_the_headline_alone() -> None:
    least = told(200, msgspec.structs.replace(counted("nine", 9, 200), high=None))
    nine = [told(at, counted("nine", 9, at)) for at in (0, 50, 100)]
    assert killed(*nine, least) == (9, 9)
    assert killed(told(0, counted("nine", 9, 0), located="title"), least) == (9, None)
