"""Spellings of one name are known as one, and two names are not."""

import pytest

from crossbearing.language.normalise import fold
from crossbearing.language.spelling import latin_sounds, same_word, spelling, words_of

ONE = [
    ("Mohammed", "Muhammad"), ("Ahmad", "Ahmed"), ("Najjar", "Nadjar"), ("Qasim", "Kassem"), ("Khalid", "Khaled"),
    ("Othman", "Osman"), ("Chadi", "Shadi"), ("Houry", "Houri"), ("Hussein", "Husayn"), ("Fatima", "Fatimah"),
    ("Alnajjar", "Najjar"), ("أحمد", "احمد"), ("والنجار", "نجار"), ("محمد", "Mohammed"), ("حوري", "Houry"),
    ("للنجار", "Najjar"), ("فاطمة", "Fatima"), ("إبراهيم", "Ibrahim"), ("مصطفى", "Moustapha"), ("عمر", "Omar"),
    ("وليد", "Walid"), ("يوسف", "Youssef"), ("قاسم", "Kassem"), ("سعيد", "Said"),
    ("صباح", "Sabah"), ("فلاح", "Fallah"), ("ممدوح", "Mamdouh"), ("نوح", "Nuh"), ("راجح", "Rajeh"), ("جوزيف", "Joseph"),
    ("سوزان", "Susan"), ("عمرو", "Amr"), ("عمرو", "Amro"), ("جورج", "Georges"),
]
TWO = [
    ("Hassan", "Hussein"), ("Houry", "Khoury"), ("Ahmad", "Mahmoud"), ("Omar", "Amer"), ("Jamal", "Jamil"),
    ("حسين", "Hassan"), ("خوري", "Houry"), ("محمود", "Mohammed"), ("سمير", "Omar"), ("Nadim", "Nadia"),
    ("صباح", "Saba"), ("راجح", "Raja"), ("عمرو", "Amira"), ("جوزيف", "Yusuf"), ("ناجح", "Naji"),
]


@pytest.mark.parametrize(("one", "other"), ONE)
def test_spellings_of_one_name_are_one(one, other):
    assert same_word(fold(one), fold(other))


@pytest.mark.parametrize(("one", "other"), TWO)
def test_two_names_that_look_alike_are_two(one, other):
    assert not same_word(fold(one), fold(other))


def test_every_letter_that_the_tables_write_is_one_that_can_be_heard():
    heard = {sign for letters in spelling().signs for sign in latin_sounds(letters).consonants}
    heard |= {sign for letter in "bdfghjklmnprstvwyz" for sign in latin_sounds(letter).consonants}
    written = {sign for told in spelling().arabic.values() for sign in told.split()} - {"-"}
    assert written <= heard, written - heard
    assert not set(spelling().arabic) & set(spelling().long)


def test_no_word_stands_in_two_lists_and_each_is_as_words_are_compared():
    lists = [words_of(kind) for kind in ("articles", "servant", "kunya", "joined", "titles")]
    assert sum(map(len, lists)) == len(frozenset().union(*lists))
    assert words_of("glued") <= words_of("kunya")
    spoken, endings = spelling().spoken, spelling().endings
    words = [*frozenset().union(*lists), *spoken, *endings, *(" ".join([*spoken.values(), *endings.values()])).split()]
    assert all(fold(word) == word for word in words)
