"""The tables hold no dead, doubled or over-merging entries."""

import re
from collections import defaultdict

from crossbearing.actors import find_actor
from crossbearing.actors.names import key
from crossbearing.actors.tables import actors, document, heads, sides, states
from crossbearing.ontology import kinds, words


def test_every_name_of_every_actor_finds_that_actor() -> None:
    lost = {}
    for actor in actors().values():
        for name in (actor.name.split(" (")[0], *actor.aliases):
            got = find_actor(name)
            if got is None or got.id != actor.id:
                lost[name] = (actor.id, got and got.id)
    assert lost == {}


def test_no_name_stands_for_two_actors() -> None:
    owners = defaultdict(set)
    for actor in actors().values():
        for name in (actor.name.split(" (")[0], *actor.aliases):
            owners[key(name)].add(actor.id)
    assert {name: ids for name, ids in owners.items() if len(ids) > 1} == {}


def test_kinds_sides_and_countries_of_actors_are_known_words() -> None:
    for actor in actors().values():
        assert actor.kind in words().source_kinds, actor.id
        assert actor.side is None or actor.side in sides().sides, actor.id
        assert actor.country is None or actor.country in states(), actor.id
        assert actor.since is None or actor.until is None or actor.since < actor.until, actor.id


def test_every_member_of_a_bloc_exists() -> None:
    pairs = {f"{a.side}/{a.country}" for a in actors().values()} | {f"government/{code}" for code in states()}
    for crisis, blocs in sides().crises.items():
        assert crisis in states()
        for members in blocs.values():
            for member in members:
                side, _, country = member.partition("/")
                assert member in actors() or member in pairs or (country == "*" and side in sides().sides), (
                    crisis,
                    member,
                )


def test_friends_are_blocs_of_their_crisis() -> None:
    for crisis, friends in sides().friends.items():
        assert {bloc for pair in friends for bloc in pair} <= set(sides().crises[crisis])


def test_every_head_noun_gives_its_class() -> None:
    seen = defaultdict(list)
    for name, cls in heads().heads.items():
        for word in cls.words:
            seen[word].append(name)
            actor = find_actor(word)
            assert actor is not None, word
            assert actor.kind == cls.kind, (word, actor)
    assert {w: c for w, c in seen.items() if len(c) > 1} == {}


def test_words_that_carry_to_a_body_are_head_nouns_or_words_for_parts() -> None:
    for word in heads().through:
        assert find_actor(f"a {word} of the UNHCR") == find_actor("UNHCR"), word


def test_kinds_of_event_are_no_actors() -> None:
    named = {kind for kind in kinds() if (actor := find_actor(kind)) and not actor.generic}
    assert named == set()


def test_agencies_of_bylines_are_actors_of_the_same_name() -> None:
    table: dict[str, list[str]] = document("agencies.yaml")
    for name, marks in table.items():
        actor = find_actor(name)
        assert actor is not None, name
        assert all(re.search(r"\w", mark) for mark in marks)
        assert actor.kind == "agency", name
