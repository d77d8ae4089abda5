"""Parses the sentences of a text side by side: a parser that takes one step in each of them at a time is much quicker.

A text is cut only where a sentence ends beyond doubt: at a break between paragraphs, and behind a full word in small
letters with its stop, before a capital. What stands between two cuts may be several sentences; the parser parts them.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Any, cast

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

if TYPE_CHECKING:
    from spacy.pipeline import DependencyParser
    from thinc.types import Ints2d

STOPS = frozenset({".", "!", "?"})
MARKS = frozenset({'"', "''", "``", "'", "“", "”", "‘", "’", "«", "»", "(", ")", "[", "]"})
"""What may stand between a stop and the next sentence: closing where it touches the stop, else opening."""
FEWEST = 3
"""Letters from which a word before a stop is taken for no abbreviation."""
GIVEN: list[int | str] = ["ORTH", "SPACY", "SENT_START"]
TOLD: list[int | str] = ["HEAD", "DEP", "SENT_START"]


class Parts:
    """A component in the place of a pipeline's parser, which it calls for all parts of a text at once."""

    def __init__(self, nlp: Language, name: str) -> None:
        """Take over from the parser of a loaded pipeline; `name` is what it is called there."""
        self.name = name
        self._parser = cast("DependencyParser", nlp.get_pipe("parser"))

    def __call__(self, doc: Doc) -> Doc:
        """Set heads, dependencies and sentences of a text whose words have their vectors."""
        if not len(doc):
            return doc
        rows = doc.to_array(GIVEN)
        words = [doc.vocab.strings[word] for word in rows[:, 0].tolist()]
        spaced, begins = rows[:, 1].astype(bool).tolist(), (rows[:, 2] == 1).tolist()
        parts = []
        for start, end in pairwise([*starts(words, spaced, begins), len(words)]):
            part = Doc(doc.vocab, words=words[start:end], spaces=spaced[start:end])
            part.tensor = doc.tensor[start:end]
            parts.append(part)
        self._parser.set_annotations(parts, self._steps(parts))
        return doc.from_array(TOLD, cast("Ints2d", np.concatenate([part.to_array(TOLD) for part in parts])))

    def _steps(self, parts: list[Doc]) -> list[Any]:
        """The parser's states of all parts at their ends.

        One step for all of them at a time, here and not in the parser's own loop: that takes and gives back the
        interpreter for each word that a step looks at, which is two thirds of its time.
        """
        states: list[Any] = self._parser.moves.init_batch(parts)
        step: Any = self._parser.model.predict(parts)
        weights, bias = (step.vec2scores.get_param(name) for name in ("W", "b"))
        live = [state for state in states if not state.is_final()]
        while live:
            seen = step.state2vec.predict(step.get_token_ids(live))
            live = self._parser.transition_states(live, np.dot(seen, weights.T) + bias)
        return states


def starts(words: Sequence[str], spaced: Sequence[bool], begins: Sequence[bool]) -> list[int]:
    """Return where parts of a text begin, by its words, whether a space follows each, and known sentence starts.

    >>> words = "He left . They met Gen . Ali of the U.S. Army . We saw it .".split()
    >>> [words[i] for i in starts(words, [True] * len(words), [False] * len(words))]
    ['He', 'They']
    """
    found = {0, *(i for i, begin in enumerate(begins) if begin)}
    for i, word in enumerate(words):
        if word not in STOPS or not i or not _is_full(words[i - 1]):
            continue
        after = i + 1
        while after < len(words) and not spaced[after - 1] and words[after] in MARKS:
            after += 1
        if after < len(words) and words[after].isspace():
            after += 1
        first = after + 1 if after + 1 < len(words) and words[after] in MARKS and not spaced[after] else after
        if first < len(words) and words[first][0].isupper():
            found.add(after)
    return sorted(found)


def _is_full(word: str) -> bool:
    return len(word) >= FEWEST and word.isalpha() and word.islower()
