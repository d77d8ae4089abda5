"""Finds the names of protected persons in a text, in whichever spelling, whole or in part."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple
from urllib.parse import unquote

from crossbearing.language.normalise import fold, normalise
from crossbearing.language.spelling import ARABIC, SHORTEST_STEM, same_word, words_of
from crossbearing.places.cues import common_words, given_names
from crossbearing.records import Protection, Span

WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
POSSESSIVE = re.compile(r"'s?$", re.IGNORECASE)
BLANK = r"(?:[^\S\r\n]|[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff])*"
WHITE = rf"{BLANK}(?:\r?\n{BLANK})?"
"""White space as texts are set and wrapped, with marks that show nothing; an empty line ends a name."""
BETWEEN = re.compile(rf"{WHITE}|[\-_/+.']|%(?i:20|2[BDEF]|5F)|,(?=\s){WHITE}|{WHITE}[\"(]|[\")](?=\s){WHITE}")
"""What may stand between two words of one name: in running text, in an address, in the name of a file."""
BEHIND_INITIAL = re.compile(rf"\.?{WHITE}")
NEIGHBOURS = re.compile(rf"{WHITE}|-")
ENCODED = re.compile(
    r"%[2-7][0-9A-F]|%[CD][0-9A-F]%[89AB][0-9A-F]|%E[0-9A-F](?:%[89AB][0-9A-F]){2}|%F[0-4](?:%[89AB][0-9A-F]){3}",
    re.IGNORECASE,
)
"""One character as addresses encode it (RFC 3986): its bytes in UTF-8."""
GLUED = 6
"""Letters from which two parts of a name are known where they are written as one word (handles, addresses)."""


class Word(NamedTuple):
    """A word of a text: as it is compared, where it stands, and whether it begins with a capital or has no case."""

    folded: str
    start: int
    end: int
    capital: bool


@lru_cache(maxsize=8)
def words_in(text: str) -> tuple[Word, ...]:
    """Return the words of a text, possessives off, and those that stand encoded in an address.

    >>> [word.folded for word in words_in("Rana Odeh’s @rana_odeh2 /%52ana%20Odeh")]
    ['rana', 'odeh', 'rana', 'odeh', 'rana', 'odeh']
    """
    decoded, at = _decoded(text) if "%" in text else (text, None)
    plain = None if decoded.isascii() else normalise(decoded)
    out = []
    for found in WORD.finditer(decoded if plain is None else plain.text):
        bare = POSSESSIVE.sub("", found.group())
        start, end = found.start(), found.start() + len(bare)
        if bare:
            span = (start, end) if plain is None else plain.original(start, end)
            span = span if at is None else (at[span[0]], at[span[1]])
            out.append(Word(_folded(bare), *span, not bare[0].islower()))
    return tuple(_compounds(out, text))


def _decoded(text: str) -> tuple[str, list[int]]:
    """Return a text with what addresses encode in it decoded, and where each of its characters, and its end, stood."""
    parts, at, last = [], [], 0
    for found in ENCODED.finditer(text):
        told = unquote(found.group())
        parts += [text[last:found.start()], told]
        at += [*range(last, found.start()), *[found.start()] * len(told)]
        last = found.end()
    return "".join([*parts, text[last:]]), [*at, *range(last, len(text) + 1)]


@lru_cache(maxsize=100_000)
def _folded(word: str) -> str:
    """A word as it is compared; texts repeat theirs."""
    return fold(word)


def _compounds(words: list[Word], text: str) -> Iterator[Word]:
    """Yield the words with "Abd al-Rahman", "Abdul Rahman" and "Abdelrahman" as one word each, and compared as one."""
    servants = tuple(sorted(words_of("servant"), key=len, reverse=True))
    at = 0
    while at < len(words):
        word = words[at]
        at += 1
        if word.folded in servants:
            behind = at
            while behind < len(words) and words[behind].folded in words_of("articles"):
                behind += 1
            near = behind < len(words) and all(
                BETWEEN.fullmatch(text, words[n].end, words[n + 1].start) for n in range(at - 1, behind)
            )
            if near:
                said = words[behind]
                yield Word(_servant(said.folded), word.start, said.end, word.capital)
                at = behind + 1
                continue
        begun = word.folded.startswith(servants) and next(
            (s for s in servants if word.folded.startswith(s) and len(word.folded) - len(s) > 2), None,
        )
        yield word._replace(folded=_servant(word.folded[len(begun):])) if begun else word


def _servant(of: str) -> str:
    """How a compound with "servant of" is compared, given what stands behind it."""
    for article in ("ال", "al", "ul"):
        if of.startswith(article) and len(of) > len(article) + 1:
            of = of[len(article):]
            break
    return f"{'عبد' if ARABIC.match(of) else 'abd'}{of}"


class Name:
    """One protected person's name in one of the given spellings, taken apart."""

    def __init__(self, name: str, keep: Iterable[str] = ()) -> None:
        said = [word.folded for word in words_in(name)]
        while len(said) > 1 and said[0] in words_of("titles"):
            said = said[1:]
        parts = [_without_article(word) for word in said if word not in words_of("articles")] or said
        self.parts = tuple(parts)
        """Its words without articles, folded."""
        small = words_of("joined") | words_of("kunya")
        own = [n for n, part in enumerate(parts) if part not in small] or list(range(len(parts)))
        self.own = frozenset(own)
        """Which of the parts are names of themselves: not "abu" or "ibn"."""
        usual = given_names() | common_words()
        fathered = len(own) == 1 and parts[0] in words_of("kunya")
        self.alone = frozenset() if fathered else frozenset(n for n in own if n == own[-1] or parts[n] not in usual)
        """Which parts are hidden wherever they stand: the last, and what is no usual given name."""
        kept = {fold(word) for word in keep}
        self.kept = frozenset(n for n, part in enumerate(parts) if any(same_word(part, word) for word in kept))
        self.glued = tuple(
            "".join(parts[n:m]) for n in range(len(parts)) for m in range(n + 2, len(parts) + 1)
            if len("".join(parts[n:m])) >= GLUED
        )

    def parts_like(self, word: Word, *, loosely: bool) -> frozenset[int]:
        """Return which parts a word may be a spelling of.

        A word that is also a common one, or is spelt in another way than the part was given, must begin with a capital;
        `loosely`, for words that stand next to another part, only one of whose vowels differ must.
        """
        found = set()
        for n, part in enumerate(self.parts):
            if word.folded == part:
                fits = word.capital or part not in common_words() or n not in self.own
            elif word.folded in common_words():
                fits = False
            elif loosely:
                fits = same_word(word.folded, part, loosely=word.capital)
            else:
                fits = word.capital and same_word(word.folded, part)
            if fits:
                found.add(n)
        return frozenset(found)


