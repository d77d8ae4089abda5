"""What a parse knows of each word of a text, as rows by which words are told apart and remembered."""

from collections.abc import Sequence
from typing import Any, Literal, cast

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

Attribute = Literal["ORTH", "LOWER", "POS"]

Rows = NDArray[np.uint64]
"""One row a word, one column an attribute."""


def rows_of(doc: Doc, attributes: Sequence[int | str]) -> tuple[Rows, list[bytes]]:
    """Return the attributes of a text's words, and each word's row as bytes, by which it can be looked up.

    >>> from crossbearing.language import parse
    >>> rows, words = rows_of(parse("the dog and the cat"), ["LOWER", "POS"])
    >>> rows.shape, words[0] == words[3], words[1] == words[4]
    ((5, 2), True, False)
    """
    rows = np.ascontiguousarray(cast("Any", doc).to_array(list(attributes))).reshape(len(doc), len(attributes))
    return rows, rows.view(f"V{rows.itemsize * rows.shape[1]}").ravel().tolist()


def written_words(doc: Doc, attribute: Attribute) -> Sequence[str]:
    """Return a text's words as they are written or in small letters, or their parts of speech: many times faster than
    asking each token. Made once for a text, so the list is not to be changed.

    >>> from crossbearing.language import parse
    >>> written_words(parse("Soldiers fled."), "LOWER")
    ['soldiers', 'fled', '.']
    """
    kept: list[str] | None = doc.user_data.get(attribute)
    if kept is None:
        codes = cast("Any", doc).to_array(attribute).tolist()
        known = {code: doc.vocab.strings[code] for code in set(codes)}
        kept = doc.user_data[attribute] = [known[code] for code in codes]
    return kept
