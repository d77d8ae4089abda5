"""Quotations: over sentences and paragraphs, broken, unbalanced, and with their marks lost."""

from crossbearing.language import parse
from crossbearing.reading.rules_v1.attribution.quotes import find_quotes
from crossbearing.reading.rules_v1.attribution.text import Text
from crossbearing.records import Report
from tests.reading.attribution.reading_aloud import chain, frames_of


def quoted(text: str) -> list[str]:
    """The quotations of a text, as words."""
    doc = parse(text)
    read = Text(doc, Report(id="r", digest="", text=text))
    return [
        read.words((q.start, q.end))
        for q in find_quotes(doc, text, [s for s, e in read.sentences for _ in range(s, e)])
    ]


def test_straight_and_curly_marks_are_paired() -> None:
    assert quoted('He said "they fled" and “they hid”.') == ['"they fled"', "“they hid”"]


def test_two_apostrophes_are_a_mark() -> None:
    assert quoted("''They fled,'' he said.") == ["''They fled,''"]


def test_an_opening_mark_that_is_never_closed_counts_for_nothing() -> None:
    assert quoted('He said "they fled. The army denied it.') == []


def test_a_closing_mark_alone_closes_what_its_sentence_begins() -> None:
    assert quoted('The army left. They fled at dawn" he said.') == ['They fled at dawn"']


def test_a_quotation_runs_over_paragraphs_where_each_opens_with_a_mark() -> None:
    text = '"The town is empty.\n\n"Nobody knows where the people are," the mayor said.'
    assert quoted(text) == ['"The town is empty.', '"Nobody knows where the people are,"']


def test_a_broken_quotation_belongs_to_its_speaker_on_both_sides() -> None:
    text = '"The town is empty," the mayor said. "The families fled at night."'
    assert chain(text, "empty") == chain(text, "fled") == ["The mayor"] or chain(text, "fled") == ["the mayor"]


def test_a_quotation_of_several_sentences_belongs_to_whom_its_end_names() -> None:
    text = '"The town is empty. The families fled at night. Nobody stayed," said a nurse.'
    assert chain(text, "empty") == chain(text, "fled") == chain(text, "stayed") == ["a nurse"]


def test_a_quotation_in_the_next_paragraph_goes_on_after_a_quotation() -> None:
    text = 'The mayor said:\n\n"The town is empty."\n\n"The families fled at night."\n\nThe army shelled the hills.'
    assert chain(text, "fled") == ["The mayor"]
    assert chain(text, "shelled") == []


def test_a_quotation_behind_an_attributed_sentence_is_its_speakers() -> None:
    text = 'The town was empty, the mayor said. "We saw the families leave at night."'
    assert chain(text, "leave") == ["the mayor"]


def test_sentences_in_the_first_person_go_on_where_the_marks_are_lost() -> None:
    text = "The commander told Reuters that. We have retaken the hill. We lost nine men. The army shelled the hills."
    assert chain(text, "retaken") == chain(text, "lost") == ["Reuters", "The commander"]
    assert chain(text, "shelled") == []


def test_a_sentence_with_also_goes_on_and_one_without_does_not() -> None:
    told = "The council said nine people died in the raid."
    assert chain(f"{told} Two shops were also destroyed.", "destroyed") == ["The council"]
    assert chain(f"{told} Two shops were destroyed.", "destroyed") == []


def test_a_source_within_a_quotation_is_a_link_further_out_and_not_the_reports_own() -> None:
    text = '"Refugees say the bridge was mined," the mayor said.'
    assert chain(text, "mined") == ["the mayor", "Refugees"]
    assert [f.quoted for f in frames_of(text)] == [True, False]


def test_the_speaker_in_a_quotation_is_no_link_of_his_own() -> None:
    text = '"We are worried that the dam could burst," the mayor said.'
    assert chain(text, "burst") == ["the mayor"]


def test_a_source_never_takes_in_the_end_of_a_quotation() -> None:
    text = '"We will open the way for our brothers" rebel commander Omar Said told AFP.'
    assert chain(text, "open") == ["AFP", "rebel commander Omar Said"]


def test_a_quotation_within_another_may_end_both() -> None:
    assert chain("“He asked me, ‘Who burned the bridge?’” the nurse said.", "burned") == ["the nurse"]
    assert chain("''He asked me, 'Who burned the bridge?''' the nurse said.", "burned") == ["the nurse"]


def test_whoever_stands_behind_said_speaks() -> None:
    assert chain('"The bridge burned," said the printed card.', "burned") == ["the printed card"]
