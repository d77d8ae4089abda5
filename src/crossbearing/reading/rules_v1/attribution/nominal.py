"""Frames whose cue is a noun: "the claim by S that C", "S's estimate of", "reports of C", "denials by S"."""

from spacy.tokens import Token

from crossbearing.reading.rules_v1.attribution.draft import Draft
from crossbearing.reading.rules_v1.attribution.lexicon import nouns, reporting_nouns, without_claims, words
from crossbearing.reading.rules_v1.attribution.phrases import extent, parts, subject_of
from crossbearing.reading.rules_v1.attribution.speaking import can_speak, is_date
from crossbearing.reading.rules_v1.attribution.text import Range, Text
from crossbearing.reading.rules_v1.polarity import is_none_told


def nominal_frames(text: Text) -> list[Draft]:
    """All frames whose cue is a noun, in order of the cue."""
    table = reporting_nouns()
    named = (t for t, part in zip(text.whole, text.parts, strict=True) if part == "NOUN")
    drafts = (_frame(text, t) for t in named if t.lemma_.lower() in table)
    return [d for d in drafts if d is not None]


def _frame(text: Text, noun: Token) -> Draft | None:
    low, high = text.reach(noun.i)
    lemma = noun.lemma_.lower()
    if noun.i and noun.nbor(-1).lower_ in nouns().idle.get(lemma, ()):
        return None
    said = reporting_nouns()[lemma]
    found = _content(noun, high)
    if found is None:
        return None
    content, clause = found
    sources = _sources(noun, low, high)
    itself = lemma in nouns().sources_by_themselves
    if not sources and itself and said.carries == "claims":
        start, end = extent(noun, low, content[0] if clause else content[0] - 1)
        start = max([start, *(i + 1 for i in range(start, noun.i) if text.whole[i].pos_ in ("AUX", "VERB"))])
        sources = [text.trim((start, max(noun.i + 1, end)))]
    elif (not sources and not clause) or is_none_told(noun):
        said = without_claims(said)
    pieces = text.cut(content, [(noun.i, noun.i + 1), *sources])
    return (
        Draft(noun.i, (noun.i, noun.i + 1), sources, pieces, said, "noun clause" if clause else "noun of", order=5)
        if pieces
        else None
    )


def _content(noun: Token, high: int) -> tuple[Range, bool] | None:
    """What the noun says, and whether that is a clause."""
    after = [c for c in noun.children if noun.i < c.i < high]
    for child in after:
        subject = next((c for c in child.children if c.dep_ in ("nsubj", "nsubjpass", "expl")), None)
        told = child.dep_ in ("acl", "ccomp") or (child.dep_ == "relcl" and not _is_relative(child, subject))
        if told and child.pos_ in ("VERB", "AUX") and subject is not None:
            return (child.left_edge.i, min(high, child.right_edge.i + 1)), True
        if child.dep_ == "acl" and any(c.tag_ == "TO" for c in child.children):
            return (child.left_edge.i, min(high, child.right_edge.i + 1)), True
    link = noun.head
    if noun.dep_ == "nsubj" and link.lemma_ == "be" and noun.i < link.i < high:
        for child in link.children:  # "his answer was that C"
            if child.dep_ == "ccomp" and child.i > link.i and child.left_edge.lower_ == "that":
                return (child.left_edge.i, min(high, child.right_edge.i + 1)), True
    for child in after:
        dated = any(c.dep_ == "pobj" and is_date(c) for c in child.children)
        if child.dep_ == "prep" and _may_open(child.lower_, noun) and not dated:
            return (child.i + 1, min(high, max(child.right_edge.i, noun.right_edge.i) + 1)), False
    return None


def _may_open(preposition: str, noun: Token) -> bool:
    """Whether a preposition opens what a noun says."""
    return preposition == "about" or noun.lemma_.lower() in nouns().content_behind.get(preposition, ())


def _is_relative(clause: Token, subject: Token | None) -> bool:
    """Whether a clause tells of the noun instead of what it says ("the report that shook the town", "claims they
    made").
    """
    first = clause.left_edge.lower_
    opened = first in ("which", "who", "whose", "where", "when") or (
        subject is not None and subject.lower_ in ("that", "which", "who")
    )
    given = (
        first != "that"
        and clause.lemma_.lower() in words().giving
        and not any(c.dep_ == "dobj" for c in clause.children)
    )
    return opened or given


def _sources(noun: Token, low: int, high: int) -> list[Range]:
    for child in noun.children:
        if child.dep_ == "poss" and (can_speak(child) or child.lower_ in words().owning) and child.i >= low:
            part = extent(child, low, noun.i)
            return [(part[0], part[1] - 1) if noun.doc[part[1] - 1].tag_ == "POS" and part[1] - part[0] > 1 else part]
        if child.dep_ in ("prep", "agent") and child.lower_ in ("by", "from", "among") and low <= child.i < high:
            people = [c for c in child.children if c.dep_ == "pobj" and can_speak(c)]
            if people:
                return parts(people[0], child.i + 1, high, relatives=False)
        if child.dep_ == "compound" and child.pos_ in ("NOUN", "PROPN") and can_speak(child) and child.i == noun.i - 1:
            return [(min(extent(noun, low, noun.i + 1)[0], noun.i), noun.i + 1)]
    verb = _bearer(noun)
    if verb is not None:
        subject = subject_of(verb)
        if subject is not None and low <= subject.i < verb.i and can_speak(subject):
            return parts(subject, low, noun.head.i, relatives=not subject.is_ancestor(noun))
    return []


def _bearer(noun: Token) -> Token | None:
    """The verb whose subject says or feels what a noun tells: "voiced fears that", "spoke in favour of"."""
    if noun.dep_ == "dobj":
        return noun.head if noun.head.lemma_.lower() in words().giving else None
    if noun.dep_ == "pobj" and noun.head.lower_ == "in" and noun.head.head.pos_ in ("VERB", "AUX"):
        owned = any(c.dep_ in ("det", "poss", "amod") for c in noun.children)
        return noun.head.head if not owned else None
    return None
