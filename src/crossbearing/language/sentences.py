"""Splits running text of any script into sentences, without a parser."""

import re
from functools import cache

from crossbearing.ontology import listed
from crossbearing.records import Span

END = re.compile(r"[.!?؟۔…]+[\"'”’»)\]]*(?=\s|$)|\n\s*\n|\n(?=\s*[-•*▪]\s)")
"""Where a sentence may end: a full stop of Latin, Arabic or Urdu script, a blank line, the next item of a list."""
LAST_WORD = re.compile(r"(?:^|[\s(])([\w.]+)\.$")
TITLES = 12
"""Code points before a stop in which a shortened word is looked for."""


@cache
def shortened() -> dict[str, frozenset[str]]:
    """Return the words that are written short, by list: see the head of shortened.yaml."""
    return listed("crossbearing.language", "shortened.yaml", dict[str, frozenset[str]])


def sentence_spans(text: str) -> tuple[Span, ...]:
    """Return the sentences of a text, without the white space around them, as offsets.

    Arabic commas and semicolons join clauses and end no sentence; nor does the stop of a title, an initial or a number.

    >>> text = "قُتل ثلاثة مدنيين في حلب. وقال د. سامر إن القصف استمر؟ نعم."
    >>> [text[a:b] for a, b in sentence_spans(text)]
    ['قُتل ثلاثة مدنيين في حلب.', 'وقال د. سامر إن القصف استمر؟', 'نعم.']
    """
    found: list[Span] = []
    begin = 0
    for match in END.finditer(text):
        if match[0] == "." and _is_short(text, match.end()):
            continue
        _add(found, text, begin, match.end())
        begin = match.end()
    _add(found, text, begin, len(text))
    return tuple(found)


def _is_short(text: str, end: int) -> bool:
    """Whether the stop before `end` belongs to a title or an initial that a word follows."""
    word = LAST_WORD.search(text[max(0, end - TITLES) : end])
    if word is None or not text[end : end + 2].strip():
        return False
    initial, short = len(word[1]) == 1 and word[1].isupper(), word[1].lower()
    numbering = short in shortened()["numbering"] and text[end : end + 2].strip()[:1].isdigit()
    return initial or numbering or short in shortened()["arabic"] or short in shortened()["latin"]


def _add(found: list[Span], text: str, begin: int, end: int) -> None:
    inner = text[begin:end]
    start = begin + len(inner) - len(inner.lstrip())
    stop = end - (len(inner) - len(inner.rstrip()))
    if start < stop:
        found.append((start, stop))
