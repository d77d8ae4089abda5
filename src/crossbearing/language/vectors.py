"""Vectors of words by themselves, before their neighbours are looked at: worked out once for each, then remembered.

They hang on a word's letters alone, and take a third of what a parser needs to see a text.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, cast

import numpy as np
from spacy.tokens import Doc
from thinc.api import Model, NumpyOps

from crossbearing.language.rows import rows_of

if TYPE_CHECKING:
    from thinc.types import Floats2d

MOST = 30_000
"""Words that are remembered at most (12 MB); beyond it memory begins anew."""


class OneByOne(NumpyOps):  # type: ignore[misc]  # its compiled parent has no types
    """Multiplies each row by itself, so that in its last digits none hangs on which others it is worked out with."""

    def gemm(self, x: Any, y: Any, out: Any = None, trans1: bool = False, trans2: bool = False) -> Any:  # noqa: FBT001, FBT002
        """Return the product of two matrices, of which each may be transposed first."""
        left, right = (x.T if trans1 else x), (y.T if trans2 else y)
        return np.matmul(left[:, None, :], right, out=None if out is None else out[:, None, :])[:, 0]


class Vectors:
    """What a layer that embeds words makes of each, remembered."""

    def __init__(self, embedding: "Model[Any, Any]") -> None:
        """Take over from a layer that looks up attributes of words, embeds each of them and mixes the outcome."""
        attributes, _, embed, mix, _ = embedding.layers
        self._attributes: list[int | str] = attributes.attrs["columns"]
        self._embed, self._mix = embed, mix
        for layer in mix.walk():
            layer.ops = OneByOne(use_blis=False)
        self._forget(MOST)

    def _forget(self, room: int) -> None:
        """Begin anew, with room for so many words."""
        self._known: dict[bytes, int] = {}
        self._table = np.empty((room, self._mix.get_dim("nO")), dtype="float32")

    def of(self, doc: Doc) -> "Floats2d":
        """Return the vectors of a text's words, one a row."""
        rows, words = rows_of(doc, self._attributes)
        first = {word: i for i, word in enumerate(words)}
        new = [word for word in first if word not in self._known]
        if len(self._known) + len(new) > len(self._table):
            self._forget(max(MOST, len(first)))
            new = list(first)
        if new:
            begin = len(self._known)
            made = self._mix.predict(self._embed.predict(rows[[first[word] for word in new]]))
            self._table[begin : begin + len(new)] = made
            self._known |= {word: begin + n for n, word in enumerate(new)}  # known only once it is worked out
        return cast("Floats2d", self._table[[self._known[word] for word in words]])


def remembered(embedding: "Model[Any, Any]") -> "Model[list[Doc], list[Floats2d]]":
    """Return a layer that gives what `embedding` gives, but learns nothing."""
    vectors = Vectors(embedding)

    def forward(
        model: "Model[list[Doc], list[Floats2d]]", docs: list[Doc], is_train: bool,  # noqa: ARG001, FBT001 - so it is called
    ) -> "tuple[list[Floats2d], Callable[[Any], Any]]":
        return [vectors.of(doc) for doc in docs], lambda gradient: gradient

    return Model("remembered_vectors", forward)
