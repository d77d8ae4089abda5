"""What was cut out of a report, hidden in what was read out of it too, where less stands about it to tell a name by."""

import re
from collections.abc import Callable, Iterable
from functools import lru_cache

import msgspec

from crossbearing.language.normalise import fold
from crossbearing.language.spelling import words_of
from crossbearing.places.cues import common_words
from crossbearing.protection.words import WORD

BROKEN = re.compile(r"(?<![^\W\d_])([^\W\d_]+)[-\u00ad\u2010]\s+([^\W\d_]+)")
"""A word over the end of a line: a reader may take half of it for a name."""
TOKEN = re.compile(rf"{WORD.pattern}|\d{{3,}}")
"""A word, or digits of a number: of shorter ones, a count is as likely."""


class Cut(msgspec.Struct, frozen=True):
    """Names as they stood in a report, with their pseudonyms: those that are known by what stood about them alone.

    `exact` has them as they were written (a tag without its sign, half of a broken word), `folded` each of their words
    as it is compared, and the digits of numbers: what lists words of reports has no capitals, and no plural, any more.
    """

    exact: dict[str, str] = msgspec.field(default_factory=dict)
    folded: dict[str, str] = msgspec.field(default_factory=dict)

    def __or__(self, other: "Cut") -> "Cut":
        return Cut(self.exact | other.exact, self.folded | other.folded)

    def hide(self, told: str) -> str:
        """Return words without the names that stood in the report exactly so.

        >>> Cut({"jeh": "X"}).hide("jeh and jehoshua")
        'X and jehoshua'
        """
        for words, pseudonym in self.exact.items():
            told = _as_word(words).sub(pseudonym, told)
        return told

    def hide_folded(self, told: str) -> str:
        """Return a list of compared words without those of names.

        >>> Cut(folded={"abba": "X", "0944": "X"}).hide_folded("the same words: abba, 0944, baker")
        'the same words: X, X, baker'
        """
        return TOKEN.sub(lambda found: self.folded.get(_compared(found.group()), found.group()), told)


def cut_out(cuts: Iterable[tuple[str, str]], hide: Callable[[str], str]) -> Cut:
    """Return what was cut out, given as pairs of words and pseudonym; `hide` is what finds a name by itself."""
    exact, folded = dict[str, str](), dict[str, str]()
    small = words_of("articles") | words_of("joined") | words_of("kunya")
    for words, pseudonym in cuts:
        parts = {words, *(half for broken in BROKEN.findall(words) for half in broken)}
        left = (part for part in sorted(parts) if hide(part) != pseudonym and fold(part) not in common_words())
        exact |= dict.fromkeys(left, pseudonym)
        tokens = {_compared(found.group()) for found in TOKEN.finditer(words)}
        folded |= {token: pseudonym for token in tokens if len(token) > 1 and token not in small}
    return Cut(exact, folded)


def _compared(word: str) -> str:
    return fold(word).removesuffix("s")


@lru_cache(maxsize=10_000)
def _as_word(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(words)}(?!\w)")
