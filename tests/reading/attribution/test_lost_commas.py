"""Where a source begins when the commas are lost, and what can be no source at all."""

import pytest

from crossbearing.language import parse
from crossbearing.reading.rules_v1.attribution import PLACE, chain_at, find_frames
from crossbearing.records import Report
from tests.reading.attribution.reading_aloud import chain


@pytest.mark.parametrize(
    ("text", "word", "names"),
    [
        (
            "Tanks shelled the kingdom's divided second city Omar Haddad told Reuters.",
            "shelled",
            ["Reuters", "Omar Haddad"],
        ),
        (
            "A girl was shot while buying bread for her mother Amnesty International said.",
            "shot",
            ["Amnesty International"],
        ),
        ("Nine people were killed on Saturday alone activists and state media reported.", "killed",
         ["activists", "+state media"]),
        ("Even in the early days of the Rasta siege residents said nine people were killed.", "killed", ["residents"]),
        ("Nine fighters were killed by a bomb in a northern province activists said on Tuesday.", "killed",
         ["activists"]),
        ("A bomb killed nine people in the mainly Druze district state media reported.", "killed", ["state media"]),
        ("Nine people were killed in the Marj region leading opposition figure Omar Haddad said.", "killed",
         ["leading opposition figure Omar Haddad"]),
        ("The raid is a way to tackle the threat sources familiar with army thinking have said.", "raid",
         ["sources familiar with army thinking"]),
        ("Nine people were killed the Rasta Observatory for Human Rights monitor said.", "killed",
         ["Rasta Observatory for Human Rights monitor"]),
        ("The Rasta Observatory for Human Rights a Britain-based monitoring group said men fled.", "fled",
         ["Rasta Observatory for Human Rights a Britain-based monitoring group"]),
        (
            "Tanks fled in the early hours of Saturday YPG spokesman Omar Haddad and security sources told Reuters.",
            "fled",
            ["Reuters", "YPG spokesman Omar Haddad", "+security sources"],
        ),
        ("Shells killed three boys and wounded a fourth UNICEF said.", "killed", ["UNICEF"]),
        ("Shells killed three boys and wounded 40 others state television reported.", "killed", ["state television"]),
        ("The shells created panic among residents activists said.", "panic", ["activists"]),
        ("The raid killed nine and wounded dozens more local media said.", "killed", ["local media"]),
        ("Strikes killed nine men near the border an organisation monitoring the conflict said on Friday.", "killed",
         ["an organisation monitoring the conflict"]),
        ("The Rasta Watch which tracks the violence across the country said the men fled.", "fled", ["Rasta Watch"]),
        ("Nine people were killed as fighting was underway opposition activists and the council said.", "killed",
         ["opposition activists", "+the council"]),
        ("Minister Omar Haddad met guards. It will not stop us from fighting the militia Haddad said.", "fighting",
         ["Haddad"]),
        ("Nine men fled a burning camp the Qatar Red Crescent Society (QRCS) has announced.", "fled",
         ["Qatar Red Crescent Society (QRCS)"]),
        ("Speaking to AFP UNICEF director Omar Haddad said nine were killed.", "killed",
         ["AFP", "UNICEF director Omar Haddad"]),
        ("Speaking to AFP Watch director Omar Haddad said nine were killed by his guards.", "killed",
         ["AFP", "Watch director Omar Haddad"]),
        ("Guards killed four people one of them a nurse a monitoring group said on Sunday.", "killed",
         ["a monitoring group"]),
        ("The car was burned before it left the town said the doctor stressing that nine fled.", "burned",
         ["the doctor"]),
        ("Shells hit the clinic the Rasta Relief Committee a group of doctors that feeds the camp said.", "hit",
         ["Rasta Relief Committee"]),
        ("The Syrian Civil Watch a group of volunteers said shells hit the clinic.", "hit",
         ["Syrian Civil Watch a group of volunteers"]),
        ('"Shells hit the clinic" Omar al-Haddad a local baker said.', "hit", ["Omar al-Haddad a local baker"]),
        ("Shells hit the clinic near the Rasta Bridge a baker said.", "hit", ["a baker"]),
        ("Shells killed three bakers and injured nine porters the Rasta Relief Committee (RRC) has announced.",
         "injured", ["Rasta Relief Committee (RRC)"]),
        ("The raids brought chaos with a Reuters photographer reporting families fleeing the market.", "fleeing",
         ["a Reuters photographer"]),
        ("The coalition asked whether its raids last week claimed more than 90 civilians in the town.", "raids", []),
        ("The army claimed 40 rebels killed near the mill.", "killed", ["The army"]),
        ("Nine were killed in the fight between the opposition and the Rasta regime opposition said.", "killed",
         ["opposition"]),
        ("A bomb claimed by the Rasta Front group killed at least 44 people in the town.", "bomb",
         ["the Rasta Front group"]),
        ("Four policemen were killed in a suicide attack in Kirkuk claimed by Rasta Front.", "killed", []),
    ],
)  # fmt: skip
def test_a_source_begins_behind_what_another_word_governs(text: str, word: str, names: list[str]) -> None:
    assert chain(text, word) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Nine people were killed according to a new toll from the observatory.", ["the observatory"]),
        ("According to figures compiled by the Rasta council nine people were killed.", ["the Rasta council"]),
        ("Nine people were killed according to the Twitter account of the Rasta council.", ["the Rasta council"]),
        ("Nine people were killed according to the council with the toll expected to rise.", ["the council"]),
        ("According to UNICEF Syrian troops in the valley have killed nine people.", ["UNICEF"]),
        (
            "Guards killed nine people the ministry said citing a source at the Rasta police.",
            ["the ministry", "a source at the Rasta police"],
        ),
        ("According to two nurses at least nine people were killed UNICEF reports.", ["UNICEF", "two nurses"]),
        ("The army killed nine people state television reports.", ["state television"]),
        (
            "Nine people were killed the Rasta news agency reported a day after the mayor fled.",
            ["the Rasta news agency"],
        ),
        ("Nine people were killed according to an Amnesty count.", ["Amnesty"]),
        ("According to Save the Children nine people were killed.", ["Save the Children"]),
        ("Nine people were reported killed in the raid according to the council.", ["the council"]),
        ("According to a report by the Rasta council, nine people were killed.", ["a report by the Rasta council"]),
    ],
)
def test_a_count_is_its_makers_word(text: str, names: list[str]) -> None:
    assert chain(text, "killed") == names


