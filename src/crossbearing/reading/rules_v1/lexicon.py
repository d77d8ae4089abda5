"""The words that name happenings, loaded once from the data files and indexed by every form they take."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any, Literal

import msgspec
import yaml

from crossbearing.records import Certainty

Part = Literal["verbs", "nouns", "adjectives"]
Patient = Literal["object", "subject", "none"]


class Entry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The conditions under which a word names a happening; see the head of triggers.yaml for what each means."""

    patient: Patient = "object"
    agent: Literal["subject", "to", "none"] = "subject"
    object: frozenset[str] = frozenset()
    subject: frozenset[str] = frozenset()
    unless: frozenset[str] = frozenset()
    particle: tuple[str, ...] | str = ()
    near: frozenset[str] = frozenset()
    before: frozenset[str] = frozenset()
    far: frozenset[str] = frozenset()
    mass: bool = False
    object_free: bool = False
    aimed: bool = False
    own: frozenset[str] = frozenset()
    not_own: frozenset[str] = frozenset()
    not_from: frozenset[str] = frozenset()
    not_behind: frozenset[str] = frozenset()
    no_part_of: frozenset[str] = frozenset()
    single: bool = False
    active: bool = False
    dealing: bool = False
    lacking: bool = False
    outcome: frozenset[str] = frozenset()
    refine: bool | str = False
    weak: bool = False


class Trigger(msgspec.Struct, frozen=True, kw_only=True):
    """A word of one part of speech that names happenings of one kind."""

    kind: str
    part: Part
    lemma: str
    entry: Entry

    @property
    def particles(self) -> tuple[str, ...]:
        """Particles or prepositions of which the verb must have one; empty for no condition."""
        p = self.entry.particle
        return (p,) if isinstance(p, str) else p


@cache
def load_data(name: str) -> Any:
    """Return the content of a YAML file of this reader's data folder, parsed once and not to be changed."""
    return yaml.safe_load(files("crossbearing.reading.rules_v1").joinpath("data", name).read_text(encoding="utf-8"))


@cache
def irregular_forms() -> Mapping[str, str]:
    """Return irregular verb forms to lemmas."""
    return {str(k): str(v) for k, v in load_data("inflection.yaml").items()}


@cache
def acting_objects() -> Mapping[str, frozenset[str]]:
    """Return the verbs that tell whose the deed or wound behind them is: they cause, accuse of, charge with or bear it.

    >>> "force" in acting_objects()["causing"]
    True
    """
    return {kind: frozenset(verbs) for kind, verbs in load_data("objects.yaml").items()}


@cache
def deed_words() -> Mapping[str, frozenset[str]]:
    """Return the words about a noun that names a deed; see deeds.yaml for what each list means.

    >>> "launch" in deed_words()["carrying_out"]
    True
    """
    return {use: frozenset(words) for use, words in load_data("deeds.yaml").items()}


@cache
def clause_words() -> Mapping[str, frozenset[str]]:
    """Return the words that say whose the time of a clause is; see clauses.yaml for what each list means.

    >>> "after" in clause_words()["parting"]
    True
    """
    return {use: frozenset(words) for use, words in load_data("clauses.yaml").items()}


@cache
def placing_words() -> Mapping[str, frozenset[str]]:
    """Return the words that say whether a place is where something happened; see where.yaml for what each list means.

    >>> "steal" in placing_words()["making"]
    True
    """
    return {use: frozenset(words) for use, words in load_data("where.yaml").items()}


