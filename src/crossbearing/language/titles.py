"""Titles of pages: the headline, and the name of the site behind it."""

import re
from functools import cache
from importlib.resources import files

import msgspec
import yaml

_BETWEEN = re.compile(r"(?<!\s)(?:\s+(?:[-–—·]|::)\s+(?:\|\s*)?|\s*\|\s*)")
_DOMAIN = re.compile(r"\b\w+\.(?:com|net|org|tv|us|co\.uk|co)\b", re.IGNORECASE)
_STATION = re.compile(r"\b[KW][A-Z]{3}\d{0,2}\b")
"""The call sign of an American station, with its channel: "WNCT", "KCTV5"."""
SHORT = 2
"""Words of a part of a title between headline and site, such as the page's section."""


class Sites(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The words of titles.yaml."""

    words: frozenset[str]
    networks: frozenset[str]
    small: frozenset[str]


@cache
def sites() -> Sites:
    """Return the words of which the names of news sites are made."""
    text = files("crossbearing.language").joinpath("titles.yaml").read_text(encoding="utf-8")
    return msgspec.convert(yaml.safe_load(text), Sites)


def end_of_headline(title: str) -> int:
    """Return the offset in a page's title at which its headline ends: all of it, or what stands before its site's name.

    >>> [title[:end_of_headline(title)] for title in ("Two die in fire - Channel 9 News", "Two die in fire - mayor")]
    ['Two die in fire', 'Two die in fire - mayor']
    """
    between = [m for m in _BETWEEN.finditer(title) if m.start()]
    ends = [*(m.start() for m in between), len(title)][1:]
    behind = [(m, title[m.end() : end]) for m, end in zip(between, ends, strict=True)]
    first = next((i for i, (mark, part) in enumerate(behind) if "|" in mark.group() or _names_a_site(part)), None)
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
    if any(word[0].islower() and word not in known.small for word in words):
        return False
    return _STATION.search(part) is not None or not (known.words | known.networks).isdisjoint(words)


def _may_be_a_section(part: str) -> bool:
    words = part.split()
    return len(words) <= SHORT and all(word[0].isupper() for word in words)
