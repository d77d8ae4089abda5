"""The words of attribution: no dead, doubled, missing or over-matching entries."""

from collections import Counter
from importlib.resources import files

import pytest
import yaml

from crossbearing.language import parse
from crossbearing.reading.rules_v1.attribution import lexicon
from crossbearing.reading.rules_v1.attribution.lexicon import (
    adjectives,
    channels,
    light_verbs,
    nouns,
    particles,
    reporting_nouns,
    verb_groups,
    verbs,
    words,
)
from crossbearing.reading.rules_v1.attribution.speaking import noun_speaks
from tests.reading.attribution.reading_aloud import chain, frames_of

TAKES = {
    "seeming",
    "clause",
    "wh",
    "quote",
    "object",
    "infinitive",
    "gerund",
    "person",
    "toll",
    "document",
    "closing",
    "witnessed",
} | words().taken_with
NEEDED = (
    "say tell add report announce confirm deny claim accuse blame condemn warn fear estimate urge demand call quote"
)
FILES = ("verbs.yaml", "nouns.yaml", "light.yaml", "adjectives.yaml", "channels.yaml", "words.yaml", "falsity.yaml")


class _Strict(yaml.SafeLoader):
    """Loads YAML and refuses a key that stands twice."""


def _mapping(loader: _Strict, node: yaml.MappingNode) -> dict[object, object]:
    keys = [loader.construct_object(key, deep=True) for key, _ in node.value]
    doubled = [key for key, count in Counter(keys).items() if count > 1]
    assert not doubled, doubled
    return {k: loader.construct_object(v, deep=True) for k, (_, v) in zip(keys, node.value, strict=True)}


_Strict.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _mapping)


@pytest.mark.parametrize("name", FILES)
def test_no_key_stands_twice_and_every_file_tells_where_it_comes_from(name: str) -> None:
    text = files(lexicon.HERE).joinpath(name).read_text(encoding="utf-8")
    yaml.load(text, _Strict)  # noqa: S506 - a SafeLoader with one more check
    assert "Provenance:" in text


def test_a_verb_makes_one_thing_of_each_complement() -> None:
    seen = Counter(
        (verb, take) for group in verb_groups() for verb, takes in group.verbs.items() for take in takes.split()
    )
    assert not [pair for pair, count in seen.items() if count > 1]


def test_every_complement_is_one_that_the_rules_look_for() -> None:
    assert not {(verb, take) for verb, takes in verbs().items() for take in takes} - {
        (v, t) for v in verbs() for t in TAKES
    }


def test_who_is_spoken_to_stands_beside_another_complement() -> None:
    assert not [verb for verb, takes in verbs().items() if set(takes) == {"person"}]


def test_verbs_and_nouns_stand_as_the_parser_gives_their_lemmas() -> None:
    odd = []
    for verb in verbs():
        first = verb.split()[0]
        doc = parse(f"They will {first} it.")
        if lexicon.lemma_of(doc[2]) != first:
            odd.append(verb)
    # what the parser takes for a noun or an adjective out of context is met as a verb in running text
    assert len(odd) <= len(verbs()) * 0.02, odd


def test_every_particle_verb_shadows_no_take_of_its_plain_verb_by_chance() -> None:
    assert {"point", "rule", "call"} <= set(particles())
    assert all(words_ for words_ in particles().values())


def test_the_verbs_that_news_cannot_do_without_are_there() -> None:
    for verb in NEEDED.split():
        assert verb in verbs(), verb


def test_every_reporting_noun_and_adjective_has_one_group() -> None:
    for table, field in ((nouns().reporting, "nouns"),):
        listed = Counter(w for g in table for w in getattr(g, field).split())
        assert not [w for w, n in listed.items() if n > 1]
    assert not set(adjectives()) & set(reporting_nouns()) - {"concern"}


def test_nouns_that_are_sources_by_themselves_or_have_content_are_reporting_nouns() -> None:
    assert set(nouns().sources_by_themselves) <= set(reporting_nouns())
    assert not {noun for behind in nouns().content_behind.values() for noun in behind} - set(reporting_nouns())


def test_prepositions_are_such_to_the_parser_and_each_that_verbs_may_take_is_taken() -> None:
    listed = words().taken_with | words().feeling_towards | words().spoken_to
    assert all(parse(f"They came {word} the town.")[2].pos_ in {"ADP", "SCONJ", "PART"} for word in listed)
    assert words().taken_with <= {take for takes in verbs().values() for take in takes}


def test_nouns_have_their_content_behind_prepositions() -> None:
    assert set(nouns().content_behind) <= words().taken_with
    assert "about" not in nouns().content_behind  # every reporting noun has it


def test_light_verbs_and_their_nouns_stand_as_lemmas() -> None:
    pairs = [(verb, noun) for verb, with_nouns in light_verbs().items() for noun in with_nouns]
    odd = {verb for verb in light_verbs() if parse(f"They will {verb} it.")[2].lemma_ != verb}
    odd |= {noun for _, noun in pairs if parse(f"They saw a {noun}.")[3].lemma_ != noun}
    assert not odd


def test_every_light_verb_speaks_with_each_of_its_nouns() -> None:
    behind = ("over the truce", "in the town", "that ends the truce")
    dead = [
        (verb, noun) for verb, with_nouns in light_verbs().items() for noun in with_nouns
        if "light verb" not in {f.rule for end in behind for f in frames_of(f"The mayor will {verb} a {noun} {end}.")}
    ]
    assert not dead


@pytest.mark.parametrize(
    "noun", ["attack", "strike", "storm", "village", "number", "weather", "mortar", "river", "disaster", "war", "day"]
)
def test_things_that_do_not_speak_are_no_sources(noun: str) -> None:
    assert not noun_speaks(noun)


@pytest.mark.parametrize(
    "noun", ["doctor", "columnist", "contributor", "committee", "footage", "survivor", "ministry", "governor", "poll"]
)
def test_people_bodies_and_documents_speak(noun: str) -> None:
    assert noun_speaks(noun)


def test_nouns_that_only_look_like_doers_are_needed() -> None:
    """Each entry has an ending that would make it a doer, so that none is dead."""
    assert not [n for n in nouns().no_agents if not n.endswith(nouns().agentive)]


@pytest.mark.parametrize(
    "text",
    [
        "The manager fired the coach.",
        "The storm claimed nine lives.",
        "The letter reached the village on Friday.",
        "She added salt to the soup.",
        "The army announced nothing.",
        "The bridge held for a year.",
        "Rain showed no mercy.",
        "The road continued to the river.",
        "Shells attacked the hill.",
    ],
)
def test_words_in_other_senses_make_no_source(text: str) -> None:
    assert chain(text, text.rstrip(".").split()[-1]) == [] or all(
        not f.claims for f in frames_of(text) if f.rule != "verb object"
    )


@pytest.mark.parametrize("text", [
    "Rebels knocked down the wall of the mill.",
    "The militia savaged the village.",
    "The second convoy reached the village.",
    "The root of the tree held the bank.",
    "The guards walked the long road.",
    "The value of the crop fell by half.",
    "The needle pierced the sack.",
])
def test_deeds_of_war_and_things_are_no_stands(text: str) -> None:
    assert not frames_of(text)


def test_a_channel_noun_names_a_channel_of_the_records() -> None:
    for noun, channel in channels().nouns.items():
        assert noun == noun.lower()
        assert channel != "unknown"


def test_small_words_are_in_lower_case() -> None:
    for field in words().__struct_fields__:
        assert all(w == w.lower() for w in getattr(words(), field)), field
