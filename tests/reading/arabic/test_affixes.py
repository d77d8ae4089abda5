"""Clitics are cut where they are clitics, and words take the forms that news writes."""

import pytest

from crossbearing.reading.rules_v1.arabic.affixes import noun_forms, verb_forms
from crossbearing.reading.rules_v1.arabic.data import plain
from crossbearing.reading.rules_v1.arabic.lexicon import class_of, taken_apart


@pytest.mark.parametrize(
    ("word", "rest"),
    [
        ("وقصفت", "قصفت"),
        ("فقتلوا", "قتلوا"),
        ("بالقصف", "قصف"),
        ("للقصف", "قصف"),
        ("ولاجئين", "لاجئين"),
        ("وبالمدفعية", "مدفعية"),
        ("لاقتحامها", "اقتحامها"),
    ],
)
def test_conjunctions_prepositions_and_the_article_are_cut_off(word: str, rest: str) -> None:
    assert taken_apart(plain(word)).rest == plain(rest)


@pytest.mark.parametrize("word", ["وزارة", "وكالة", "وصل", "ولاية", "بلدة", "لجان", "لاجئين", "فصائل", "كتائب", "بيان"])
def test_first_letters_that_belong_to_the_word_stay(word: str) -> None:
    assert taken_apart(plain(word)).rest == plain(word)


def test_verbs_have_persons_the_future_and_pronouns_for_the_object() -> None:
    forms = verb_forms("قصف", "قصف")
    assert {"قصفت", "قصفوا", "يقصف", "تقصفها", "سيقصفون", "قصفوها"} <= forms
    assert "قصفواها" not in forms


def test_a_verb_without_an_object_takes_no_pronoun() -> None:
    assert "نزحها" not in verb_forms("نزح", "نزح", objects=False)


def test_a_noun_in_ta_marbuta_changes_it_before_what_follows() -> None:
    forms = noun_forms("غارة")
    assert {plain("غارة"), "غارتين", "غارات", "غارتهم"} <= forms
    assert plain("غارة") + "هم" not in forms


def test_with_the_article_no_possessor_is_read_into_a_word() -> None:
    # "al-musallaha" (armed) is no "his gunman".
    assert class_of(plain("مسلحه")) == {"armed"}
    assert not class_of(plain("المسلحة"))
