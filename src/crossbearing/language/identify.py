"""Tells which language a text is in."""

import py3langid

SHORTEST = 10
"""Letters below which no language is named."""
SAMPLES = (1000, 5000)
"""Code points that are looked at: first few, and more where these are not plainly English."""

TAKEN_FOR = frozenset({"pcm"})
"""Languages that the identifier sees where a text is in another: Nigerian Pidgin in telegraphic English."""


def identify(text: str) -> str | None:
    """Return the ISO 639-1 code of the text's language, or null where there is too little text to tell.

    >>> identify("Residents fled the town as tanks moved in on Thursday night.")
    'en'
    """
    for size in SAMPLES:
        sample = text[:size]
        code = _language(sample) if sum(c.isalpha() for c in sample) >= SHORTEST else None
        if code == "en" or len(text) <= size:
            break
    return code


def _language(sample: str) -> str:
    code, _ = py3langid.classify(sample)
    if code in TAKEN_FOR:
        code = next(other for other, _ in py3langid.rank(sample) if other not in TAKEN_FOR)
    return str(code)
