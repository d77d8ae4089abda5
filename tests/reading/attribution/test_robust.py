"""Frames on any text: never an exception, offsets within the text, the same twice."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from crossbearing.language import parse
from crossbearing.reading.rules_v1.attribution import attributions, chain_at, find_frames
from crossbearing.records import Passage, Report

PIECES = [
    "Police said that nine people died.",
    '"They fled," said Omar al-Haddad, a baker.',
    "According to the ministry,",
    "A source told Reuters",
    "by phone.",
    "\n\n",
    "\n",
    '"',
    "“",
    "”",
    "''",
    "(Reuters) -",
    "[Omar Haddad]",
    "BEIRUT",
    "Monday 3 Feb 2014",
    ":",
    "|",
    "Monitor",
    "WHO",
    "it was reported that",
    "and",
    "while",
    "he",
    "they",
    "citing",
    "quoted as saying",
    "also",
    "we",
    "I",
    "claims by",
    "that",
    "the",
    "-",
    "\u202e",
    "\x00",
    "رجال",
    "🙂",
    "19 killed",
    "accused the army of shelling",
    "was accused of",
    "denied",
    "’s",
    "was quoted by",
    "calling on",
    "toll",
]
MESSY = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=8)), max_size=14).map(" ".join)
CUT = st.tuples(MESSY, st.integers(0, 200), st.integers(0, 40)).map(lambda c: c[0][: c[1]] + c[0][c[1] + c[2] :])


@settings(max_examples=250, deadline=None)
@example(text='while " and', title=None)
@given(
    text=st.one_of(MESSY, CUT, st.text(max_size=60)),
    title=st.one_of(st.none(), st.just("Nine killed in raid Monitor"), st.text(max_size=40)),
)
def test_no_text_raises_and_all_offsets_lie_within_it(text: str, title: str | None) -> None:
    passages = (
        Passage(start=0, end=min(5, len(text)), kind="caption"),
        Passage(start=min(6, len(text)), end=len(text), kind="credit"),
    )
    report = Report(id="r", digest="", text=text, title=title, outlet="Evening Post", passages=passages)
    doc = parse(text)
    frames = find_frames(doc, report)
    for frame in frames:
        for start, end in (*frame.source, *frame.cue, *frame.content):
            assert 0 <= start < end <= len(text)
        for link in frame.links:
            assert link.name
            assert link.span is None or 0 <= link.span[0] < link.span[1] <= len(text)
    for token in doc:
        chain_at(frames, token.idx, token.idx + len(token))
    attributions(frames)
    assert find_frames(doc, report) == frames


def test_an_empty_text_has_no_frames() -> None:
    assert find_frames(parse(""), Report(id="r", digest="", text="")) == ()
