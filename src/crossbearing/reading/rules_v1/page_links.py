"""Lines of a page that lead to its other stories, whose headlines tell nothing of this one."""

import re
from functools import cache

from crossbearing.reading.rules_v1.lexicon import load_data
from crossbearing.records import Span


@cache
def _leading() -> re.Pattern[str]:
    """A line that leads to another story, or one that stands above a list of them and the lines of that list.

    A line of a list ends in no full stop, as headlines do.
    """
    words = "|".join(sorted(map(re.escape, load_data("page.yaml")["leading"]), key=len, reverse=True))
    listed = r"(?:[^\n]*[^\n.!?\"”’\s][ \t]*(?:\n|\Z))+"
    one, list_of = r":[ \t]*\S[^\n]*", rf":?[ \t]*\n(?:[ \t]*\n)?{listed}"
    return re.compile(rf"^[ \t]*(?:{words})[ \t]*(?:{one}|{list_of})", re.IGNORECASE | re.MULTILINE)


def link_spans(text: str) -> tuple[Span, ...]:
    """Return the spans of a text (code points) in which its page leads to other stories.

    >>> link_spans("Nine died." + chr(10) + "Read more: Four hurt in Dirwan")
    ((11, 41),)
    """
    return tuple(found.span() for found in _leading().finditer(text))
