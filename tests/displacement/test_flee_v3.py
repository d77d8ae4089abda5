"""Flee's rules: nobody is lost, cohorts move as persons do, and route choice is what enumeration says."""

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crossbearing.displacement import Closure, Location, Route, Settings, read_instance, read_settings
from crossbearing.displacement.flee_v3 import simulate, world
from crossbearing.displacement.flee_v3.crowd import Cohorts, Persons
from crossbearing.displacement.observed import Observed
from crossbearing.displacement.scores import ard
from crossbearing.displacement.settings import Quirks, Spawning
from tests.displacement.small import DAYS, small

PUBLISHED = {"mali2012": 0.345, "burundi2015": 0.518, "car2013": 0.332, "ssudan2013": 0.513, "mali2017_adm1": 0.677,
             "nigeria2016": 0.262, "syria2013": 0.334}
"""ARD of Flee itself with the validation settings, from the shared measurements."""
MODES = ("cohorts", "persons")
CLOSURES = st.builds(
    Closure, kind=st.sampled_from(["country", "location", "camp", "link"]), a=st.just("Elm"), b=st.just("Dell"),
    start=st.integers(0, DAYS), end=st.one_of(st.just(-1), st.integers(0, DAYS)))
RULES = st.builds(
    Settings, awareness_level=st.integers(1, 3), max_move_speed=st.sampled_from([30.0, 111.5, 400.0]),
    start_on_foot=st.booleans(), avoid_short_stints=st.booleans(), take_from_population=st.booleans(),
    default_movechance=st.sampled_from([0.0, 0.3, 1.0]), capacity_scaling=st.sampled_from([0.1, 1.25]),
    weight_power=st.sampled_from([0.5, 1.0, 3.0]), pruning_threshold=st.sampled_from([1.0, 2.0]),
    conflict_driven_spawning=st.sampled_from([None, Spawning(), Spawning(mode="poisson", people=40.0),
                                              Spawning(mode="pop_ratio", people=0.01)]),
    quirks=st.builds(Quirks, **dict.fromkeys(Quirks.__struct_fields__, st.booleans())))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(rules=RULES, shut=st.lists(CLOSURES, max_size=4), seed=st.integers(0, 2**32), mode=st.sampled_from(MODES))
def test_nobody_is_lost_or_made_on_any_day(rules, shut, seed, mode):
    closures = tuple(c if c.kind != "country" else Closure(kind="country", a="Oria", b="Nord", start=c.start, end=c.end)
                     for c in shut)
    run = simulate(small(closures=closures), rules, seed, mode=mode)
    assert np.array_equal(run.people.sum(axis=1) + run.travelling, run.spawned.cumsum())
    assert run.people.min() >= 0


def test_the_same_seed_gives_the_same_run():
    first, second = (simulate(small(), Settings(), 7).people for _ in range(2))
    assert np.array_equal(first, second)
    assert not np.array_equal(first, simulate(small(), Settings(), 8).people)


@pytest.mark.parametrize("rules", [
    Settings(), Settings(awareness_level=2, avoid_short_stints=True, max_move_speed=400.0),
    Settings(awareness_level=3, start_on_foot=True, capacity_scaling=5.0),
    Settings(max_move_speed=40.0, quirks=Quirks(speed_starts_anew=False)),
], ids=["plain", "awareness 2", "awareness 3 on foot", "slow"])
def test_cohorts_and_persons_agree_in_distribution(rules):
    draws = 40
    cohorts, persons = (np.array([simulate(small(), rules, seed, mode=mode).people for seed in range(draws)])
                        for mode in MODES)
    difference = cohorts.mean(axis=0) - persons.mean(axis=0)
    # Standard errors of both means; rounding of kilometres and tiredness may move a hundredth of the people besides.
    error = np.sqrt((cohorts.var(axis=0) + persons.var(axis=0)) / draws)
    everybody = persons.mean(axis=0).sum(axis=1, keepdims=True)
    assert np.all(np.abs(difference) <= 4.5 * error + 0.01 * everybody)
    ratio = cohorts.var(axis=0)[20:].sum() / persons.var(axis=0)[20:].sum()
    assert 0.6 < ratio < 1.6


GRAPHS = {
    "triangle with a tail": (["a", "b", "c", "d"], [("a", "b", 30), ("b", "c", 40), ("c", "a", 90), ("c", "d", 25)]),
    "star": (["a", "b", "c", "d", "e"], [("a", "b", 10), ("a", "c", 20), ("a", "d", 30), ("d", "e", 400)]),
    "square with a diagonal": (["a", "b", "c", "d"],
                               [("a", "b", 50), ("b", "c", 60), ("c", "d", 70), ("d", "a", 80), ("a", "c", 75)]),
}


def enumerated(names, roads, start, awareness, rules):
    """Loop-free ways of at most so many steps, with their chances, by hand."""
    near = {name: [] for name in names}
    for a, b, km in roads:
        near[a].append((b, km))
        near[b].append((a, km))
    ways, edge = [], [((start,), 0.0)]
    for _ in range(awareness):
        edge = [((*way, end), km + more) for way, km in edge for end, more in near[way[-1]] if end not in way]
        ways += edge
    score = {name: 0.25 if name == "b" else 1.0 for name in names}
    weights = {way: score[way[-1]] / (rules.softening + km) ** rules.distance_power for way, km in ways}
    return {way: weight / sum(weights.values()) for way, weight in weights.items()}


