"""Tells which language a text is in."""

import py3langid

SHORTEST = 10
"""Letters below which no language is named."""
LOOKED_AT, PART = 5000, 300
"""Code points that are looked at, and how many at beginning, middle and end say it alone where all are English."""

TAKEN_FOR = frozenset({"pcm"})
"""Languages that the identifier sees where a text is in another: Nigerian Pidgin in telegraphic English."""


def identify(text: str) -> str | None:
    """Return the ISO 639-1 code of the text's language, or null where there is too little text to tell.

    >>> identify("Residents fled the town as tanks moved in on Thursday night.")
    'en'
    """
    sample = text[:LOOKED_AT]
    if len(sample) > 3 * PART:
        middle = (len(sample) - PART) // 2
        parts = (sample[:PART], sample[middle : middle + PART], sample[-PART:])
        if all(_language(part) == "en" for part in parts):
            return "en"
    return _language(sample)


def _language(sample: str) -> str | None:
    if sum(c.isalpha() for c in sample) < SHORTEST:
        return None
    code, _ = py3langid.classify(sample)
    if code in TAKEN_FOR:
        code = next(other for other, _ in py3langid.rank(sample) if other not in TAKEN_FOR)
    return str(code)
