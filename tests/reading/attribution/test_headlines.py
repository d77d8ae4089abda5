"""Headlines that name their source, with and without marks, and repeated in the text's head."""

import pytest

from crossbearing.language import parse
from crossbearing.reading.rules_v1.attribution import chain_at, find_frames
from crossbearing.records import Report
from tests.reading.attribution.reading_aloud import chain


def title_chain(title: str, word: str) -> list[str]:
    """The names behind a word of a title that stands apart from the text."""
    report = Report(id="r", digest="", text="The text tells more.", title=title)
    start = title.index(word)
    return [link.name for link in chain_at(find_frames(parse(title), report), start, start + len(word))[0]]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Raids kill 19 in northern village: monitor", "monitor"),
        ("Raids kill 19 in northern village - activists", "activists"),
        ("Raids kill 19 in northern village – Interior Ministry", "Interior Ministry"),
        ("Raids kill dozens in northern village Monitor", "Monitor"),
        ("Raids kill dozens in northern village rights group", "rights group"),
        ("Raids kill dozens in northern village UN", "UN"),
        ("Raids kill dozens in latest northern bombing UNICEF", "UNICEF"),
        ("Raids kill dozens in northern village Reports", "Reports"),
        ("Raids kill dozens in northern village, says governor", "governor"),
        ("Monitor: raids kill 19 in northern village", "Monitor"),
        ("Raids kill 19 in northern village monitor | Evening Post", "monitor"),
        ("Raids kill 19 in northern village Monitor - Region - World - Evening Post", "Monitor"),
    ],
)
def test_a_headline_names_its_source_at_its_end_or_beginning(title: str, name: str) -> None:
    assert title_chain(title, "kill") == [name]


@pytest.mark.parametrize(
    "title",
    [
        "Raids kill 19 in northern village",
        "Raids kill 19 after attack on police",
        "Army kills 19 activists",
        "Raids kill eight Red Helmets activists",
        "Shells fall near the new hospital of the rebels",
        "Army takes hill near Deir al-Asal",
        "Governor visits the monitor",
    ],
)
def test_a_headline_without_a_source_is_the_outlets_own_voice(title: str) -> None:
    report = Report(id="r", digest="", text="The text tells more.", title=title)
    assert [f for f in find_frames(parse(title), report) if f.rule == "headline"] == []


def test_a_headline_repeated_in_the_texts_head_keeps_its_source_and_the_lead_has_its_own() -> None:
    title = "Raids kill dozens in northern village Monitor"
    text = f"{title}\n\n{title} AFP Monday 3 Feb 2014 Raids on a northern village killed dozens on Monday a medic said."
    assert chain(text, "kill dozens", title=title) == ["Agence France-Presse", "Monitor"]
    assert chain(text, "killed", title=title) == ["Agence France-Presse", "a medic"]


def test_a_printed_date_is_no_part_of_what_the_lead_tells() -> None:
    title = "Raids kill dozens in northern village"
    text = f"{title}\n\nPublished February 3 2014 Raids on a village killed dozens a medic said."
    report = Report(id="r", digest="", text=text, title=title)
    said = [f for f in find_frames(parse(text), report) if f.claims and f.cue and text[slice(*f.cue[0])] == "said"]
    assert [text[slice(*f.content[0])] for f in said] == ["Raids on a village killed dozens"]


@pytest.mark.parametrize(("text", "word"), [
    ("Raids killed nine, a monitor said with rockets causing damage to the mill.", "damage"),
    ("Raids killed nine, police said on Monday, with shells falling on the mill.", "falling"),
])  # fmt: skip
def test_what_went_with_it_is_told_by_who_told_it(text: str, word: str) -> None:
    assert len(chain(text, word)) == 1


def test_what_went_with_it_is_not_theirs_where_another_tells_it() -> None:
    text = "Raids hit the mill, police said with a monitor saying that nine people were killed."
    assert chain(text, "killed") == ["a monitor"]


def test_with_whom_somebody_speaks_is_nothing_they_tell() -> None:
    assert chain("Raids killed nine, police said with regret after attacks.", "attacks") == []
