"""An Arabic text as words: normalised, with the way back to the report's offsets, and cut into sentences."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property

import msgspec

from crossbearing.language import Normalised, normalise, sentence_spans
from crossbearing.records import Span

WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+|[^\w\s]|_")
UNWRITTEN = re.compile("[\u0640\u064b-\u0652\u0670]")
"""Vowel signs, and the stroke that only stretches a word."""
QUIET = frozenset("\"'()[]«»“”")
"""Signs that part no phrase."""


class Word(msgspec.Struct, frozen=True):
    """One word or sign: its index, its normalised text in small letters, and where it stands in the report's text."""

    i: int
    text: str
    start: int
    end: int
    sentence: int

    @property
    def is_sign(self) -> bool:
        """Whether it is punctuation."""
        return not self.text[:1].isalnum()

    @property
    def is_number(self) -> bool:
        """Whether it is written in digits."""
        return self.text[:1].isdigit()


class Text:
    """The Arabic stretches of a report's text. Offsets given out count code points of the whole text."""

    def __init__(self, text: str, spans: Sequence[Span]) -> None:
        """`spans` are the stretches of `text` that are Arabic."""
        self.whole = text
        self.words: list[Word] = []
        self.sentences: list[Span] = []
        self._pieces: list[tuple[int, Normalised]] = []
        for start, end in spans:
            self._add(start, text[start:end])
        self.texts = tuple(word.text for word in self.words)

    def _add(self, offset: int, piece: str) -> None:
        plain = normalise(piece)
        sentences = sentence_spans(piece)
        begins = [a for a, _ in sentences]
        first = len(self.sentences)
        self.sentences += [(offset + a, offset + b) for a, b in sentences]
        for match in WORD.finditer(plain.text):
            a, b = plain.original(match.start(), match.end())
            number = first + max(0, bisect_right(begins, a) - 1)
            self.words.append(Word(len(self.words), match[0].casefold(), offset + a, offset + b, number))

    def between(self, first: int, last: int) -> str:
        """Return the report's own words from word `first` to word `last` (exclusive)."""
        return self.whole[self.words[first].start : self.words[last - 1].end] if first < last else ""

    def sentence(self, i: int) -> tuple[int, int]:
        """Return the words (first, end) of the sentence that a word stands in."""
        return self._ranges[self.words[i].sentence]

    @cached_property
    def _ranges(self) -> dict[int, tuple[int, int]]:
        out: dict[int, tuple[int, int]] = {}
        for word in self.words:
            first, _ = out.get(word.sentence, (word.i, word.i))
            out[word.sentence] = (first, word.i + 1)
        return out

    def at(self, offset: int) -> int:
        """Return the index of the word that holds an offset or follows it."""
        starts = self._starts
        i = bisect_right(starts, offset) - 1
        return i if i >= 0 and self.words[i].end > offset else i + 1

    @cached_property
    def _starts(self) -> list[int]:
        return [word.start for word in self.words]

    def written(self, i: int) -> str:
        """Return a word as the report writes it, dots kept ("called" is not "claims"), without vowel signs."""
        word = self.words[i]
        return UNWRITTEN.sub("", self.whole[word.start : word.end])

    def marked_passive(self, i: int) -> bool:
        """Whether the vowel sign on the word's first letter makes a verb passive ("qutila")."""
        word = self.words[i]
        signs = self.whole[word.start : word.start + 3]
        return "\u064f" in signs

    def phrase_at(self, i: int, phrases: Sequence[tuple[str, ...]]) -> int:
        """Return how many words of one of the phrases (longest first) stand at word `i`, 0 for none.

        A conjunction may be written together with the first ("and according to").
        """
        return next((len(p) for p in phrases if self.stands_at(i, p)), 0)

    def stands_at(self, i: int, phrase: tuple[str, ...]) -> bool:
        """Whether a phrase stands at word `i`, with or without a conjunction before it."""
        if self.texts[i + 1 : i + len(phrase)] != phrase[1:] or not i < len(self.texts):
            return False
        first = self.texts[i]
        return first == phrase[0] or (first[:1] in {"و", "ف"} and first[1:] == phrase[0])
