"""Lines of a page that lead to its other stories, whose headlines tell nothing of this one."""

import re
from functools import cache, lru_cache

from crossbearing.reading.rules_v1.lexicon import load_data
from crossbearing.records import Span


@cache
def _leading() -> re.Pattern[str]:
    """A line that leads to another story, or one that stands above a list of them and the lines of that list.

    Headlines have no full stop in them nor at their end, and none goes on in the next line, as prose
    does whose lines are broken: "Related: The army denied it. It did not say why."
    """
    words = "|".join(sorted(map(re.escape, load_data("page.yaml")["leading"]), key=len, reverse=True))
    headline = rf"(?:(?!{STOP})[^\n])*"
    unbroken = r"(?!\n[ \t]*(?-i:[a-z]))"
    listed = rf"(?:{headline}[^\n.!?\"”’\s][ \t]*{unbroken}(?:\n|\Z))+"
    one = rf":[ \t]*(?=\S){headline}(?<!{ENDING})(?=\n|\Z){unbroken}"
    list_of = rf":?[)\]]?[ \t]*\n(?:[ \t]*\n)?{listed}"
    return re.compile(rf"^[ \t]*{MARK}(?:{words})[ \t]*(?:{one}|{list_of})", re.IGNORECASE | re.MULTILINE)


STOP = r"(?<=[^\W\d_]{2})[.!?][\"”’]?[ \t]+(?=[^\n])(?-i:[\"“‘]?[A-Z])"
"""The end of a sentence behind which another begins in the same line; not the stop of an initial or a number."""
ENDING = r"[^\W\d_]{2}[.]"
"""The stop of a sentence, with which no headline ends: "In other news: nine people were killed on Monday."."""
MARK = r"(?:[-*•·▪►»>][ \t]*|[(\[][ \t]*)?"
"""What may stand before such a line: a bullet, an opening bracket."""


@lru_cache(maxsize=1)
def link_spans(text: str) -> tuple[Span, ...]:
    """Return the spans of a text (code points) in which its page leads to other stories.

    >>> link_spans("Nine died." + chr(10) + "Read more: Four hurt in Dirwan")
    ((11, 41),)
    """
    return tuple(found.span() for found in _leading().finditer(text))
