"""Sources led back to their fullest name in the text."""

import pytest

from tests.reading.attribution.reading_aloud import chain, links_at


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        (
            "Omar Haddad, head of the Rasta Watch, said tanks came. He added that men fled.",
            "fled",
            "Omar Haddad, head of the Rasta Watch",
        ),
        ("Omar Haddad, a baker, said tanks came. Haddad added that men fled.", "fled", "Omar Haddad, a baker"),
        ("The Rasta Watch said tanks came. It added that men fled.", "fled", "Rasta Watch"),
        (
            "A spokesman for the council said tanks came. The spokesman added that men fled.",
            "fled",
            "A spokesman for the council",
        ),
        (
            "A spokesperson for the council said tanks came. Men fled, said the spokesman.",
            "fled",
            "A spokesperson for the council",
        ),
        ("A military source said tanks came. The source added that men fled.", "fled", "A military source"),
        ("Residents said tanks came. They added that men fled.", "fled", "Residents"),
        ("The Rasta Watch said tanks came. The group added that men fled.", "fled", "Rasta Watch"),
        ("Amnesty International said tanks came. The watchdog added that men fled.", "fled", "Amnesty International"),
        (
            "Doctors Without Borders (MSF) said tanks came. It added that men fled.",
            "fled",
            "Doctors Without Borders (MSF)",
        ),
        (
            "Raids came, a monitoring group said. The Rasta Watch said tanks came. The group added that men fled.",
            "fled",
            "Rasta Watch",
        ),
        ("We spoke to someone in a village and they reported hearing gunfire.", "gunfire", "someone in a village"),
        ("Two nurses fled the town as they feared a new raid.", "raid", "Two nurses"),
        ("Norway said it believes the well was poisoned.", "poisoned", "Norway"),
    ],
)
def test_a_source_is_led_back_to_its_fullest_name(text: str, word: str, name: str) -> None:
    assert chain(text, word) == [name]


@pytest.mark.parametrize(("text", "name"), [
    ("State television said tanks came. The broadcaster said men fled.", "State television"),
    ("A baker told Rasta Radio that tanks came. The station said men fled.", "Rasta Radio"),
    ("The Rasta Tribune said tanks came. State radio denied it. The paper said men fled.", "Rasta Tribune"),
    ("The Rasta News Agency said tanks came. State radio denied it. The agency said men fled.", "Rasta News Agency"),
    ("A local station said tanks came. State radio said they left. The station said men fled.", "A local station"),
    ("State television said tanks came. The newspaper said men fled.", "The newspaper"),
    ("Local media said tanks came. The channel said men fled.", "The channel"),
    ("Citing the Guardian, the BBC said tanks came. The paper said men fled.", "The paper"),
    ("MSF said tanks came, according to CNN. The newspaper said men fled.", "The newspaper"),
    ("CNN said tanks came. The outlet said men fled.", "CNN"),
])  # fmt: skip
def test_an_outlet_is_led_back_to_the_last_one_of_its_sort(text: str, name: str) -> None:
    assert chain(text, "fled") == [name]


def test_they_are_all_of_those_who_acted_together() -> None:
    assert chain("Norway and France showed pictures of the raids, which they say killed nine.", "killed") == [
        "Norway",
        "+France",
    ]


def test_an_outlet_that_a_source_spoke_to_stays_when_the_source_speaks_on() -> None:
    text = "A military source told Reuters that tanks came. The source added that men fled."
    assert chain(text, "fled") == ["Reuters", "A military source"]


def test_a_description_with_words_of_its_own_keeps_them() -> None:
    text = "The Rasta Watch said tanks came. The Geneva-based group said men fled."
    assert chain(text, "fled") == ["The Geneva-based group"]


def test_a_country_in_a_title_is_not_the_person_who_holds_it() -> None:
    text = "Omar Haddad, the researcher for Norway, said tanks came. Norway said men fled."
    assert chain(text, "fled") == ["Norway"]


def test_a_name_ends_where_its_relative_clause_begins() -> None:
    assert chain("Omar Haddad, who lives near the border, said tanks came.", "came") == ["Omar Haddad"]


