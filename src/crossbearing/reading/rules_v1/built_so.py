"""Which of its sentence's places a happening has by how the sentence is built, however near others stand."""

from collections.abc import Sequence
from itertools import takewhile

from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

from crossbearing.places.cues import cues
from crossbearing.reading.rules_v1.elsewhere import at_which
from crossbearing.reading.rules_v1.telling_where import is_violent
from crossbearing.reading.rules_v1.wordclasses import belongs
from crossbearing.records import PlaceMention

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
"""Parts of a noun that names the happening of its verb, and has one day and place with it ("blasts killed nine")."""
DOERS = frozenset({"combatant", "armed_body"})
"""Classes of nouns for armed doers."""


def is_at_doers(verb: Token, mention: PlaceMention) -> bool:
    """Whether a place stands with armed doers of what a verb tells: "rebels in Saraqib shelled"."""
    subjects = (c for c in verb.children if c.dep_ == "nsubj" and belongs(c, DOERS))
    return any(c.idx < mention.start <= c.right_edge.idx for c in subjects)


def is_where_they_are(name: TokenSpan, trigger: Token) -> bool:
    """Whether a clause about armed doers says that they are at a place ("shells fired by rebels positioned in Dirwan"),
    and tells something else than the trigger.
    """
    clause = _clause_of(name, trigger)
    if clause is None or clause.dep_ != "acl" or is_violent(clause, "verbs"):
        return False
    return belongs(clause.head, DOERS)


def is_in_clause_below(name: TokenSpan, trigger: Token) -> bool:
    """Whether a place stands in a clause of its own under a trigger: "killed nine as they were entering Peru"."""
    below = takewhile(lambda word: word.i != trigger.i, (name.root, *name.root.ancestors))
    return any(word.dep_ in {"advcl", "relcl", "acl", "ccomp"} for word in below)


def _clause_of(name: TokenSpan, trigger: Token) -> Token | None:
    """The verb of the clause about a noun in which a place stands; null without one, or where the trigger is in it."""
    clause = next((t for t in name.root.ancestors if t.dep_ in {"acl", "relcl"}), None)
    within = clause is not None and clause.left_edge.i <= trigger.i <= clause.right_edge.i
    return None if within else clause


def fight_elsewhere(name: TokenSpan, trigger: Token) -> bool:
    """Whether a country is one of several in which doers fight besides: "a raid by the coalition fighting gangs in
    Egypt and Libya" was not in both. Where they serve or hide, they may well be struck.
    """
    root = name.root
    if root.dep_ != "conj" and not any(c.dep_ == "conj" for c in root.children):
        return False
    clause = _clause_of(name, trigger)
    return clause is not None and is_violent(clause, "verbs") and belongs(clause.head, DOERS)


def told_as_one(trigger: Token, here: Sequence[PlaceMention], doc: Doc) -> Token:
    """Return the word by whose places a happening lies: violence and the harm it did are one, of which the noun's own
    place tells first ("explosions in Dirwan killed nine, and others were hurt in Marnah"), then the verb's.
    """
    if trigger.dep_ in SUBJECTS and is_violent(trigger, "nouns") and is_violent(trigger.head, "verbs"):
        deed, harm = trigger, trigger.head
    else:
        found = (c for c in trigger.children if c.dep_ in SUBJECTS and is_violent(c, "nouns"))
        deed, harm = next(found, trigger), trigger
        if deed is harm or not is_violent(trigger, "verbs"):
            return trigger
    names = [name for m in here if (name := doc.char_span(m.start, m.end, alignment_mode="expand")) is not None]
    of_deed = any(deed.i < name.start <= deed.right_edge.i for name in names)
    if trigger is deed:
        return deed if of_deed else harm
    firsts = [at_which(name.root) for name in names]
    of_harm = any(place.dep_ == "pobj" and place.head.head.i == harm.i for place in firsts)
    return deed if of_deed and not of_harm else harm


def where_told(trigger: Token) -> Token | None:
    """Return the "where" of a clause about a place in which something happened ("Dirwan where nine were killed"); null
    without one.
    """
    clauses = {trigger.i, *(t.i for t in trigger.ancestors)}
    sentence = trigger.sent
    for token in reversed(trigger.doc[sentence.start + 1 : trigger.i]):
        if token.lower_ == "where" and token.head.i in clauses:
            return token
    return None


def is_named_before(name: TokenSpan, where: Token) -> bool:
    """Whether a place is what a "where" is about: it stands right before, but for a comma and its kind."""
    between = name.doc[name.end : where.i]
    return name.end <= where.i and all(t.is_punct or t.lower_ in cues().feature_nouns for t in between)
