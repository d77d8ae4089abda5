"""Titles of pages: the headline, and the name of the site behind it."""

import re
from functools import cache

import msgspec

from crossbearing.ontology import listed

_BETWEEN = re.compile(r"(?<!\s)(?:\s+(?:[-–—·]|::)\s+(?:\|\s*)?|\s*\|\s*)")
_DOMAIN = re.compile(r"\b\w+\.(?:com|net|org|tv|us|co\.uk|co)\b", re.IGNORECASE)
_STATION = re.compile(r"\b[KW][A-Z]{3}\d{0,2}\b")
"""The call sign of an American station, with its channel: "WNCT", "KCTV5"."""
_NUMBER = re.compile(r"\d+")
SHORT = 2
"""Words of a part of a title that is a label: the page's section between headline and site, or a topic before both."""
LONGEST_SITE = 5
"""Words of a site's name, but for those of which such names are made."""


class Sites(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The words of titles.yaml."""

    words: frozenset[str]
    networks: frozenset[str]
    small: frozenset[str]
    telling: frozenset[str]


@cache
def sites() -> Sites:
    """Return the words of which the names of news sites are made."""
    return listed("crossbearing.language", "titles.yaml", Sites)


def end_of_headline(title: str) -> int:
    """Return the offset in a page's title at which its headline ends: all of it, or what stands before its site's name.

    >>> [title[:end_of_headline(title)] for title in ("Two die in fire - Channel 9 News", "Two die in fire - mayor")]
    ['Two die in fire', 'Two die in fire - mayor']
    """
    between = [m for m in _BETWEEN.finditer(title) if m.start()]
    ends = [*(m.start() for m in between), len(title)][1:]
    behind = [(m, title[m.end() : end]) for m, end in zip(between, ends, strict=True)]
    sites_here = [_names_a_site(part) for _, part in behind]
    first = next((i for i, (mark, _) in enumerate(behind) if "|" in mark.group() or sites_here[i]), None)
    if first is not None and _is_short(title[: behind[first][0].start()]):
        # "LIVE | Bomb hits market | Valley News": what is told stands behind the label.
        told = [i for i in range(first, len(behind)) if not sites_here[i] and not _is_short(behind[i][1])]
        if told:
            later = range(told[0] + 1, len(behind))
            first = next((i for i in later if "|" in behind[i][0].group() or sites_here[i]), None)
    if first is None:
        return len(title)
    while first and _may_be_a_section(behind[first - 1][1]):
        first -= 1
    return behind[first][0].start()


def _names_a_site(part: str) -> bool:
    if _DOMAIN.search(part):
        return True
    words = re.findall(r"[^\W\d_]+", part)
    known = sites()
    if any(word[0].islower() and word not in known.small for word in words) or not known.telling.isdisjoint(words):
        return False
    if len(set(words) - known.words - known.networks - known.small) > LONGEST_SITE or _counts(part):
        return False
    return _STATION.search(part) is not None or not (known.words | known.networks).isdisjoint(words)


def _counts(part: str) -> bool:
    """Whether a part has a number that is no channel's: in a word, or beside one of a site's name."""
    words = re.findall(r"\w+", part)
    known = sites()
    named = [_STATION.fullmatch(word) is not None or word in known.words | known.networks for word in words]
    return any(
        _NUMBER.fullmatch(word) and not any(named[max(0, i - 1) : i + 2]) for i, word in enumerate(words)
    )


def _is_short(part: str) -> bool:
    return len(part.split()) <= SHORT


def _may_be_a_section(part: str) -> bool:
    return _is_short(part) and all(word[0].isupper() for word in part.split())
