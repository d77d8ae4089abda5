"""Names as sounds: how near two spellings of a name from another script are to each other."""

import re
from functools import cache, lru_cache

from crossbearing.places.countries import table
from crossbearing.places.names import ARTICLE

FOLDS = [(re.compile(pattern), put) for pattern, put in [
    (r"(?<=[ae])j(?![aeiouy])", "i"), (r"dzh|dsch|dj|dz", "j"), (r"tsch|tch|ch|sch|sz|sh|sj", "S"), (r"kh", "H"),
    (r"gh|rh(?=[aeiou])", "G"), (r"zh", "j"), (r"th", "t"),
    (r"dh", "d"), (r"ph", "f"), (r"ck", "k"), (r"qu(?=[ei])", "k"), (r"ou|oo|uu|ue", "u"), (r"oe", "o"),
    (r"ee|ii|ie", "i"), (r"aa|ae|ah\b|eh\b|a\b", "a"), (r"ai|ay|ei|ey", "E"), (r"au|aw|ow|ao", "O"),
    (r"iyy|iy|ij|jy|yi", "i"), (r"gu(?=[ei])", "g"),
]]
"""Letters that together write one sound in some romanisation (English, French, German press, scholars), each as one
sign; in the order they are applied."""
KINDS = re.compile(
    r"(?<=\w\w\w) (?:koyu|koy|koeyue|koey|mahallesi|ilcesi|ili|sub ?district|district|province|governorate)$")
"""Words for a kind of place at the end of a name, which it is written with or without: Turkish and English ones."""
FUSED = re.compile(r"\b[ae](sh|th|dh|[trzsdn])(?=\1[aeiouwy]\w)")
"""The Arabic article written in one word with its noun, whose first consonant it takes on: "Ezzor", "Arraqqa"."""
VOWELS = "aeiouyEO"
GAP = "-"
UNSEEN = -4.0
"""Weight of a pair of sounds that the table lacks."""
ALIKE = 0.8
"""Likeness, as a share of a name's likeness to itself, from which two known names are taken for one."""


def without_kind(key: str) -> str:
    """Return a name's key without the word for its kind that ends it.

    >>> without_kind("hacibektas district"), without_kind("gelendost ilcesi"), without_kind("karakoy")
    ('hacibektas', 'gelendost', 'karakoy')
    """
    return KINDS.sub("", key)


@lru_cache(maxsize=200_000)
def sounds(key: str) -> str:
    """Return the sounds of a name, given its key: without Arabic articles, words for its kind, spaces, doubled signs.

    >>> sounds("jisr al shughour"), sounds("jisr esh shughur")
    ('jisrSuGur', 'jisrSuGur')
    >>> sounds("deir ezzor") == sounds("deir ez zor"), sounds("hajar"), sounds("hacibektas district")
    (True, 'hajar', 'hacibektas')
    """
    rest = " ".join(without_kind(FUSED.sub("", ARTICLE.sub("", key))).split())
    for pattern, put in FOLDS:
        rest = pattern.sub(put, rest)
    return re.sub(r"(.)\1+", r"\1", rest.replace(" ", ""))


@cache
def pair_weights() -> dict[str, dict[str, float]]:
    """Return by how much two sounds (or a sound and a gap) in the same spot speak for one name, in log-odds."""
    weights: dict[str, dict[str, float]] = {}
    for row in table("sounds.csv"):
        a, b, weight = row["one"], row["other"], float(row["weight"])
        weights.setdefault(a, {})[b] = weight
        weights.setdefault(b, {})[a] = weight
    return weights


def likeness(one: str, other: str) -> float:
    """Return the log-odds, by the best alignment of their sounds, that two names are spellings of one."""
    known = pair_weights()
    gap = known[GAP]
    gaps = [gap.get(y, UNSEEN) for y in other]
    row = [0.0]
    for weight in gaps:
        row.append(row[-1] + weight)
    for x in one:
        pairs, lost = known.get(x, {}), gap.get(x, UNSEEN)
        last, *above = row
        here = last + lost
        row = [here]
        for up, y, alone in zip(above, other, gaps, strict=True):
            here = max(last + pairs.get(y, UNSEEN), up + lost, here + alone)
            last = up
            row.append(here)
    return row[-1]


@lru_cache(maxsize=200_000)
def itself(name: str) -> float:
    """Return the likeness of a name to itself, which grows with its length."""
    known = pair_weights()
    return sum(known.get(x, {}).get(x, 3.0) for x in name)


def are_alike(one: str, other: str) -> bool:
    """Whether two known names, given their sounds, are one name.

    >>> are_alike(sounds("jisr al shughur"), sounds("jisr ash shughour")), are_alike(sounds("hatay"), sounds("antakya"))
    (True, False)
    """
    return likeness(one, other) / max(itself(one), itself(other), 1.0) >= ALIKE
