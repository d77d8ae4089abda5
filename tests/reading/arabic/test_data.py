"""The Arabic word lists hold no dead, doubled, misnamed or over-matching entries."""

from collections import Counter
from typing import get_args

import pytest

from crossbearing.ontology import kinds, words
from crossbearing.places import countries
from crossbearing.reading.rules_v1.arabic.data import load, plain
from crossbearing.reading.rules_v1.arabic.lexicon import (
    Trigger,
    classes,
    forms_of,
    heads,
    light_verbs,
    sayings,
    taken_apart,
    triggers,
)
from crossbearing.records import Certainty, Channel, Measure

TABLES = (
    "affixes",
    "certainty",
    "countries",
    "means",
    "numbers",
    "people",
    "phrases",
    "places",
    "reporting",
    "scripts",
    "triggers",
)
NEEDED = {
    "killing",
    "injury",
    "shelling",
    "airstrike",
    "explosion",
    "clash",
    "shooting",
    "ground_operation",
    "siege",
    "troop_movement",
    "protest",
    "arrest",
    "abduction",
    "displacement",
    "shelter_aid",
    "defection",
    "destruction",
    "territory_change",
    "ceasefire_agreement",
    "accuse_condemn",
    "demand",
    "deny_reject",
}
ORDINARY = (
    "الاقتصاد",
    "السوق",
    "كتاب",
    "مدرسة",
    "طعام",
    "رياضة",
    "مباراة",
    "فيلم",
    "أغنية",
    "بنك",
    "أسعار",
    "نفط",
    "صحة",
    "تعليم",
    "جامعة",
    "طقس",
    "مطر",
    "سياحة",
    "ثقافة",
    "لغة",
    "تاريخ",
    "علم",
    "طبيعة",
    "زراعة",
    "صناعة",
    "تجارة",
    "استثمار",
    "ميزانية",
    "انتخابات",
    "مرشح",
    "برلمان",
    "قانون",
    "محكمة",
    "قاض",
    "وزير",
    "سفير",
    "رئيس",
    "شركة",
    "مصنع",
    "سيارة",
    "طائرة",
    "سفينة",
    "قطار",
    "طريق",
    "جسر",
    "بيت",
    "غرفة",
    "باب",
    "نافذة",
    "كرسي",
    "طاولة",
    "قلم",
    "ورق",
    "صورة",
    "صوت",
    "ضوء",
    "لون",
    "شمس",
    "قمر",
    "نجم",
    "أرض",
    "سماء",
    "بحر",
    "نهر",
    "جبل",
    "شجرة",
    "زهرة",
    "خبز",
    "ماء",
    "حليب",
    "قهوة",
    "شاي",
    "فاكهة",
    "لحم",
    "سمك",
    "طبيب",
    "مهندس",
    "معلم",
    "طالب",
    "عامل",
    "فلاح",
    "تاجر",
    "كاتب",
    "شاعر",
    "فنان",
    "لاعب",
    "مدرب",
    "فريق",
    "هدف",
    "كأس",
    "بطولة",
    "موسم",
    "عيد",
    "زواج",
    "طفل",
    "أم",
    "أب",
)
"""Everyday words that name no happening of a crisis."""


def every_trigger() -> list[Trigger]:
    found = {id(t): t for listed in triggers().values() for t in listed}
    return list(found.values())


def test_every_table_says_where_it_comes_from() -> None:
    from importlib.resources import files

    for name in TABLES:
        head = files("crossbearing.reading.rules_v1.arabic.data").joinpath(f"{name}.yaml").read_text("utf-8")
        assert head.startswith("#"), name
        assert "Source: " in head.split("\n\n")[0], name


def test_the_commonest_kinds_have_words() -> None:
    named = {t.kind for t in every_trigger()}
    assert NEEDED <= named <= set(kinds())


