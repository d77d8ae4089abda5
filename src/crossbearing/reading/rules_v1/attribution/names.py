"""Who a source is: pronouns, "the group", "the source", surnames, led back to the fullest name in the text."""

from dataclasses import dataclass

from spacy.tokens import Token

from crossbearing.actors import find_actor
from crossbearing.reading.rules_v1.attribution.lexicon import nouns
from crossbearing.reading.rules_v1.attribution.text import Range, Text

PERSON_PRONOUNS = frozenset({"he", "she", "him", "her"})
GROUP_PRONOUNS = frozenset({"it", "itself"})
PLURAL_PRONOUNS = frozenset({"they", "them", "these", "those"})
FIRST_PERSON = frozenset({"i", "we", "us", "me"})
POINTING = frozenset({"the", "this", "that", "these", "those"})
LONGEST_NAME = 12
"""Words beyond which a description is no name any more."""


@dataclass(slots=True)
class Mention:
    """A source as the text names it at one place, and the name it stands for."""

    part: Range
    name: str
    head: str
    person: bool
    plural: bool
    named: bool
    points: bool
    via: Range | None = None


def head_of(text: Text, part: Range) -> Token:
    """The token of a range on which all others hang."""
    for i in range(*part):
        token = text.doc[i]
        if not part[0] <= token.head.i < part[1] or token.head.i == token.i:
            return token
    return text.doc[part[1] - 1]


def name_of(text: Text, part: Range) -> str:
    """The words of a source as a name: without relative clause if it is named, without "the" before a proper name, not too long."""
    head = head_of(text, part)
    start, end = part
    named = is_named(text, part)
    for child in head.children:
        if named and child.i > head.i and child.dep_ == "relcl" and start < child.left_edge.i < end:
            end = child.left_edge.i
    start, end = text.trim((start, end))
    while end - start > 1 and text.doc[end - 1].lower_ in ("who", "which", "that", "and", "also"):
        start, end = text.trim((start, end - 1))
    while start < end - 1 and text.doc[start].lower_ in ("but", "and", "meanwhile", "however", "also", "while", '"'):
        start += 1
    if named and text.doc[start].lower_ in ("the",) and end - start > 1 and head.pos_ == "PROPN":
        start += 1
    while end - start > 1 and len([i for i in range(start, end) if text.doc[i].is_alpha]) > LONGEST_NAME:
        end -= 1
    return text.words((start, end)) if start < end else ""


def is_named(text: Text, part: Range) -> bool:
    """Whether a proper name stands in it that is not merely an adjective or a place behind a preposition."""
    head = head_of(text, part)
    if head.pos_ == "PROPN":
        return True
    for i in range(*part):
        token = text.doc[i]
        if token.pos_ == "PROPN" and token.dep_ in ("appos", "nmod") or (token.pos_ == "PROPN" and token.dep_ == "compound" and token.head.i == head.i and head.lemma_.lower() in nouns().groups):
            return True
    return False


class Names:
    """The sources met so far in one text, asked in order of the text."""

    def __init__(self, text: Text) -> None:
        self.text = text
        self.mentions: list[Mention] = []

    def meet(self, part: Range) -> Mention:
        """Return the source at this range with its name resolved, and remember it."""
        mention = self._resolve(part)
        self.mentions.append(mention)
        return mention

    def _resolve(self, part: Range) -> Mention:
        text = self.text
        head = head_of(text, part)
        lower, lemma = head.lower_, head.lemma_.lower()
        plural = head.tag_ in ("NNS", "NNPS") or lower in PLURAL_PRONOUNS or lower in ("people", "police")
        single = part[1] - part[0] == 1
        if single and head.pos_ == "PRON":
            return self._pronoun(part, head, plural)
        name = name_of(text, part)
        named = is_named(text, part)
        person = lemma in nouns().roles or (head.pos_ == "PROPN" and lemma not in nouns().groups and find_actor(name) is None)
        mention = Mention(part, name, lemma, person, plural, named, False)
        if head.pos_ == "PROPN":
            fuller = self._fuller(name)
            if fuller is not None:
                mention.name, mention.named = fuller.name, True
            return mention
        if text.doc[part[0]].lower_ in POINTING and not named:
            mention.points = True
            back = self._pointed(lemma, part)
            if back is not None:
                mention.name, mention.named, mention.person, mention.via = back.name, back.named, back.person, back.via
        return mention

    def _pronoun(self, part: Range, head: Token, plural: bool) -> Mention:
        lower = head.lower_
        pool = reversed(self.mentions)
        if lower in PERSON_PRONOUNS:
            back = next((m for m in pool if not m.plural and (m.person or m.named)), None)
        elif lower in GROUP_PRONOUNS:
            back = next((m for m in pool if not m.person and not m.plural), None)
        elif lower in PLURAL_PRONOUNS:
            back = next((m for m in pool if m.plural), None) or next((m for m in reversed(self.mentions) if not m.person), None)
        else:
            back = None
        if back is None:
            return Mention(part, self.text.words(part), lower, lower in PERSON_PRONOUNS, plural, False, True)
        return Mention(part, back.name, back.head, back.person, back.plural, back.named, True, back.via)

    def _fuller(self, name: str) -> Mention | None:
        """The longest name met so far that holds all words of this one."""
        words = set(name.lower().split())
        best: Mention | None = None
        for mention in self.mentions:
            if mention.named and words < set(mention.name.lower().replace(",", "").split()) and (best is None or len(mention.name) > len(best.name)):
                best = mention
        return best

    def _pointed(self, lemma: str, part: Range) -> Mention | None:
        """Whom "the spokesman", "the group", "the source" points back to."""
        known = nouns()
        for mention in reversed(self.mentions):
            if mention.head == lemma:
                return mention
        for mention in reversed(self.mentions):
            words = {w.rstrip("s") for w in mention.name.lower().replace(",", "").split()}
            if lemma in words or (lemma in known.roles and mention.person and _same_role(lemma, mention.name)):
                return mention
        return None


def _same_role(lemma: str, name: str) -> bool:
    stem = lemma.replace("woman", "").replace("person", "").replace("man", "")
    return len(stem) > 4 and stem in name.lower()
