"""Whether two words are spellings of one name, in Latin letters, in Arabic, or one in each."""

import re
from functools import cache, lru_cache

import msgspec

from crossbearing.ontology import listed

ARABIC = re.compile(r"[\u0621-\u064a]")
CLITICS = ("وال", "فال", "بال", "كال", "ولل", "لل", "ال", "و", "ف", "ب", "ك", "ل")
"""What Arabic joins to the beginning of a name: conjunctions, prepositions, the article; longest first."""
SHORTEST_STEM = 3


class Sounds(msgspec.Struct, frozen=True):
    """A word as what it is spoken: its consonants, and the vowels that may stand before, between and after them.

    A final h, which often writes a vowel, has `fallen` away.
    """

    consonants: str
    vowels: tuple[str, ...]
    fallen: bool = False


class _Spelling(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    signs: dict[str, str]
    vowels: dict[str, str]
    arabic: dict[str, str]
    long: dict[str, str]
    spoken: dict[str, str]
    articles: str
    servant: str
    kunya: str
    glued: str
    endings: dict[str, str]
    joined: str
    titles: str


@cache
def spelling() -> _Spelling:
    """Return the tables of spelling.yaml."""
    return listed("crossbearing.language", "spelling.yaml", _Spelling)


@cache
def words_of(kind: str) -> frozenset[str]:
    """Return the words of one list of spelling.yaml: `articles`, `servant`, `kunya`, `glued`, `joined` or `titles`."""
    return frozenset(str(getattr(spelling(), kind)).split())


@cache
def _signs() -> re.Pattern[str]:
    return re.compile("|".join(sorted(spelling().signs, key=lambda letters: (-len(letters), letters))))


@lru_cache(maxsize=65536)
def latin_sounds(word: str) -> Sounds:
    """Return the sounds of a folded Latin word; a final h falls away.

    >>> latin_sounds("najjar") == latin_sounds("nadjar"), latin_sounds("ahmad").consonants
    (True, 'hmd')
    """
    known = spelling()
    plain = _signs().sub(lambda m: known.signs[m.group()], word)
    consonants, vowels = "", [""]
    fallen = len(plain) > 2 and plain.endswith("h") and plain[-2] in known.vowels
    for sign in plain[:-1] if fallen else plain:
        if sign in known.vowels:
            vowels[-1] += known.vowels[sign]
        elif not consonants or consonants[-1] != sign or vowels[-1]:
            consonants += sign
            vowels.append("")
    return Sounds(consonants, tuple("".join(sorted(set(v))) for v in vowels), fallen)


@cache
def _alike() -> frozenset[str]:
    """Pairs of signs that may write the same Arabic letter."""
    return frozenset(
        one + other for told in spelling().arabic.values() for one in told.split() for other in told.split()
    )


def same_latin(one: str, other: str, *, loosely: bool = False) -> bool:
    """Whether two folded Latin words may be spellings of one name; loosely, whatever their vowels are.

    >>> same_latin("mohammed", "muhamad"), same_latin("hassan", "hussein")
    (True, False)
    >>> same_latin("hassan", "hussein", loosely=True)
    True
    """
    if one == other:
        return True
    a, b = latin_sounds(one), latin_sounds(other)
    if not a.consonants or len(a.consonants) != len(b.consonants):
        return False
    known = _alike()
    if not all(x == y or x + y in known for x, y in zip(a.consonants, b.consonants, strict=True)):
        return False
    # Of two ways to write a vowel one says less: "e" may be a or i, "ei" is heard as both.
    return loosely or all(
        x == y or (x and y and (set(x) <= set(y) or set(y) <= set(x))) for x, y in zip(a.vowels, b.vowels, strict=True)
    )


def same_across(latin: str, arabic: str) -> bool:
    """Whether a folded Latin and a folded Arabic word may be spellings of one name.

    What Arabic writes must be heard in Latin: each consonant, and each long vowel in its gap. Short vowels, which it
    does not write, may be any.

    >>> from crossbearing.language.normalise import fold
    >>> same_across("najjar", fold("نجّار")), same_across("mohammed", fold("محمود"))
    (True, False)
    """
    if arabic in spelling().spoken:
        return any(same_latin(latin, said) for said in spelling().spoken[arabic].split())
    heard = latin_sounds(latin)
    # An initial alef carries any vowel.
    rest = arabic.removeprefix("ا") if heard.vowels[0] else arabic
    return bool(heard.consonants) and _follows(heard, rest, 0, frozenset(heard.vowels[0]))


def _follows(heard: Sounds, letters: str, at: int, gap: frozenset[str]) -> bool:
    """Whether Arabic letters can be heard from the consonant `at` on, after a gap with these vowels."""
    if not letters:
        return at == len(heard.consonants)
    known, letter, rest = spelling(), letters[0], letters[1:]
    if letter in known.long:
        # A final alef or ya may be written for any vowel; else the vowel must be heard.
        return bool(known.long[letter] in gap or (not rest and gap)) and _follows(heard, rest, at, gap)
    told = known.arabic.get(letter)
    if told is None:
        return False
    if "-" in told and _follows(heard, rest, at, gap):
        return True
    if not rest and at == len(heard.consonants) and (letter == "ه" or (letter == "ح" and heard.fallen)):
        return True  # a final ta marbuta, written as a vowel or not at all; the h that fell away
    fits = at < len(heard.consonants) and (heard.consonants[at] in told.split() or _voiced(heard, letter, at))
    return fits and _follows(heard, rest, at + 1, frozenset(heard.vowels[at + 1]))


def _voiced(heard: Sounds, letter: str, at: int) -> bool:
    """Whether an s between vowels is written as the z that is heard in it: Joseph, Susan."""
    return letter == "ز" and heard.consonants[at] == "s" and bool(heard.vowels[at] and heard.vowels[at + 1])


@lru_cache(maxsize=65536)
def stems(word: str) -> tuple[str, ...]:
    """Return a folded word with and without what may be joined to it: Arabic particles, a Latin article, a plural s.

    >>> stems("alnajjar"), stems("والنجار")
    (('alnajjar', 'najjar'), ('والنجار', 'نجار', 'النجار'))
    """
    found = [word]
    if ARABIC.match(word):
        found += [word[len(c):] for c in CLITICS if word.startswith(c) and len(word) - len(c) >= SHORTEST_STEM]
    elif word[:2] in {"al", "el"} and len(word) > 5:
        found.append(word[2:])
    elif word.endswith("s") and len(word) > 4:
        found.append(word[:-1])
    return tuple(dict.fromkeys(found))


def same_word(one: str, other: str, *, loosely: bool = False) -> bool:
    """Whether two folded words may be spellings of one name, in either script; `one` may have something joined on."""
    arabic = bool(ARABIC.match(other))
    for stem in stems(one):
        if stem == other:
            return True
        if bool(ARABIC.match(stem)) != arabic:
            if same_across(*((stem, other) if arabic else (other, stem))):
                return True
        elif not arabic and same_latin(stem, other, loosely=loosely):
            return True
    return False
