"""Those a happening befell, one by one."""

import pytest

from crossbearing.language import parse
from crossbearing.reading.rules_v1.figures import figures_for
from crossbearing.reading.rules_v1.finding import find_happenings
from crossbearing.reading.rules_v1.lexicon import load_data
from crossbearing.reading.rules_v1.numbers import find_numbers
from crossbearing.reading.rules_v1.participants import target_names
from crossbearing.reading.rules_v1.people import people_in
from crossbearing.reading.rules_v1.rows import are_of_two_sexes
from crossbearing.records import Person


def people(text: str) -> list[Person]:
    found = [p for h in find_happenings(parse(text)) for p in people_in(h, frozenset())]
    return list({p.span: p for p in found}.values())


def test_a_named_victim_has_name_age_and_sex() -> None:
    person = people("Gunmen killed Rana Odeh, a 31-year-old nurse and mother, on the bridge.")[0]
    assert (person.name, person.age, person.sex, person.role) == ("Rana Odeh", 31, "female", "medic")


def test_a_son_of_his_fathers_name_is_a_person() -> None:
    assert [p.name for p in people("Gunmen wounded Omar Haddad Jr. on the bridge.")] == ["Omar Haddad Jr."]


@pytest.mark.parametrize("text", ['Guards found Samir "Sam" Haddad dead.', "Guards found Samir “Big Sam” Haddad dead."])
def test_a_nickname_parts_no_name(text: str) -> None:
    assert [p.name for p in people(text)] == ["Samir Haddad"]


def test_a_quotation_behind_a_town_is_no_nickname() -> None:
    assert [p.name for p in people('In the city of Rasta "rebel" Haddad was killed.')] == ["Haddad"]


def test_who_says_something_is_not_whom_it_befell() -> None:
    told = people("A girl was hurt at the mill, Chief Haddad said. Reports told that she had been shot in the chest.")
    assert [p.words for p in told] == ["A girl"]
    assert [p.words for p in people("Haddad said so. He had been shot.")] == ["Haddad"]


def test_an_office_with_an_article_is_no_name() -> None:
    assert [p.name for p in people("A Dirwan County Deputy was killed on Friday.")] == [None]


@pytest.mark.parametrize("text", [
    "Dirwan Teen shot at mill", "A Dirwan Boy was killed.", "The Dirwan Boy was killed.",
])  # fmt: skip
def test_a_word_of_age_or_sex_ends_no_name(text: str) -> None:
    assert [p.name for p in people(text)] == [None]


@pytest.mark.parametrize("name", ["Heung Vell Son", "Rana Bride", "Omar Baby"])
def test_a_surname_spelt_like_kin_is_a_name_in_running_text(name: str) -> None:
    assert [p.name for p in people(f"{name} was shot at a mill on Friday.")] == [name]


def test_an_age_makes_a_word_of_kin_a_name_in_a_headline() -> None:
    assert [p.name for p in people("Omar Son, 28, was killed at mill")] == ["Omar Son"]


def test_an_age_between_commas_makes_a_town_somebodys_name() -> None:
    text = "Omar Haddad, 33, and Lena Hill, 28, were killed."
    towns = frozenset(t.i for t in parse(text) if t.text in {"Lena", "Hill"})
    told = [p.words for h in find_happenings(parse(text)) for p in people_in(h, towns)]
    assert told == ["Omar Haddad", "Lena Hill"]
    hurt = find_happenings(parse("Lena Hill, 28, was hurt in Kolvan."))[0]
    assert target_names(hurt, frozenset({0, 1})) == ("Lena Hill",)
    dateline = "RASTA (NBC) - 17-year-old Omar Haddad was killed on April 20, 2016."
    found = list(find_happenings(parse(dateline)))
    elsewhere = frozenset(t.i for t in parse(dateline) if t.text in {"RASTA", "April", "20", "2016"})
    assert "RASTA" not in {p.words for h in found for p in people_in(h, elsewhere)}


def test_an_age_without_its_first_comma_is_no_count_of_people() -> None:
    assert [p.words for p in people("Omar Haddad 21, was found dead.")] == ["Omar Haddad"]


def test_a_daughter_behind_a_man_is_not_he() -> None:
    ages = {p.words: p.age for p in people("Man, 7-year-old daughter dead in Rasta")}
    assert ages == {"Man": None, "7-year-old daughter": 7}


