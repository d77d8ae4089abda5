"""Writes texts in one way so that they can be compared, and knows where each letter stood.

Arabic is written with and without vowel signs, with several forms of alef, ya and ta marbuta, stretched by tatweel,
with two sets of digits; Latin names with and without accents and with many apostrophes and dashes. None of that is
counted as a difference here.
"""

import unicodedata
from functools import cache

import msgspec

from crossbearing.ontology import listed
from crossbearing.records import Span

TATWEEL = "ـ"
WEIGHTLESS = frozenset({"Mn", "Me", "Cf"})
"""Unicode categories of accents, vowel signs and invisible marks of direction."""
FIRST_COMPOSED = "\u00a0"
"""Below this, no character is a compound of others."""


class Normalised(msgspec.Struct, frozen=True):
    """A text written in one way. `origins` has, for each of its characters and its end, the offset in the original."""

    text: str
    origins: tuple[int, ...]

    def original(self, start: int, end: int) -> Span:
        """Return where a stretch of the normalised text stands in the original, with the signs on its last letter.

        Raises IndexError outside the text.

        >>> normalise("في مَدينةِ حلب").original(3, 8)
        (3, 10)
        """
        first = self.origins[start]
        if end <= start:
            return first, first
        # The letters that one ligature stands for have one origin.
        after = next(self.origins[n] for n in range(end, len(self.origins)) if self.origins[n] > self.origins[end - 1])
        return first, after


class _Letters(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    arabic: dict[str, str]
    signs: dict[str, str]
    latin: dict[str, str]


@cache
def letters() -> _Letters:
    """Return the letters that stand for others."""
    return listed("crossbearing.language", "letters.yaml", _Letters)


@cache
def _one_way(character: str) -> str:
    """How one character is written when texts are compared; empty for what carries no meaning of its own."""
    known = letters()
    out: list[str] = []
    for part in unicodedata.normalize("NFKD", character) if character >= FIRST_COMPOSED else character:
        if part == TATWEEL or unicodedata.category(part) in WEIGHTLESS:
            continue
        digit = unicodedata.decimal(part, None)
        out.append(known.arabic.get(part) or known.signs.get(part, part) if digit is None else str(digit))
    return "".join(out)


def normalise(text: str) -> Normalised:
    """Return a text written in one way, letters of every case kept: for finding words in running text.

    >>> normalise("الأُمّــة ٢٠١١").text
    'الامه 2011'
    """
    plain = {character: _plain(character) for character in set(text)}
    if all(len(written) == 1 for written in plain.values()):
        changed = {ord(character): written for character, written in plain.items() if character != written}
        return Normalised(text.translate(changed), tuple(range(len(text) + 1)))
    out: list[str] = []
    origins: list[int] = []
    for offset, character in enumerate(text):
        out.append(plain[character])
        origins.extend([offset] * len(plain[character]))
    return Normalised("".join(out), (*origins, len(text)))


def _plain(character: str) -> str:
    return character if "!" <= character <= "~" and character != "`" else _one_way(character)


def fold(name: str) -> str:
    """Return a name as it is compared: normalised, in small letters, without accents, apostrophes, and doubled spaces.

    >>> fold("Jisr ash-Shughūr"), fold("Ḥamāʾ"), fold("Straße  Łódź"), fold("حَلَب")
    ('jisr ash-shughur', 'hama', 'strasse lodz', 'حلب')
    """
    latin = letters().latin
    small = "".join(latin.get(character, character) for character in name.lower())
    plain = normalise(small).text.casefold().replace("'", "")
    return " ".join(plain.split())
