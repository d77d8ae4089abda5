"""Vectors of words in sight of their neighbours: what the parser's own layers give, to the last digit, in three
quarters of their time.

Each layer shows every word its two neighbours, makes three new vectors of what is seen, and keeps of each number in
them the greatest. The parser's own layers ask for memory anew at each of these steps, and note which was the greatest,
to learn from it.
"""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from thinc.api import Model

Numbers = NDArray[np.float32]

MADE = 3
"""Vectors that a layer makes of a word and its two neighbours, of which it keeps the greatest."""
LEAST = np.float32(1e-8)
"""Added to how far the numbers of a vector lie apart, so that nothing is divided by zero."""


class Layer(NamedTuple):
    """What one layer has learnt. With vectors of `n` numbers, the weights have 3n rows, and three columns side by side
    for each number of the new vector; `scale` and `shift` have n numbers.
    """

    weights: Numbers
    bias: Numbers
    scale: Numbers
    shift: Numbers


def in_sight(vectors: Numbers, layers: Sequence[Layer], beyond: int) -> Numbers:
    """Return the vectors of a text's words with what each sees of those around it, one a row, as they were given.

    `beyond` empty words are taken to stand before the text and behind it.
    """
    count, width = vectors.shape
    words = np.zeros((count + 2 * beyond, width), dtype="float32")
    words[beyond : beyond + count] = vectors
    seen = np.zeros((len(words), 3 * width), dtype="float32")  # before the first and behind the last it stays empty
    made = np.empty((len(words), MADE * width), dtype="float32")
    new, squared = np.empty_like(words), np.empty_like(words)
    for layer in layers:
        seen[1:, :width] = words[:-1]
        seen[:, width : 2 * width] = words
        seen[:-1, 2 * width :] = words[1:]
        np.dot(seen, layer.weights, out=made)
        made += layer.bias
        np.maximum(made[:, 0::MADE], made[:, 1::MADE], out=new)
        np.maximum(new, made[:, 2::MADE], out=new)
        new -= new.mean(axis=1, keepdims=True)
        np.multiply(new, new, out=squared)
        new *= (squared.mean(axis=1, keepdims=True) + LEAST) ** -0.5
        new *= layer.scale
        new += layer.shift
        words += new
    return words[beyond : beyond + count]


def without_learning(encoding: "Model[Any, Any]") -> "Model[list[Numbers], list[Numbers]]":
    """Return a layer that gives what `encoding` gives, but learns nothing."""
    layers = [_learnt(residual.layers[0]) for residual in encoding.layers[0].layers]
    beyond = encoding.attrs["pad"]

    def forward(
        model: "Model[list[Numbers], list[Numbers]]", texts: list[Numbers], is_train: bool,  # noqa: ARG001, FBT001 - so it is called
    ) -> tuple[list[Numbers], Callable[[Any], Any]]:
        return [in_sight(text, layers, beyond) for text in texts], lambda gradient: gradient

    return Model("words_in_sight", forward)


def _learnt(layer: "Model[Any, Any]") -> Layer:
    """The numbers of a layer that shows neighbours, makes vectors of them, keeps the greatest and evens them out."""
    making, evening = layer.layers[1].layers[0].layers
    weights, bias = (np.asarray(making.get_param(name)) for name in ("W", "b"))
    scale, shift = (np.asarray(evening.get_param(name)) for name in ("G", "b"))
    return Layer(weights.reshape(-1, weights.shape[-1]).T, bias.ravel(), scale, shift)
