"""The reader's word lists: no dead entries, no conditions that nothing can meet, no word twice under one kind."""

from crossbearing.language import parse
from crossbearing.ontology import kinds
from crossbearing.reading.rules_v1.blame import blame_words
from crossbearing.reading.rules_v1.lexicon import (
    acting_objects,
    classes,
    clause_words,
    deed_words,
    irregular_forms,
    load_data,
    means,
    placing_words,
    triggers,
)
from crossbearing.reading.rules_v1.number_words import number_words


def test_every_kind_of_event_has_a_word_that_names_it() -> None:
    assert {t.kind for found in triggers().values() for t in found} == set(kinds())


def test_every_irregular_form_belongs_to_a_verb_that_is_listed() -> None:
    verbs = {t.lemma for found in triggers().values() for t in found if t.part == "verbs"}
    assert not {form: lemma for form, lemma in irregular_forms().items() if lemma not in verbs}


def test_conditions_name_classes_or_words_that_a_parse_can_give() -> None:
    known = set(load_data("nouns.yaml")) | {"name", "number"}
    odd = set()
    for found in triggers().values():
        for trigger in found:
            for word in trigger.entry.object | trigger.entry.subject | trigger.entry.unless:
                if word not in known and len(parse(word)) != 1 and "-" not in word and "." not in word:
                    odd.add((trigger.kind, trigger.lemma, word))
    assert not odd


def test_a_verb_causes_what_its_object_does_or_accuses_it() -> None:
    lists = {use: verbs for use, verbs in acting_objects().items() if use != "apt"}
    assert set(lists) == {"causing", "accusing", "charging", "perceiving", "bearing", "finding", "naming", "saying"}
    twice = {verb for verb in frozenset().union(*lists.values()) if sum(verb in verbs for verbs in lists.values()) > 1}
    # "told them to flee", "told reporters that they fled"; "was seen for injuries", "saw them flee"
    assert twice == {"tell", "see"}
    wrong = {verb for verbs in lists.values() for verb in verbs if parse(f"They {verb} it.")[1].lemma_ != verb}
    assert not wrong


def test_words_of_blame_are_lemmas() -> None:
    lists = blame_words()
    assert set(lists) == {"blaming", "laying", "holding", "works", "sorts"}
    wrong = {v for use in ("blaming", "laying", "holding") for v in lists[use] if parse(f"They {v} it.")[1].lemma_ != v}
    assert not wrong


def test_verbs_about_deeds_are_lemmas_and_each_has_one_part_to_play() -> None:
    lists = deed_words()
    assert set(lists) == {
        "carrying_out", "performing", "gaining", "parrying", "receiving", "occurring", "vouching", "series", "leading",
        "another", "shortly", "apart", "witnessing", "harming", "engaging", "answering", "crimes",
        "befalling", "taking", "occasions", "dealt", "dealing", "on_foot", "fired", "getting",
        "raiding", "raids", "bombings", "bearings", "wielding", "prompting",
    }  # fmt: skip
    uses = ("carrying_out", "performing", "gaining", "parrying", "receiving", "engaging", "answering")
    done = [verb for use in uses for verb in lists[use]]
    assert len(done) == len(set(done))
    assert lists["vouching"] <= lists["witnessing"]  # who reports a deed has not done it
    assert not lists["witnessing"] & {*done, *lists["occurring"]}
    odd = {verb for verb in (*done, *lists["occurring"], *lists["vouching"], *lists["witnessing"], *lists["harming"])
           if parse(f"They will {verb} it.")[2].lemma_ != verb}  # fmt: skip
    assert not odd | {noun for noun in lists["crimes"] if parse(f"They saw the {noun}.")[3].lemma_ != noun}


def test_words_of_clauses_are_lemmas_of_verbs_and_nouns_or_words_that_open_them() -> None:
    lists = clause_words()
    assert set(lists) == {"conflicts", "beginning", "outset", "dated", "parting", "doing", "naming",
                          "passing", "feuding", "within", "spans", "setting_off"}  # fmt: skip
    assert lists["passing"] < lists["conflicts"]
    nouns = lists["conflicts"] | lists["outset"] | lists["spans"]
    assert not {noun for noun in nouns if parse(f"They saw the {noun}.")[3].lemma_ != noun}
    verbs = lists["beginning"] | lists["setting_off"]
    assert not {verb for verb in verbs if parse(f"They will {verb} it.")[2].lemma_ != verb}
    assert not lists["parting"] & lists["doing"]


def test_words_that_place_are_lemmas_and_prepositions_that_the_parser_gives() -> None:
    lists = placing_words()
    prepositions = {"putting", "siting", "passing"}
    others = {"offices", "rulers", "allies", "beside", "grounds", "lines"}
    verbs = {"hosting", "sited", "reaching", "firing", "growing_up", "coming", "making", "raising"}
    assert set(lists) == prepositions | others | verbs
    assert not {v for use in verbs for v in lists[use] if parse(f"They will {v} it.")[2].lemma_ != v}
    nouns = lists["offices"] | lists["rulers"] | lists["allies"]
    assert not {noun for noun in nouns if parse(f"They saw the {noun}.")[3].lemma_ != noun}
    odd = {word for use in prepositions for word in lists[use] if parse(f"They drove {word} Ashmir.")[2].pos_ != "ADP"}
    assert odd == {"north", "south", "east", "west"}  # "north of Ashmir"


def test_a_means_decides_for_one_kind_only() -> None:
    data = load_data("means.yaml")
    words = [w for listed in data.values() for w in listed]
    assert len(words) == len(set(words))
    assert {kind for kind, _ in means().values()} <= set(kinds())


def test_classes_of_nouns_hold_lemmas_in_lower_case() -> None:
    assert all(word == word.lower() and word.strip() == word for word in classes())


def test_verbs_and_nouns_of_counts_stand_as_the_parser_gives_their_lemmas() -> None:
    data = number_words()
    odd = {verb for name in ("holding", "retelling", "calling", "rising") for verb in data[name]
           if parse(f"They will {verb} it.")[2].lemma_ != verb}
    odd |= {noun for name in ("hurts", "callers", "parents") for noun in data[name]
            if parse(f"They saw the {noun}.")[3].lemma_ != noun}
    odd |= {word for word in data["parting"] if len(parse(word)) != 1}
    assert not odd
