"""A reporting verb where it stands, with all that the rules ask of it."""

from typing import NamedTuple

from spacy.tokens import Token

from crossbearing.reading.rules_v1.attribution.lexicon import STAND, Cue, lemma_of, nouns, particles, verbs, words
from crossbearing.reading.rules_v1.attribution.phrases import cue_extent
from crossbearing.reading.rules_v1.attribution.text import Range, Text

PERCEIVING = frozenset({"hearing", "seeing", "witnessing"})
"""Forms of verbs of perception behind "report"."""


class Site(NamedTuple):
    """A verb, its sentence from `low` to `high` (within its quotation, if it stands in one), and what it may take."""

    text: Text
    verb: Token
    takes: dict[str, Cue]
    cue: Range
    low: int
    high: int

    @property
    def bounds(self) -> Range:
        """The stretch in which its source and content are sought."""
        return self.low, self.high


def site_of(text: Text, verb: Token) -> Site | None:
    """Return the site of a verb that is in the tables, with its particle if it is written with one; else null.

    The words "as saying" have none of their own: who is quoted so is found with "quoted".
    """
    lemma = lemma_of(verb)
    if lemma == "state" and verb.i + 1 < len(verb.doc) and verb.nbor().lower_ in words().press:
        return None
    if verb.tag_ == "VBG" and lemma == "say" and verb.i and verb.nbor(-1).lower_ == "as":
        return None
    own = particles().get(lemma, ())
    particle = next((c for c in verb.children if c.i > verb.i and c.lower_ in own), None) if own else None
    if own and particle is None:  # "held the army responsible"
        inner = (g for c in verb.children if c.dep_ in ("dobj", "ccomp", "advmod") for g in c.children)
        particle = next((g for g in inner if g.dep_ in ("amod", "acomp", "conj") and g.lower_ in own), None)
    takes = verbs().get(f"{lemma} {particle.lower_}" if particle is not None else lemma, {})
    about = any(c.lower_ == "about" and c.dep_ == "prep" for c in verb.rights)
    if about and lemma not in words().moving:
        takes = {"about": STAND, **takes}
    if not takes:
        return None
    low, high = text.reach(verb.i)
    start, end = cue_extent(verb, particle)
    return Site(text, verb, takes, (max(start, low), min(end, high)), low, high)


def is_unsaid(site: Site) -> bool:
    """Whether nothing is said ("no one would say", "did not say", "said nothing"); who does not deny, or finds that
    not, takes a stand.
    """
    children = list(site.verb.children)
    modal = any(c.dep_ == "aux" and c.tag_ == "MD" and c.lower_ not in ("will", "'ll", "’ll") for c in children)
    negated = any(c.dep_ == "neg" or (c.dep_ == "dobj" and c.lower_ == "nothing") for c in children)
    stands = any(cue.force in ("deny", "show") and cue.carries == "claims" for cue in site.takes.values())
    without = site.verb.i > 0 and site.verb.tag_ == "VBG" and site.verb.nbor(-1).lower_ == "without"
    return modal or without or (negated and not stands)


def is_infinitive(token: Token) -> bool:
    """Whether a noun is in truth a reporting verb behind "to": "went on to state that"."""
    if token.pos_ != "NOUN" or not token.i or token.nbor(-1).tag_ != "TO":
        return False
    return any(c.dep_ == "ccomp" for c in token.children)


def is_mistaken(token: Token) -> bool:
    """Whether a noun is in truth a reporting verb: "as eyewitnesses report hearing gunfire"."""
    return (
        token.pos_ == "NOUN"
        and token.lower_ in ("report", "reports")
        and 0 < token.i < len(token.doc) - 1
        and token.nbor().lower_ in PERCEIVING
        and token.nbor(-1).pos_ in ("NOUN", "PROPN")
    )


def is_document(noun: Token) -> bool:
    """Whether a noun names something that shows or tells: a picture, a study, a poll."""
    lemma = noun.lemma_.lower()
    return lemma in nouns().pictures or lemma in nouns().documents
