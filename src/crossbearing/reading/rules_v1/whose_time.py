"""Whether a time in a happening's sentence is told of something else: of another clause, of another noun."""

import datetime as dt
from collections.abc import Sequence

from spacy.tokens import Span, Token

from crossbearing.reading.rules_v1.lexicon import clause_words, triggers
from crossbearing.reading.rules_v1.requital import requited_by
from crossbearing.reading.rules_v1.telling_where import is_violent
from crossbearing.reading.rules_v1.wordclasses import belongs
from crossbearing.records import TimeMention

NEWS_DAYS = dt.timedelta(days=7)
"""Before the report, within which a day that is told is rather that of its news."""
A_NIGHT = dt.timedelta(days=1)
LATELY = dt.timedelta(days=15)
"""The longest stretch up to the report over which its news is told ("over the past two weeks")."""
ABOUT_A_NOUN = frozenset({"relcl", "acl"})
NAMING = frozenset({"compound", "nmod", "amod", "nummod", "poss"})
"""Parts of a name or noun before its head."""
JOINING = frozenset({"prep", "pobj", "nsubj", "nsubjpass", "dobj", "agent", "conj", "appos"})
"""Links of the parse that begin no clause."""
TOLLS = frozenset({"killing", "injury", "displacement"})


def is_of_news(time: TimeMention, day: dt.date | None) -> bool:
    """Whether a time is one of the last days before the report (`day`), or the last days up to it: those of its news.

    Such a time stands at the end of a sentence, and the parse hangs it on whatever clause stands there.
    """
    first, last = time.earliest, time.latest
    if first is None or last is None or day is None:
        return first == last
    if time.kind == "DURATION" and last == day:
        return last - first <= LATELY
    return last - first <= A_NIGHT and dt.timedelta() <= day - last <= NEWS_DAYS


def is_of_another(time: Span, trigger: Token, *, news: bool) -> bool:
    """Whether a time is told of another clause than that of a happening, or of a noun that names none.

    "They press on to break a siege that began in July" tells when the siege began; "troops who had come in May were
    killed", when they came; "in support of the June 3 vote", when the vote is. A day of the `news` (see `is_of_news`)
    is that of the happening all the same, but for one told of a place: "the road, which they cut on Thursday"; never of
    a deed that is answered on it: "were punished on Thursday for the killing".
    """
    if requited_by(trigger) is not None and time.root not in trigger.subtree:
        return True
    down = _way_down(time.root, trigger)
    if any(word.dep_ == "relcl" and belongs(word.head, {"building", "place_noun"}) for word in down):
        return True
    if news:
        return False
    if any(time.start <= word.i < time.end and _is_of_a_noun(word, time) for word in down):
        return True
    clear = True
    for word in down:
        if _parts(word, trigger) and not (clear and _is_told_with(word, trigger)):
            return True
        clear = clear and word.dep_ in JOINING
    return False


def began_with(time: Span, trigger: Token) -> bool:
    """Whether a time is that from which a conflict lasts that a toll is told of: "the war, which began in March"."""
    return any(
        word.dep_ in ABOUT_A_NOUN
        and word.lemma_ in clause_words()["beginning"]
        and word.head.lemma_.lower() in clause_words()["conflicts"]
        for word in _way_down(time.root, trigger)
    )


def _way_down(time: Token, trigger: Token) -> Sequence[Token]:
    """The words from a time up to the first that stands above a happening too, that one not among them, from above."""
    above = {trigger.i, *(word.i for word in trigger.ancestors)}
    way: list[Token] = []
    while time.i not in above and time.head.i != time.i:
        way.append(time)
        time = time.head
    return way[::-1]


def _is_of_a_noun(word: Token, time: Span) -> bool:
    """Whether a time stands within what is told of a noun that is known by its day: "a June 3 vote", "the May report".

    What happened "in a January 12 robbery" lies on that day.
    """
    noun = word.head
    within = word.dep_ in NAMING and noun.i >= time.end and noun.left_edge.i < time.start
    return within and noun.lemma_.lower() in clause_words()["dated"]


def _parts(word: Token, trigger: Token) -> bool:
    """Whether a clause begins here whose time is not that of what stands above it.

    What is told to have happened after or before violence lies near to it ("killed after a bomb went off on Monday"),
    and so does what those did who are told of behind ("killed by gunmen who stormed a hotel in February").
    """
    violent = is_violent(word, "verbs") and is_violent(trigger, "verbs")
    if word.dep_ == "pcomp":
        opened = word.head.lower_
        told = clause_words()["doing"] | clause_words()["naming"]
        return opened not in told and word.lower_ not in told and not (violent and opened in clause_words()["parting"])
    if word.dep_ == "ccomp":
        return True
    if word.dep_ in ABOUT_A_NOUN:
        return _is_apart(word, trigger)
    opened_by = {child.lower_ for child in word.children if child.dep_ == "mark"}
    return word.dep_ == "advcl" and not violent and not clause_words()["parting"].isdisjoint(opened_by)


def _is_apart(clause: Token, trigger: Token) -> bool:
    """Whether a clause about a noun tells of an earlier time than a happening: it stands before it, says so ("who had
    come"), tells how the noun began, or what was while the happening is.
    """
    helping = {child.lower_ for child in clause.children if child.dep_ == "aux"}
    was, present = clause.tag_ == "VBD", trigger.tag_ in {"VBZ", "VBP"} or any(
        child.tag_ in {"VBZ", "VBP"} and child.dep_ in {"aux", "auxpass"} for child in trigger.children
    )
    began = clause.lemma_ in clause_words()["beginning"]
    return clause.i < trigger.i or bool(helping & {"have", "has", "had"}) or began or (was and present)


def _is_told_with(word: Token, trigger: Token) -> bool:
    """Whether a clause is about a happening, or tells a toll as that is told: "killed in an attack that took place in
    March", "nine died and hundreds wounded in the past month". What is agreed has another day than its breach: "a truce
    agreed in May has been violated".
    """
    agreed = word.head.lemma_.lower() in clause_words()["dated"] and word.head.i != trigger.i
    named = not agreed and any(t.part == "nouns" for t in triggers().get(word.head.lower_, ()))
    return word.dep_ in ABOUT_A_NOUN and (named or (_tells_toll(word) and _tells_toll(trigger)))


def _tells_toll(word: Token) -> bool:
    return any(t.kind in TOLLS for t in triggers().get(word.lower_, ()))
