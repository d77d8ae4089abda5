import io

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from rich.console import Console

from crossbearing.publishing.terminal import event_view, events_table, first_reading, harmless, short_ids
from crossbearing.records import Correction
from tests.publishing.handmade import EVENTS, picture


def printed(drawing, width=140):
    console = Console(file=io.StringIO(), width=width)
    console.print(drawing)
    return console.file.getvalue()


@given(st.text())
def test_no_text_of_a_report_can_steer_the_terminal(text):
    shown = harmless(text)
    assert all(c.isprintable() or c in "\u200c\u200d" for c in shown)


def test_the_table_has_a_line_for_every_event_with_its_grade():
    table = printed(events_table(picture()))
    for event in EVENTS:
        assert event.id[:6] in table
        assert event.grade.happened in table


def test_brackets_in_the_name_of_a_place_are_no_markup():
    whole = picture()
    (first, *others) = whole.events
    named = replace(first, where=replace(first.where, name="Old [/y] [bold]Town"))
    assert "Old [/y] [bold]Town" in printed(events_table(replace(whole, events=(named, *others))), width=400)


def test_an_event_is_shown_with_each_claims_words_and_its_chain_down_to_the_root():
    shown = printed(event_view(picture(), EVENTS[0]))
    for words in (
        "Gunmen killed 120 policemen on Monday",
        "Soldiers were shot dead by their officers",
        'state television (in a broadcast: "said")  root',
        "says that it did not happen",
        "The committees deny it.",
    ):
        assert words in shown


def test_the_sides_of_a_contradiction_stand_with_who_says_so():
    assert "gunmen (state television) against officers (Local Coordination Committees)" in printed(
        event_view(picture(), EVENTS[0])
    )


def test_what_a_root_set_right_stands_with_what_it_says_now_and_why():
    sides = EVENTS[0].contradictions[0].sides
    told = [replace(side, value=value) for side, value in zip(sides, ("120", "80"), strict=True)]
    row = Correction(field="killed", before=told[0], after=told[1], why="the same root set it right later")
    nothing = replace(told[1], value="")
    gone = Correction(field="happened", before=told[0], after=nothing, why="the same root took it back")
    shown = " ".join(printed(event_view(picture(), replace(EVENTS[0], corrections=(row, row, gone)))).split())
    assert "said before killed 120 (" in shown
    assert "), now 80 (" in shown
    assert "): the same root set it right later said before 120 (" in shown
    assert "): the same root took it back" in shown


def test_joint_sources_hang_side_by_side():
    lines = printed(event_view(picture(), EVENTS[1])).splitlines()
    chain = lines[lines.index(next(line for line in lines if "ground operation (" in line)) + 1 :]
    assert [line.split("─ ")[1].split()[0] for line in chain] == ["ناشطون", "لجان"]
    assert chain[0].index("─") == chain[1].index("─")


def test_the_first_reading_tells_what_is_corroborated_and_what_is_contested():
    told = printed(first_reading(picture()))
    assert (
        told.index("Corroborated")
        < told.index("Army enters")
        < told.index("Contested")
        < told.index("120 policemen killed")
    )


def test_short_ids_are_beginnings_that_mean_one_event_only():
    ids = short_ids(EVENTS)
    assert all(full.startswith(short) for full, short in ids.items())
    assert len(set(ids.values())) == len(EVENTS)
