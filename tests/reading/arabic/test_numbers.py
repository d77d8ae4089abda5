"""Counts in Arabic, with their bounds."""

import pytest

from crossbearing.reading.rules_v1.arabic.data import plain
from crossbearing.reading.rules_v1.arabic.numbers import find_numbers, plain_value
from crossbearing.reading.rules_v1.arabic.text import Text


def bounds(text: str) -> list[tuple[int, int | None]]:
    return [(n.low, n.high) for n in find_numbers(Text(text, [(0, len(text))]))]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("ثلاثة", 3),
        ("أحد عشر", 11),
        ("اثنتي عشرة", 12),
        ("خمسة عشر", 15),
        ("سبعة وأربعين", 47),
        ("مئة وعشرين", 120),
        ("مائتين وخمسين", 250),
        ("ألفين", 2000),
        ("ثلاثة آلاف وخمسمئة", 3500),
        ("خمسة وعشرين ألفا", 25000),
        ("٤٥٠", 450),
        ("1,500", 1500),
        ("3 ملايين", 3_000_000),
    ],
)
def test_number_words_have_their_values(words: str, value: int) -> None:
    assert plain_value([plain(word) for word in words.split()]) == value


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("سقط ٢٥ بحارا", 25, 25),
        ("سقط ما لا يقل عن 25 بحارا", 25, None),
        ("سقط 25 بحارا على الأقل", 25, None),
        ("فر أكثر من ثلاثين بحارا", 30, None),
        ("فر ما يزيد على ألف بحار", 1000, None),
        ("فر نحو 40 بحارا", 40, 40),
        ("فر قرابة 40 بحارا", 36, 40),
        ("فر أقل من 40 بحارا", 0, 40),
        ("فر ما بين 20 و30 بحارا", 20, 30),
        ("فر عشرات البحارة", 20, None),
        ("فر مئات البحارة", 200, None),
        ("فر عشرات الآلاف من البحارة", 20_000, None),
        ("فر نصف مليون بحار", 500_000, 500_000),
        ("قتل طفلان", 2, 2),
        ("قتل طفل أمس", 1, 1),
    ],
)
def test_bounds_come_from_the_words_beside_a_count(text: str, low: int, high: int | None) -> None:
    assert bounds(text) == [(low, high)]


@pytest.mark.parametrize(
    "text",
    [
        "بعد ثلاثة أيام من المعارك",
        "على بعد 40 كيلومترا من الساحل",
        "في عام 2011",
        "بلغت الخسائر 20 مليون دولار",
        "القرار 2254",
        "في الدقيقة 90",
    ],
)
def test_dates_distances_sums_and_labels_count_nothing(text: str) -> None:
    assert bounds(text) == []


def test_a_count_points_at_what_it_counts() -> None:
    text = Text("وصل 40 ألف نازح إلى الميناء", [(0, 27)])
    (number,) = find_numbers(text)
    assert number.counted is not None
    assert text.texts[number.counted] == plain("نازح")
