"""Who does what to whom, read off the parse: subjects, objects, agents and the words of a noun phrase."""

from collections.abc import Iterator
from functools import lru_cache

import msgspec
from spacy.tokens import Token

from crossbearing.reading.rules_v1.antecedents import RELATIVES, all_found, antecedent, named_beside
from crossbearing.reading.rules_v1.asides import subject_before_aside, subject_before_company
from crossbearing.reading.rules_v1.lexicon import acting_objects, deed_words, triggers
from crossbearing.reading.rules_v1.misparsed import (
    above_participle,
    befallen,
    counted_apart,
    counted_before,
    is_quoted_apart,
    left_so,
    one_more_before,
    severed_modifier,
    severed_objects,
    speaks_next,
    subject_before_agent,
    subject_behind_as,
    subject_behind_day,
    subject_in_row,
    subject_of_clause,
    subject_of_reduced,
    told_beside,
)
from crossbearing.reading.rules_v1.noun_phrases import BEFORE_NOUNS, goes_on, is_broken_off
from crossbearing.reading.rules_v1.polarity import hindering
from crossbearing.reading.rules_v1.reached import dealt_to
from crossbearing.reading.rules_v1.rows import with_conjuncts
from crossbearing.reading.rules_v1.wordclasses import belongs

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
ATTEMPTS = frozenset({
    "attempt", "bid", "effort", "plan", "decision", "move", "order", "threat", "vow", "intention", "refusal",
    "failure", "ability", "right",
})  # fmt: skip
"""Nouns whose infinitive tells what their owner does, not what they do."""

SAME_FORM = ({"VBD"}, {"VBN"}, {"VBD", "VBN"}, {"VB"}, {"VBZ"}, {"VBP"}, {"VBG"})
"""Tags of verbs that may be joined; the two past forms, mostly spelt alike, are taken one for the other."""
NEAR = 3
"""Words between two joined verbs that share an object."""


class Arguments(msgspec.Struct, frozen=True):
    """The head words of a verb's agent and patient sides, in order of the text."""

    subjects: tuple[Token, ...]
    objects: tuple[Token, ...]
    agents: tuple[Token, ...]
    passive: bool


def is_past_participle(token: Token) -> bool:
    """Whether the word may be read as a past participle, whatever a headline's capitals made of its tag."""
    return token.tag_ in {"VBN", "VBD"} or (token.lower_.endswith(("ed", "en")) and token.pos_ in {"PROPN", "ADJ"})


def _own_subjects(verb: Token) -> list[Token]:
    # "Also killed was a nurse", "one person was critically hurt", "the guards had on Sunday shot two": the parse may
    # hang who that is on the auxiliary.
    auxiliary = [n for c in verb.children if c.dep_ in {"auxpass", "aux"} for n in c.children]
    return [
        n for c in (*verb.children, *auxiliary) if c.dep_ in SUBJECTS and not goes_on(c) and not is_broken_off(c)
        for n in with_conjuncts(c)
    ]  # fmt: skip


def _misread_object(verb: Token) -> Token | None:
    """The object of a verb of harm that the parse takes for the subject of the next ("kill 10 civilians injure 16")."""
    if not _harms(verb) or any(c.dep_ in {"dobj", "obj", "auxpass"} for c in verb.children):
        return None
    for other in verb.children:
        if other.dep_ in {"ccomp", "conj", "parataxis", "dep"} and _harms(other):
            behind = (c for c in other.children if c.dep_ == "nsubj" and c.left_edge.i == verb.i + 1)
            return next(behind, None)
    return None


def modifiers(noun: Token) -> Iterator[Token]:
    """Yield the words that stand before a noun and tell of it, also by another ("regime missile attacks").

    Of a name of several words the last.
    """
    severed = severed_modifier(noun)
    if severed is not None:
        yield severed
    for child in noun.children:
        if child.dep_ in BEFORE_NOUNS and child.i < noun.i:
            yield from modifiers(child)
            if not goes_on(child):
                yield child


