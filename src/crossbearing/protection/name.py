"""A protected person's name, taken apart: which words may be parts of it."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import permutations

from crossbearing.language.normalise import fold
from crossbearing.language.spelling import SHORTEST_STEM, same_word, words_of
from crossbearing.places.cues import common_words, given_names
from crossbearing.protection.words import WORD, Word, words_in

LONGEST_TAG = 60
"""Letters of a tag beyond which it is looked through for no two names; names as they are given hold fewer."""
GLUED = 6
"""Letters from which two parts of a name are known where they are written as one word (handles, addresses)."""
CONJUNCTIONS = ("و", "ف")
"""What Arabic joins to a word before whatever else is joined to it."""


class Name:
    """One protected person's name in one of the given spellings, taken apart."""

    def __init__(self, name: str, keep: Iterable[str] = ()) -> None:
        said = list(words_in(name))
        while len(said) > 1 and said[0].folded in words_of("titles"):
            said = said[1:]
        said = [word for word in said if word.folded not in words_of("articles")] or said
        self.parts = tuple(_without_article(word.folded) for word in said)
        """Its words without articles, folded."""
        small = words_of("joined") | words_of("kunya")
        own = [n for n, part in enumerate(self.parts) if part not in small] or list(range(len(said)))
        self.own = frozenset(own)
        """Which of the parts are names of themselves: not "abu" or "ibn"."""
        self.bound = frozenset(n for n, word in enumerate(said) if n and word.bound)
        """Which parts make one name with the part before them: "Din", behind "Nour"."""
        self.unit = tuple(n - sum(m <= n for m in self.bound) for n in range(len(said)))
        """Which of the names of the person each part belongs to."""
        self.several = len({self.unit[n] for n in own}) > 1
        """Whether the person has more names than one."""
        compound = {self.unit[n] for n in self.bound}
        fathers = {n for n, part in enumerate(self.parts) if part in words_of("kunya")}
        self.composed = frozenset(
            n for n in range(len(said)) if self.unit[n] in compound or {n, n - 1} & fathers
        )
        """Which parts may be written as one word with another: those of "Noureddin", of "Abuzeid"."""
        usual = given_names() | common_words()
        last = max(own, default=0)
        self.alone = frozenset(
            n for n in own if self.unit[n] not in compound and (n == last or self.parts[n] not in usual)
        ) if len(own) > 1 or 0 not in fathers else frozenset()
        """Which parts are hidden wherever they stand: the last, and what is no usual given name."""
        self.surname = frozenset(n for n in self.bound if self.unit[n] == self.unit[last])
        """Which parts are hidden wherever they stand behind the part that they are bound to: those of the last name."""
        kept = {fold(word) for word in keep}
        self.kept = frozenset(n for n, part in enumerate(self.parts) if any(same_word(part, word) for word in kept))
        units = ["".join(p for n, p in enumerate(self.parts) if self.unit[n] == unit) for unit in sorted({*self.unit})]
        written = [fold(word) for word in WORD.findall(name)]
        self.glued = _glued(units) | _glued(written)
        """What holds the name where it stands in one word."""
        self.handles = frozenset(self._handles(written)) - common_words()
        """What is the name where it is all of a word: "hrajeh", "rajehhuda", "alrajeh"; a short one in a tag alone."""

    def _handles(self, written: Sequence[str]) -> Iterator[str]:
        """Yield the ways of writing names of the person as one word that hold for a whole word alone."""
        for first, last in permutations(sorted(self.own), 2):
            if self.unit[first] != self.unit[last]:
                yield self.parts[first] + self.parts[last]
                if last == max(self.own):
                    yield from _with_initial(self.parts[first], self.parts[last])
        if self.several:
            yield from _with_initial(written[0], "".join(written[1:]))
        yield from (article + self.parts[n] for n in self.alone for article in words_of("articles"))

    def is_one_word(self, word: Word) -> bool:
        """Whether a word has two parts of the name in it, or is how the name is written as one."""
        if any(glued in word.folded for glued in self.glued):
            return True
        handle = word.folded in self.handles and (word.tagged or len(word.folded) >= GLUED)
        return handle or (word.tagged and self._is_two(word.folded))

    def _is_two(self, tag: str) -> bool:
        """Whether a tag is two of the person's names, one behind the other, in whichever spelling."""
        return len(tag) <= LONGEST_TAG and any(
            self.unit[one] != self.unit[other] and is_spelt(tag[:at], self.parts[one])
            and is_spelt(tag[at:], self.parts[other])
            for at in range(SHORTEST_STEM, len(tag) - SHORTEST_STEM + 1) for one, other in permutations(self.own, 2)
        )

    def parts_like(self, word: Word, *, loosely: bool) -> frozenset[int]:
        """Return which parts a word may be a spelling of.

        A word that is also a common one, or is spelt in another way than the part was given, must begin with a capital;
        `loosely`, for words that stand next to another part, only one of whose vowels differ must.
        """
        found = set()
        for n, part in enumerate(self.parts):
            if word.glued and n not in self.composed:
                fits = False
            elif word.folded == part:
                fits = word.capital or part not in common_words() or n not in self.own - self.bound
            elif word.folded in common_words():
                fits = False
            elif loosely:
                fits = is_spelt(word.folded, part, loosely=word.capital)
            else:
                fits = word.capital and is_spelt(word.folded, part)
            if fits:
                found.add(n)
        return frozenset(found)


def _with_initial(first: str, last: str) -> Iterator[str]:
    """Yield a name with the initial of another before it or behind it; an s behind makes the plural, and is none."""
    yield first[0] + last
    if first[0] != "s":
        yield last + first[0]


def is_spelt(word: str, part: str, *, loosely: bool = False) -> bool:
    """Whether a folded word may be a spelling of a part of a name, with one thing or two joined on in Arabic.

    >>> from crossbearing.language.normalise import fold
    >>> is_spelt(fold("وبالخليل"), "khalil"), is_spelt("halil", "khalil")
    (True, False)
    """
    if same_word(word, part, loosely=loosely):
        return True
    return word[:1] in CONJUNCTIONS and len(word) > SHORTEST_STEM + 1 and same_word(word[1:], part, loosely=loosely)


def _without_article(word: str) -> str:
    return word[2:] if word.startswith("ال") and len(word) > SHORTEST_STEM + 1 else word


def _glued(parts: Sequence[str]) -> frozenset[str]:
    """Return what two parts or more, one behind the other, are as one word.

    Other names begin so, too, where only one of them is a name or the last joins the next: "Sheikhali" is not "Sheikh
    Ali Hassan". What is all of the name is its own.
    """
    small = words_of("articles") | words_of("joined")
    runs = (parts[n:m] for n in range(len(parts)) for m in range(n + 2, len(parts) + 1))
    own = (
        run for run in runs
        if len(run) == len(parts)
        or (run[-1] not in small and sum(part not in small | words_of("titles") for part in run) > 1)
    )
    return frozenset(run for run in map("".join, own) if len(run) >= GLUED)
