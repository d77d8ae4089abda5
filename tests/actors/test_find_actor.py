"""Who a name in a report stands for."""

import pytest

from crossbearing.actors import Actor, find_actor, named_in


def found(name: str) -> Actor:
    actor = find_actor(name)
    assert actor is not None, name
    return actor


@pytest.mark.parametrize(
    ("names", "ident"),
    [
        (
            [
                "SOHR",
                "the Observatory",
                "the Syrian Observatory for Human Rights",
                "Syrian Observatory’s director",
                "Rami Abdel Rahman",
                "a UK-based monitoring group",
            ],
            "syrian-observatory-for-human-rights",
        ),
        (["SAA", "the Syrian army", "Syrian troops", "Syrian regime warplanes", "Assad's security forces"], "sy-army"),
        (
            [
                "ISIS",
                "ISIL",
                "Daesh",
                "IS",
                "the Islamic State group",
                "Islamic State of Iraq and the Levant",
                "IS militants",
                "the Takfiri Da’esh",
            ],
            "islamic-state",
        ),
        (
            ["SDF", "the U.S.-backed Syrian Democratic Forces", "a spokesman for the Syrian Democratic Forces"],
            "syrian-democratic-forces",
        ),
        (["the YPG", "Kurdish YPG fighters", "People’s Protection Units"], "ypg"),
        (["Ankara", "Turkey", "the Turkish government", "Erdoğan"], "tr-government"),
        (["the U.N. refugee agency", "UNHCR", "an official at UNHCR"], "unhcr"),
        (["A REUTERS PHOTOGRAPHER", "a Reuters witness"], "reuters"),
        (["Salvadoran soldiers", "SALVADORAN ARMED FORCES"], "sv-army"),
        (["Sendero Luminoso", "Shining Path guerrillas"], "shining-path"),
    ],
)
def test_every_name_of_one_party_leads_to_it(names: list[str], ident: str) -> None:
    assert {name: found(name).id for name in names} == dict.fromkeys(names, ident)


@pytest.mark.parametrize("name", ["who", "is", "Is", "It Is", "us", "someone", "", "...", "the blue one"])
def test_a_word_that_names_nobody_finds_nobody(name: str) -> None:
    assert find_actor(name) is None


@pytest.mark.parametrize(
    ("name", "kind", "side", "country"),
    [
        ("rebels", "armed_group", "opposition", None),
        ("regime forces", "military", "government", None),
        ("two government warplanes", "military", "government", None),
        ("a military source", "military", "government", None),
        ("Syrian opposition forces", "armed_group", "opposition", "SY"),
        ("Syrian opposition activists", "activist", "opposition", "SY"),
        ("a Syrian military source", "military", "government", "SY"),
        ("Turkish-backed rebels", "armed_group", "opposition", None),
        ("soldiers of Chad", "military", "government", "TD"),
        ("jihadist fighters", "armed_group", "jihadist", None),
        ("Kurdish villagers", "resident", None, None),
        ("people fleeing Islamic State", "resident", None, None),
        ("doctors at a hospital", "medic", None, None),
        ("the county coroner", "police", "government", None),
        ("several neighbours", "resident", None, None),
        ("unconfirmed reports", "anonymous", None, None),
        ("opposition activists", "activist", "opposition", None),
        ("South Korean officials", "official", "government", "KR"),
    ],
)
def test_a_description_gives_kind_side_and_country_as_its_words_do(
    name: str, kind: str, side: str | None, country: str | None
) -> None:
    actor = found(name)
    assert (actor.kind, actor.side, actor.country) == (kind, side, country)


def test_a_description_is_marked_as_nobody_known() -> None:
    assert found("rebels").generic
    assert not found("Ahrar al-Sham").generic


def test_those_who_fight_a_group_are_not_the_group() -> None:
    assert found("anti-ISIS fighters").id != "islamic-state"


def test_a_groups_news_page_speaks_as_the_group() -> None:
    assert found("Amaq").family == found("Daesh").family


def test_state_media_of_one_state_are_one_root() -> None:
    assert {found(n).family for n in ("SANA", "Syrian state television", "Syria's state media")} == {"sy-state-media"}


@pytest.mark.parametrize(
    ("name", "ident"),
    [
        ("Rana Odeh MSFs head of mission", "doctors-without-borders"),
        ("Human Rights Watchs director", "human-rights-watch"),
        ("World Heath Organization", "world-health-organization"),
        ("the Syrian Obserbatory for Human Rights", "syrian-observatory-for-human-rights"),
        ("a member of the Syrian National Coalition political committee", "syrian-national-coalition"),
        ("Syrian National Television", "sy-state-media"),
    ],
)
def test_a_name_is_known_by_its_owner_and_with_a_slip_of_the_pen(name: str, ident: str) -> None:
    assert found(name).id == ident


@pytest.mark.parametrize(
    "name", ["Human Rights Match", "Syrian Laboratory for Human Rights", "his", "gas", "Syrian state medic"]
)
def test_another_word_makes_another_name(name: str) -> None:
    actor = find_actor(name)
    assert actor is None or actor.generic


def test_a_small_word_with_a_capital_is_no_acronym() -> None:
    assert named_in("Is Rana winning") == []
    assert [actor.id for _, actor in named_in("IS fighters left")] == ["islamic-state"]


@pytest.mark.parametrize("name", [
    "Zoran Front", "the al-Zoran Front", "fighters from the Zoran Front", "Zoran Front fighters",
    "a spokesman for the Zoran Front",
])
def test_a_group_that_no_table_knows_is_known_by_a_name_that_says_what_it_is(name):
    actor = find_actor(name)
    assert (actor.id, actor.kind, actor.side, actor.generic) == ("zoran-front", "armed_group", None, False)


@pytest.mark.parametrize(("name", "ident"), [
    ("Rana Odeh Secretary General of the Syrian National Coalition", "syrian-national-coalition"),
    ("the secretary general", "official"), ("General Ali Haddad", "army"), ("the surgeon general", "official"),
    ("Commissioner-General Rana Odeh", "official"), ("the commissioner general of UNRWA", "unrwa"),
    ("the inspector general of police", "police"),
])
def test_a_secretary_general_is_no_soldier(name, ident):
    assert found(name).id == ident


def test_an_army_with_a_name_of_its_own_is_not_the_state_s():
    assert find_actor("Free Zoran Army").kind == "armed_group"
    assert find_actor("Jordanian Arab Army").country == "JO"
    assert find_actor("First Brigade").generic