def test_unnamed_people_are_told_from_named_ones() -> None:
    assert [link.named for link in links_at("A resident said tanks came.", "came")] == [False]
    assert [link.named for link in links_at("Omar Haddad said tanks came.", "came")] == [True]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Shells killed a child and two women Tarsa News reported.", "Tarsa News"),
        ("Shells hit the market killing nine people the Rasta Watch said.", "Rasta Watch"),
        ("An air strike hit their office in the north the rescue service said.", "rescue service"),
        ("Shells hit the market the civil defence in Rasta said.", "civil defence in Rasta"),
        ("Nine people were hurt said Omar Haddad a doctor in Rasta.", "Omar Haddad a doctor in Rasta"),
        ("Shells hit the market local activist Omar al-Haddad said.", "local activist Omar al-Haddad"),
    ],
)
def test_a_source_is_cut_out_of_text_without_commas(text: str, name: str) -> None:
    assert [n.removeprefix("the ") for n in chain(text, text.split(maxsplit=1)[0])] == [name]


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("Human Rights Watch", "ngo"),
        ("A doctor", "medic"),
        ("Two witnesses", "witness"),
        ("The rebels", "armed_group"),
        ("Reuters", "agency"),
        ("Residents", "resident"),
        ("The foreign minister", "government"),
        ("Activists", "activist"),
        ("The United Nations", "igo"),
        ("State television", "media"),
        ("Police", "police"),
        ("Some sources", "anonymous"),
    ],
)
def test_a_source_has_a_kind(source: str, kind: str) -> None:
    assert [link.kind for link in links_at(f"{source} said that tanks came.", "came")] == [kind]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Norway said tanks came. It drew anger from relief director Rana Odeh. She said that men fled.",
         "relief director Rana Odeh"),
        ("Director Omar Haddad said tanks came. Foreign Minister Rana Odeh left the town. She said that men fled.",
         "Foreign Minister Rana Odeh"),
        ("Director Omar Haddad said tanks came. He met Foreign Minister Rana Odeh. He said that men fled.",
         "Director Omar Haddad"),
        ('Director Omar Haddad said tanks came. "I saw Minister Basil Odeh," he said. He added that men fled.',
         "Director Omar Haddad"),
        ("Shells fell. Gunmen killed Mayor Omar Haddad. He said that men fled.", "He"),
        ("Shells fell. Mayor Omar Haddad died in the raid. He said that men fled.", "He"),
    ],
)  # fmt: skip
def test_he_is_the_person_whom_the_text_told_of_last(text: str, name: str) -> None:
    assert chain(text, "fled") == [name]


def test_both_who_deny_it_are_named() -> None:
    assert chain("The army and the rebels have both denied the raid.", "raid") == ["The army", "+the rebels"]


@pytest.mark.parametrize(("text", "name"), [
    ("The Rasta Watch called upon the council to condemn the raid. It added that men fled.", "Rasta Watch"),
    ("A baker said tanks came. One of the guards said they left. He added that men fled.", "One of the guards"),
    ("A baker said tanks came. One of the groups said they left. It added that men fled.", "One of the groups"),
    ("One of the hospitals said tanks came. It added that men fled.", "One of the hospitals"),
    ("Reuters asked the mayor to say who sent the tanks. He said that men fled.", "the mayor"),
    ("The mayor went on to say that tanks came. He added that men fled.", "The mayor"),
])  # fmt: skip
def test_a_pronoun_is_one_who_spoke_and_nobody_who_was_asked_to(text: str, name: str) -> None:
    assert chain(text, "fled") == [name]


@pytest.mark.parametrize(("text", "names"), [
    ("The Rasta Disaster Agency told Reuters that tanks came. The agency said men fled.",
     ["Reuters", "Rasta Disaster Agency"]),
    ("The activist network told Al Jazeera that tanks came. The network said men fled.",
     ["Al Jazeera", "The activist network"]),
    ("The Rasta refugee agency said tanks came, Reuters reported. The agency said men fled.",
     ["The Rasta refugee agency"]),
])  # fmt: skip
def test_who_was_called_so_comes_before_an_outlet_of_that_kind(text: str, names: list[str]) -> None:
    assert chain(text, "fled") == names


def test_an_order_on_the_authority_of_somebody_is_no_word_of_theirs() -> None:
    text = "The army ordered on the authority of the president that the tanks be moved."
    assert chain(text, "moved") == ["The army"]
