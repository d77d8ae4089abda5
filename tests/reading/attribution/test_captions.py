"""Credits of pictures and bylines of agencies."""

import pytest

from crossbearing.language import parse
from crossbearing.reading.rules_v1.attribution import attributions, chain_at, find_frames
from crossbearing.records import Passage, Report
from tests.reading.attribution.reading_aloud import chain, frames_of, links_at


def test_an_agency_at_the_end_of_a_caption_is_its_credit() -> None:
    text = "Children are driven to a camp near the border Reuters\n\nThe army left the town on Friday."
    assert [(link.name, link.cue, link.channel) for link in links_at(text, "driven")] == [
        ("Reuters", "photo credit", "photo")
    ]
    assert links_at(text, "left") == ()


def test_a_photographer_in_brackets_is_a_credit_and_an_editors_words_are_none() -> None:
    text = "Smoke rises after a strike near the river [Omar Haddad] The army left the town."
    assert [link.name for link in links_at(text, "strike")] == ["Omar Haddad"]
    assert links_at("Smoke rises after a strike near the river [Click to enlarge]", "strike") == ()


def test_a_credit_that_intake_marked_belongs_to_the_caption_before_it() -> None:
    caption, credit = "Smoke rises after a strike.", "Omar Haddad"
    text = f"{caption}\n{credit}\n\nThe army left the town."
    passages = (
        Passage(start=0, end=len(caption), kind="caption"),
        Passage(start=len(caption) + 1, end=len(caption) + 1 + len(credit), kind="credit"),
    )
    report = Report(id="r", digest="", text=text, passages=passages)
    links, _ = chain_at(find_frames(parse(text), report), text.index("strike"), text.index("strike") + 6)
    assert [link.name for link in links] == ["Omar Haddad"]


@pytest.mark.parametrize(
    "text",
    [
        "BEIRUT (Reuters) - The army left the town on Friday.",
        "The army left the town on Friday. -Reuters",
        "The army left the town on Friday. (Reuters)",
        "The army left the town on Friday. Source: Reuters",
    ],
)
def test_a_wire_byline_is_a_link_with_its_cue_and_no_attribution_of_the_report(text: str) -> None:
    assert [(link.name, link.cue) for link in links_at(text, "left")] == [("Reuters", "byline")]
    assert attributions(frames_of(text)) == ()


def test_an_outlets_own_name_is_no_byline() -> None:
    assert links_at("The army left the town on Friday. -Reuters", "left", outlet="Reuters") == ()


def test_someone_told_an_agency_is_no_byline() -> None:
    assert [f.rule for f in frames_of("The army left the town, a local source told Reuters.")] == ["clause before"]


def test_a_byline_stands_before_the_sources_of_the_text() -> None:
    text = "BEIRUT (Reuters) - The army left the town, a nurse said."
    assert [link.name for link in links_at(text, "left")] == ["Reuters", "a nurse"]


def test_a_date_in_a_dateline_hides_neither_its_agency_nor_who_the_first_sentence_is_about() -> None:
    text = "KOLVAN, Turkey, June 8, 2011 (Reuters) - Two nurses fled the town, fearing that the army would shell it."
    assert chain(text, "shell") == ["Reuters", "Two nurses"]


def test_an_agency_that_nobody_knows_is_a_byline_in_a_dateline() -> None:
    (link,) = links_at("KOLVAN, June 8, 2011 (Rasta Press Agency) - The army left the town on Friday.", "left")
    assert (link.name, link.cue) == ("Rasta Press Agency", "byline")
    assert links_at("KOLVAN (the border town) - The army left the town on Friday.", "left") == ()
    assert links_at("KOLVAN (Press Officer Omar Haddad) - The army left the town on Friday.", "left") == ()
