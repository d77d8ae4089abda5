"""Weighing what is new with its neighbours gives what weighing everything anew gives, wherever the work is done."""

import random
from concurrent.futures import ThreadPoolExecutor
from importlib import import_module

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crossbearing.archive.beside import InFile
from crossbearing.archive.neighbours import Neighbours
from crossbearing.weighing import Decisions, Remembered, Weighing, Workers, in_order, weigh

SENTENCES = (
    ("Shells hit the {thing} in {place}.", "Shells", "shelling"),
    ("Aircraft bombed the {thing} in {place}.", "bombed", "airstrike"),
    ("Gunmen killed people at the {thing} in {place}.", "killed", "killing"),
    ("The governor condemned the attack on {place}.", "condemned", "accuse_condemn"),
)
told = st.lists(
    st.tuples(
        st.sampled_from(SENTENCES),
        st.sampled_from(("market", "bakery")),
        st.sampled_from(("Marnah", "East Side", "Tal Dirwan")),
        st.integers(3, 5),
        st.none() | st.integers(1, 30),
    ),
    min_size=0,
    max_size=4,
)
archives = st.lists(
    st.tuples(told, st.sampled_from(("One", "Two")), st.integers(4, 7), st.booleans()), min_size=1, max_size=9
)
"""Reports: what they tell, their outlet and day, and whether they add it to a long text that others print, too."""
CALM = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def fill(desk, archive) -> None:
    for n, (claims, outlet, day, wire) in enumerate(archive):
        sentences = list(dict.fromkeys(s.format(place=p, thing=t) for (s, _, _), t, p, *_ in claims))
        text = desk.WIRE * wire + (" ".join(sentences) or "Nothing new.")
        desk.report(f"r{n}", text, outlet=outlet, day=f"2014-03-{day:02}")
        for (sentence, trigger, kind), thing, place, when, killed in claims:
            full = sentence.format(place=place, thing=thing)
            if full in sentences:
                sentences.remove(full)
                words = full[full.index(trigger) :]
                desk.claim(f"r{n}", words, kind, place=place, day=f"2014-03-{when:02}", killed=killed)


def piecemeal(desk, parts, decisions=None, memory=None) -> bytes:
    """Weigh the parts one after the other, and put together what came of it."""
    there: set[str] = set()

    def fetch(ids):
        return [(desk.reports[i], desk.readings[i]) for i in ids if i in there]

    memory, events = memory or Remembered(), {}
    for add, part in parts:
        there = there | set(part) if add else there - set(part)
        weighing = Weighing(memory, fetch, decisions or Decisions())
        events.update(weighing.weigh(part))
        for first in weighing.gone:
            events.pop(first, None)
    return msgspec.json.encode(in_order(events.values()))


def shuffled(new_desk, archive, seed: int):
    """A desk with an archive's reports, and their ids in an order of chance."""
    desk = new_desk()
    fill(desk, archive)
    ids = sorted(desk.reports)
    random.Random(seed).shuffle(ids)
    return desk, ids


def anew(desk, reports, **more: object) -> bytes:
    return msgspec.json.encode(weigh(desk.reports, {i: desk.readings[i] for i in reports}, **more))


@CALM
@given(archives, st.integers(0, 999), st.integers(1, 4))
def test_reports_that_come_in_piecemeal_give_what_all_at_once_gives(new_desk, archive, seed, size):
    desk, ids = shuffled(new_desk, archive, seed)
    parts = [(True, ids[at : at + size]) for at in range(0, len(ids), size)]
    assert piecemeal(desk, parts) == anew(desk, ids)


@CALM
@given(archives, st.integers(0, 999), st.integers(1, 3))
def test_events_that_are_built_on_the_way_are_those_built_at_the_end(new_desk, archive, seed, at_once):
    desk, ids = shuffled(new_desk, archive, seed)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(import_module("crossbearing.weighing.weigh"), "AT_ONCE", at_once)
        on_the_way = piecemeal(desk, [(True, ids)])
    assert on_the_way == anew(desk, ids)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(archives, st.integers(0, 999))
def test_the_file_of_neighbours_remembers_what_memory_does(new_desk, archive, seed):
    desk, ids = shuffled(new_desk, archive, seed)
    parts = [*((True, ids[at : at + 2]) for at in range(0, len(ids), 2)), (False, ids[:1]), (True, ids[:1])]
    assert piecemeal(desk, parts, memory=Neighbours(InFile(None))) == anew(desk, ids)


@CALM
@given(archives, st.integers(0, 999), st.integers(1, 3))
def test_reports_that_go_again_leave_nothing_behind(new_desk, archive, seed, some):
    desk, ids = shuffled(new_desk, archive, seed)
    gone = ids[:some]
    assert piecemeal(desk, [(True, ids), (False, gone)]) == anew(desk, ids[some:])


@CALM
@given(archives, st.data())
def test_what_people_decided_holds_piecemeal_as_at_once(new_desk, archive, data):
    desk = new_desk()
    fill(desk, archive)
    ids = sorted(desk.reports)
    claims = sorted(c.id for r in desk.readings.values() for c in r.claims)
    if len(claims) < 2:
        return
    pairs = st.lists(st.lists(st.sampled_from(claims), min_size=2, max_size=2, unique=True).map(tuple), max_size=4)
    same, apart = data.draw(pairs), data.draw(pairs)
    homes = {c.id: r.report for r in desk.readings.values() for c in r.claims}
    decisions = Decisions(same, apart, homes)
    whole = anew(desk, ids, same=same, apart=apart)
    assert piecemeal(desk, [(True, [i]) for i in ids], decisions) == whole
    event_of = {c["id"]: e["id"] for e in msgspec.json.decode(whole) for c in e["claims"]}
    assert event_of.keys() == set(claims)
    assert all(event_of[a] != event_of[b] for a, b in apart)
    assert all(event_of[a] == event_of[b] for a, b in same if (a, b) not in decisions.unfit)


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(archives)
def test_an_executor_gives_the_same_bytes(new_desk, archive):
    desk = new_desk()
    fill(desk, archive)
    with ThreadPoolExecutor(3) as executor:
        assert anew(desk, desk.reports, workers=Workers(executor, 3)) == anew(desk, desk.reports)
