"""Chains by nesting of frames."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossbearing.reading.rules_v1.attribution import Blocks, Frame, chain_at, frames_at
from crossbearing.records import SourceLink, Span
from tests.reading.attribution.reading_aloud import chain


def frame(name: str, cue: Span, content: Span, **more: object) -> Frame:
    """A frame with one source."""
    return Frame(source=((0, 1),), cue=(cue,), content=(content,), links=(SourceLink(name=name),), **more)  # type: ignore[arg-type]


OUTER = frame("outer", (2, 4), (5, 50))
INNER = frame("inner", (10, 14), (15, 40))


def names(frames: list[Frame], start: int) -> list[str]:
    """The names of the chain at an offset."""
    return [link.name for link in chain_at(frames, start, start + 1)[0]]


def test_a_frame_that_holds_anothers_cue_stands_nearer_to_the_outlet() -> None:
    assert names([INNER, OUTER], 20) == names([OUTER, INNER], 20) == ["outer", "inner"]
    assert names([OUTER, INNER], 45) == ["outer"]
    assert names([OUTER, INNER], 60) == []


def test_an_outer_frame_reaches_through_what_it_holds() -> None:
    said = frame("speaker", (10, 14), (60, 90))
    assert names([OUTER, said], 70) == ["outer", "speaker"]


def test_the_same_source_twice_is_one_link() -> None:
    assert names([OUTER, frame("outer", (10, 14), (15, 40))], 20) == ["outer"]


def test_of_frames_over_the_same_content_the_lower_order_stands_first() -> None:
    cited = frame("cited", (60, 64), (5, 50), order=5)
    assert names([cited, OUTER], 20) == ["outer", "cited"]


def test_a_stand_towards_a_thing_makes_no_link() -> None:
    assert names([frame("fan", (2, 4), (5, 50), claims=False)], 20) == []


def test_a_trigger_that_is_itself_the_cue_is_not_its_content() -> None:
    accused = frame("council", (10, 18), (5, 50))
    assert frames_at([accused], 10, 18) == ()


def test_a_denial_anywhere_in_the_chain_denies() -> None:
    denied = frame("army", (2, 4), (5, 50), certainty="denied", force="deny")
    assert chain_at([denied, INNER], 20, 21)[1] == "denied"


def test_the_innermost_verb_gives_the_certainty_and_a_noun_yields_to_it() -> None:
    feared = frame("charity", (2, 4), (5, 50), certainty="feared_predicted")
    assert chain_at([feared, INNER], 20, 21)[1] == "reported"
    noun = frame("reports", (10, 14), (15, 40), rule="noun of")
    assert chain_at([feared, noun], 20, 21)[1] == "feared_predicted"


SPANS = st.tuples(st.integers(0, 60), st.integers(1, 20)).map(lambda span: (100 * span[0], 100 * sum(span)))


@given(st.lists(st.tuples(SPANS, SPANS), max_size=12), st.integers(0, 8000))
def test_what_holds_a_trigger_stands_in_its_block(spans: list[tuple[Span, Span]], start: int) -> None:
    frames = [frame(str(number), cue, content) for number, (cue, content) in enumerate(spans)]
    near = Blocks(frames).at(start, start + 4)
    assert frames_at(near, start, start + 4) == frames_at(frames, start, start + 4)


def test_few_frames_are_asked_about_a_trigger() -> None:
    byline = frame("byline", (0, 4), (5, 90_000))
    apart = [frame(str(at), (at, at + 2), (at + 2, at + 9)) for at in range(9, 90_000, 9)]
    assert Blocks([byline, *apart]).at(903, 905) == [byline, apart[99]]


@pytest.mark.parametrize(("text", "names"), [
    ("The paper said on the word of a customs official that nine men fled.", ["The paper", "a customs official"]),
    ("The paper reported, on the authority of two nurses, that nine men fled.", ["The paper", "two nurses"]),
    ("Guards left on the word of a customs official that nine men fled.", []),
])  # fmt: skip
def test_on_whose_word_something_is_told_stands_behind_who_tells_it(text: str, names: list[str]) -> None:
    assert chain(text, "fled") == names


def test_the_monitor_is_the_body_and_not_its_chief_who_spoke_last() -> None:
    text = (
        "The Syrian Observatory for Human Rights said nine died. Residents flocked there Observatory chief Rami Abdel "
        "Rahman said. The raids went on, Abdel Rahman said. Raids killed 15 men according to the monitor."
    )
    assert chain(text, "killed") == ["Syrian Observatory for Human Rights"]
