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
    ],
)  # fmt: skip
def test_a_source_begins_behind_what_another_word_governs(text: str, word: str, names: list[str]) -> None:
    assert chain(text, word) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Nine people were killed according to a new toll from the observatory.", ["the observatory"]),
        ("According to figures compiled by the Rasta council nine people were killed.", ["the Rasta council"]),
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
