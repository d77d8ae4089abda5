"""The words that the Arabic rules know, indexed by every form they take."""

from collections.abc import Mapping
from functools import cache
from typing import Literal

import msgspec

from crossbearing.reading.rules_v1.arabic.affixes import (
    Reading,
    is_verbal_noun,
    noun_forms,
    readings,
    verb_forms,
    whole_words,
)
from crossbearing.reading.rules_v1.arabic.data import listed, load, plain
from crossbearing.records import Certainty, Channel

Part = Literal["verbs", "nouns"]


class Entry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The conditions under which a word names a happening; see the head of triggers.yaml for what each means."""

    present: str = ""
    forms: tuple[str, ...] = ()
    patient: Literal["object", "subject", "none"] = "object"
    near: tuple[str, ...] = ()
    far: tuple[str, ...] = ()
    refine: bool = False
    weak: bool = False
    toll: bool = False
    passive: bool = False
    not_forms: tuple[str, ...] = ()
    passive_forms: tuple[str, ...] = ()


class Trigger(msgspec.Struct, frozen=True, kw_only=True):
    """A word that names happenings of one kind. `near` and `far` are normalised."""

    kind: str
    part: Part
    lemma: str
    entry: Entry
    near: frozenset[str]
    far: frozenset[str]

    def is_passive(self, form: str) -> bool:
        """Whether a normalised form has no doer behind it."""
        return self.entry.passive or form in map(plain, self.entry.passive_forms)


class Saying(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A verb of saying: what it makes of what is said."""

    lemma: str = ""
    present: str = ""
    forms: tuple[str, ...] = ()
    certainty: Certainty
    channel: Channel = "unknown"


@cache
def triggers() -> Mapping[str, tuple[Trigger, ...]]:
    """Return every trigger by each normalised form it takes, in the order of the file."""
    out: dict[str, list[Trigger]] = {}
    for kind, parts in load("triggers").items():
        for part, words in parts.items():
            for lemma, conditions in words.items():
                entry = msgspec.convert(conditions, Entry)
                trigger = Trigger(
                    kind=kind,
                    part=part,
                    lemma=lemma,
                    entry=entry,
                    near=_with_forms(entry.near),
                    far=_with_forms(entry.far),
                )
                for form in sorted(forms_of(trigger)):
                    out.setdefault(form, []).append(trigger)
    return {form: tuple(found) for form, found in out.items()}


