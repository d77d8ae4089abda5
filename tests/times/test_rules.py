import datetime as dt

import msgspec
import pytest

from crossbearing.language import parse
from crossbearing.times import Anchor, explain_times
from crossbearing.times.find import explain_arabic_times
from crossbearing.times.grammar import classes_of
from crossbearing.times.readings import READINGS
from crossbearing.times.rules import modifiers, rules
from crossbearing.times.scan import vocabulary
from crossbearing.times.words import words

LANGUAGES = ["english", "arabic"]
SEED_DAY = Anchor(day=dt.date(2011, 6, 10))
EXAMPLES = [
    (language, sentence, value)
    for language in LANGUAGES for rule in rules(language) for sentence, value in rule.examples.items()
]


def explained(language, sentence):
    text = sentence.replace("[", "").replace("]", "")
    if language == "arabic":
        return list(explain_arabic_times(text, SEED_DAY))
    return list(explain_times(parse(text), SEED_DAY))


@pytest.mark.parametrize(("language", "sentence", "value"), EXAMPLES, ids=[sentence for _, sentence, _ in EXAMPLES])
def test_every_example_of_a_rule_holds(language, sentence, value):
    found = {(t.start, t.end): t.timex for t, _ in explained(language, sentence)}
    if not value:
        assert found == {}
        return
    assert found.get((sentence.index("["), sentence.index("]") - 1)) == value


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_finds_one_of_its_own_examples(language):
    examples = [sentence for rule in rules(language) for sentence in rule.examples]
    alive = {name for sentence in examples for _, name in explained(language, sentence)}
    # A part of the day goes by the name of its day's rule; what is no time goes by none.
    unseen = {rule.rule for rule in rules(language) if rule.beside_day or rule.reading == "names.no_time"}
    assert {rule.rule for rule in rules(language)} - alive - unseen == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_rules_have_names_of_their_own(language):
    names = [rule.rule for rule in rules(language)]
    assert len(set(names)) == len(names)


def test_every_reading_is_used_and_every_rule_has_one():
    assert {rule.reading for language in LANGUAGES for rule in rules(language)} == set(READINGS)


def test_every_class_of_words_is_named_by_a_rule():
    named = " ".join(rule.words for language in LANGUAGES for rule in rules(language))
    unnamed = {name for language in LANGUAGES for name in classes_of(words(language)) if f"{{{name}}}" not in named}
    # Numbers and quantities come in through amounts.
    assert unnamed == {"articles", "conjunctions", "numbers", "plurals", "quantities"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_stands_in_two_classes_that_mean_different_times(language):
    tables = msgspec.structs.asdict(words(language))
    calendar = [set(tables[name]) for name in ("months", "weekdays", "seasons", "decades", "zones", "frequencies")]
    for index, table in enumerate(calendar):
        for other in calendar[index + 1 :]:
            assert not table & other


def test_quiet_words_do_not_hide_the_words_of_time():
    _, telling = vocabulary()
    for table in (words().months, words().weekdays, words().units, words().seasons, words().parts):
        assert set(table) - set(words().ordinals) <= telling


@pytest.mark.parametrize("language", LANGUAGES)
def test_modifiers_do_not_contradict_each_other(language):
    kinds = msgspec.structs.asdict(modifiers(language))
    said = [word for kind, listed in kinds.items() if kind not in {"quiet", "joints"} for word in listed]
    assert len(said) == len(set(said))
