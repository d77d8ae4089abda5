import datetime as dt

import msgspec
import pytest

from crossbearing.language import parse
from crossbearing.times import Anchor, explain_times, find_times
from crossbearing.times.grammar import classes_of
from crossbearing.times.readings import READINGS
from crossbearing.times.rules import modifiers, rules
from crossbearing.times.scan import vocabulary
from crossbearing.times.words import words

SEED_DAY = Anchor(day=dt.date(2011, 6, 10))
EXAMPLES = [(sentence, value) for rule in rules() for sentence, value in rule.examples.items()]


@pytest.mark.parametrize(("sentence", "value"), EXAMPLES, ids=[sentence for sentence, _ in EXAMPLES])
def test_every_example_of_a_rule_holds(sentence, value):
    if not value:
        assert find_times(parse(sentence), SEED_DAY) == ()
        return
    start, end = sentence.index("["), sentence.index("]") - 1
    doc = parse(sentence.replace("[", "").replace("]", ""))
    found = {(t.start, t.end): (t.timex, name) for t, name in explain_times(doc, SEED_DAY)}
    assert found.get((start, end), ("", ""))[0] == value


def test_every_rule_finds_one_of_its_own_examples():
    alive = set()
    for rule in rules():
        for sentence in rule.examples:
            doc = parse(sentence.replace("[", "").replace("]", ""))
            alive |= {name for _, name in explain_times(doc, SEED_DAY)}
    # A part of the day goes by the name of its day's rule; what is no time goes by none.
    unseen = {rule.rule for rule in rules() if rule.beside_day or rule.reading == "names.no_time"}
    assert {rule.rule for rule in rules()} - alive - unseen == set()


def test_rules_have_names_of_their_own():
    names = [rule.rule for rule in rules()]
    assert len(set(names)) == len(names)


def test_every_reading_is_used_and_every_rule_has_one():
    assert {rule.reading for rule in rules()} == set(READINGS)


def test_every_class_of_words_is_named_by_a_rule():
    named = " ".join(rule.words for rule in rules())
    unnamed = {name for name in classes_of(words()) if f"{{{name}}}" not in named}
    # Numbers and quantities come in through amounts.
    assert unnamed - {"numbers", "quantities"} == set()


def test_no_word_stands_in_two_classes_that_mean_different_times():
    tables = msgspec.structs.asdict(words())
    calendar = [set(tables[name]) for name in ("months", "weekdays", "seasons", "decades", "zones", "frequencies")]
    for index, table in enumerate(calendar):
        for other in calendar[index + 1 :]:
            assert not table & other


def test_quiet_words_do_not_hide_the_words_of_time():
    _, telling = vocabulary()
    for table in (words().months, words().weekdays, words().units, words().seasons, words().parts):
        assert set(table) - set(words().ordinals) <= telling


def test_modifiers_do_not_contradict_each_other():
    kinds = msgspec.structs.asdict(modifiers())
    said = [word for kind, listed in kinds.items() if kind != "quiet" for word in listed]
    assert len(said) == len(set(said))
