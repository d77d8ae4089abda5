import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossbearing.language import fold, normalise
from crossbearing.language.normalise import letters

ARABIC = st.text(st.characters(min_codepoint=0x600, max_codepoint=0x6FF))
TEXTS = st.text() | ARABIC | st.text(st.characters(min_codepoint=0xFB50, max_codepoint=0xFEFC))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("أحمد", "احمد"),
        ("إدلب", "ادلب"),
        ("آثار", "اثار"),
        ("مدينة", "مدينه"),
        ("مصطفى", "مصطفي"),
        ("حـــلب", "حلب"),
        ("حَلَبُ", "حلب"),
        ("٢٠١١", "2011"),
        ("۲۰۱۱", "2011"),
        ("ﺣﻠﺐ", "حلب"),
        ("کردی", "كردي"),
        ("\u200fحلب\u200e", "حلب"),
        ("٣٫٥", "3.5"),
        ("’", "'"),
        ("–", "-"),
    ],
)
def test_spellings_of_one_word_are_written_in_one_way(one, other):
    assert normalise(one).text == normalise(other).text == other


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ghūṭa", "ghuta"),
        ("DÜZCE", "duzce"),
        ("Iğdır", "igdir"),
        ("Da‘el", "dael"),
        ("Deir  ez-Zor", "deir ez–zor"),
        ("Straße", "STRASSE"),
    ],
)
def test_names_fold_to_the_same(one, other):
    assert fold(one) == fold(other)


def test_words_that_differ_stay_apart():
    assert len({fold(name) for name in ("حلب", "حمص", "حماة", "Homs", "Hama", "Halab")}) == 6


def test_a_word_found_in_the_normalised_text_is_told_where_it_stood():
    text = "قُتِل في إِدْلِب ثلاثةٌ"
    plain = normalise(text)
    start = plain.text.index("ادلب")
    first, last = plain.original(start, start + 4)
    assert text[first:last] == "إِدْلِب"


def test_a_ligature_is_given_whole():
    text = "ﻻجئ"
    assert normalise(text).text == "لاجي"
    assert normalise(text).original(0, 2) == (0, 1)


@given(TEXTS)
def test_normalising_twice_changes_nothing(text):
    once = normalise(text).text
    assert normalise(once).text == once


@given(TEXTS)
def test_folding_twice_changes_nothing(text):
    assert fold(fold(text)) == fold(text)


@given(TEXTS)
def test_every_letter_has_an_origin_and_they_never_go_back(text):
    plain = normalise(text)
    assert len(plain.origins) == len(plain.text) + 1
    assert list(plain.origins) == sorted(plain.origins)
    assert plain.origins[-1] == len(text)


@given(TEXTS, st.data())
def test_what_stands_at_the_origin_is_written_the_same_way(text, data):
    plain = normalise(text)
    start = data.draw(st.integers(0, len(plain.text)))
    end = data.draw(st.integers(start, len(plain.text)))
    first, last = plain.original(start, end)
    assert 0 <= first <= last <= len(text)
    assert plain.text[start:end] in normalise(text[first:last]).text


@given(st.text(st.characters(min_codepoint=32, max_codepoint=126, exclude_characters="`")))
def test_plain_text_is_left_alone(text):
    assert normalise(text).text == text


def test_every_letter_of_the_table_changes_something():
    for table in (letters().arabic, letters().signs):
        for letter, plain in table.items():
            assert normalise(letter).text == plain
            assert unicodedata.normalize("NFKD", letter) != plain
    for letter in letters().latin:
        assert unicodedata.normalize("NFKD", letter) == letter
        assert fold(letter) != letter
