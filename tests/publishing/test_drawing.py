"""The picture that explains an event is an SVG that any reader of XML takes, with every link and contradiction."""

import msgspec
import pytest
from lxml import etree

from crossbearing.publishing.drawing import event_drawn
from crossbearing.records import Correction, Side, SourceLink
from tests.publishing.handmade import EVENTS, picture

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(params=[event.id for event in EVENTS])
def event(request):
    return next(event for event in EVENTS if event.id == request.param)


def words(drawn: str) -> list[str]:
    return [node.text or "" for node in etree.fromstring(drawn.encode()).iter(f"{SVG}text")]


def test_every_link_is_a_waterfall_that_ends_in_its_sum(event):
    told = words(event_drawn(picture(), event))
    assert told.count("sum") == len(event.links)
    for link in event.links:
        assert f"{link.weight:+.1f}" in told
        assert all(comparison.name in told for comparison in link.comparisons)


def test_every_contradiction_and_root_count_is_told(event):
    told = " ".join(words(event_drawn(picture(), event)))
    assert f"{event.roots.low} to {event.roots.high} independent roots" in told
    assert all(f"contradiction, {row.field}" in told for row in event.contradictions)


def test_what_a_root_gave_up_is_told_with_its_reason():
    told = Side(value="20"), Side(value="12")
    corrected = Correction(field="killed", before=told[0], after=told[1], why="the same root set it right later")
    event = msgspec.structs.replace(EVENTS[0], corrections=(corrected, corrected))  # of a report and its reprint
    drawn = words(event_drawn(picture(), event))
    assert drawn.count("said before, killed: 20; now 12, the same root set it right later") == 1


def test_joint_sources_stand_side_by_side_and_not_between():
    shown = picture()
    report, reading = next((i, r) for i, r in shown.readings.items() if r.claims)
    claim = msgspec.structs.replace(reading.claims[0], sources=(
        SourceLink(name="Norland", kind="official", channel="statement", cue="said", joint=False),
        SourceLink(name="Sudland", kind="official", channel="statement", cue="said", joint=True),
    ))
    told = msgspec.structs.replace(reading, claims=(claim,))
    both = msgspec.structs.replace(shown, readings={report: told})
    place = msgspec.structs.replace(
        next(c for e in EVENTS for c in e.claims), id=claim.id, report=report, roots=("norland", "sudland"),
    )
    event = msgspec.structs.replace(EVENTS[0], claims=(place,), links=())
    drawn = words(event_drawn(both, event))
    assert drawn.count("Norland and Sudland") == 2
    assert "Norland" not in drawn


def test_words_of_a_report_never_become_markup(event):
    bad = msgspec.structs.replace(event, label='<script>alert("1")</script>\x07')
    drawn = event_drawn(picture(), bad)
    assert "<script" not in drawn
    etree.fromstring(drawn.encode())
