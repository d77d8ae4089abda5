"""Who a source is: pronouns, "the group", "the source", surnames, led back to the fullest name in the text."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from spacy.tokens import Token

from crossbearing.actors import find_actor
from crossbearing.reading.rules_v1.attribution.called import head_of, holds_name, is_body, is_named, name_of, owner_of
from crossbearing.reading.rules_v1.attribution.lexicon import nouns, tells
from crossbearing.reading.rules_v1.attribution.named import is_state
from crossbearing.reading.rules_v1.attribution.outlets import may_mean
from crossbearing.reading.rules_v1.attribution.phrases import has_to, parts
from crossbearing.reading.rules_v1.attribution.speaking import can_speak
from crossbearing.reading.rules_v1.attribution.text import Range, Text
from crossbearing.reading.rules_v1.lexicon import triggers
from crossbearing.reading.rules_v1.wordclasses import belongs

PERSON_PRONOUNS = frozenset({"he", "she", "him", "her", "his"})
FIRST_PERSON = frozenset({"i", "we", "us", "me"})
"""The speaker himself: the source of the frame around, and no further link."""
GROUP_PRONOUNS = frozenset({"it", "itself", "its"})
PLURAL_PRONOUNS = frozenset({"they", "them", "their"})
EITHER = frozenset({"source", "monitor", "witness", "observer"})
"""Nouns for a person or a body."""
FARTHEST = 200
"""Tokens before "he" in which the text may tell of a person who has not spoken."""
INDEFINITE = frozenset({"someone", "somebody", "anyone", "people", "everyone"})
ASKED = frozenset({"dobj", "pobj", "dative"})
"""What those are to a verb whom somebody calls on to take a stand ("urged the council to condemn the raid")."""
PEOPLE = frozenset({"person", "combatant", "displaced"})
"""Classes of nouns for persons: one of them is "he" or "she"."""
POINTING = frozenset({"the", "this", "that", "these", "those"})
NOT_WATCHING = frozenset({"government", "military", "police", "media", "agency", "official"})
"""Kinds of source that "the group" or "the monitor" does not mean."""


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


class Names:
    """The sources met so far in one text, asked in order of the text."""

    def __init__(self, text: Text) -> None:
        self.text = text
        self.mentions: list[Mention] = []

    def meet(self, part: Range, cue: Token) -> list[Mention]:
        """Return the source at this range with its name resolved; more than one where "they" are several.

        All but who is only called on to take a stand with this cue are remembered: "it" is none of those.
        """
        found = self._resolve(part)
        called_on = has_to(cue) and head_of(self.text, part).dep_ in ASKED
        if not called_on or tells(cue):
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
        elif text.whole[part[0]].lower_ in POINTING and not _is_known(mention.name):
            mention.points = True
            self._point_back(mention)
        return [mention]

    def _has_pointing_body(self, part: Range) -> bool:
        """Whether it is the head or member of a body that is only pointed at: "the head of the London-based group"."""
        bodies = [
            t for t in self.text.whole[part[0] : part[1]] if t.dep_ == "pobj" and t.lemma_.lower() in nouns().groups
        ]
        return bool(bodies) and all(any(c.lower_ in POINTING for c in b.lefts) for b in bodies[:1])

    def _described(self, part: Range) -> Mention:
        """A source taken by its own words."""
        text = self.text
        owner = owner_of(head_of(text, part))
        if owner is not None:
            part = parts(owner, part[0], owner.right_edge.i + 1)[0]
            if text.whole[part[1] - 1].tag_ == "POS":
                part = part[0], part[1] - 1
        head = head_of(text, part)
        one = _one_of(head)
        lemma = (one or head).lemma_.lower()
        name = name_of(text, part)
        named = is_named(text, part)
        people = head.tag_ == "NNPS" and part[1] - part[0] == 1
        plural = people or (head.tag_ == "NNS" and lemma not in nouns().groups and head.lower_ != "media")
        roles = nouns().roles
        of_people = one is not None and lemma not in nouns().groups and belongs(one, PEOPLE)
        person = of_people or lemma in roles or any(
            t.lemma_.lower() in roles for t in text.whole[part[0] : part[1]] if t.head.i == head.i
        )
        if named and (is_body(name, head.text) or is_state(name)):
            person, plural = False, False
        elif named and head.pos_ == "PROPN" and not person:
            person = not (text.whole[part[0]].lower_ == "the" or is_body(name, head.text) or head.is_upper)
        return Mention(part, name, lemma, None if lemma in EITHER else person, plural, named)

    def _pronoun(self, part: Range, head: Token) -> list[Mention]:
        lower = head.lower_
        if lower in FIRST_PERSON:
            return []
        if lower in PERSON_PRONOUNS:
            back = self._last(lambda m: m.person is not False and not m.plural, head.i)
            told = self._told_of(head, back.part[1] if back is not None else 0)
            back = told or back or self._last(lambda m: m.named and not m.plural, head.i)
        elif lower in GROUP_PRONOUNS:
            back = self._last(lambda m: not m.person and not m.plural, head.i)
        elif lower in PLURAL_PRONOUNS:
            near = self._near(head)
            if near:
                return near
            back = self._last(lambda m: m.plural, head.i) or self._last(lambda m: not m.person, head.i)
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

    def _last(self, fits: Callable[[Mention], bool | None], at: int | None = None) -> Mention | None:
        """The last source met that fits; behind a quotation ('"...", they said') nobody in it."""
        return next((m for m in reversed(self.mentions) if fits(m) and not self._is_spoken_of(m, at)), None)

    def _told_of(self, pronoun: Token, since: int) -> Mention | None:
        """The person with a part and a name whom the text told of right before "he": the subject of the last sentence,
        or whoever else is named there where nobody spoke before ("outrage from relief director Rana Odeh"); none who
        was killed.
        """
        low = self.text.sentence(pronoun.i)[0]
        quote = self.text.quote(max(low - 1, 0))
        low = self.text.sentence(max((quote.start if quote is not None else low) - 1, 0))[0]
        low = max(low, pronoun.i - FARTHEST)
        named = [
            token.head if token.dep_ == "appos" else token
            for token in self.text.whole[max(low, since) : pronoun.i]
            if token.pos_ == "PROPN" and _bears_part(token) and self.text.quote(token.i) is None and not _is_dead(token)
        ]
        subjects = [t for t in named if t.dep_ in ("nsubj", "nsubjpass")]
        chosen = subjects or (named if not since else [])
        return self._described(parts(chosen[-1], low, pronoun.i)[0]) if chosen else None

    def _is_spoken_of(self, mention: Mention, at: int | None) -> bool:
        """Whether a source stands in a quotation of the sentence of a token that stands outside it."""
        quote = self.text.quote(mention.part[0])
        if at is None or quote is None or quote is self.text.quote(at):
            return False
        return self.text.number(mention.part[0]) == self.text.number(at)

    def _near(self, pronoun: Token) -> list[Mention]:
        """Whom "they" means in their own sentence: its subject if that is several, else whoever stands nearest
        before.
        """
        low = self.text.sentence(pronoun.i)[0]
        quote = self.text.quote(pronoun.i)
        if quote is not None:
            low = max(low, quote.start)
        # "They" behind a quotation is whoever spoke it, not somebody in it.
        before = [self.text.whole[i] for i in range(low, pronoun.i) if self.text.quote(i) is quote]
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
                and holds_name(mention.name, own)
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
        if bare and mention.head in known.watching and not (back is not None and back.named):
            named = self._last(lambda m: m.named and not self._is_person(m) and _kind(m.name) not in NOT_WATCHING)
            if named is not None and (back is None or self.mentions.index(named) > self.mentions.index(back)):
                mention.name, mention.named, mention.via = named.name, named.named, named.via
                return
        called_so = back is not None and back.head == mention.head and not back.plural
        unknown = back is not None and back.points and back.name.lower() == mention.name.lower()
        outlet = self._outlet(mention.head) if bare and (unknown or not called_so) else None
        if outlet is not None:
            mention.name, mention.named = outlet.name, outlet.named
            return
        if back is not None:
            mention.via = back.via
            if bare or own <= set(back.name.lower().replace(",", "").split()):
                mention.name, mention.named, mention.person = back.name, back.named, back.person
            return

    def _is_person(self, mention: Mention) -> bool:
        """Whether a name is a person's, also the short one of a person who was named in full before."""
        return mention.person or any(m.person and holds_name(m.name, mention.name.split()) for m in self.mentions)

    def _outlet(self, noun: str) -> Mention | None:
        """The last outlet met that a noun for one may mean, also one that was only spoken to; asked where nobody spoke
        who was called by that very noun ("a local station").
        """
        for met in reversed(self.mentions):
            if met.via is not None and may_mean(noun, met.via):
                return replace(met, name=met.via, named=True)
            if not met.plural and may_mean(noun, met.name):
                return met
        return None


