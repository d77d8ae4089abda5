"""Noun phrases of unparsed Arabic, and the stretches of a clause behind a word: whom, with which preposition."""

from collections.abc import Mapping
from functools import cache

import msgspec

from crossbearing.reading.rules_v1.arabic.affixes import is_verbal_noun
from crossbearing.reading.rules_v1.arabic.data import listed
from crossbearing.reading.rules_v1.arabic.data import phrases as listed_phrases
from crossbearing.reading.rules_v1.arabic.lexicon import (
    class_of,
    heads,
    light_verbs,
    other_verbs,
    relays,
    sayings,
    stems,
    taken_apart,
    triggers,
    undergoing_verbs,
)
from crossbearing.reading.rules_v1.arabic.numbers import Number
from crossbearing.reading.rules_v1.arabic.text import QUIET, Text

RELATIVE = frozenset({"التي", "الذي", "الذين", "اللذين", "اللتين", "اللواتي", "ما", "مما", "ان", "بان"})
LONGEST = 12
"""Words that a noun phrase may have."""
PERSONS = frozenset({"people", "armed"})
"""Classes of nouns whose plural may end in "un" and "in"."""
NISBA = ("ي", "يه", "يين", "يون", "يا")
"""Endings of adjectives that are made of a noun."""


def names_happening(word: str) -> bool:
    """Whether a normalised word is a noun of a happening, not of those whom one befell."""
    return any(t.part == "nouns" and not t.entry.toll for t in triggers().get(word, ()))


@cache
def with_pronoun() -> frozenset[str]:
    """Return the prepositions with a pronoun written behind them, which govern nothing more ("in it", "among them")."""
    pronouns = listed("affixes", "object_pronouns")
    return frozenset(word + pronoun for word in listed("phrases", "taking_pronouns") for pronoun in pronouns)


def is_that(word: str) -> bool:
    """Whether a normalised word joins what is said to a verb of saying ("that", "that he")."""
    pronouns = ("", *listed("reporting", "that_pronouns"))
    return any(word == that + pronoun for that in listed("reporting", "that") for pronoun in pronouns)


class Chunk(msgspec.Struct, frozen=True):
    """A noun phrase, words [first, last), with the preposition before it, empty for none."""

    preposition: str
    first: int
    last: int


