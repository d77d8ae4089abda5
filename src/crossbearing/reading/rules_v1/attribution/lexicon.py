"""The words of attribution, typed and loaded once: reporting verbs and nouns, sources, channels."""

from functools import cache
from importlib.resources import files
from typing import Any, Literal

import msgspec
import yaml
from spacy.tokens import Token

from crossbearing.reading.rules_v1.attribution.frame import Force
from crossbearing.records import Certainty, Channel

HERE = "crossbearing.reading.rules_v1.attribution"


class Cue(msgspec.Struct, frozen=True, kw_only=True):
    """What a reporting word makes of its content."""

    force: Force
    certainty: Certainty
    carries: Literal["claims", "attitude"]


STAND = Cue(force="say", certainty="reported", carries="attitude")
"""A stand or an act of speech towards a thing: its source is no source for the thing."""


def without_claims(cue: Cue) -> Cue:
    """The same cue where it makes its source no source of claims ("did not say whether")."""
    return msgspec.structs.replace(cue, carries="attitude")


class _Group(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    force: Force
    certainty: Certainty
    carries: Literal["claims", "attitude"]
    verbs: dict[str, str] = {}
    nouns: str = ""
    words: str = ""


class Nouns(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Nouns by what they do in a frame; see `nouns.yaml`."""

    reporting: tuple[_Group, ...]
    idle: dict[str, frozenset[str]]
    sources_by_themselves: frozenset[str]
    content_behind: dict[str, frozenset[str]]
    grounds: frozenset[str]
    headline_sources: frozenset[str]
    roles: frozenset[str]
    groups: frozenset[str]
    watching: frozenset[str]
    outlets: dict[str, frozenset[str]]
    witnessing: frozenset[str]
    tolls: frozenset[str]
    pictures: frozenset[str]
    signs: frozenset[str]
    words_of_someone: frozenset[str]
    documents: frozenset[str]
    surveys: frozenset[str]
    outlooks: frozenset[str]
    partisans: frozenset[str]
    people: frozenset[str]
    agentive: tuple[str, ...]
    no_agents: frozenset[str]
    labels: frozenset[str]


class Words(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Small words; see `words.yaml`."""

    speaking_pronouns: frozenset[str]
    owning: frozenset[str]
    days: frozenset[str]
    months: frozenset[str]
    floating: frozenset[str]
    abbreviations: frozenset[str]
    times: frozenset[str]
    press: frozenset[str]
    of_things: frozenset[str]
    taken_lives: dict[str, frozenset[str]]
    circumstances: frozenset[str]
    giving: frozenset[str]
    plural_modifiers: frozenset[str]
    source_modifiers: frozenset[str]
    governing: frozenset[str]
    leading: frozenset[str]
    trailing: frozenset[str]
    ending: frozenset[str]
    pages: frozenset[str]
    moving: frozenset[str]
    hearsay: frozenset[str]
    answers: frozenset[str]
    seating: frozenset[str]
    within_names: frozenset[str]
    taken_with: frozenset[str]
    feeling_towards: frozenset[str]
    spoken_to: frozenset[str]


class Channels(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How a source spoke: nouns behind a preposition ("by phone"), verbs ("tweeted") and their channels."""

    nouns: dict[str, Channel]
    verbs: dict[str, Channel]


def data_of(name: str) -> Any:
    """Return what a YAML file of this folder holds."""
    return yaml.safe_load(files(HERE).joinpath(name).read_text(encoding="utf-8"))


@cache
def verb_groups() -> tuple[_Group, ...]:
    """Return the groups of reporting verbs in the order of the file."""
    return msgspec.convert(data_of("verbs.yaml"), tuple[_Group, ...])


@cache
def verbs() -> dict[str, dict[str, Cue]]:
    """Return, for each verb (with its particle, if any), what it takes and what it makes of that.

    >>> verbs()["deny"]["object"].certainty
    'denied'
    >>> sorted(verbs()["point out"])
    ['clause', 'object', 'quote']
    """
    table: dict[str, dict[str, Cue]] = {}
    for group in verb_groups():
        cue = Cue(force=group.force, certainty=group.certainty, carries=group.carries)
        for verb, takes in group.verbs.items():
            for take in takes.split():
                table.setdefault(verb, {}).setdefault(take, cue)
    return table


@cache
def particles() -> dict[str, frozenset[str]]:
    """Return the verbs that are written with a particle, and their particles.

    >>> "out" in particles()["point"]
    True
    """
    table: dict[str, set[str]] = {}
    for verb in verbs():
        first, _, second = verb.partition(" ")
        if second:
            table.setdefault(first, set()).add(second)
    return {verb: frozenset(words) for verb, words in table.items()}


@cache
def adjectives() -> dict[str, Cue]:
    """Return what each adjective of feeling or knowing makes of its content.

    >>> adjectives()["worried"].certainty
    'feared_predicted'
    """
    groups = msgspec.convert(data_of("adjectives.yaml"), tuple[_Group, ...])
    return {w: Cue(force=g.force, certainty=g.certainty, carries=g.carries) for g in groups for w in g.words.split()}


MENDED = {"deni": "deny", "retweete": "retweet"}
"""Lemmas the parser's lemmatiser gets wrong ("retweeted" -> "retweete")."""


def lemma_of(verb: Token) -> str:
    """The verb as the tables write it."""
    lemma = verb.lemma_.lower()
    return MENDED.get(lemma, lemma)


def tells(verb: Token) -> bool:
    """Whether a verb tells what is so ("say", "report") and takes no stand to it ("condemn", "order")."""
    cues = verbs().get(lemma_of(verb), {}).values()
    return any(cue.force == "say" and cue.carries == "claims" for cue in cues)


@cache
def light_verbs() -> dict[str, frozenset[str]]:
    """Return, for each verb that says little by itself, the nouns with which it tells of speech or of a stand.

    >>> "statement" in light_verbs()["issue"]
    True
    """
    return msgspec.convert(data_of("light.yaml"), dict[str, frozenset[str]])


@cache
def nouns() -> Nouns:
    """Return the nouns of attribution."""
    return msgspec.convert(data_of("nouns.yaml"), Nouns)


@cache
def reporting_nouns() -> dict[str, Cue]:
    """Return what each reporting noun makes of its content.

    >>> reporting_nouns()["denial"].force
    'deny'
    """
    return {
        noun: Cue(force=g.force, certainty=g.certainty, carries=g.carries)
        for g in nouns().reporting
        for noun in g.nouns.split()
    }


@cache
def words() -> Words:
    """Return the small words."""
    return msgspec.convert(data_of("words.yaml"), Words)


@cache
def channels() -> Channels:
    """Return the words for how a source spoke."""
    return msgspec.convert(data_of("channels.yaml"), Channels)
