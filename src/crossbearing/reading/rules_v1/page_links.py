"""Lines of a page beside its story: those that lead to other stories, and what stands under its pictures."""

import re
from functools import cache

from crossbearing.reading.rules_v1.lexicon import load_data
from crossbearing.records import Span


@cache
def _leading() -> re.Pattern[str]:
    """A line that leads to another story, or one that stands above a list of them and the lines of that list.

    A line of a list ends in no full stop, as headlines do.
    """
    words = _any_of("leading")
    listed = r"(?:[^\n]*[^\n.!?\"”’\s][ \t]*(?:\n|\Z))+"
    one, list_of = r":[ \t]*\S[^\n]*", rf":?[ \t]*\n(?:[ \t]*\n)?{listed}"
    return re.compile(rf"^[ \t]*(?:{words})[ \t]*(?:{one}|{list_of})", re.IGNORECASE | re.MULTILINE)


@cache
def _caption() -> re.Pattern[str]:
    """A line that tells what a picture shows: it begins with a word for it, or ends with who took it."""
    credited = rf"[^\n]*[.)] ?(?:{_any_of('crediting')}):[^\n.]{{2,60}}$"
    return re.compile(rf"^[ \t]*(?:(?:{_any_of('picturing')})[ \t]*:[^\n]*|{credited})", re.IGNORECASE | re.MULTILINE)


def _any_of(use: str) -> str:
    return "|".join(sorted(map(re.escape, load_data("page.yaml")[use]), key=len, reverse=True))


def caption_spans(text: str) -> tuple[Span, ...]:
    """Return the spans of a text (code points) that tell what its pictures show, which may be old or elsewhere.

    >>> caption_spans("Nine died." + chr(10) + "File photo: Smoke over Dirwan")
    ((11, 40),)
    """
    return tuple(found.span() for found in _caption().finditer(text))


def link_spans(text: str) -> tuple[Span, ...]:
    """Return the spans of a text (code points) in which its page leads to other stories.

    >>> link_spans("Nine died." + chr(10) + "Read more: Four hurt in Dirwan")
    ((11, 41),)
    """
    return tuple(found.span() for found in _leading().finditer(text))