def inherited_subjects(verb: Token, depth: int = 0) -> list[Token]:
    """The subject a verb shares with the one it hangs on: joined verbs, participles, infinitives, relative clauses."""
    head = above_participle(verb)
    foiled = verb.tag_ == "VB" and head.lemma_ in deed_words()["parrying"]  # "foiled a plot to bomb the mill"
    if head.i == verb.i or depth > 4 or foiled or is_quoted_apart(verb, head):
        return []
    if opened := _told_before(verb):
        return opened
    if verb.dep_ == "relcl" and head.pos_ in {"NOUN", "PROPN", "PRON"}:
        return [named_beside(head)]
    if head.pos_ == "NOUN" and head.lemma_.lower() in ATTEMPTS:
        whose = (c for c in head.children if c.lower_ in {"of", "by"} and c.i < verb.i)
        of = (g for c in whose for g in c.children if g.dep_ == "pobj")
        owners = [c for c in head.children if c.dep_ == "poss"] or [n for g in of for n in with_conjuncts(g)]
        above = head.head
        return owners or (
            _own_subjects(above) or inherited_subjects(above, depth + 1)
            if above.i != head.i and above.pos_ in {"VERB", "AUX"}
            else []
        )
    seen = head.tag_ == "VBN" and any(c.dep_ in {"auxpass", "nsubjpass"} for c in head.children)
    perceived = verb.tag_ == "VBG" and verb.dep_ in {"xcomp", "dobj"} and head.lemma_ in acting_objects()["perceiving"]
    if perceived and not (seen or head.dep_ == "acl"):
        return []
    if verb.dep_ == "acl" and verb.lemma_ == "suffer":  # "found a man and a girl suffering from wounds"
        return [noun for noun in with_conjuncts(head) if noun.i < verb.i]
    if (left := left_so(verb)) is not None:
        return [left]
    if verb.dep_ == "acl" and (head.pos_ in {"NOUN", "PROPN", "PRON", "NUM"} or head.lower_ == "old"):
        clause = next((a for a in head.ancestors if a.pos_ == "VERB"), None)
        # "killing three civilians, injuring eight", "killed nine using gas": who is harmed does not harm.
        harmed = verb.lemma_ == "use" and clause is not None and _harms(clause)
        # "told reporters condemning the raid": of who told them; those told may do all else ("told gunmen firing")
        told = clause is not None and clause.lemma_ == "tell" and _condemns(verb)
        apart = verb.i > head.i + 1 or belongs(head, {"place_noun"}) or _harms(verb) or harmed or told
        watched = clause is not None and clause.lemma_ in acting_objects()["perceiving"]  # "watched rebels shoot"
        if verb.tag_ == "VBG" and head.dep_ in {"pobj", "dobj"} and apart and clause is not None and not watched:
            return _own_subjects(clause) or inherited_subjects(clause, depth + 1)
        return list(befallen(head)) or [*told_beside(head), head]
    apt = verb.dep_ == "acomp" and verb.lower_ in acting_objects()["apt"]  # "were able to enter the town"
    if apt or (verb.dep_ == "acomp" and verb.tag_ == "VBN"):  # "a woman remains critically injured"
        return [antecedent(s, head) for s in _own_subjects(head)] or inherited_subjects(head, depth + 1)
    if verb.dep_ in {"conj", "xcomp", "advcl", "pcomp", "prep", "ccomp", "dep"}:
        blamed = verb.dep_ == "pcomp" and (head.lower_ in {"of", "for"} or _tells_how(head))
        if head.dep_ == "prep" or head.pos_ == "ADP":
            head = head.head
        if blamed and head.dep_ in {"dobj", "obj"} and head.head.lemma_ in acting_objects()["accusing"]:
            return list(with_conjuncts(head))  # "accused rebels of": the parse may hang "of" on who is accused
        objects = [c for c in head.children if c.dep_ in {"dobj", "obj"}]
        causes = head.lemma_ in acting_objects()["causing"] and not (verb.tag_ == "VBG" and _condemns(verb))
        caused = verb.dep_ == "xcomp" and causes
        if objects and (caused or (blamed and head.lemma_ in acting_objects()["accusing"])):
            return list(with_conjuncts(objects[0]))
        return _shared_subjects(verb, head, depth)
    return []


def _told_before(verb: Token) -> list[Token]:
    """The subjects that the words before a verb give it, whatever the parse hangs it on; empty where they give none."""
    if (hinders := hindering(verb)) is not None:  # "prevented them from storming the mill"
        return [n for c in hinders.children if c.dep_ in {"dobj", "nsubjpass"} for n in with_conjuncts(c)]
    opened = one_more_before(verb) or subject_of_clause(verb) or subject_before_agent(verb)
    return [opened] if opened is not None else []


def _shared_subjects(verb: Token, head: Token, depth: int) -> list[Token]:
    """The subjects of the verb that another hangs on, where they are its own, too."""
    if verb.dep_ == "ccomp" and not any(c.dep_ == "mark" for c in verb.children) and verb.tag_ != "VBG":
        return []
    own = [antecedent(s, head) for s in _own_subjects(head)] or _severed_subjects(head)
    if verb.dep_ == "advcl" and verb.tag_ == "VBG" and _harms(verb) and _strikes(head) and arguments(head).passive:
        return list(arguments(head).agents)  # "a plane was shot down, killing nine": not by the plane
    return own or inherited_subjects(head, depth + 1)


def _severed_subjects(verb: Token) -> list[Token]:
    """The subjects of a verb without any of its own that the parse hangs on something before it."""
    readings = (
        subject_behind_day, subject_of_reduced, subject_in_row, counted_before, subject_before_company,
        subject_behind_as,
    )  # fmt: skip
    severed = next((noun for read in readings if (noun := read(verb)) is not None), None)
    return list(with_conjuncts(severed)) if severed is not None else []


