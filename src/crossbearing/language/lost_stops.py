"""Where a sentence begins whose stop was lost, as in copied pages: "shells hit Dirwan Some nine traders fled"."""

from functools import cache

import numpy as np
from spacy.tokens import Doc

from crossbearing.language.sentences import shortened

SHOWN_BY = 6
"""Words behind an opening word that tell a sentence from a title, in which all words have capitals."""


def lost_stops(doc: Doc) -> list[int]:
    """Return the indices of the words at which a sentence begins without a stop before it.

    Such a word opens sentences of news, has a capital in running text, and neither leads on from the words before nor
    stands in a title.
    """
    words = doc.to_array(["ORTH"])
    candidates = np.isin(words[1:-1], [doc.vocab.strings.add(word) for word in _opening()]).nonzero()[0] + 1
    return [i for i in candidates.tolist() if _begins(doc, i)]


@cache
def _opening() -> tuple[str, ...]:
    return tuple(word.capitalize() for word in shortened()["opening"])


def _begins(doc: Doc, i: int) -> bool:
    before, after = doc[i - 1], doc[i + 1]
    if not before.text[-1].isalpha() or before.is_stop or before.lower_ in shortened()["leading_on"]:
        return False
    if before.is_upper or not (after.is_lower or after.is_digit):
        return False
    behind = doc[i + 2 : i + 2 + SHOWN_BY]
    return sum(word.is_lower and not word.is_stop for word in behind) > 1
