"""A name is taken apart into the same words however many of them are written as one."""

import pytest

from crossbearing.language.normalise import fold
from crossbearing.language.person_words import pieces
from crossbearing.language.spelling import same_word, words_of


def said(name):
    told = pieces(fold(name).replace("-", " ").split())
    return [piece.said for piece in told if piece.said not in words_of("articles")]


@pytest.mark.parametrize(
    "spellings",
    [
        ("Abd al-Karim", "Abdelkarim", "Abdul Kareem", "Abd-el-Karim", "عبد الكريم", "عبدالكريم"),
        ("Abd ar-Rahim", "Abderrahim", "Abdurrahim", "Abdul Rahim", "عبد الرحيم"),
        ("Abd Allah", "Abdullah", "Abdallah", "Abdulla", "عبد الله", "عبدالله"),
        ("Abd al-Alim", "Abdelalim", "عبد العليم"),
        ("Badr al-Din", "Badreddin", "Badredine", "Badr Eddine", "Badr ed-Din", "Badruddin", "بدر الدين", "بدرالدين"),
        ("Salah al-Din", "Salaheddine", "Salahuddin", "Salah Eldin", "Salah ad-Din", "صلاح الدين"),
        ("Ala al-Din", "Aladdin", "Alaeddine", "علاء الدين"),
        ("Jar Allah", "Jarallah", "Jarullah", "جار الله", "جارالله"),
        ("Abu Rizk", "Aburizk", "Abourizk", "أبو رزق"),
    ],
)
def test_one_name_is_the_same_words_in_every_way_of_writing_it(spellings):
    parts = [said(spelling) for spelling in spellings]
    assert {len(each) for each in parts} == {len(parts[0])}
    for one in parts[1:]:
        assert all(same_word(a, b, loosely=True) or same_word(b, a) for a, b in zip(one, parts[0], strict=True)), one


@pytest.mark.parametrize(
    "name",
    ["Abdo", "Abdou", "Shallah", "Fallah", "Mullah", "Aboud", "Nadine", "Abedin", "Zabadin", "Hamdin", "Jamalah",
     "Mualla", "Umran", "عبده", "فلاح", "نادين", "عابدين"],
)
def test_a_name_that_only_looks_joined_stays_one_word(name):
    [piece] = pieces([fold(name)])
    assert (piece.said, piece.glued) == (fold(name), False)


def test_an_ending_is_bound_to_the_word_before_only_with_its_article():
    assert [piece.bound for piece in pieces(["imad", "al", "din"])] == [False, False, True]
    assert [piece.bound for piece in pieces(["imran", "din"])] == [False, False]
    assert [piece.bound for piece in pieces(["al", "din"])] == [False, True]


def test_words_that_stand_apart_and_words_of_the_language_are_left_as_they_are():
    assert [piece.said for piece in pieces(["abdul", "karim"], lambda _first, _last: False)] == ["abdul", "karim"]
    assert [piece.said for piece in pieces(["aboutface"], common={0})] == ["aboutface"]