def test_who_announced_and_who_confirmed_stand_side_by_side() -> None:
    text = "The capture of the town was announced by the militia and confirmed by the Rasta Watch."
    assert chain(text, "capture") == ["the militia", "+Rasta Watch"]


def test_who_speaks_behind_a_quotation_is_nobody_in_it() -> None:
    text = 'Two sources said tanks came. "The rivals have claimed the lives of many men in raids" they added.'
    assert chain(text, "raids") == ["Two sources"]


def test_a_date_is_no_source() -> None:
    text = "We erred. It corrects a report of June 8, which said on the word of a guard that nine people were killed."
    assert chain(text, "killed") == ["a report of June 8"]


def test_a_place_before_a_colon_is_no_speaker() -> None:
    text = "Jisr al-Marj: what is known about the dead of Monday"
    doc = parse(text)
    doc.set_ents([doc.char_span(0, 12, label=PLACE)])
    assert chain_at(find_frames(doc, Report(id="r", digest="", text=text)), text.index("dead"), len(text))[0] == ()


def test_a_line_that_ends_with_a_verb_of_saying_is_no_caption() -> None:
    assert chain("Units entered the town and one soldier was killed, SANA said.", "killed") == ["SANA"]


def test_what_stands_bare_behind_what_somebody_declared_is_not_theirs() -> None:
    text = "Since Monday when the army declared the end of the truce nine men have fled, according to the council."
    assert chain(text, "fled") == ["the council"]
    assert chain("The army announced on Monday that nine men had fled.", "fled") == ["The army"]
