"""Frames that call what was told untrue or take it back: "it is not true that C", "reports that C are false", "falsely
claimed that C", "withdrew its report that C".

Most have no source of their own: who tells that it is untrue stands in the frame about them, else it is the outlet.
"""

from functools import cache

import msgspec
from spacy.tokens import Token

from crossbearing.reading.rules_v1.attribution.draft import Draft
from crossbearing.reading.rules_v1.attribution.lexicon import Cue, data_of, lemma_of, reporting_nouns, verbs
from crossbearing.reading.rules_v1.attribution.phrases import (
    SUBJECTS,
    VERBAL,
    cue_extent,
    is_passive,
    parts,
    subject_of,
)
from crossbearing.reading.rules_v1.attribution.speaking import can_speak, is_nobody
from crossbearing.reading.rules_v1.attribution.text import Range, Text
from crossbearing.reading.rules_v1.polarity import is_left_undone

DENIED = Cue(force="deny", certainty="denied", carries="claims")
NEAR = 6
"""Links of the parse within which the verb that calls something untrue stands above the word."""
LEADING = 3
"""Tokens of a line within which its subject stands, where the parse finds none."""
BEHIND = 4
"""Tokens from "as" to the word in "described as a complete fabrication"."""
FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})
SELF = frozenset({"we", "i"})
"""Who speaks for the outlet, outside of quotations."""