@pytest.mark.parametrize("graph", sorted(GRAPHS))
@pytest.mark.parametrize("awareness", [1, 2, 3])
@pytest.mark.parametrize("crowd_of", [Cohorts, Persons])
def test_first_steps_agree_with_enumeration(graph, awareness, crowd_of):
    names, roads = GRAPHS[graph]
    places = tuple(Location(name=name, region="", country="Oria", lat=0, lon=at, population=1,
                            kind="conflict" if name in "ab" else "camp" if name == names[-1] else "town",
                            conflict_day=0 if name in "ab" else None, capacity=10**9 if name == names[-1] else None)
                   for at, name in enumerate(names))
    instance = small(locations=places, routes=tuple(Route(a=a, b=b, km=km) for a, b, km in roads), closures=())
    # So slow that nobody reaches the end of a road on the first day: where people are tells which road they took.
    rules = Settings(awareness_level=awareness, max_move_speed=5.0, softening=20.0, distance_power=0.8,
                     conflict_weight=0.25)
    here = world.build(instance, rules)
    world.enter(here)
    world.weigh(here, 0, rules)
    crowd = crowd_of(here, rules)
    total = 200_000
    crowd.add(np.array([total, *[0] * (len(names) - 1)]))
    crowd.move(np.random.default_rng(11), here, world.shut_routes(here))
    if crowd_of is Cohorts:
        taken = {(int(key >> 45), int((key >> 8) & (2**22 - 1)) - 1): n
                 for key, n in zip(crowd.keys.tolist(), crowd.counts.tolist(), strict=True)}
    else:
        taken = dict(zip(*(part.tolist() if part.ndim == 1 else [tuple(row) for row in part.tolist()] for part in
                           np.unique(np.stack((crowd.where, crowd.route), axis=1), axis=0, return_counts=True)),
                         strict=True))
    expected = enumerated(names, roads, "a", awareness, rules)
    seen = {}
    for (link, first), count in taken.items():
        way, route = ("a", names[here.link_end[link]]), first
        while route >= 0:
            way = (*way, names[here.route_next[route]])
            route = int(here.rest[route])
        seen[way] = count / total
    assert set(seen) <= set(expected)
    for way, chance in expected.items():
        assert seen.get(way, 0.0) == pytest.approx(chance, abs=4.5 * np.sqrt(chance * (1 - chance) / total))


@pytest.mark.parametrize("mode", MODES)
def test_a_closed_border_lets_nobody_through(mode):
    shut = (Closure(kind="country", a="Oria", b="Nord", start=0, end=-1),)
    run = simulate(small(closures=shut), Settings(insert_day0=False), 1, mode=mode)
    assert run.of(("Dell", "Elm", "Ford")).sum() == 0
    assert run.people[-1].sum() + run.travelling[-1] > 1000


def test_a_closed_link_is_open_to_flee_and_closed_without_the_quirk():
    shut = (Closure(kind="link", a="Dell", b="Elm", start=0, end=-1),
            Closure(kind="link", a="Cairn", b="Ford", start=0, end=-1))
    rules = Settings(insert_day0=False)
    assert simulate(small(closures=shut), rules, 1).of(("Elm", "Ford"))[-1].sum() > 0
    awake = Settings(insert_day0=False, quirks=Quirks(link_closures_dead=False))
    assert simulate(small(closures=shut), awake, 1).of(("Elm", "Ford"))[-1].sum() == 0


def test_people_on_a_road_that_closes_behind_them_come_back():
    shut = (Closure(kind="country", a="Oria", b="Nord", start=2, end=-1),)
    rules = Settings(insert_day0=False, max_move_speed=20.0)
    assert simulate(small(closures=shut), rules, 3).of(("Dell", "Elm", "Ford")).sum() == 0


def test_a_camp_takes_no_more_than_its_capacity():
    rules = Settings(insert_day0=False, max_move_speed=100.0, conflict_driven_spawning=Spawning(people=400.0))
    run = simulate(small(), rules, 5, mode="persons")
    # Whoever is under way when the last place is given away still comes in, as in Flee.
    assert run.of(("Ford",)).max() < 2500 * 1.3
    assert run.of(("Ford",)).max() > 2500 * 0.9


def test_a_rise_in_intensity_counts_only_without_the_quirk():
    conflicts = small().conflicts.copy()
    conflicts[:, 1] = 1.0
    conflicts[1:, 1] = 50.0
    for quirk in (True, False):
        rules = Settings(quirks=Quirks(intensity_changes_ignored=quirk))
        here = world.build(small(conflicts=conflicts), rules)
        before = np.zeros(2)
        for day in range(2):
            world.switch_conflicts(here, before, conflicts[day], np.array([0, 1]), day, rules)
            before = conflicts[day]
        assert here.conflict[1] == (1.0 if quirk else 50.0)


@pytest.mark.parametrize("name", [
    pytest.param(name, marks=pytest.mark.slow if name == "mali2017_adm1" else ()) for name in sorted(PUBLISHED)
])
def test_errors_are_those_of_flee_itself(name, shared):
    instance = read_instance(shared / "instances" / name)
    rules, _ = read_settings(shared / "settings/validation.yml")
    camps = tuple(place.name for place in instance.camps)
    found = ard(simulate(instance, rules, 1).of(camps), Observed.of(instance).of_camps(camps))
    assert found == pytest.approx(PUBLISHED[name], abs=0.015)