def verb_forms(lemma: str) -> set[str]:
    """Return the regular inflected forms of a verb, and its irregular ones from the data.

    >>> sorted(verb_forms("raid"))
    ['raid', 'raided', 'raiding', 'raids']
    """
    irregular = {form for form, base in irregular_forms().items() if base == lemma}
    if lemma.endswith("e"):
        made = {lemma + "s", lemma + "d", lemma[:-1] + "ing"}
    elif lemma.endswith("y") and lemma[-2:-1] not in "aeiou":
        made = {lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing"}
    elif lemma.endswith(("s", "sh", "ch", "x", "z")):
        made = {lemma + "es", lemma + "ed", lemma + "ing"}
    else:
        made = {lemma + "s", lemma + "ed", lemma + "ing"}
    return {lemma} | made | irregular


def noun_forms(lemma: str) -> set[str]:
    """Return a noun's singular and plural.

    >>> sorted(noun_forms("casualty"))
    ['casualties', 'casualty']
    """
    if lemma.endswith("y") and lemma[-2:-1] not in "aeiou":
        return {lemma, lemma[:-1] + "ies"}
    if lemma.endswith(("s", "sh", "ch", "x", "z")):
        return {lemma, lemma + "es"}
    return {lemma, lemma + "s"}


@cache
def triggers() -> Mapping[str, tuple[Trigger, ...]]:
    """Return every trigger by each lower-case form it takes, in the order of the file."""
    out: dict[str, list[Trigger]] = {}
    for kind, parts in load_data("triggers.yaml").items():
        for part, words in parts.items():
            for lemma, given in words.items():
                entries = msgspec.convert(given if isinstance(given, list) else [given], list[Entry])
                named = [Trigger(kind=kind, part=part, lemma=str(lemma), entry=entry) for entry in entries]
                forms = {"verbs": verb_forms, "nouns": noun_forms}.get(part, lambda word: {word})(str(lemma))
                for form in sorted(forms):
                    out.setdefault(form, []).extend(named)
    return {form: tuple(found) for form, found in out.items()}


@cache
def classes() -> Mapping[str, frozenset[str]]:
    """Return, for each noun in each form, the classes of head nouns it belongs to."""
    out: dict[str, set[str]] = {}
    for name, lemmas in load_data("nouns.yaml").items():
        for lemma in lemmas:
            for form in noun_forms(str(lemma)):
                out.setdefault(form, set()).add(name)
    return {lemma: frozenset(names) for lemma, names in out.items()}


@cache
def means() -> Mapping[str, tuple[str, int]]:
    """Return, for each word that names a means, its kind and rank (0 is the most specific)."""
    out: dict[str, tuple[str, int]] = {}
    for rank, (kind, words) in enumerate(load_data("means.yaml").items()):
        for word in words:
            out.setdefault(str(word), (kind, rank))
    return out


class Governing(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What words that govern a trigger, through which links, make of it."""

    certainty: Certainty
    words: frozenset[str]
    links: frozenset[str]


class CertaintyWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The words of certainty.yaml; see its head for what each list means."""

    beside: dict[Certainty, frozenset[str]]
    modals: dict[Certainty, frozenset[str]]
    governing: tuple[Governing, ...]
    disclaimed: frozenset[str]
    having: frozenset[str]
    in_part: frozenset[str]
    to_come: frozenset[str]
    telling: frozenset[str]
    shifted: frozenset[str]
    conditions: frozenset[str]
    opening: frozenset[str]
    scant: frozenset[str]
    stopping: frozenset[str]
    leading: frozenset[str]
    leading_to: frozenset[str]
    failing: frozenset[str]
    enabling: frozenset[str]
    averting: frozenset[str]
    hindering: frozenset[str]
    reasons: frozenset[str]
    circumstances: frozenset[str]
    confirming: frozenset[str]
    asking: frozenset[str]
    requiting: dict[str, frozenset[str]]
    not_yet: frozenset[str]
    causing: frozenset[str]
    striving: frozenset[str]
    trying: frozenset[str]
    earlier: frozenset[str]
    warning: frozenset[str]
    dates: frozenset[str]
    knowing: frozenset[str]
    outliving: frozenset[str]
    wounds: frozenset[str]
    recovering: frozenset[str]
    not_quite: frozenset[str]
    all_or_none: frozenset[str]
    nobody: frozenset[str]
    speaking: frozenset[str]
    silence: frozenset[str]


@cache
def certainty_words() -> CertaintyWords:
    """Return the words that say how surely something is told."""
    return msgspec.convert(load_data("certainty.yaml"), CertaintyWords)
