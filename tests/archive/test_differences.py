"""What a newer version of a reader reads otherwise is told claim by claim, and nothing else is."""

import json

import msgspec
import pytest
from click.testing import CliRunner

from crossbearing.archive import Archive, Method
from crossbearing.archive.differences import between_pictures, between_readings
from crossbearing.cli import main
from crossbearing.records import Claim, anchor_of, content_id, judge
from tests.archive.made import FIRST, INPUTS, NOON, SECOND, TOWN, Counter, event, fill, received

REPORT = received("5 killed at dawn, 7 killed at noon, 9 killed at dusk", "r0").report
READING = Counter().read(REPORT)
FIVE, SEVEN, NINE = READING.claims


def reading(*claims: Claim):
    return msgspec.structs.replace(READING, claims=claims)


def told(old, new):
    return [(change.how, change.id, dict(change.fields)) for change in between_readings(old, new)]


def test_the_same_reading_is_not_otherwise_whatever_rules_gave_it():
    other = tuple(msgspec.structs.replace(claim, rules=("another",)) for claim in READING.claims)
    assert told(READING, READING) == []
    assert told(READING, reading(*other)) == []


def test_a_claim_that_is_gone_one_that_is_new_and_one_that_changed():
    doubted = msgspec.structs.replace(SEVEN, certainty="alleged", where=None)
    assert told(reading(FIVE, SEVEN), reading(doubted, NINE)) == [
        ("changed", SEVEN.id, {"certainty": ("reported", "alleged"), "where": (msgspec.to_builtins(TOWN), None)}),
        ("new", NINE.id, {}),
        ("gone", FIVE.id, {}),
    ]


def test_a_claim_on_the_same_words_is_the_same_claim_under_whichever_id():
    id_ = content_id("c", "otherwise")
    injured = msgspec.structs.replace(SEVEN, id=id_, type="injury")
    [change] = between_readings(reading(FIVE, SEVEN), reading(FIVE, injured))
    assert (change.how, change.was, change.id) == ("changed", SEVEN.id, id_)
    assert change.fields == {"type": ("killing", "injury")}


def test_no_two_claims_become_one():
    assert [how for how, _, _ in told(reading(FIVE, SEVEN), reading(FIVE))] == ["gone"]
    assert told(reading(FIVE, SEVEN, NINE), reading(NINE, SEVEN, FIVE)) == []


@pytest.fixture
def twice_read(where):
    """Two reports, read by a version and by a newer one that doubts all and misses the second."""
    batch = [received(f"{n} killed, said a man", f"r{n}") for n in (5, 7, 9)]
    old = [Counter().read(got.report) for got in batch]
    with Archive.open(where, actor="ada") as archive:
        archive.take_in(batch)
        archive.record_readings(old, FIRST)
        archive.record_judgements([
            judge("accept", [anchor_of(reading.claims[0])], by="ada", at=NOON, why="seen") for reading in old[:2]
        ])
        doubted = msgspec.structs.replace(old[0].claims[0], certainty="alleged")
        new = [msgspec.structs.replace(old[0], claims=(doubted,)), msgspec.structs.replace(old[1], claims=()), old[2]]
        archive.record_readings(new, SECOND)
        archive.record_events([event(batch[0].report, new[0])], {**INPUTS, "version": SECOND.version})
    return where


def diff(*arguments: object):
    done = CliRunner().invoke(main, ["diff", *map(str, arguments)])
    return done.exit_code, [json.loads(line) for line in done.stdout.splitlines()], done.stderr


def test_the_version_in_force_is_compared_with_the_one_before(twice_read):
    code, lines, said = diff("--archive", twice_read)
    assert code == 0
    [unfitting, changed, gone] = lines
    assert unfitting["fits_no_more"]["about"][0]["report"] == "r7"
    assert (changed["how"], changed["report"], changed["fields"]) == (
        "changed", "r5", {"certainty": ["reported", "alleged"]},
    )
    assert (gone["how"], gone["report"]) == ("gone", "r7")
    assert "counter 1 \N{RIGHTWARDS ARROW} counter 2" in said
    assert "1 claim changed, 1 claim gone, 1 judgement unfitting" in said


def test_versions_may_be_named_and_the_other_way_round_is_the_other_way_round(twice_read):
    code, lines, _ = diff("--archive", twice_read, "--from", "2", "--to", "1")
    assert code == 0
    assert [(line["how"], line["report"]) for line in lines] == [("changed", "r5"), ("new", "r7")]


def test_a_version_that_never_read_here_is_refused_with_those_that_did(twice_read):
    code, lines, said = diff("--archive", twice_read, "--from", "9")
    assert (code, lines) == (1, [])
    assert "no single version begins with 9; those that read this archive, in their order: counter 1, counter 2" in said


def test_an_archive_that_was_read_once_has_nothing_to_compare(where):
    with Archive.open(where) as archive:
        archive.take_in([received("5 killed", "a")])
        archive.record_readings([Counter().read(received("5 killed", "a").report)], Method(name="counter", version="1"))
    assert diff("--archive", where)[2].startswith("crossbearing: there is no version before the one in force")


def test_two_archives_with_the_same_in_them_are_not_otherwise(backend):
    a, b = backend.new(), backend.new()
    for place in (a, b):
        with Archive.open(place) as archive:
            fill(archive)
    assert diff("--archive", a, "--with", b) == (0, [], "crossbearing: nothing is otherwise\n")


def test_what_another_archive_has_more_is_told_event_by_event(backend):
    a, b = backend.new(), backend.new()
    for place, reports in ((a, 4), (b, 5)):
        with Archive.open(place) as archive:
            fill(archive, reports)
    code, lines, _ = diff("--archive", a, "--with", b)
    assert code == 0
    assert [(line["how"], line["what"]) for line in lines] == [("new", "report"), ("new", "event")]
    assert [(line["how"], line["what"]) for line in diff("--archive", b, "--with", a)[1]] == [
        ("gone", "report"), ("gone", "event"),
    ]


def test_an_event_is_the_one_with_most_of_its_claims(where):
    with Archive.open(where) as archive:
        fill(archive)
        picture = archive.picture()
    first, *others = picture.events
    doubted = msgspec.structs.replace(
        first, id="e-other", grade=msgspec.structs.replace(first.grade, happened="contested"),
    )
    changed = msgspec.structs.replace(picture, events=(doubted, *others))
    [change] = between_pictures(picture, changed)
    assert (change.how, change.was, change.id) == ("changed", first.id, "e-other")
    assert change.fields == {"happened": ("single", "contested")}
