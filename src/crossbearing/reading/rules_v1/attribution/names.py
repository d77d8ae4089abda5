"""Who a source is: pronouns, "the group", "the source", surnames, led back to the fullest name in the text."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from spacy.tokens import Token

from crossbearing.actors import find_actor
from crossbearing.actors.names import key
from crossbearing.reading.rules_v1.attribution.lexicon import channels, lemma_of, nouns, verbs, words
from crossbearing.reading.rules_v1.attribution.phrases import parts
from crossbearing.reading.rules_v1.attribution.speaking import can_speak
from crossbearing.reading.rules_v1.attribution.text import Range, Text

PERSON_PRONOUNS = frozenset({"he", "she", "him", "her"})
FIRST_PERSON = frozenset({"i", "we", "us", "me"})
"""The speaker himself: the source of the frame around, and no further link."""
GROUP_PRONOUNS = frozenset({"it", "itself"})
PLURAL_PRONOUNS = frozenset({"they", "them"})
EITHER = frozenset({"source", "monitor", "witness", "observer"})
"""Nouns for a person or a body."""
INDEFINITE = frozenset({"someone", "somebody", "anyone", "people", "everyone"})
POINTING = frozenset({"the", "this", "that", "these", "those"})
NOT_WATCHING = frozenset({"government", "military", "police", "media", "agency", "official"})
"""Kinds of source that "the group" or "the monitor" does not mean."""
LONGEST_NAME = 12
"""Words beyond which a description is no name any more."""


@dataclass(slots=True)
class Mention:
    """A source as the text names it at one place, and the name it stands for. `via` is the outlet it spoke to, as a
    name. `person` is null where it may be "he" and "it" ("a source").
    """

    part: Range
    name: str
    head: str
    person: bool | None
    plural: bool
    named: bool
    points: bool = False
    via: str | None = None


def head_of(text: Text, part: Range) -> Token:
    """The token of a range on which all others hang."""
    for i in range(*part):
        token = text.doc[i]
        if not part[0] <= token.head.i < part[1] or token.head.i == token.i:
            return token
    return text.doc[part[1] - 1]


def name_of(text: Text, part: Range) -> str:
    """The words of a source as a name: no relative clause if it is named, no "the" before a proper name, nothing of
    how it spoke.
    """
    head = head_of(text, part)
    named = is_named(text, part)
    start, end = part
    for i in range(start + 1, end):
        token = text.doc[i]
        relative = token.lower_ in ("who", "which", "that", "whose", "whom") and token.text != "WHO"
        spoke = token.pos_ == "ADP" and any(
            c.dep_ == "pobj" and c.lemma_.lower() in channels().nouns for c in token.children
        )
        told = relative and (named or token.lower_ == "which" or (i + 1 < end and lemma_of(text.doc[i + 1]) in verbs()))
        if i > head.i and (told or (spoke and token.head.i == head.i)):
            end = i
            break
    start, end = text.trim((start, end))
    while end - start > 1 and (
        (text.doc[end - 1].lower_ in words().trailing and text.doc[end - 1].text != "WHO")
        or text.doc[end - 1].tag_ == "RB"
    ):
        start, end = text.trim((start, end - 1))
    if end - start > 2 and text.doc[end - 2].lower_ == "on" and text.doc[end - 1].lower_ in words().days:
        end -= 2
    while start < end - 1 and (text.doc[start].lower_ in words().leading or text.doc[start].lower_ in words().days):
        start += 1
    if named and text.doc[start].lower_ == "the" and end - start > 1 and head.pos_ == "PROPN":
        start += 1
    while end - start > 1 and sum(text.doc[i].text[0].isalnum() for i in range(start, end)) > LONGEST_NAME:
        end -= 1
    return text.words((start, end)).strip(" \"“”'()") if start < end else ""


def is_named(text: Text, part: Range) -> bool:
    """Whether a proper name stands in it, not merely as an adjective, an owner or a place behind a preposition."""
    head = head_of(text, part)
    if head.pos_ == "PROPN":
        return True
    return any(
        token.pos_ == "PROPN"
        and (token.dep_ in ("appos", "nmod") or (token.dep_ == "compound" and token.head.i == head.i))
        for token in text.doc[part[0] : part[1]]
    )


class Names:
    """The sources met so far in one text, asked in order of the text."""

    def __init__(self, text: Text) -> None:
        self.text = text
        self.mentions: list[Mention] = []

    def meet(self, part: Range) -> list[Mention]:
        """Return the source at this range with its name resolved, and remember it; more than one where "they" are
        several.
        """
        found = self._resolve(part)
        self.mentions += found
        return found

    def _resolve(self, part: Range) -> list[Mention]:
        text = self.text
        head = head_of(text, part)
        if part[1] - part[0] == 1 and head.pos_ == "PRON" and not (head.is_upper and len(head) > 1):
            return self._pronoun(part, head)
        mention = self._described(part)
        if head.pos_ == "PROPN" or mention.named:
            fuller = self._fuller(mention.name)
            if fuller is not None:
                mention.name, mention.person, mention.head = fuller.name, fuller.person, fuller.head
        elif text.doc[part[0]].lower_ in POINTING:
            mention.points = True
            self._point_back(mention)
        return [mention]

    def _has_pointing_body(self, part: Range) -> bool:
        """Whether it is the head or member of a body that is only pointed at: "the head of the London-based group"."""
        bodies = [
            t for t in self.text.doc[part[0] : part[1]] if t.dep_ == "pobj" and t.lemma_.lower() in nouns().groups
        ]
        return bool(bodies) and all(any(c.lower_ in POINTING for c in b.lefts) for b in bodies[:1])

    def _described(self, part: Range) -> Mention:
        """A source taken by its own words."""
        text = self.text
        owner = _owner(head_of(text, part))
        if owner is not None:
            part = parts(owner, part[0], owner.right_edge.i + 1)[0]
            if text.doc[part[1] - 1].tag_ == "POS":
                part = part[0], part[1] - 1
        head = head_of(text, part)
        lemma = head.lemma_.lower()
        name = name_of(text, part)
        named = is_named(text, part)
        plural = head.tag_ == "NNS" and lemma not in nouns().groups and head.lower_ != "media"
        roles = nouns().roles
        person = lemma in roles or any(
            t.lemma_.lower() in roles for t in text.doc[part[0] : part[1]] if t.head.i == head.i
        )
        if named and head.pos_ == "PROPN" and not person:
            person = not (text.doc[part[0]].lower_ == "the" or _is_body(name, head.text) or head.is_upper)
        return Mention(part, name, lemma, None if lemma in EITHER else person, plural, named)

    def _pronoun(self, part: Range, head: Token) -> list[Mention]:
        lower = head.lower_
        if lower in FIRST_PERSON:
            return []
        if lower in PERSON_PRONOUNS:
            back = self._last(lambda m: m.person is not False and not m.plural) or self._last(
                lambda m: m.named and not m.plural
            )
        elif lower in GROUP_PRONOUNS:
            back = self._last(lambda m: not m.person and not m.plural)
        elif lower in PLURAL_PRONOUNS:
            near = self._near(head)
            if near:
                return near
            back = self._last(lambda m: m.plural) or self._last(lambda m: not m.person)
        else:
            back = None
        if back is None:
            return [
                Mention(
                    part=part,
                    name=self.text.words(part),
                    head=lower,
                    person=lower in PERSON_PRONOUNS,
                    plural=lower in PLURAL_PRONOUNS,
                    named=False,
                    points=True,
                )
            ]
        return [replace(back, part=part, points=True)]

    def _last(self, fits: Callable[[Mention], bool | None]) -> Mention | None:
        return next((m for m in reversed(self.mentions) if fits(m)), None)

    def _near(self, pronoun: Token) -> list[Mention]:
        """Whom "they" means in their own sentence: its subject if that is several, else whoever stands nearest
        before.
        """
        low = self.text.sentence(pronoun.i)[0]
        quote = self.text.quote(pronoun.i)
        if quote is not None:
            low = max(low, quote.start)
        before = [self.text.doc[i] for i in range(low, pronoun.i)]
        people = [t for t in before if t.pos_ in ("NOUN", "PROPN") or t.lower_ in INDEFINITE]
        subjects = [
            t
            for t in people
            if t.dep_ in ("nsubj", "nsubjpass") and can_speak(t) and (t.tag_ in ("NNS", "NNPS") or _joined(t))
        ]
        others = [
            t
            for t in people
            if t.lower_ in INDEFINITE or (t.tag_ == "NNS" and t.dep_ in ("dobj", "pobj") and can_speak(t))
        ]
        chosen = subjects[-1:] or others[-1:]
        return [self._described(p) for head in chosen for p in parts(head, low, pronoun.i)]

    def _fuller(self, name: str) -> Mention | None:
        """The longest name met so far in which this one stands as the proper name itself."""
        own = name.split()
        actor = find_actor(name)
        if actor is not None and not actor.generic:
            return None
        best: Mention | None = None
        for mention in self.mentions:
            if (
                len(mention.name) > len(name)
                and _holds_name(mention.name, own)
                and (best is None or len(mention.name) > len(best.name))
            ):
                best = mention
        return best

    def _point_back(self, mention: Mention) -> None:
        """Lead "the spokesman", "the group", "the source" back; one with words of its own keeps them, and only its
        outlet is carried.
        """
        known = nouns()
        own = {w for w in mention.name.lower().split() if w not in POINTING}
        bare = len(own) == 1
        back = self._last(lambda m: m.head == mention.head)
        if back is None and mention.head in known.roles:
            back = self._last(lambda m: bool(m.person) and _same_role(mention.head, m.name))
        if back is not None and back.named and back.person and self._has_pointing_body(mention.part):
            bare = True
        if back is not None:
            mention.via = back.via
            if bare or own <= set(back.name.lower().replace(",", "").split()):
                mention.name, mention.named, mention.person = back.name, back.named, back.person
            return
        if bare and mention.head in known.watching:
            back = self._last(lambda m: not m.person and m.named and _kind(m.name) not in NOT_WATCHING)
            if back is not None:
                mention.name, mention.named, mention.via = back.name, back.named, back.via


def _owner(head: Token) -> Token | None:
    """The owner of an account or a statement: its source is he, not the paper."""
    if head.lemma_.lower() not in nouns().words_of_someone:
        return None
    return next((c for c in head.children if c.dep_ == "poss" and c.pos_ in ("NOUN", "PROPN") and can_speak(c)), None)


def _joined(head: Token) -> bool:
    return any(c.dep_ == "conj" for c in head.children)


def _is_body(name: str, last: str) -> bool:
    """Whether a proper name is that of a body: it is one of the names of a known actor, or its last word names one."""
    actor = find_actor(name)
    own = {key(alias) for alias in (actor.name, *actor.aliases)} if actor is not None and not actor.generic else set()
    ends = find_actor(last)
    return key(name) in own or (ends is not None and not ends.generic) or last.lower() in nouns().groups


def _kind(name: str) -> str | None:
    actor = find_actor(name)
    return actor.kind if actor else None


def _holds_name(longer: str, words: list[str]) -> bool:
    """Whether the words stand in a longer name as a name: not behind a preposition, not as an owner, not before more
    of a name.

    >>> _holds_name("Rana Odeh, Northern Relief's researcher for Syria", ["Odeh"])
    True
    >>> _holds_name("Rana Odeh, Northern Relief's researcher for Syria", ["Syria"])
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


def _same_role(lemma: str, name: str) -> bool:
    stem = lemma.replace("woman", "").replace("person", "").replace("man", "")
    return len(stem) > 4 and stem in name.lower()
