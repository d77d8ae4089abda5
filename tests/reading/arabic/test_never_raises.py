"""No text makes the Arabic rules raise, and all they quote stands in it."""

from collections.abc import Callable

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crossbearing.reading.rules_v1.arabic.data import load
from crossbearing.records import Reading

Read = Callable[..., Reading]

WORDS = sorted(
    {w for parts in load("triggers").values() for listed in parts.values() for w in listed}
    | set(load("reporting")["verbs"])
    | {w for listed in load("people").values() if isinstance(listed, list) for w in listed}
    | set(load("phrases")["prepositions"])
    | set(load("reporting")["that"])
    | {
        "حلب",
        "الخرطوم",
        "سوريا",
        "غزة",
        "قوات الدعم السريع",
        "الأمم المتحدة",
        "أمس",
        "الخميس",
        "ألف",
        "عشرات",
        "٣",
        "12",
    }
    | {
        "troops",
        "killed",
        "in",
        "Homs",
        "said",
        "،",
        ".",
        ":",
        "؛",
        "-",
        "«",
        "»",
        "(",
        ")",
        "\n",
        "\n\n",
        "ـ",
        "\u064f",
    }
    | {
        "\u200f",
        "\u202b",
        "\x00",
        "ﷺ",
        "ﻻ",
        "🙂",
        "ل",
        "ب",
        "ال",
        "لل",
        "و",
        "1,5",
        "1.000.000",
        "99999999999999999999",
    }
)

mixtures = st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join)
glued = st.lists(st.sampled_from(WORDS), max_size=12).map("".join)
anything = st.text(st.one_of(st.characters(min_codepoint=0x600, max_codepoint=0x6FF), st.characters()), max_size=120)


def check(reading: Reading, text: str, title: str | None) -> None:
    for claim in reading.claims:
        where = text if claim.located == "text" else title or ""
        for start, end in (claim.trigger, claim.evidence, *(f.span for f in claim.figures)):
            assert 0 <= start < end <= len(where)
        assert claim.evidence[0] <= claim.trigger[0] < claim.evidence[1]
        assert all(where[slice(*f.span)] == f.text for f in claim.figures)
        assert all(f.low >= 0 and (f.high is None or f.low <= f.high) for f in claim.figures)
    for mention in (*reading.places, *reading.times):
        assert text[mention.start : mention.end] == mention.text
    for frame in reading.attributions:
        for start, end in (*frame.source, *frame.cue, *frame.content):
            assert 0 <= start < end <= len(text)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.one_of(mixtures, glued, anything), title=st.one_of(st.none(), mixtures))
def test_no_text_makes_the_reader_raise_and_offsets_quote_it(read: Read, text: str, title: str | None) -> None:
    check(read(text, title), text, title)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=mixtures)
def test_the_same_text_reads_the_same(read: Read, text: str) -> None:
    assert read(text) == read(text)
