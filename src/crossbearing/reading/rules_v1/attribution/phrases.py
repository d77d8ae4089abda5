"""What the rules ask of a parse: a verb's subject, the extent of a noun phrase, voice, conjunctions."""

from itertools import pairwise

from spacy.tokens import Doc, Token

from crossbearing.reading.rules_v1.attribution.lexicon import lemma_of, verbs
from crossbearing.reading.rules_v1.attribution.speaking import is_date
from crossbearing.reading.rules_v1.attribution.text import Range

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
RELATIVES = frozenset({"who", "which", "that", "whom", "whose", "where", "when"})
EDGES = frozenset({",", ";", ":", "-", "–", "—", ".", '"', "“", "”", "''"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
VERBAL = frozenset({"VERB", "AUX"})


def is_passive(verb: Token) -> bool:
    """Whether the verb is in the passive: with its auxiliary, or as a bare participle behind a noun."""
    if any(c.dep_ == "auxpass" for c in verb.children):
        return True
    if verb.tag_ in ("VBN", "VBD") and verb.dep_ == "conj" and any(c.dep_ == "agent" for c in verb.children):
        return is_passive(verb.head)
    if verb.dep_ == "advcl" and _is_done_by(verb):
        return True  # "a raid in the town claimed by the rebels", where the parse takes the participle for a past
    if any(c.dep_ == "ccomp" and c.i > verb.i and any(m.lower_ == "that" for m in c.children) for c in verb.children):
        return False
    if _is_main(verb):
        return False
    return (
        verb.tag_ == "VBN"
        and verb.dep_ in ("acl", "advcl", "amod")
        and not any(c.dep_ in ("aux", "nsubj") for c in verb.children)
    )


def _is_done_by(verb: Token) -> bool:
    """Whether a past without a subject has its doer right behind it."""
    if verb.tag_ != "VBD" or any(c.dep_ in SUBJECTS for c in verb.children):
        return False
    return any(c.dep_ == "agent" and c.i == verb.i + 1 for c in verb.children)


def _is_main(verb: Token) -> bool:
    """Whether a bare participle is in truth the verb of its sentence, which has no other: "The mayor's office | called
    | the report a hoax".
    """
    if verb.dep_ != "acl" or not any(c.dep_ in ("dobj", "oprd") and c.i > verb.i for c in verb.children):
        return False
    above = verb.head.head if verb.head.dep_ == "nsubj" else verb.head
    verbless = above.dep_ == "ROOT" and above.pos_ in NOMINAL
    return verbless and not any(c.dep_ == "agent" for c in verb.children)


def has_to(verb: Token) -> bool:
    """Whether a verb stands behind "to"."""
    return any(c.tag_ == "TO" and c.dep_ == "aux" for c in verb.children)


def extent(head: Token, low: int, high: int, *, relatives: bool = True) -> Range:
    """The stretch of tokens from `low` to `high` that a noun phrase covers; without its relative clauses if asked."""
    doc = head.doc
    start, end = max(low, head.left_edge.i), min(high, head.right_edge.i + 1)
    if not relatives:
        for child in head.children:
            if child.i > head.i and (
                child.dep_ == "relcl" or (child.dep_ in ("acl", "advcl", "ccomp") and child.pos_ in ("VERB", "AUX"))
            ):
                end = min(end, child.left_edge.i)
    start = min(start, head.i)
    end = max(end, head.i + 1)
    while end - 1 > head.i and (doc[end - 1].is_space or doc[end - 1].text in EDGES or doc[end - 1].pos_ == "ADP"):
        end -= 1
    while start < head.i and (doc[start].is_space or doc[start].text in EDGES):
        start += 1
    return start, end


def conjuncts(head: Token) -> list[Token]:
    """The heads of noun phrases joined by "and", "or" or commas, the first included."""
    heads = [head]
    for child in head.children:
        if child.dep_ == "conj" and child.i > head.i and child.pos_ in NOMINAL:
            heads += conjuncts(child)
        elif child.dep_ == "appos" and child.pos_ == "PROPN" and not _joined(head, child):
            # "spokesman Omar Haddad and guards": the parse hangs the guards on the name that the spokesman bears
            heads += conjuncts(child)[1:]
    return heads


def parts(head: Token, low: int, high: int, *, relatives: bool = True) -> list[Range]:
    """The noun phrase, or each of those joined in it, as ranges between `low` and `high`."""
    heads = [h for h in conjuncts(head) if low <= h.i < high]
    heads = heads[:1] + [h for a, h in pairwise(heads) if _joined(a, h)]
    if len(heads) < 2:
        return [extent(head, low, high, relatives=relatives)]
    ranges: list[Range] = []
    for at, one in enumerate(heads):
        stop = high
        if at + 1 < len(heads):
            stop = min(stop, heads[at + 1].left_edge.i)
            joiner = [c.i for c in one.children if c.dep_ == "cc"]
            stop = min([stop, *(j for j in joiner if j > one.i)])
        ranges.append(extent(one, low, stop, relatives=relatives))
    return ranges


def _joined(one: Token, other: Token) -> bool:
    """Whether a conjunction or a comma stands between: without, the second describes the first."""
    return any(t.pos_ == "CCONJ" or t.text in {",", "&", "/"} for t in one.doc[one.i + 1 : other.i])


def subject_of(verb: Token) -> Token | None:
    """The head of the verb's subject: its own, its antecedent's in a relative clause, or that of the verb it hangs
    on.
    """
    seen: set[int] = set()
    at = verb
    while at.i not in seen:
        seen.add(at.i)
        own = [c for c in at.children if c.dep_ in SUBJECTS]
        if own:
            nearest = min(own, key=lambda c: abs(c.i - at.i))
            if nearest.lower_ in RELATIVES and nearest.text != "WHO" and at.dep_ == "relcl":
                return _undated(at.head)
            return nearest
        if at.dep_ == "relcl":
            return _undated(at.head) if at.head.pos_ in NOMINAL else None
        if at.dep_ == "acl" and at.tag_ == "VBG" and at.left_edge.i and at.doc[at.left_edge.i - 1].text == ",":
            # "met the envoy in the capital, telling him that ...": who met tells
            at = next((a for a in at.ancestors if a.pos_ in ("VERB", "AUX")), at.head)
            continue
        if at.dep_ == "acl":
            return _described(at.head) if at.head.pos_ in NOMINAL else None
        if at.dep_ in ("conj", "xcomp", "advcl", "ccomp", "pcomp", "prep", "dep") and at.head.i != at.i:
            if at.dep_ == "ccomp" and at.tag_ not in ("VBG", "VB"):
                return None
            at = at.head
            if at.pos_ not in ("VERB", "AUX", "ADP", "SCONJ", "ADJ"):
                return at if at.pos_ in NOMINAL and verb.dep_ == "pcomp" else None
            continue
        return None
    return None


def _undated(noun: Token) -> Token:
    """Whom a relative clause tells about where the parse hangs it on a date: "a report of June 8 which said"."""
    at = noun
    while is_date(at) and at.head.i < at.i:
        at = at.head
        while at.pos_ == "ADP" and at.head.i < at.i:
            at = at.head
    return at if at.pos_ in NOMINAL else noun


def _described(noun: Token) -> Token:
    """Whom an apposition describes: in "the spokesman for X, a group that ..., announced" the spokesman."""
    while noun.dep_ == "appos" and noun.head.i < noun.i:
        noun = noun.head
    return noun


def cue_extent(verb: Token, particle: Token | None) -> Range:
    """The verb with its auxiliaries, negation and particle."""
    start = verb.i
    while (
        start > 0
        and verb.doc[start - 1].head.i == verb.i
        and verb.doc[start - 1].dep_ in ("aux", "auxpass", "neg", "advmod")
    ):
        start -= 1
    end = particle.i + 1 if particle is not None and particle.i > verb.i else verb.i + 1
    return start, end


def runs_on(doc: Doc, start: int, end: int) -> bool:
    """Whether a verb stands between two tokens that is no preposition ("according to", "including")."""
    return any(doc[i].pos_ in ("VERB", "AUX") and doc[i].dep_ != "prep" for i in range(start, end))


def is_beside_object(clause: Token) -> bool:
    """Whether a clause stands bare behind the object of a verb that is spoken to nobody, and is none of what it tells,
    where a comma is lost: "since the army declared the end of the truce | nine have been killed".
    """
    verb = clause.head
    told = any(c.dep_ == "dobj" and verb.i < c.i < clause.left_edge.i and c.pos_ == "NOUN" for c in verb.children)
    opened = any(c.dep_ == "mark" for c in clause.children) or clause.left_edge.tag_.startswith("W")
    marked = any(t.is_punct for t in clause.doc[verb.i : clause.left_edge.i])
    takes = verbs().get(lemma_of(verb), {})
    return told and not opened and not marked and takes.keys().isdisjoint({"person", "document", "witnessed"})