class Phrases:
    """Cuts clauses into noun phrases.

    `names` are known names (first word -> end, actor id, empty for a place), `closed` words that stand in none.
    """

    def __init__(
        self,
        text: Text,
        numbers: tuple[Number, ...],
        names: Mapping[int, tuple[int, str]],
        closed: frozenset[int],
    ) -> None:
        self.text = text
        self.numbers = {n.first: n for n in numbers} | {n.begin: n for n in numbers}
        self.names = {first: last for first, (last, _) in names.items()}
        self.names_of = {first: ident for first, (_, ident) in names.items()}
        self.closed = closed
        self._ends_of_actors = frozenset(last for last, ident in names.values() if ident)
        self._ends_of_names = frozenset(last for last, _ in names.values())

    def noun_phrase(self, i: int, end: int) -> int:
        """Return the end of the noun phrase that begins at word `i` (`i` itself where none does)."""
        text = self.text
        if i >= end or self._ends(i, first=True):
            return i
        number = self.numbers.get(i)
        at = i
        definite = False
        if number is not None and number.last <= end:
            at = max(number.last, i + 1)
            if number.counted is None or number.counted >= end:
                return at
            at = max(number.counted + 1, at)
        head = taken_apart(text.texts[at - 1] if at > i else text.texts[i])
        if at == i:
            at = self.names.get(i, i + 1)
        head_end = at - 1
        definite = head.article or i in self.names
        previous = at - 1
        while at < end and at - i < LONGEST:
            word = text.texts[at]
            if word in QUIET:
                at += 1
                continue
            if self._ends(at, first=False) or at in self.numbers:
                break
            way = taken_apart(word)
            if way.conjunction or (way.preposition and not (way.preposition == "ل" and way.article)):
                break
            now_definite = way.article or at in self.names
            if self._breaks(previous, at, head_end, definite=definite, now=now_definite):
                break
            definite = definite or now_definite
            previous = at
            at = self.names.get(at, at + 1)
        while at > i + 1 and text.words[at - 1].is_sign:
            at -= 1
        return at

    def _ends(self, i: int, *, first: bool) -> bool:
        """Whether a word cannot stand in a noun phrase."""
        text = self.text
        word = text.words[i]
        if word.is_sign:
            return word.text not in QUIET or first
        if i in self.closed or word.text in listed("phrases", "prepositions") or word.text in with_pronoun():
            return i not in self.numbers
        return self.is_verb(i)

    def is_verb(self, i: int) -> bool:
        """Whether a word is a known verb and no known noun."""
        way = taken_apart(self.text.texts[i])
        if way.article or way.preposition in {"ب", "ك"} or i in self.names or way.rest in heads():
            return False
        found = triggers().get(way.rest, ())
        spoken = way.rest in sayings() or way.rest in relays() or way.rest in light_verbs()
        spoken = spoken or way.rest in other_verbs() or way.rest in undergoing_verbs()
        verbal = spoken or any(t.part == "verbs" for t in found)
        nominal = any(t.part == "nouns" for t in found) or bool(class_of(way.rest))
        return verbal and not nominal

    def _breaks(self, before: int, i: int, head: int, *, definite: bool, now: bool) -> bool:
        """Whether a new noun phrase begins at word `i`; `head` is the last word of the present one's first noun."""
        word, last = taken_apart(self.text.texts[i]).rest, self.text.texts[before]
        if word in stems() and (now == definite or not definite):
            return False
        known = bool(class_of(self.text.texts[i])) or names_happening(word) or is_verbal_noun(word)
        if definite:
            named = before + 1 in self._ends_of_actors and not word.endswith(NISBA)
            new = before + 1 in self._ends_of_names and not now and not word.endswith(NISBA)
            return named or new or (known and not word.endswith(NISBA)) or (not now and (known or word.endswith("ا")))
        if now:
            # What ends in the "n" of the indefinite plural or dual governs no noun.
            return last.endswith(("ون", "ين")) and known
        if last.endswith(("ون", "ين")) and class_of(last) & PERSONS and not word.endswith(last[-2:]):
            # Nor is it described by what has another ending.
            return True
        if last.endswith(("ا", "ان", "ون", "ين")) and word.endswith(("هم", "هما", "هن")):
            # A noun with its possessor describes no indefinite one ("12 persons [met] their death").
            return True
        accusative = word.endswith("ا") and not last.endswith("ا") and known
        describes = last in stems() or (not class_of(last) and (last.endswith(NISBA) or before != head))
        after_adjective = known and describes
        other_case = last.endswith("ون") and word.endswith("ين")
        return accusative or after_adjective or other_case

    def chunks(self, i: int, end: int) -> list[Chunk]:
        """Return the noun phrases of the clause from word `i` on, in order, until the clause ends."""
        text = self.text
        out: list[Chunk] = []
        preposition = ""
        at = i
        while at < end:
            word = text.words[at]
            if self.parts(at):
                break
            if word.is_sign or at in self.closed:
                at += 1
                continue
            way = taken_apart(word.text)
            if at not in self.numbers:
                if word.text in RELATIVE or (way.conjunction and at > i and self._opens_clause(at)):
                    break
                if word.text in with_pronoun():
                    # What follows is free of it, unless it tells a part ("among them five children").
                    preposition = word.text if text.phrase_at(at, listed_phrases("phrases", "including")) else ""
                    at += 1
                    continue
                if word.text in listed("phrases", "prepositions"):
                    preposition = word.text
                    at += 1
                    continue
                if self.is_verb(at):
                    break
            if way.preposition and at not in self.numbers:
                preposition = way.preposition
            last = self.noun_phrase(at, end)
            if last <= at:
                at += 1
                continue
            joined = preposition if not (way.conjunction and out) else out[-1].preposition
            out.append(Chunk(joined, at, last))
            preposition = ""
            at = last
        return out

    def parts(self, i: int) -> bool:
        """Whether a sign parts clauses: none does that only sets off a time (", yesterday,")."""
        word = self.text.words[i]
        aside = word.text == "،" and (i + 1 in self.closed or i - 1 in self.closed)
        return word.is_sign and word.text not in QUIET and not aside

    def _opens_clause(self, i: int) -> bool:
        """Whether a word written together with "and" begins a clause: a verb, or a noun of a happening."""
        rest = taken_apart(self.text.texts[i]).rest
        return self.is_verb(i) or rest in sayings() or rest in triggers()

    def name(self, first: int, last: int) -> str:
        """Return a noun phrase as a name: without its number, its quotes and what is joined to it."""
        text = self.text
        number = self.numbers.get(first)
        if (
            number is not None
            and number.counted is not None
            and number.counted < last
            and number.counted > number.first
        ):
            first = number.counted
        elif number is not None and number.counted is not None and number.counted >= last:
            return ""
        elif number is not None and number.counted is None:
            # "The hundreds" stand for themselves.
            vague = number.high is None and text.texts[number.first].startswith("ال") and last == number.last
            first = number.first if vague else number.last
        while first < last and text.words[first].is_sign:
            first += 1
        while last > first and text.words[last - 1].is_sign:
            last -= 1
        if first >= last:
            return ""
        way = taken_apart(text.texts[first])
        start = self.cut_start(first, way.cut - (2 if way.article else 0))
        words = text.whole[start : text.words[last - 1].end]
        if way.article and way.preposition == "ل" and not words.startswith(("ال", "أل")):
            words = "ال" + text.whole[self.cut_start(first, way.cut) : text.words[last - 1].end]
        return " ".join(words.split())

    def cut_start(self, i: int, letters: int) -> int:
        """Return the offset behind the first `letters` letters of a word, vowel signs not counted."""
        word = self.text.words[i]
        at = word.start
        while letters > 0 and at < word.end:
            at += 1
            while at < word.end and not self.text.whole[at].isalnum():
                at += 1
            letters -= 1
        return min(at, word.end - 1)
