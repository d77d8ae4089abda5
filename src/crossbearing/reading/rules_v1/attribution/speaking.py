"""Which nouns can be a source: people, bodies, documents."""

from functools import lru_cache

from spacy.tokens import Doc, Token

from crossbearing.actors import find_actor
from crossbearing.language import written_words
from crossbearing.reading.rules_v1.attribution.lexicon import nouns, words
from crossbearing.reading.rules_v1.lexicon import certainty_words

SHORTEST_AGENT = 5
"""Letters above which an ending such as "-er" may make a doer."""
LONGEST_ACRONYM = 6
"""Letters up to which a word in capitals is taken for the short name of a body."""


@lru_cache(maxsize=1 << 14)
def noun_speaks(lemma: str) -> bool:
    """Whether a common noun names someone who can speak, or a document that can tell.

    >>> noun_speaks("spokesman"), noun_speaks("report"), noun_speaks("attack")
    (True, True, False)
    """
    known = nouns()
    if lemma in known.roles or lemma in known.groups or lemma in known.documents or lemma in known.people:
        return True
    actor = find_actor(lemma)
    if actor is not None and actor.generic:  # a name has capitals: a car is not the CAR
        return True
    return lemma.endswith(known.agentive) and lemma not in known.no_agents and len(lemma) > SHORTEST_AGENT


def is_acronym(token: Token) -> bool:
    """Whether it is written like the short name of a body ("MSF"), whatever the parser takes it for."""
    return token.is_upper and token.is_alpha and 2 <= len(token) <= LONGEST_ACRONYM and token.pos_ != "PRON"


PLACE = "PLACE"
"""The label of the places among the entities of a parse."""


def is_place(token: Token) -> bool:
    """Whether a token belongs to a name that the parse marks as a place, not as the government that sits there."""
    return token.ent_type_ == PLACE


NAMES = "names"
"""Where a parse keeps the words that it takes for names."""


def _is_name(token: Token) -> bool:
    """Whether a word that the parse takes for a common noun is a name elsewhere in its text, and never a plain word."""
    if not token.is_title:
        return False
    known = token.doc.user_data.get(NAMES)
    if known is None:
        known = token.doc.user_data[NAMES] = _names(token.doc)
    return token.text in known


def _names(doc: Doc) -> frozenset[str]:
    written = written_words(doc, "ORTH")
    name, parts = doc.vocab.strings["PROPN"], doc.to_array(["POS"]).tolist()
    plain = {word for word in written if word.islower()}
    named = {word for word, part in zip(written, parts, strict=True) if part == name and word.istitle()}
    return frozenset(word for word in named if word.lower() not in plain)


def is_date(token: Token) -> bool:
    """Whether a token is a day, a month or a number in digits: never someone who speaks."""
    return token.is_digit or token.lower_ in words().days or (token.is_title and token.lower_ in words().months)


def is_nobody(first: Token) -> bool:
    """Whether the first word of a source tells that nobody is meant ("no official", "neither side")."""
    return first.lower_ == "no" or first.lower_ in certainty_words().nobody


def can_speak(token: Token) -> bool:
    """Whether the head of a noun phrase can be a source."""
    if token.text == "WHO" or is_acronym(token):
        return True
    if token.pos_ == "PRON":
        return token.lower_ in words().speaking_pronouns
    if token.pos_ == "PROPN" and (token.text[0].isupper() or token.lower_ in ("al", "el")):
        return token.lower_ not in words().days and token.lower_ not in words().months
    if token.pos_ == "NUM" and token.dep_ == "nsubj" and not token.is_digit:
        return True
    if token.lower_ in words().speaking_pronouns and token.pos_ in ("NOUN", "ADJ"):
        return True
    if token.pos_ in ("NOUN", "PROPN", "ADJ", "NUM", "VERB"):
        return noun_speaks(token.lemma_.lower()) or noun_speaks(token.lower_) or _is_name(token)
    return False
