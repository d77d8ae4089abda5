"""How surely a claim is told, from the words around its trigger: modals, hedges, conditions, negation."""

from spacy.tokens import Token

from crossbearing.reading.rules_v1.lexicon import load_data
from crossbearing.records import Certainty, Polarity

_CUES: dict[str, frozenset[str]] = {name: frozenset(words) for name, words in load_data("certainty.yaml").items()}
DIRECT = frozenset({"xcomp", "nsubj", "nsubjpass", "dobj", "attr", "conj", "acomp"})
"""How a trigger hangs on a verb whose modals are its own."""


def _governors(token: Token) -> list[Token]:
    """The trigger and the verbs and nouns it hangs on within its clause, nearest first, at most four."""
    out = [token]
    current = token
    while current.head.i != current.i and len(out) < 5:
        link = current.dep_
        current = current.head
        if current.pos_ in {"VERB", "AUX", "NOUN", "ADJ", "ADP", "PROPN"}:
            out.append(current)
        if link in {"ccomp", "advcl", "relcl", "parataxis"}:
            break
    return out


def polarity_of(token: Token) -> Polarity:
    """Whether the words negate the happening itself ("no shots were fired", "failed to enter")."""
    for word in token.children:
        if word.dep_ == "neg" or word.dep_ == "det" and word.lower_ == "no":
            return "negated"
        if word.dep_ in {"nsubj", "nsubjpass", "dobj"} and any(c.lower_ == "no" and c.dep_ == "det" for c in word.children):
            return "negated"
        if word.lower_ in {"nobody", "none"} and word.dep_ in {"nsubj", "nsubjpass"}:
            return "negated"
    head = token.head
    if token.dep_ == "xcomp" and head.lemma_.lower() in _CUES["failing"]:
        return "negated"
    if token.dep_ == "pobj" and head.lower_ == "without":
        return "negated"
    if token.dep_ == "pobj" and head.lower_ == "of" and any(c.lower_ == "no" for c in head.head.children):
        return "negated"
    return "affirmed"


def local_certainty(token: Token) -> Certainty | None:
    """Return the certainty that the words about the trigger give it, or null where they give none."""
    around = [c for c in token.children] + [token]
    if token.head.i != token.i and token.dep_ in {"nsubjpass", "nsubj", "dobj", "xcomp", "attr", "compound"}:
        around += list(token.head.children)
    if any(c.lower_ in _CUES["alleged"] or c.lemma_.lower() in _CUES["alleged"] for c in around):
        return "alleged"
    previous: Token | None = None
    for governor in _governors(token):
        lemma = governor.lemma_.lower()
        modals = {c.lower_ for c in governor.children if c.dep_ == "aux"}
        if governor.i == token.i or governor.pos_ in {"VERB", "AUX"} and previous is not None and previous.dep_ in DIRECT:
            if modals & _CUES["predicting_modals"]:
                return "feared_predicted"
            if modals & _CUES["possible_modals"]:
                return "hypothetical"
            if any(c.dep_ == "mark" and c.lower_ in {"if", "unless", "whether"} for c in governor.children):
                return "hypothetical"
        if governor.i != token.i and previous is not None:
            infinitive = previous.dep_ in {"xcomp", "acl", "advcl"} and any(c.lower_ == "to" for c in previous.children)
            if lemma == "go" and governor.tag_ == "VBG" and infinitive:
                return "feared_predicted"
            if lemma in _CUES["weighing"] and (infinitive or previous.dep_ in {"dobj", "pobj", "ccomp", "prep", "pcomp"}):
                return "hypothetical"
            if lemma in _CUES["planning"] and (infinitive or previous.dep_ in {"dobj", "pobj", "ccomp", "prep", "pcomp"}):
                return "feared_predicted"
            if lemma in _CUES["demanding"] and (infinitive or previous.dep_ in {"dobj", "pobj", "ccomp", "prep", "pcomp"}):
                return "demanded"
            if lemma in _CUES["estimating"] and previous.dep_ in {"ccomp", "xcomp"}:
                return "estimated"
            if lemma in _CUES["alleging"] and previous.dep_ in {"ccomp", "xcomp", "dobj", "pobj", "prep", "pcomp"}:
                return "alleged"
            if lemma in _CUES["denying"] and previous.dep_ in {"ccomp", "xcomp", "dobj", "pcomp"}:
                return "denied"
        previous = governor
    if token.tag_ == "VB" or token.tag_ == "VBN" and any(c.lower_ == "be" for c in token.children):
        if token.dep_ in {"ROOT", "relcl", "acl"} and any(c.lower_ == "to" for c in token.children):
            return "feared_predicted"
    if any(c.lower_ == "any" and c.dep_ == "det" for c in token.children):
        return "hypothetical"
    if any(c.lower_ in _CUES["probable"] for c in around):
        return "estimated"
    return None