def test_no_word_is_listed_twice_under_one_part() -> None:
    for kind, parts in load("triggers").items():
        for part, listed in parts.items():
            assert len(listed) == len({plain(w) for w in listed}), (kind, part)
    for name in ("people", "means"):
        for label, listed in load(name).items():
            doubled = [w for w, n in Counter(listed).items() if n > 1] if isinstance(listed, list) else []
            assert not doubled, (name, label)


def test_every_trigger_is_found_by_each_of_its_forms() -> None:
    for trigger in every_trigger():
        for form in forms_of(trigger):
            assert trigger in triggers()[form], (trigger.lemma, form)


def test_no_trigger_is_hidden_by_another_of_its_part_that_has_no_condition() -> None:
    """Of several words with one form the first that fits counts: one without conditions would hide those behind it."""
    hidden = []
    for trigger in every_trigger():
        form = plain(trigger.lemma)
        same = [t for t in triggers().get(form, ()) if t.part == trigger.part]
        ahead = same[: same.index(trigger)] if trigger in same else []
        if any(not t.near and not t.far for t in ahead):
            hidden.append((trigger.kind, trigger.lemma))
    assert hidden == []


@pytest.mark.parametrize("word", ORDINARY)
def test_everyday_words_name_no_happening_without_a_condition(word: str) -> None:
    for form in (word, "ال" + word, "و" + word):
        found = triggers().get(taken_apart(plain(form)).rest, ())
        assert not [t.lemma for t in found if not t.near], form


def test_conditions_name_classes_or_words_that_can_stand_in_a_text() -> None:
    tables = set(load("people")) | {"number"}
    for trigger in every_trigger():
        for word in (*trigger.entry.near, *trigger.entry.far):
            assert word in tables or any("\u0620" <= c <= "\u064a" for c in word), (trigger.lemma, word)
            assert word in tables or " " not in word, (trigger.lemma, word)


def test_means_decide_for_kinds_of_violence() -> None:
    assert set(load("means")) <= {name for name, kind in kinds().items() if kind.family == "violence"}


def test_verbs_of_saying_have_known_certainties_and_channels() -> None:
    for saying in sayings().values():
        assert saying.certainty in get_args(Certainty)
        assert saying.channel in get_args(Channel)
    assert set(load("reporting")["channels"].values()) <= set(get_args(Channel))


def test_heads_of_sources_have_kinds_of_the_ontology() -> None:
    assert set(heads().values()) <= set(words().source_kinds)
    assert set(load("reporting")["heads"]) <= set(words().source_kinds)


def test_words_that_stand_for_a_body_are_heads_of_sources_or_join_one() -> None:
    lost = [w for w in load("reporting")["through"] if plain(w) not in heads() and w != "باسم"]
    assert lost == []


def test_tolls_measure_what_figures_can_measure() -> None:
    assert set(load("people")["tolls"]) <= set(get_args(Measure))
    assert {plain(w) for listed in load("people")["tolls"].values() for w in listed} <= set(classes())


def test_states_have_codes_of_the_world_and_names_of_their_own() -> None:
    codes = set(countries())
    assert set(load("countries")) <= codes
    owners = Counter(plain(name) for state in load("countries").values() for name in state["names"])
    assert max(owners.values()) == 1


def test_light_verbs_are_no_nouns_for_people() -> None:
    assert not {f for f in light_verbs() if "people" in classes().get(f, ())} - {plain("قائم")}


def test_other_names_lead_to_places_that_the_gazetteer_has() -> None:
    from crossbearing.places import Gazetteer

    with Gazetteer.open() as gazetteer:
        dead = [name for name, usual in load("places")["other_names"].items() if not gazetteer.lookup(usual)]
        assert dead == []


def test_other_names_are_needed_because_the_gazetteer_has_none() -> None:
    from crossbearing.places import Gazetteer

    with Gazetteer.open() as gazetteer:
        found = [
            name
            for name, usual in load("places")["other_names"].items()
            if max(gazetteer.lookup(usual), key=lambda c: c.place.population).place.place_id
            in {c.place.place_id for c in gazetteer.lookup(name)}
        ]
        assert found == []
