"""Takes a person's name apart into the words that are compared, also where several are written as one.

"Abdel Nasser", "Abdennasser" and "Abd al-Nasir" are one word of a name; "Noureddin" is two, as "Nour al-Din" is, and
"Abuzeid" is what "Abu Zeid" is.
"""

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from crossbearing.language.spelling import ARABIC, SHORTEST_STEM, spelling, words_of

_DIN = re.compile(r"(?:(.{2,}?)([aeou]l|[aeou]?d)|(.{4,}?)[aeou])d(?:in|ine|een|eene|eine|ien|iin|yn)")
_ALLAH = re.compile(r"(.{3,}?|[aeiou][^aeiou])(?:[aeou]llah|[au]lla)")
"""Latin names with "of the faith" and "of God" joined on: what stands before, and how it was joined."""


class Piece(NamedTuple):
    """One word of a name as it is compared, and the first and the last of the written words that it stands in.

    It is `glued` where another piece stands in the same written word, and `bound` where it makes one name with the
    piece before it: "al-Din" is no name by itself.
    """

    said: str
    first: int
    last: int
    glued: bool = False
    bound: bool = False


def together(_first: int, _last: int) -> bool:
    """Whether written words stand together: always, in what is a name and nothing else."""
    return True


def pieces(
    words: Sequence[str], near: Callable[[int, int], bool] = together, common: Collection[int] = (),
) -> Iterator[Piece]:
    """Yield what folded words say as parts of names, in order.

    `near` tells whether words first to last can be one name; `common` are those that are words of the language, too,
    and are left whole.

    >>> [piece.said for piece in pieces(["noureddin", "abdel", "nasser", "abuzeid"])]
    ['nour', 'din', 'abdnasser', 'abu', 'zeid']
    """
    at = 0
    while at < len(words):
        behind = _served(words, at, near)
        if behind is not None:
            yield Piece(f"{'عبد' if ARABIC.match(words[behind]) else 'abd'}{_bare(words[behind])}", at, behind)
            at = behind + 1
            continue
        said = (words[at],) if at in common else _apart(words[at])
        of = said[-1] in _endings()
        # "Eddine" has the article in it, "Din" has it before it or has none and is a name by itself.
        named = at > 0 and (said[-1] != words[at] or words[at - 1] in words_of("articles")) and near(at - 1, at)
        for n, each in enumerate(said):
            yield Piece(each, at, at, len(said) > 1, of and n == len(said) - 1 and (n > 0 or named))
        at += 1


def _served(words: Sequence[str], at: int, near: Callable[[int, int], bool]) -> int | None:
    """Return which word "servant of" makes one name with, where it stands at a word; null where it does not."""
    if words[at] not in words_of("servant"):
        return None
    behind = at + 1
    while behind < len(words) and words[behind] in words_of("articles"):
        behind += 1
    return behind if behind < len(words) and near(at, behind) else None


@cache
def _endings() -> frozenset[str]:
    return frozenset(spelling().endings)


@cache
def _written() -> dict[str, str]:
    """How endings are written as words of their own, each with how it is compared."""
    return {word: said for said, told in spelling().endings.items() for word in told.split()}


@lru_cache(maxsize=100_000)
def _apart(word: str) -> tuple[str, ...]:
    """Return the parts that are written as one word, as they are compared; the word where it is one."""
    if word in _written():
        return (_written()[word],)
    servants = sorted(words_of("servant"), key=lambda servant: (-len(servant), servant))
    begun = next((s for s in servants if word.startswith(s) and len(word) - len(s) >= SHORTEST_STEM), None)
    if begun:
        return (f"{'عبد' if ARABIC.match(word) else 'abd'}{_bare(word[len(begun):])}",)
    fathers = sorted(words_of("glued"), key=lambda father: (-len(father), father))
    father = next((f for f in fathers if word.startswith(f) and len(word) - len(f) >= SHORTEST_STEM), None)
    if father:
        return (father, *_apart(word[len(father):]))
    if ARABIC.match(word):
        of = next((o for o in ("الدين", "الله") if word.endswith(o) and len(word) - len(o) > 1), None)
        return (word.removesuffix(of), _written()[of]) if of else (word,)
    if met := _DIN.fullmatch(word):
        # In "Aladdin" the vowel is the end of the first name, in "Noureddin" it is the article's.
        short = met[1] and len(met[1]) == SHORTEST_STEM - 1 and not met[2].endswith("l")
        return (f"{met[1] or met[3]}{met[2].removesuffix('d') if short else ''}", "din")
    if met := _ALLAH.fullmatch(word):
        return (met[1] if len(met[1]) > 2 else met[1] + "a", "lah")
    return (word,)


def _bare(word: str) -> str:
    """Return a word without the article that is joined to it, whose l may have become the letter behind it."""
    for article in sorted(words_of("articles"), key=lambda article: (-len(article), article)):
        rest = word.removeprefix(article)
        letter = "" if article[-1] in "lل" else article.lstrip("aeiou")
        least = 2 if ARABIC.match(word) else SHORTEST_STEM
        if rest != word and len(rest) >= least and rest.startswith(letter):
            return rest
    return word