def _with_forms(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(form for word in words for form in noun_forms(word))


def forms_of(trigger: Trigger) -> set[str]:
    """Return the normalised forms of a trigger."""
    entry = trigger.entry
    extra = (*entry.forms, *entry.passive_forms)
    other = set(map(plain, entry.not_forms))
    if trigger.part == "nouns":
        return noun_forms(trigger.lemma, extra, people=entry.toll) - other
    past = plain(trigger.lemma)
    if past[-1] in "اي" and len(past) > 3:
        # A weak last letter falls away before some endings: those forms are written out in `forms`.
        regular = {past, *(p + plain(entry.present) for p in load("affixes")["present_beginnings"] if entry.present)}
        return regular | {"س" + f for f in regular if f != past} | set(map(plain, extra)) | {past[:-1] + "ت"}
    return verb_forms(past, entry.present, extra, objects=entry.patient == "object") - other


@cache
def sayings() -> Mapping[str, Saying]:
    """Return the verbs of saying by each normalised form."""
    return _verbs(load("reporting")["verbs"])


@cache
def relays() -> Mapping[str, Saying]:
    """Return the verbs that relay another source's words, by each normalised form."""
    return _verbs({k: {**v, "certainty": "reported"} for k, v in load("reporting")["relay_verbs"].items()})


def _verbs(table: Mapping[str, Mapping[str, object]]) -> dict[str, Saying]:
    out: dict[str, Saying] = {}
    for lemma, fields in table.items():
        saying = msgspec.convert({**fields, "lemma": lemma}, Saying)
        for form in sorted(verb_forms(lemma, saying.present, saying.forms, objects=False)):
            out.setdefault(form, saying)
    return out


@cache
def light_verbs() -> frozenset[str]:
    """Return all forms of the verbs that only carry the noun behind them."""
    return _all_forms("light")


@cache
def other_verbs() -> frozenset[str]:
    """Return all forms of the verbs that tell no happening and end a noun phrase all the same ("resulted in")."""
    return _all_forms("other_verbs")


@cache
def undergoing_verbs() -> frozenset[str]:
    """Return all forms of the verbs whose subject is what the noun of violence behind them hit ("came under")."""
    return _all_forms("undergoing")


@cache
def hitting_verbs() -> frozenset[str]:
    """Return all forms of the verbs whose object is what a noun of violence hit."""
    return _all_forms("hitting")


def _all_forms(table: str) -> frozenset[str]:
    out: set[str] = set()
    for lemma, fields in load("phrases")[table].items():
        forms = verb_forms(lemma, fields["present"], fields.get("forms", ()), objects=False)
        out |= forms - set(map(plain, fields.get("not_forms", ())))
    return frozenset(out)


@cache
def classes(*, possessed: bool = True) -> Mapping[str, frozenset[str]]:
    """Return, for each noun of people.yaml in each form, the classes it belongs to.

    What has the article has no possessor: such forms are left out where not `possessed`.
    """
    out: dict[str, set[str]] = {}
    for name, words in load("people").items():
        if name in {"tolls", "single", "single_sound"}:
            continue
        for word in words:
            for form in noun_forms(word, possessed=possessed):
                out.setdefault(form, set()).add(name)
    return {form: frozenset(names) for form, names in out.items()}


@cache
def tolls() -> Mapping[str, str]:
    """Return, for each noun that counts people harmed, in each form, what is measured."""
    return {f: measure for measure, words in load("people")["tolls"].items() for w in words for f in noun_forms(w)}


def class_of(word: str) -> frozenset[str]:
    """Return the classes of a normalised word, clitics cut off where they must be; empty where nothing is known.

    >>> sorted(class_of(plain("والمدنيين")))
    ['people']
    """
    for way in readings(word):
        found = classes(possessed=not way.article).get(way.rest)
        if found is not None:
            return found
    return frozenset()


def is_known(word: str) -> bool:
    """Whether a normalised word is one that the rules know as it is written, nothing cut off."""
    return word in _known()


@cache
def _known() -> frozenset[str]:
    words = set(classes()) | set(triggers()) | set(sayings()) | set(relays()) | set(listed("phrases", "prepositions"))
    words |= set(heads())
    words |= set(map(plain, load("places")["nouns"])) | number_words()
    return frozenset(words | whole_words() | light_verbs())


@cache
def number_words() -> frozenset[str]:
    """Return every single normalised word that is or is part of a number."""
    tables = ("units", "teens", "tens", "hundreds", "duals", "scales", "vague")
    return frozenset(part for table in tables for word in load("numbers")[table] for part in plain(word).split())


def taken_apart(word: str) -> Reading:
    """Return the likeliest way to take a normalised word apart: the first whose rest is known, else what is certain.

    >>> taken_apart(plain("وقصفت")).rest, taken_apart(plain("والي")).rest, taken_apart(plain("بالمدفعية")).rest
    ('قصفت', 'والي', 'مدفعيه')
    """
    ways = readings(word)
    if word in whole_words():
        return ways[0]
    for way in ways:
        if way.rest in _known() and (not way.cut or len(way.rest) > 2):
            return way
    certain = [way for way in ways if way.article or is_verbal_noun(way.rest)]
    if certain:
        return max(certain, key=lambda way: -way.cut)
    return next((way for way in ways if way.conjunction == "و" and len(way.rest) > 3 and not way.preposition), ways[0])


@cache
def heads() -> Mapping[str, str]:
    """Return, for each noun that heads a source, in each form, its kind of source; the first of the file wins."""
    out: dict[str, str] = {}
    for kind, words in load("reporting")["heads"].items():
        for word in words:
            for form in noun_forms(word):
                out.setdefault(form, kind)
    return out


@cache
def stems() -> Mapping[str, str]:
    """Return, for each form of a word for what is of a state ("Syrian"), the state's ISO code."""
    out: dict[str, str] = {}
    for code, state in load("countries").items():
        if " " not in state["stem"]:
            for form in noun_forms(state["stem"]) | noun_forms(state["stem"] + "ة"):
                out.setdefault(form, code)
    return out


@cache
def state_names() -> Mapping[str, str]:
    """Return the ISO code of each state by its normalised Arabic names."""
    return {plain(name): code for code, state in load("countries").items() for name in state["names"]}


@cache
def _place_nouns() -> frozenset[str]:
    return frozenset(map(plain, load("places")["nouns"]))


def is_place_noun(word: str) -> bool:
    """Whether a normalised word calls the name behind it a place ("city", "province")."""
    return word in _place_nouns()