def _without_article(word: str) -> str:
    return word[2:] if word.startswith("ال") and len(word) > SHORTEST_STEM + 1 else word


class Finder:
    """Finds one protected person."""

    def __init__(self, protection: Protection) -> None:
        self.protection = protection
        self.names = tuple(Name(name, protection.keep) for name in protection.names)
        self._known: dict[tuple[int, str, bool, bool], frozenset[int]] = {}

    def find(self, words: Sequence[Word], text: str, *, own: bool) -> list[Span]:
        """Return where the person is named in a text, given its words; spans may touch and overlap.

        `own` says that the report is known to be about the person: then any part of the name is taken for it.
        """
        return [span for number in range(len(self.names)) for span in self._find_one(number, words, text, own=own)]

    def may_be(self, word: Word) -> bool:
        """Whether a word may be a part of a name of the person, or two of them glued together."""
        return any(
            self._like(number, word, loosely=False) & name.own or any(glued in word.folded for glued in name.glued)
            for number, name in enumerate(self.names)
        )

    def names_whole(self, words: Sequence[Word], text: str) -> bool:
        """Whether a text names the person by more than one word of a name that has several."""
        return any(
            len(name.own) > 1 and any(True for _ in self._runs(number, words, text))
            for number, name in enumerate(self.names)
        )

    def _find_one(self, number: int, words: Sequence[Word], text: str, *, own: bool) -> Iterator[Span]:
        name = self.names[number]
        for first, last in self._runs(number, words, text):
            yield words[first].start, words[last].end
        for word in words:
            like = self._like(number, word, loosely=False) - name.kept
            wanted = name.own if own and len(name.own) > 1 else name.alone
            if like & wanted or any(glued in word.folded for glued in name.glued):
                yield word.start, word.end

    def _runs(self, number: int, words: Sequence[Word], text: str) -> Iterator[tuple[int, int]]:
        """Yield first and last word of each stretch that has two parts of the name or more next to each other."""
        at = 0
        while at < len(words) and len(self.names[number].parts) > 1:
            last = self._run_end(number, words, text, at)
            if last is not None:
                yield at, last
            at = at + 1 if last is None else last + 1

    def _run_end(self, number: int, words: Sequence[Word], text: str, at: int) -> int | None:
        """Return the last word of a stretch of the name that begins with this word; null where none does."""
        name = self.names[number]
        first = self._like(number, words[at], loosely=True)
        if not first:
            return None
        seen, last = [first], at
        strict = bool(self._like(number, words[at], loosely=False))
        skipped = words_of("articles") | words_of("joined")
        for n in range(at + 1, len(words)):
            initial = words[n - 1].end - words[n - 1].start == 1
            between = BEHIND_INITIAL if initial else BETWEEN
            if not between.fullmatch(text, words[n - 1].end, words[n].start):
                break
            like = self._like(number, words[n], loosely=True)
            if like:
                seen, last = [*seen, like], n
                strict = strict or bool(self._like(number, words[n], loosely=False))
            elif words[n].folded not in skipped and words[n].end - words[n].start > 1:
                break
        return last if strict and _is_whole(name, seen) else None

    def _like(self, number: int, word: Word, *, loosely: bool) -> frozenset[int]:
        key = (number, word.folded, word.capital, loosely)
        if key not in self._known:
            self._known[key] = self.names[number].parts_like(word, loosely=loosely)
        return self._known[key]


def _is_whole(name: Name, seen: Sequence[frozenset[int]]) -> bool:
    """Whether words next to each other can be two different parts of a name, of which two are names of themselves.

    Where only one is ("Abu Hassan"), what is joined to it must stand before it.
    """
    if len(name.own) == 1:
        return any(min(a) < max(b & name.own, default=-1) for a, b in pairwise(seen))
    own = [parts & name.own for parts in seen if parts & name.own]
    return any(a - b or b - a or len(a) > 1 for n, a in enumerate(own) for b in own[n + 1:])


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