def test_a_picture_is_nobody() -> None:
    assert not any("Image" in p.words for p in people("Image 3 of 8 A man died on Friday after a fall."))


@pytest.mark.parametrize(("text", "whom"), [
    ("A man shot his wife, his son and a neighbour.", ["his wife", "his son", "a neighbour"]),
    ("Police say he killed his wife, son and daughter.", ["his wife", "son", "daughter"]),
    ("He killed his wife, Rana, and daughter.", ["his wife", "daughter"]),
    ("He shot a clerk, a customer and a guard.", ["a clerk", "a customer", "a guard"]),
    ("His wife, a nurse and a mother of two, was killed.", ["His wife"]),
    ("The man killed his father, a teacher, and fled.", ["his father"]),
    ("A man of 20 was shot in the leg and a nurse in the arm.", ["A man of 20", "a nurse"]),
    ("Guards found a man and a woman with gunshot wounds.", ["a man", "a woman"]),
    ("Guards found a man dead and a woman with gunshot wounds.", ["a man", "a woman"]),
])  # fmt: skip
def test_all_of_a_row_that_the_parse_breaks_are_told(text: str, whom: list[str]) -> None:
    assert [p.words for p in people(text)] == whom


def test_an_unnamed_child_is_a_person_and_a_child() -> None:
    person = people("Shelling killed a 6-year-old boy in the orchard.")[0]
    assert (person.name, person.age, person.sex, person.child) == (None, 6, "male", True)


def test_joined_victims_are_told_apart() -> None:
    assert [p.name for p in people("A sniper wounded Samir Haddad and Lina Khoury.")] == ["Samir Haddad", "Lina Khoury"]


@pytest.mark.parametrize(
    "text",
    [
        "The strike killed nine soldiers.",
        "Dozens of people were killed.",
        "The army was attacked and 20 troops killed.",
        "A family was killed in its house.",
    ],
)
def test_groups_and_counts_are_no_single_persons(text: str) -> None:
    assert not people(text)


def test_a_word_tells_of_one_sex_only() -> None:
    data = load_data("people.yaml")
    assert not set(data["female"]) & set(data["male"])
    assert not set(data["combatant"]) & set(data["civilian"])


def test_an_age_alone_stands_for_a_person() -> None:
    person = people("A 16-year-old is dead after a shooting on Elm Street.")[0]
    assert (person.words, person.age, person.child) == ("A 16-year-old", 16, True)


def test_who_kills_himself_is_among_the_dead() -> None:
    told = {p.words for p in people("The guard shot and killed his wife before killing himself.")}
    assert told == {"The guard", "his wife"}


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("Police say it was a murder-suicide in a house on Elm Street.", 2, None),
        ("A double murder-suicide shook the town.", 3, 3),
        ("The double murder shook the town.", 2, 2),
    ],
)
def test_who_murders_and_dies_is_among_the_dead(text: str, low: int, high: int | None) -> None:
    figures = [f for h in find_happenings(parse(text)) for f in figures_for(h, (), ())]
    assert [(f.measure, f.low, f.high) for f in figures] == [("killed", low, high)]


def test_the_shot_are_counted_and_not_yet_called_wounded() -> None:
    text = "Three men were shot near the market."
    found = find_happenings(parse(text))
    figures = [f for h in found for f in figures_for(h, find_numbers(parse(text)), found)]
    assert [(f.measure, f.low, f.group) for f in figures] == [("other", 3, "men")]


def test_wounds_are_no_wounded() -> None:
    text = "The boy suffered two gunshot wounds."
    found = find_happenings(parse(text))
    assert not [f for h in found for f in figures_for(h, find_numbers(parse(text)), found) if f.low == 2]


@pytest.mark.parametrize(("text", "whom"), [
    ("Three held after teen shot", ["teen"]),
    ("Girl shot, killed in the market of Rasta", ["Girl"]),
    ("Aunt charged after 6-year-old accidentally shot near mill", ["6-year-old"]),
    ("The guard fired a shot", []),
])  # fmt: skip
def test_headlines_tell_who_was_shot(text: str, whom: list[str]) -> None:
    assert [p.words for p in people(text)] == whom


