import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossbearing.times import Anchor, find_arabic_times

FRIDAY = Anchor(day=dt.date(2011, 6, 10))


def values(text, anchor=FRIDAY):
    return [t.timex for t in find_arabic_times(text, anchor)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("وقتل ثلاثة مدنيين أمس الخميس في قصف على البلدة.", "2011-06-09"),
        ("سقطت القذائف فجر اليوم الجمعة.", "2011-06-10TMO"),
        ("وصل مئات النازحين ليل الأربعاء إلى الحدود.", "2011-06-08TNI"),
        ("اقتحمت الدبابات البلدة صباح يوم الثلاثاء.", "2011-06-07TMO"),
        ("أعلن الناشطون الجمعة أن الطريق مقطوع.", "2011-06-10"),
        ("ستعقد الجلسة يوم الاثنين.", "2011-06-13"),
        ("اندلعت الاحتجاجات في آذار/مارس 2011.", "2011-03"),
        ("بدأت الحملة في جانفي 2011.", "2011-01"),
        ("نزحت العائلات في غشت 2010.", "2010-08"),
        ("وقعت المجزرة في ٢١ أيار ٢٠١١.", "2011-05-21"),
        ("قتل أكثر من ألف شخص منذ مارس الماضي.", "2011-03"),
        ("لم تدخل المساعدات البلدة خلال الأسابيع الثلاثة الماضية.", "P3W"),
        ("قتل تسعة أشخاص خلال الساعات الـ 48 الماضية.", "P2D"),
        ("أفرج عنه قبل يومين.", "2011-06-08"),
        ("افتتح المخيم العام الماضي.", "2010"),
        ("بدأ القصف الساعة الخامسة من فجر الخميس.", "2011-06-09T05:00"),
    ],
)
def test_the_commonest_expressions_are_read(text, value):
    assert values(text) == [value]


def test_letters_written_together_with_a_word_are_not_part_of_it():
    text = "والجمعة سقطت قذائف."
    (friday,) = find_arabic_times(text, FRIDAY)
    assert friday.text == "الجمعة"


def test_since_is_told_apart():
    (since,) = find_arabic_times("البلدة محاصرة منذ الثلاثاء.", FRIDAY)
    assert since.since


def test_vowel_signs_and_tatweel_do_not_matter():
    text = "سقطت قذائف أمــسِ الخَميسَ."
    (thursday,) = find_arabic_times(text, FRIDAY)
    assert (thursday.text, thursday.timex) == ("أمــسِ الخَميسَ", "2011-06-09")


@pytest.mark.parametrize(
    "text", ["قتل ستة أشخاص في انفجار سيارة.", "عاد الأب إلى بيته.", "حضر أحد السكان.", "قتل 2011 شخصا."]
)
def test_words_that_only_look_like_times_are_left_alone(text):
    assert values(text) == []


def test_without_a_date_what_is_known_is_kept():
    assert values("وصلوا الثلاثاء.", Anchor()) == ["XXXX-WXX-2"]


PIECES = (
    "يوم الجمعة أمس منذ ثلاثة أسابيع الماضية في آذار / مارس 2011 و قبل يومين الساعة 5:30 مساء اليوم التالي 24 ، ."
).split()


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=25).map(" ".join) | st.text(max_size=100), st.none() | st.dates())
def test_no_medley_of_words_breaks_the_finder(text, day):
    found = find_arabic_times(text, Anchor(day=day))
    assert all(text[t.start : t.end] == t.text for t in found)
    assert all(t.earliest <= t.latest for t in found if t.earliest and t.latest)