def _one_of(head: Token) -> Token | None:
    """Those of whom one speaks: the guards in "one of the guards"; null for none."""
    behind = (g for c in head.children if c.lower_ == "of" and head.lower_ == "one" for g in c.children)
    return next((noun for noun in behind if noun.tag_ == "NNS"), None)


def _bears_part(name: Token) -> bool:
    """Whether a name is borne with a part in the singular right before it ("relief director Rana Odeh")."""
    around = [name.head, *name.children] if name.dep_ == "appos" else list(name.children)
    return any(t.dep_ != "appos" and t.i < name.i and t.lower_ in nouns().roles for t in around)


def _joined(head: Token) -> bool:
    return any(c.dep_ == "conj" for c in head.children)


def _kind(name: str) -> str | None:
    actor = find_actor(name)
    return actor.kind if actor else None


def _is_known(name: str) -> bool:
    """Whether the tables know who bears a name ("the Observatory"), so that it points to nobody else."""
    actor = find_actor(name)
    return actor is not None and not actor.generic


def _same_role(lemma: str, name: str) -> bool:
    stem = lemma.replace("woman", "").replace("person", "").replace("man", "")
    return len(stem) > 4 and stem in name.lower()


def _is_dead(name: Token) -> bool:
    """Whether a verb tells that whom the name stands for was killed or died: they say no more."""
    token = name.head if name.dep_ in {"compound", "appos"} else name
    killing = [t for t in triggers().get(token.head.lower_, ()) if t.kind == "killing" and t.part == "verbs"]
    harmed = {"nsubj"} if any(t.entry.patient == "subject" for t in killing) else {"dobj", "nsubjpass"}
    return bool(killing) and token.dep_ in harmed
