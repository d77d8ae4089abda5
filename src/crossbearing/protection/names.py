"""Finds the names of protected persons in a text, in whichever spelling, whole or in part."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from crossbearing.language.spelling import ARABIC, SHORTEST_STEM, words_of
from crossbearing.places.cues import common_words
from crossbearing.protection.given import is_given_name
from crossbearing.protection.name import Name
from crossbearing.protection.numbers import digits_of, telephones, told_numbers
from crossbearing.protection.words import WHITE, WORD, Word, stand_near
from crossbearing.records import Protection, Span

NEIGHBOURS = re.compile(rf"{WHITE}|-")
PASSED = 3
"""Words that may stand among those of a name: the names of father and grandfather, a byname."""
PASSABLE = re.compile(r"[^,:|*/]*")
"""What may stand beside such a word: no list of persons is one name."""
ENDED = re.compile(r"[.!?؟](?=\s)|\n\s*\n")


class Finder:
    """Finds one protected person."""

    def __init__(self, protection: Protection) -> None:
        self.protection = protection
        self.names = tuple(Name(name, protection.keep) for name in protection.names if WORD.search(name))
        self.numbers = tuple(
            digits_of(name[start:end]) for name in protection.names
            for start, end in (telephones(name) if WORD.search(name) else [(0, len(name))]) if digits_of(name)
        )
        """Telephone numbers that were given as names, or in them."""
        self._known: dict[tuple[int, str, bool, bool, bool], frozenset[int]] = {}

    def find(self, words: Sequence[Word], text: str, *, own: bool) -> list[Span]:
        """Return where the person is named in a text, given its words; spans may touch and overlap.

        `own` says that the report is known to be about the person: then any part of the name is taken for it.
        """
        return [span for number in range(len(self.names)) for span in self._find_one(number, words, text, own=own)]

    def find_numbers(self, text: str, *, all_of_them: bool) -> list[Span]:
        """Return where a number of the person stands in a text: one that was given, or every telephone number."""
        given = [span for number in self.numbers for span in told_numbers(text, number)]
        return [*given, *(telephones(text) if all_of_them else ())]

    def may_be(self, word: Word) -> bool:
        """Whether a word may be a part of a name of the person, or two of them glued together."""
        return any(
            word.folded in name.parts or self._like(number, word, loosely=False) & name.own
            or name.is_one_word(word)
            for number, name in enumerate(self.names)
        )

    def names_whole(self, words: Sequence[Word], text: str) -> bool:
        """Whether a text names the person by more than one word of a name that has several."""
        return any(
            name.several and (
                any(self._runs(number, words, text)) or any(self._in_small_letters(number, words, text))
                or self._close(number, words, text) or any(map(name.is_one_word, words))
            )
            for number, name in enumerate(self.names)
        )

    def _find_one(self, number: int, words: Sequence[Word], text: str, *, own: bool) -> Iterator[Span]:
        name = self.names[number]
        for first, last in (*self._runs(number, words, text), *self._in_small_letters(number, words, text)):
            yield words[first].start, words[last].end
        yield from self._compounds(number, words, text, name.bound if own and name.several else name.surname)
        wanted = name.own - name.bound if own and name.several else name.alone
        for word in words:
            like = self._like(number, word, loosely=False) - name.kept
            if like & wanted or name.is_one_word(word):
                yield word.start, word.end

    def _runs(self, number: int, words: Sequence[Word], text: str) -> Iterator[tuple[int, int]]:
        """Yield first and last word of each stretch that has two parts of the name or more next to each other."""
        at = 0
        while at < len(words) and len(self.names[number].parts) > 1:
            last, whole = self._run(number, words, text, at)
            if whole:
                yield at, last
            # Where a stretch as a whole is no name, no end of it is one.
            at = last + 1

    def _run(self, number: int, words: Sequence[Word], text: str, at: int) -> tuple[int, bool]:
        """Return the last word of the stretch that begins with this word, and whether the name stands in it.

        Names of a father or a grandfather, and bynames, may stand in it.
        """
        first = self._like(number, words[at], loosely=True)
        if not first:
            return at, False
        seen, last, passed = [first], at, 0
        strict = bool(self._like(number, words[at], loosely=False))
        for n in range(at + 1, len(words)):
            if not stand_near(words[n - 1], words[n], text):
                break
            like = self._like(number, words[n], loosely=True)
            if passed and not PASSABLE.fullmatch(text, words[n - 1].end, words[n].start):
                break
            if like:
                seen.append(like)
                last, passed = n, 0
                strict = strict or bool(self._like(number, words[n], loosely=False))
            elif not _goes_on(words[n]):
                passed += 1
                if passed > PASSED or not _is_passed(words[n]):
                    break
                if not PASSABLE.fullmatch(text, words[n - 1].end, words[n].start):
                    break
        return last, strict and _is_whole(self.names[number], seen)

    def _compounds(
        self, number: int, words: Sequence[Word], text: str, bound: frozenset[int],
    ) -> Iterator[Span]:
        """Yield where parts that are bound to the part before them stand behind it: "Nour al-Din"."""
        for at, word in enumerate(words) if bound else ():
            heads = {n + 1 for n in self._like(number, word, loosely=False)} & bound
            n = at + 1
            while heads and n < len(words) and stand_near(words[n - 1], words[n], text):
                if heads & self._like(number, words[n], loosely=False):
                    yield word.start, words[n].end
                if words[n].folded not in words_of("articles"):
                    break
                n += 1

    def _in_small_letters(self, number: int, words: Sequence[Word], text: str) -> Iterator[tuple[int, int]]:
        """Yield where all parts stand one behind the other as they were given, in small letters: "rose hope"."""
        parts = self.names[number].parts
        for at in range(len(words) - len(parts) + 1 if len(parts) > 1 else 0):
            if words[at].folded != parts[0] or words[at].capital:
                continue
            there = words[at:at + len(parts)]
            same = all(not word.capital and word.folded == part for word, part in zip(there, parts, strict=True))
            if same and all(stand_near(one, other, text) for one, other in pairwise(there)):
                yield at, at + len(parts) - 1

    def _close(self, number: int, words: Sequence[Word], text: str) -> bool:
        """Whether two names of the person stand in one sentence with few words between, whatever these are."""
        name, before = self.names[number], list[tuple[int, frozenset[int]]]()
        for at, word in enumerate(words):
            units = frozenset(name.unit[n] for n in self._like(number, word, loosely=False) & name.own - name.bound)
            if units:
                for n, others in before:
                    differ = units - others or others - units or len(units) > 1
                    if differ and at - n <= PASSED + 1 and not ENDED.search(text, words[n].end, word.start):
                        return True
                before = [*before[-PASSED:], (at, units)]
        return False

    def _like(self, number: int, word: Word, *, loosely: bool) -> frozenset[int]:
        key = (number, word.folded, word.capital, word.glued, loosely)
        if key not in self._known:
            self._known[key] = self.names[number].parts_like(word, loosely=loosely)
        return self._known[key]


def _goes_on(word: Word) -> bool:
    """Whether a word joins the parts of a name, or is an initial."""
    joining = word.folded in words_of("articles") or word.folded in words_of("joined")
    return joining or word.end - word.start == 1


def _is_passed(word: Word) -> bool:
    """Whether a word that is none of a person's own may stand in their name: a capital, in Arabic a given name."""
    if word.folded in words_of("kunya") or word.bound:
        return True
    if ARABIC.match(word.folded):
        return is_given_name(word.folded) or (word.folded.startswith("ال") and len(word.folded) > SHORTEST_STEM + 1)
    return word.capital and (word.folded not in common_words() or is_given_name(word.folded))


