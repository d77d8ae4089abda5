"""How names are compared: without case, accents, articles, possessives and hyphens."""

import re
import unicodedata

ARTICLES = frozenset({"the", "a", "an", "al", "el", "ash", "ad", "ar"})
"""English articles, and the Arabic one in its spellings."""

_INITIALS = re.compile(r"\b((?:[A-Za-z]\.){2,})")
_POSSESSIVE = re.compile(r"(?<=\w)'s?(?=\W|$)")
_WORD = re.compile(r"\w+")


def fold(name: str) -> str:
    """Return the name without accents, possessives and dots of initials; case is kept.

    >>> fold("the U.N.’s envoy, Türkiye")
    'the UN envoy, Turkiye'
    """
    plain = name
    if not name.isascii():
        plain = unicodedata.normalize("NFKD", name.replace("’", "'").replace("‘", "'").replace("ı", "i"))
        plain = "".join(c for c in plain if not unicodedata.combining(c))
    plain = _INITIALS.sub(lambda m: m.group(1).replace(".", ""), plain)
    return _POSSESSIVE.sub("", plain)


def words(folded: str) -> list[str]:
    """Return the words of a folded name in lower case, hyphens and apostrophes parting them, articles kept."""
    return [w.casefold() for w in _WORD.findall(folded)]


def cased_words(folded: str) -> list[str]:
    """Return the words of a folded name as they are written, articles left out.

    >>> cased_words("al-Nusra Front")
    ['Nusra', 'Front']
    """
    return [w for w in _WORD.findall(folded) if w.casefold() not in ARTICLES or (w.isupper() and len(w) > 1)]


def key(name: str) -> tuple[str, ...]:
    """Return what a name is compared by.

    >>> key("The Islamic State's") == key("islamic-state")
    True
    """
    return tuple(w.casefold() for w in cased_words(fold(name)))