def _tells_how(by: Token) -> bool:
    """Whether "by" tells how those accused did what stands before it: "accused the army of gassing men by firing"."""
    accuses, before = by.head.lemma_ in acting_objects()["accusing"], by.doc[by.head.i : by.i]
    return by.lower_ == "by" and accuses and any(t.dep_ == "pcomp" and t.head.lower_ in {"of", "for"} for t in before)


def _condemns(verb: Token) -> bool:
    """Whether a verb is of those who speak against somebody."""
    return any(t.part == "verbs" and t.kind == "accuse_condemn" for t in triggers().get(verb.lower_, ()))


def _strikes(verb: Token) -> bool:
    """Whether a verb may tell of a blow, which is not its passive subject's."""
    return any(t.part == "verbs" and t.kind in BLOWS for t in triggers().get(verb.lower_, ()))


BLOWS = frozenset({"shelling", "airstrike", "explosion", "shooting", "ground_operation", "clash", "destruction"})
"""Kinds of happening that are dealt to somebody or something."""


def _harms(verb: Token) -> bool:
    return any(t.part == "verbs" and t.kind in {"killing", "injury"} for t in triggers().get(verb.lower_, ()))


def _joined_to_a_passive(verb: Token) -> bool:
    """Whether a participle is joined to one that is passive ("was shot and killed", "a girl shot and killed")."""
    head = verb.head
    if verb.dep_ != "conj" or head.i == verb.i:
        return False
    return (head.dep_ == "acl" and head.tag_ != "VBG") or any(c.dep_ in {"auxpass", "nsubjpass"} for c in head.children)


@lru_cache(maxsize=1)
def arguments(verb: Token) -> Arguments:
    """Return the arguments of a verb. A participle without an auxiliary ("19 killed", "men wounded in") is passive.

    Those of the last verb are kept, as one rule after another asks for them.
    """
    aside = subject_before_aside(verb)
    found = (n for s in _own_subjects(verb) for n in all_found(antecedent(s, verb), verb))
    own = [aside] if aside is not None else list(found)
    misread = _misread_object(verb.head)
    if misread is not None and misread in own:
        own = _own_subjects(verb.head)
    told = [
        n for c in verb.children
        if (c.dep_ in {"dobj", "obj", "attr", "oprd"} or (c.dep_ == "acomp" and c.lower_ == "old"))
        and not is_broken_off(c) and c.lower_ not in deed_words()["occasions"]
        for n in with_conjuncts(c)
    ]  # fmt: skip
    objects = [o for o in told if not speaks_next(o)]
    speaker = len(objects) < len(told)
    if objects:
        objects += severed_objects(verb, objects[-1])
        # "wound a baker, two others"
        objects += [c for c in verb.children if c.dep_ == "npadvmod" and c.lower_ == "others" and c.i > objects[-1].i]
    if not objects and (behind := _misread_object(verb)) is not None:
        objects = [behind]
    if not objects:
        # "shot and killed a man": the object of the verb joined to it is its own too.
        joined = [
            c for c in verb.children if c.dep_ == "conj" and {c.tag_, verb.tag_} in SAME_FORM and c.i - verb.i <= NEAR
        ]
        shared = (c for j in joined[:1] for c in j.children if c.dep_ in {"dobj", "obj"} and not is_broken_off(c))
        objects = [n for c in shared for n in with_conjuncts(c)]
    agents = [
        n
        for c in verb.children
        if c.dep_ == "agent" or (c.dep_ == "prep" and c.lower_ == "by")
        for g in c.children
        if g.dep_ == "pobj"
        for n in with_conjuncts(g)
    ]
    passive = any(c.dep_ in {"auxpass", "nsubjpass"} for c in verb.children)
    if not passive and not objects and is_past_participle(verb):
        has_auxiliary = any(c.dep_ == "aux" and c.lemma_ in {"have", "do"} for c in verb.children)
        alone = verb.dep_ in {"acl", "amod"} or (verb.tag_ == "VBN" and not has_auxiliary)
        passive = alone or bool(agents) or _joined_to_a_passive(verb)
    if verb.dep_ == "amod" and verb.head.pos_ in {"NOUN", "PROPN"}:
        own = own or list(counted_apart(verb)) or [verb.head]
    subjects = own or _severed_subjects(verb)
    if not subjects and not (speaker and not objects):  # not of "left dozens dead and wounded the Red Moon said"
        subjects = inherited_subjects(verb)
    if (
        verb.dep_ == "relcl"
        and not objects
        and own
        and own[0].lower_ not in RELATIVES
        and own[0].i != verb.head.i
        and not passive
    ):
        objects = [verb.head]
    return Arguments(tuple(subjects), dealt_to(verb, objects) or tuple(objects), tuple(agents), passive)
