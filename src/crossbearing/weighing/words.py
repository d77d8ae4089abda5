"""How telling a word is: names and rare words say that two reports tell of the same thing, common ones do not."""

import math
import re
from collections.abc import Collection, Iterable, Mapping
from functools import cache
from importlib.resources import files

import yaml

from crossbearing.actors.names import fold
from crossbearing.actors.tables import actors, states

RARE = 10.0
"""Bits of a word that the table does not hold."""
NUMBER = 4.0
"""Bits of a number of one or two digits, such as an age."""
YEAR = 1.0
NAMED = 3.0
"""Bits of the names of states and of known parties: who acts is compared by itself."""

_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*|\d+")
_CALENDAR = (
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur "
    "fri sat sun"
).split()


def stem(word: str) -> str:
    """Return a lower-case word without a plural or possessive s.

    >>> stem("rockets"), stem("glass")
    ('rocket', 'glass')
    """
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


@cache
def _bits() -> dict[str, float]:
    text = files("crossbearing.weighing").joinpath("common_words.yaml").read_text(encoding="utf-8")
    known: dict[str, float] = {}
    names = [n for a in actors().values() for n in (a.name, *a.aliases)]
    names += [n for s in states().values() for n in (*s.names, *s.adjectives)]
    for name in names:
        for word in _WORD.findall(fold(name).casefold()):
            known[stem(word)] = NAMED
    known |= dict.fromkeys(_CALENDAR, 0.5)
    for bits, words in yaml.safe_load(text).items():
        known |= {word: min(known.get(word, RARE), float(bits)) for word in words.split()}
    return known


@cache
def bits(word: str) -> float:
    """Return how many bits a stemmed word is worth: 0 for a word of every report, 10 for a name.

    >>> bits("the"), bits("xanthopoulo")
    (0.0, 10.0)
    """
    if word.isdigit():
        return NUMBER if len(word) < 3 else YEAR if len(word) == 4 and word[:2] in ("19", "20") else NUMBER + 1
    if len(word) == 1:
        return 0.0
    return _bits().get(word, RARE)


def stems(text: str) -> list[str]:
    """Return the stemmed words and numbers of a text, in order, accents folded.

    >>> stems("Syria's 2 towns")
    ['syria', '2', 'town']
    """
    return [stem(word.replace("'", "")) for word in _WORD.findall(fold(text).casefold())]


def weighed(words: Iterable[str], leave_out: Collection[str] = ()) -> dict[str, float]:
    """Return the bits of each word (more where it is said often), without those left out."""
    counts: dict[str, int] = {}
    for word in words:
        if word not in leave_out:
            counts[word] = counts.get(word, 0) + 1
    return {word: (1 + math.log(n)) * bits(word) for word, n in counts.items() if bits(word) > 0}


def length(vector: Mapping[str, float]) -> float:
    """Return the Euclidean length of a vector of words."""
    return math.sqrt(sum(v * v for v in vector.values()))


def cosine(a: Mapping[str, float], b: Mapping[str, float], length_a: float, length_b: float) -> float:
    """Return the cosine of two vectors of words of known lengths; 0 where one is empty.

    >>> cosine({"x": 1.0}, {"x": 2.0}, 1.0, 2.0)
    1.0
    """
    both = a.keys() & b.keys()
    return math.fsum([a[w] * b[w] for w in both]) / (length_a * length_b) if both else 0.0