@pytest.mark.parametrize(("text", "whom"), [
    ("Woman, baby found dead in mill", ["Woman", "baby"]),
    ("Girl, 4, woman hurt in crash", ["Girl", "woman"]),
    ("Mother, father, toddler dead after fire", ["Mother", "father", "toddler"]),
    ("Guards: Father, his two sons killed at mill", ["Father"]),
    ("A mother, father, and toddler were found dead.", ["A mother", "father", "toddler"]),
    ("A boy, his mother and a nurse were all shot.", ["A boy", "his mother", "a nurse"]),
    ("Two men, woman shot at mill", ["woman"]),
    ("Neighbor, a teacher, killed at mill", ["Neighbor"]),
    ("Teacher, driver killed at mill", ["driver"]),
    ("Marine, father of two, shot at mill", ["Marine"]),
    ("At the mill, on Friday, a boy was shot.", ["a boy"]),
])  # fmt: skip
def test_a_row_of_people_is_told_whole(text: str, whom: list[str]) -> None:
    assert [p.words for p in sorted(people(text), key=lambda p: p.span)] == whom


def test_two_of_one_word_of_sex_are_no_other_sex() -> None:
    woman, man, guard = parse("woman man guard")
    assert are_of_two_sexes(woman, man)
    assert not are_of_two_sexes(woman, guard)
    assert not are_of_two_sexes(man, man)


def test_who_did_it_is_called_by_name_where_a_description_stands_beside_it() -> None:
    found = find_happenings(parse("Haddad, a local baker, who killed three people, was led away."))
    assert [actor.text for h in found for actor in h.actors] == ["Haddad"]


def test_a_word_for_people_with_a_capital_is_no_name() -> None:
    assert people("Father Killed in Rasta Raid")[0].name is None


def test_a_pronoun_is_of_no_other_sex() -> None:
    told = people("A boy hid in the mill. The boy's aunt was near when he was shot.")
    assert "The boy's aunt" not in {p.words for p in told}


def test_who_faces_a_charge_of_manslaughter_is_not_dead() -> None:
    assert not people("Haddad of Rasta is facing manslaughter charges.")
    assert not people("Haddad of Rasta faces manslaughter.")


def test_all_of_a_row_of_kin_and_counts_are_told_of() -> None:
    told = people("He killed his wife, two young children and his mother-in-law.")
    assert [p.words for p in told] == ["his wife", "his mother"]
    assert [p.words for p in people("A man and his wife, both teachers, were killed.")] == ["A man", "his wife"]


def test_a_word_for_sex_or_age_is_no_name_though_an_age_stands_behind_it() -> None:
    assert [(p.name, p.age) for p in people("Girl, 17, who was shot dead in Rasta identified")] == [(None, 17)]


def test_a_bare_name_with_an_article_is_nobodys() -> None:
    assert not people("The blast wounded the Northern Herald.")
    assert [p.name for p in people("Gunmen killed the late Rami Odeh.")] == ["Rami Odeh"]


@pytest.mark.parametrize(("text", "whom"), [
    ("The Governor and the Sheriff were killed.", ["The Governor", "the Sheriff"]),
    ("A bus driver, the Mayor and two nurses were shot dead.", ["A bus driver", "the Mayor"]),
    ("The Pope was killed.", ["The Pope"]), ("The King was killed.", ["The King"]),
])  # fmt: skip
def test_who_is_called_by_an_office_with_an_article_is_told_of(text: str, whom: list[str]) -> None:
    assert [p.words for p in people(text)] == whom


@pytest.mark.parametrize("text", ["The mayor was not among the dead.", "No nurse was among the dead."])
def test_who_is_not_among_the_dead_is_nobody_dead(text: str) -> None:
    assert not people(text)


def test_who_has_wounds_is_told_of() -> None:
    assert [p.words for p in people("The nurse had gunshot wounds to the leg.")] == ["The nurse"]


@pytest.mark.parametrize("text", [
    "The dead were identified as Rana Odeh, 31, and Samir Haddad, 29.",
    "Police identified the dead as Rana Odeh, 31, and Samir Haddad, 29.",
    "The two guards killed were identified as Rana Odeh, 31, and Samir Haddad, 29.",
])
def test_who_the_dead_are_is_told_behind_as(text: str) -> None:
    assert [(p.name, p.age) for p in people(text)] == [("Rana Odeh", 31), ("Samir Haddad", 29)]


def test_who_is_identified_as_somebody_is_one_person() -> None:
    assert [p.words for p in people("The guard killed on Friday was identified as Samir Haddad.")] == ["The guard"]
