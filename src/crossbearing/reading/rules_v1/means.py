"""Decides the kind of a general word for violence ("attack", "raid", "bombing") by the means named around it."""

from spacy.tokens import Token

from crossbearing.reading.rules_v1.lexicon import deed_words, means
from crossbearing.reading.rules_v1.wordclasses import belongs

NEAREST, FARTHEST = 4, 14
"""Words on either side that are looked at: a means within the first bound beats one beyond it."""


def _own_words(token: Token) -> set[int]:
    """Indices of the word's own modifiers and of the arguments of the verb it hangs on."""
    own = {t.i for t in token.subtree}
    if token.head.i != token.i and token.dep_ in {"dobj", "nsubj", "nsubjpass", "pobj", "conj", "compound"}:
        own |= {c.i for c in token.head.children}
    return own


def kind_by_means(token: Token, default: str) -> str:
    """Return the kind of event for a word of violence: the most specific means among its own words, else the nearest in
    its sentence, else `default`.
    """
    known = means()
    sentence = token.sent
    own = _own_words(token)
    found: list[tuple[int, int, str]] = []
    for other in sentence:
        if other.i == token.i:
            continue
        hit = known.get(other.lemma_.lower()) or known.get(other.lower_)
        if hit is None:
            continue
        kind, rank = hit
        if other.lemma_.lower() == "bomb" and other.i and other.nbor(-1).lower_ in {"barrel", "cluster", "gravity"}:
            continue
        if other.i == token.i - 1 and _is_in(other, "bombings") and _is_in(token, "raids"):
            continue  # "bombing raids" are from the air
        if _is_of_target(other, token):
            continue
        distance = abs(other.i - token.i)
        if distance > FARTHEST:
            continue
        tier = 0 if other.i in own and distance <= NEAREST else 1 if other.i in own or distance <= NEAREST else 2
        if tier == 2 and kind == "ground_operation":
            continue
        found.append((tier, rank, kind))
    return min(found)[2] if found else default


def _is_of_target(word: Token, deed: Token) -> bool:
    """Whether a word only names what was hit: the truck of "attacked a truck", the air of "a raid on an air base"."""
    if not belongs(word, HIT):
        return False
    verb = deed.head if deed.dep_ == "nsubj" else deed
    return any(
        (t.dep_ == "dobj" and t.head == verb) or (t.dep_ == "pobj" and t.head.lower_ in ON and t.head.head == deed)
        for t in (word, *word.ancestors)
    )


HIT = frozenset({"vehicle", "aerial"})
"""Classes of words for means that are hit themselves."""
ON = frozenset({"on", "against", "at"})
"""Prepositions before what a deed is aimed at."""


def _is_in(word: Token, use: str) -> bool:
    return word.lemma_.lower() in deed_words()[use]
