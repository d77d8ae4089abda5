"""Tells which language a text is in."""

import py3langid

SHORTEST = 10
"""Letters below which no language is named."""
LOOKED_AT, FIRST = 5000, 1000
"""Code points that are looked at, and how many at their beginning and end say it alone where both are English."""

TAKEN_FOR = frozenset({"pcm"})
"""Languages that the identifier sees where a text is in another: Nigerian Pidgin in telegraphic English."""


def identify(text: str) -> str | None:
    """Return the ISO 639-1 code of the text's language, or null where there is too little text to tell.

    >>> identify("Residents fled the town as tanks moved in on Thursday night.")
    'en'
    """
    sample = text[:LOOKED_AT]
    if len(sample) > 2 * FIRST and _language(sample[:FIRST]) == _language(sample[-FIRST:]) == "en":
        return "en"
    return _language(sample)


def _language(sample: str) -> str | None:
    if sum(c.isalpha() for c in sample) < SHORTEST:
        return None
    code, _ = py3langid.classify(sample)
    if code in TAKEN_FOR:
        code = next(other for other, _ in py3langid.rank(sample) if other not in TAKEN_FOR)
    return str(code)
