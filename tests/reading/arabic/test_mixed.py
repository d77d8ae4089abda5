"""Reports in two languages: each line is read by its own rules, and offsets count the whole text."""

from collections.abc import Callable

from crossbearing.reading.rules_v1.arabic import arabic_spans, blanked, language_of
from crossbearing.records import Reading

Read = Callable[..., Reading]

ENGLISH = "Shells killed two porters in Homs on Thursday, a nurse said."
ARABIC = "وقال ناشط إن قذائف سقطت على مدينة حلب صباح الجمعة وقتلت ثلاثة حمالين."


def test_both_languages_of_a_mixed_report_are_read_in_the_order_of_the_text(read: Read) -> None:
    for text in (f"{ENGLISH}\n\n{ARABIC}", f"{ARABIC}\n\n{ENGLISH}", f"{ARABIC}\n{ENGLISH}\n{ARABIC}"):
        reading = read(text)
        rules = {c.rules[0].startswith("ar:") for c in reading.claims}
        assert rules == {True, False}
        assert [c.trigger for c in reading.claims] == sorted(c.trigger for c in reading.claims)
        for figure in (f for c in reading.claims for f in c.figures):
            assert text[slice(*figure.span)] == figure.text


def test_an_english_line_reads_the_same_with_and_without_an_arabic_one(read: Read) -> None:
    alone, mixed = read(ENGLISH), read(f"{ENGLISH}\n\n{ARABIC}")
    english = [c for c in mixed.claims if not c.rules[0].startswith("ar:")]
    told = [(c.type, c.trigger, c.actor, c.target, [s.name for s in c.sources]) for c in alone.claims]
    assert told == [(c.type, c.trigger, c.actor, c.target, [s.name for s in c.sources]) for c in english]


def test_latin_names_and_digits_stay_in_an_arabic_line(read: Read) -> None:
    text = "قالت منظمة Doctors Without Borders إن 14 ممرضا أصيبوا في غارات على حلب."
    (injury,) = [c for c in read(text).claims if c.type == "injury"]
    assert [s.name for s in injury.sources] == ["منظمة Doctors Without Borders"]
    assert [f.low for f in injury.figures] == [14]


def test_an_arabic_title_of_an_english_report_is_read(read: Read) -> None:
    reading = read(ENGLISH, title="مقتل حمالين اثنين في حمص")
    assert {c.located for c in reading.claims if c.rules[0].startswith("ar:")} == {"title"}


def test_only_arabic_lines_are_arabic() -> None:
    text = f"{ENGLISH}\n{ARABIC}\n{ENGLISH}"
    ((start, end),) = arabic_spans(text)
    assert text[start:end] == ARABIC
    assert len(blanked(text, ((start, end),))) == len(text)
    assert ARABIC.split(maxsplit=1)[0] not in blanked(text, ((start, end),))


def test_persian_urdu_and_kurdish_are_no_arabic() -> None:
    for text in (
        "سه نفر در حمله به شهر کشته شدند و پنج نفر زخمی شدند.",
        "شہر پر حملے میں تین افراد ہلاک اور پانچ زخمی ہوگئے۔",
        "سێ کەس لە هێرشێکدا بۆ سەر شارەکە کوژران و پێنج کەسیش بریندار بوون.",
    ):
        assert arabic_spans(text) == ()
        assert language_of(text) != "ar"


def test_half_a_surrogate_pair_stops_no_reader(read: Read) -> None:
    for text in ("\ud800", f"{ENGLISH} \ud800\n{ARABIC}"):
        assert len(blanked(text, ())) == len(text)
        assert len(read(text).claims) == len(read(text.replace("\ud800", "\ufffd")).claims)
