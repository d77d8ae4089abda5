"""A source by its own words: its head, the name they make, whether it is a body's, whose words they are."""

from spacy.tokens import Token

from crossbearing.actors import find_actor
from crossbearing.actors.names import key
from crossbearing.reading.rules_v1.attribution.lexicon import channels, lemma_of, nouns, verbs, words
from crossbearing.reading.rules_v1.attribution.speaking import can_speak
from crossbearing.reading.rules_v1.attribution.text import Range, Text

LONGEST_NAME = 12
"""Words beyond which a description is no name any more."""


def head_of(text: Text, part: Range) -> Token:
    """The token of a range on which all others hang."""
    heads = [t for t in text.whole[part[0] : part[1]] if not part[0] <= t.head.i < part[1] or t.head.i == t.i]
    nominal = (t for t in heads if t.pos_ not in ("DET", "ADP", "PUNCT"))
    return next(nominal, heads[0] if heads else text.whole[part[1] - 1])


def name_of(text: Text, part: Range) -> str:
    """The words of a source as a name: no relative clause if it is named, no "the" before a proper name, nothing of
    how it spoke.
    """
    head = head_of(text, part)
    named = is_named(text, part)
    start, end = part
    for i in range(start + 1, end):
        token = text.whole[i]
        relative = token.lower_ in ("who", "which", "that", "whose", "whom") and token.text != "WHO"
        spoke = token.pos_ == "ADP" and any(
            c.dep_ == "pobj" and c.lemma_.lower() in channels().nouns for c in token.children
        )
        tells = i + 1 < end and lemma_of(text.whole[i + 1]) in verbs()
        told = relative and (named or token.lower_ == "which" or tells)
        if named and token.lower_ in ("a", "an") and is_body(text.words((start, i)), text.whole[i - 1].text):
            end = i
            break
        if i > head.i and (told or (spoke and token.head.i == head.i)):
            end = i
            break
    start, end = text.trim((start, end))
    while end - start > 1 and (
        (text.whole[end - 1].lower_ in words().trailing and text.whole[end - 1].text != "WHO")
        or text.whole[end - 1].tag_ == "RB"
    ):
        start, end = text.trim((start, end - 1))
    if end - start > 2 and text.whole[end - 2].lower_ == "on" and text.whole[end - 1].lower_ in words().days:
        end -= 2
    while start < end - 1 and (text.whole[start].lower_ in words().leading or text.whole[start].lower_ in words().days):
        start += 1
    if named and text.whole[start].lower_ == "the" and end - start > 1 and head.pos_ == "PROPN":
        start += 1
    while end - start > 1 and sum(text.whole[i].text[0].isalnum() for i in range(start, end)) > LONGEST_NAME:
        end -= 1
    name = text.words((start, end)).strip(" \"“”'") if start < end else ""
    return name if name.count("(") == name.count(")") else name.partition("(")[0].strip(" ()")


def is_named(text: Text, part: Range) -> bool:
    """Whether a proper name stands in it, not merely as an adjective, an owner or a place behind a preposition."""
    head = head_of(text, part)
    if head.pos_ == "PROPN":
        return True
    return any(
        token.pos_ == "PROPN"
        and (token.dep_ in ("appos", "nmod") or (token.dep_ == "compound" and token.head.i == head.i))
        for token in text.whole[part[0] : part[1]]
    )


def owner_of(head: Token) -> Token | None:
    """The owner of an account or a statement: its source is he, not the paper."""
    if head.lemma_.lower() not in nouns().words_of_someone:
        return None
    return next((c for c in head.children if c.dep_ == "poss" and c.pos_ in ("NOUN", "PROPN") and can_speak(c)), None)


def is_body(name: str, last: str) -> bool:
    """Whether a proper name is that of a body: it is one of the names of a known actor, or its last word names one."""
    name = name.partition(" (")[0]
    actor = find_actor(name)
    own = {key(alias) for alias in (actor.name, *actor.aliases)} if actor is not None and not actor.generic else set()
    ends = find_actor(last)
    return key(name) in own or (ends is not None and not ends.generic) or last.lower() in nouns().groups


def holds_name(longer: str, words: list[str]) -> bool:
    """Whether the words stand in a longer name as a name: not behind a preposition, not as an owner, not before more
    of a name.

    >>> holds_name("Rana Odeh, Northern Relief's researcher for Syria", ["Odeh"])
    True
    >>> holds_name("Rana Odeh, Northern Relief's researcher for Syria", ["Syria"])
    False
    """
    tokens = longer.split()
    for at in range(len(tokens) - len(words) + 1):
        if [t.rstrip(",") for t in tokens[at : at + len(words)]] != words:
            continue
        last = tokens[at + len(words) - 1]
        after = tokens[at + len(words)] if at + len(words) < len(tokens) else ""
        before = tokens[at - 1].lower() if at else ""
        if before in ("in", "of", "for", "from", "at", "the", "to", "with", "by", "near"):
            continue
        if last.endswith(",") or not after or after[0].islower() or after.startswith(("The", "(")):
            return True
    return False
