"""How telling words are, and which words of a page tell nothing."""

from importlib.resources import files

import pytest
import yaml

from crossbearing.weighing.contradictions.means import means
from crossbearing.weighing.page import is_furniture, people, telling_text
from crossbearing.weighing.words import bits, stem, stems, weighed


@pytest.mark.parametrize(
    ("common", "rare"), [("the", "market"), ("police", "bakery"), ("people", "kestrelby"), ("attack", "tunnel")]
)
def test_rarer_words_are_worth_more(common: str, rare: str):
    assert bits(common) < bits(stem(rare))


def test_names_of_states_and_parties_are_worth_little_since_they_are_compared_by_themselves():
    assert bits("syrian") <= 3
    assert bits("hezbollah") <= 3


@pytest.mark.parametrize("word", ["terrorist", "mortar", "besieged", "airstrike", "countryside", "truce"])
def test_words_that_the_news_of_every_war_uses_are_worth_less_than_a_name(word: str):
    assert bits(word) < bits("kestrelby") / 2


def test_a_possessive_a_plural_and_an_accent_do_not_make_another_word():
    assert stems("Syria's rockets, Kestrelby’s café") == ["syria", "rocket", "kestrelby", "cafe"]


def test_words_left_out_weigh_nothing():
    assert weighed(["bakery", "marnah"], frozenset({"marnah"})).keys() == {"bakery"}


def test_every_word_of_the_table_is_written_as_it_is_looked_up():
    table = yaml.safe_load(files("crossbearing.weighing").joinpath("common_words.yaml").read_text(encoding="utf-8"))
    seen = [word for words in table.values() for word in words.split()]
    assert len(seen) == len(set(seen))
    assert {w for w in seen if w != stem(w) or w != w.casefold()} == set()


def test_a_sentence_about_the_page_is_left_out():
    assert telling_text("Nine died. All rights reserved. Two fled.") == "Nine died. Two fled."


@pytest.mark.parametrize(
    "sentence",
    [
        "Nine people died when shells hit a bakery.", "The governor said on Twitter that he had no comments.",
        "Also on Monday a transcript of the call was read out.",
        "The registration office burned down in severe weather.",
    ],
)  # fmt: skip
def test_a_sentence_about_what_happened_is_kept(sentence: str):
    assert not is_furniture(sentence)


def test_every_phrase_of_the_furniture_is_written_as_it_is_looked_up():
    text = files("crossbearing.weighing").joinpath("furniture.yaml").read_text(encoding="utf-8")
    phrases = yaml.safe_load(text)["phrases"]
    assert len(phrases) == len(set(phrases))
    assert all(is_furniture(f"Here: {phrase.upper()}.") for phrase in phrases)


def test_people_are_found_by_name_and_places_are_not_people():
    text = "Jonah Kestrelby of North Marnah was named by Captain Ada Thorncastle."
    assert people(text, frozenset({"north", "marnah"})) == {"kestrelby", "thorncastle"}


def test_a_weapon_stands_in_one_group_under_one_name():
    words = [w for group in means().groups.values() for names in group.values() for w in names]
    assert len(words) == len(set(words))
    assert {w for w in words if stem(w) != w} == set()