def _is_whole(name: Name, seen: Sequence[frozenset[int]]) -> bool:
    """Whether words next to each other can be two different names of a person.

    Where they have only one ("Abu Hassan"), what is joined to it must stand before it.
    """
    if len(name.own) == 1:
        return any(min(a) < max(b & name.own, default=-1) for a, b in pairwise(seen))
    own = [frozenset(name.unit[n] for n in parts & name.own) for parts in seen if parts & name.own]
    return len(set(own)) > 1 or any(len(units) > 1 for units in own[:-1])


def merged(spans: Iterable[tuple[Span, str]]) -> list[tuple[Span, str]]:
    """Return spans with what is put in their place, in order and without overlaps: of two that do, one for both.

    >>> merged([((0, 4), "A"), ((0, 9), "A"), ((12, 14), "B"), ((13, 20), "A")])
    [((0, 9), 'A'), ((12, 20), 'A')]
    """
    out: list[tuple[Span, str, int]] = []
    for (start, end), put in sorted(spans):
        if out and start < out[-1][0][1]:
            (first, last), before, longest = out[-1]
            winner, length = (put, end - start) if end - start > longest else (before, longest)
            out[-1] = ((first, max(last, end)), winner, length)
        else:
            out.append(((start, end), put, end - start))
    return [(span, put) for span, put, _ in out]


def joined(spans: list[tuple[Span, str]], text: str) -> list[tuple[Span, str]]:
    """Return spans with neighbours of one person made one: "Rana" and "Odeh" are one pseudonym.

    >>> joined([((0, 4), "A"), ((5, 9), "A"), ((14, 18), "A")], "Rana Odeh and Odeh")
    [((0, 9), 'A'), ((14, 18), 'A')]
    """
    out = spans[:1]
    for (_, (span, put)) in pairwise(spans):
        (first, last), before = out[-1]
        if put == before and NEIGHBOURS.fullmatch(text, last, span[0]):
            out[-1] = ((first, span[1]), put)
        else:
            out.append((span, put))
    return out