class Falsity(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The words of falsity.yaml; see its head for what each list means."""

    untrue: frozenset[str]
    amiss: frozenset[str]
    true: frozenset[str]
    lacking: frozenset[str]
    falsely: frozenset[str]
    calling: dict[str, str]
    retracting: dict[str, str]
    told: frozenset[str]


@cache
def falsity() -> Falsity:
    """Return the words by which something told is called untrue."""
    return msgspec.convert(data_of("falsity.yaml"), Falsity)


def falsity_frames(text: Text) -> list[Draft]:
    """All frames that call something told untrue, in order of the word that does so."""
    known = _telling()
    words = zip(text.whole, text.lower, text.parts, strict=True)
    drafts = (_frame(text, token, word) for token, word, part in words if word in known or part in VERBAL)
    return [d for d in drafts if d is not None and d.content]


@cache
def _telling() -> frozenset[str]:
    """All words that may call something untrue by themselves."""
    known = falsity()
    return known.lacking | known.falsely | known.true | known.untrue | known.amiss


def _frame(text: Text, token: Token, word: str) -> Draft | None:
    known = falsity()
    if word not in _telling():
        return _retraction(text, token) if lemma_of(token) in known.retracting else None
    if word in known.lacking:
        return _lacking(text, token)
    if word in known.falsely:
        return _falsely(text, token)
    if word in known.true:
        return _predicate(text, token) if _is_negated(token, _above(token)) else None
    attributed = _attributive(text, token) or _called(text, token)
    return attributed or (None if _is_negated(token, _above(token)) else _predicate(text, token))


def _is_told(token: Token) -> bool:
    """Whether a word stands for something that was told, whatever part of speech the parser takes it for."""
    lemma = token.lemma_.lower()
    return lemma in falsity().told or (lemma in reporting_nouns() and reporting_nouns()[lemma].force != "deny")


def _above(token: Token) -> Token:
    """The verb by which the word is said of its subject: "be" of "turned out to be false", itself in "was faked"."""
    return token if token.pos_ == "VERB" and is_passive(token) else token.head


def _is_negated(token: Token, verb: Token) -> bool:
    return any(c.dep_ == "neg" or c.lower_ == "no" for one in (token, verb) for c in one.children if c.i <= token.i)


def _draft(text: Text, cue: Range, content: Range, sources: list[Range], rule: str) -> Draft:
    pieces: list[Range] = []
    if content[0] < content[1]:
        low, high = text.reach(content[0])  # the word itself may stand alone in quotation marks
        pieces = text.cut((max(low, content[0]), min(high, content[1])), [cue, *sources])
    return Draft(cue[0], cue, sources, pieces, DENIED, rule)


def _attributive(text: Text, token: Token) -> Draft | None:
    """In "false reports that C": the word before what was told."""
    noun = token.head
    if token.dep_ not in ("amod", "compound") or noun.i <= token.i or not _is_told(noun):
        return None
    return _draft(text, (token.i, token.i + 1), (noun.i, noun.right_edge.i + 1), [], "false report")


def _modifies_what_follows(token: Token) -> bool:
    """Whether the word describes a noun behind it ("under a false flag"), with no mark between them."""
    return token.dep_ in ("amod", "compound", "nmod") and token.head.i > token.i and not token.nbor(1).is_punct


def _acts(token: Token) -> bool:
    """Whether the word tells what somebody does ("as bodies lie in the streets", "rebels had invented a tale")."""
    return token.pos_ in ("VERB", "AUX") and (
        token.tag_ != "VBN" or any(c.dep_ in ("nsubj", "dobj", "aux") for c in token.children)
    )


def _closes(token: Token) -> bool:
    """Whether nothing stands behind the word that it could be said of."""
    return token.i + 1 == len(token.doc) or token.nbor(1).pos_ not in ("ADJ", "NOUN", "PROPN", "VERB", "NUM")


def _calling(token: Token) -> Token | None:
    """The verb of calling under whose object or judgement the word stands, in its own clause."""
    at = token
    for _ in range(NEAR):
        clause = at.dep_ in ("conj", "advcl") and at.head.pos_ in ("VERB", "AUX") and at is not token
        if clause or at.head.i == at.i:
            return None
        at = at.head
        if lemma_of(at) in falsity().calling:
            return at
    return None


def _is_called(verb: Token) -> bool:
    """Whether the calling did take place: neither negated nor left undone ("refused to call")."""
    above = [verb]
    while above[-1].dep_ == "xcomp":
        above.append(above[-1].head)
    return not any(is_left_undone(v) or _is_negated(v, v) for v in above)


def _called(text: Text, token: Token) -> Draft | None:
    """In "S called reports that C baseless": the word behind the verb's object, where that is what was told.

    Where the word hangs is little to go by: the parse takes it for a part of the clause that the reports tell.
    """
    verb = None if _modifies_what_follows(token) or _acts(token) or not _closes(token) else _calling(token)
    if verb is None or not _is_called(verb):
        return None
    needed = falsity().calling[lemma_of(verb)]
    if needed and all(t.lower_ != needed for t in text.whole[max(verb.i, token.i - BEHIND) : token.i]):
        return None
    told = next((c for c in _objects(verb) if verb.i < c.i < token.i and _is_told(c)), None)
    sources = _speakers(text, verb)
    if told is None or not sources or is_nobody(text.whole[sources[0][0]]):
        return None
    return _draft(text, (token.i, token.i + 1), (told.i, token.i), sources, "called false")


def _objects(verb: Token) -> list[Token]:
    """What a verb of calling is directed at, also where the parse makes it the subject of what it is called."""
    below = [c for c in verb.children if c.dep_ in ("dobj", "oprd", "attr", "ccomp", "xcomp")]
    return [o for c in below for o in (c, *(s for s in c.children if s.dep_ in SUBJECTS))]


def _predicate(text: Text, token: Token) -> Draft | None:
    """In "it is false that C" and "reports that C are false": the word that is said of what was told."""
    _, high = text.reach(token.i)
    verb = _above(token)
    verbal = verb.pos_ in ("VERB", "AUX")
    subject = subject_of(verb) if verbal else None
    cue = (min(verb.i, token.i) if verbal else token.i, token.i + 1)
    if subject is not None and subject.lower_ == "it" and token.lower_ not in falsity().amiss:
        that = text.whole[token.i + 1] if token.i + 1 < high else token
        clause = (that.i, that.head.right_edge.i + 1)
        return _draft(text, cue, clause, [], "it is false") if that.lower_ == "that" else None
    if _modifies_what_follows(token) or (token.dep_ == "pobj" and token.pos_ == "NOUN"):
        return None
    if subject is not None and subject.i < verb.i and _is_told(subject):
        return _draft(text, cue, (subject.i, cue_extent(subject.head, None)[0]), [], "report is false")
    return _headline(text, token)


def _headline(text: Text, token: Token) -> Draft | None:
    """In "Reports of C false" and "CORRECTION: report that C wrong": the word that ends a line without a verb."""
    low, high = text.reach(token.i)
    if token.i + 1 < high and not (token.nbor(1).is_punct or token.nbor(1).is_space):
        return None
    leading = next((t for t in text.whole[low : min(low + LEADING, token.i)] if t.text == ":"), None)
    start = leading.i + 1 if leading is not None else low
    told = next((t for t in text.whole[start : min(start + LEADING, token.i)] if _is_told(t)), None)
    if told is None or (leading is None and any(t.tag_ in FINITE for t in text.whole[told.i : token.i])):
        return None
    return _draft(text, (token.i, token.i + 1), (told.i, token.i), [], "report is false")


def _lacking(text: Text, token: Token) -> Draft | None:
    """In "there is no truth in reports that C" and "S found no evidence that C"."""
    no = next((c for c in token.children if c.dep_ == "det" and c.lower_ == "no"), None)
    if no is None:
        return None
    sources = _speakers(text, token.head) if token.dep_ == "dobj" else []
    return _draft(text, (no.i, token.i + 1), (token.i + 1, token.right_edge.i + 1), sources, "no truth")


def _falsely(text: Text, token: Token) -> Draft | None:
    """In "falsely claimed that C": beside a verb of saying."""
    verb = token.head
    if verb.pos_ != "VERB" or lemma_of(verb) not in verbs():
        return None
    return _draft(text, (token.i, token.i + 1), (verb.i, verb.right_edge.i + 1), [], "falsely said")


def _retraction(text: Text, verb: Token) -> Draft | None:
    """In "S withdrew its report that C" and "the report that C was withdrawn"."""
    cue = cue_extent(verb, None)
    before = falsity().retracting[lemma_of(verb)]
    passive = is_passive(verb) and not before
    above = [c for c in verb.children if c.lower_ == before] if before else [verb]
    links = ("nsubjpass",) if passive else ("dobj", "pobj")
    told = next((c for one in above for c in one.children if c.dep_ in links and _is_told(c)), None)
    if told is None:
        return None
    end = cue[0] if passive else told.right_edge.i + 1
    for clause in verb.children:  # "our story | saying that C", which the parse hangs on the verb
        if not passive and clause.dep_ in ("advcl", "ccomp") and clause.left_edge.i == end:
            end = clause.right_edge.i + 1
    return _draft(text, cue, (told.i, end), [] if passive else _speakers(text, verb), "retraction")


def _speakers(text: Text, verb: Token) -> list[Range]:
    """Who calls it untrue, the outlet's own "we" apart."""
    low, _ = text.reach(verb.i)
    subject = subject_of(verb)
    if subject is None or not low <= subject.i < verb.i or not can_speak(subject):
        return []
    if subject.lower_ in SELF and text.quote(subject.i) is None:
        return []
    return parts(subject, low, cue_extent(verb, None)[0], relatives=False)
