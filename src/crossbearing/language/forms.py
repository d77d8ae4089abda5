"""Parts of speech, morphology and lemmas: worked out once for each word and tag, then remembered.

What the parser's own rules and tables make of a word hangs on the word, its tag and what it is in its sentence, save
for a few pairs of words ("let's", "there is"). Asking them for each word of each text anew takes a fifth of the time
of a parse.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, cast

import numpy as np
from spacy.language import Language
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler, Lemmatizer
from spacy.tokens import Doc

from crossbearing.language.rows import Rows, rows_of

if TYPE_CHECKING:
    from thinc.types import Ints2d

MOST = 100_000
"""Words with their tags that are remembered at most; beyond it memory begins anew."""
GIVEN: list[int | str] = ["ORTH", "TAG", "DEP"]
TOLD: list[int | str] = ["DEP", "POS", "MORPH", "LEMMA"]


UNMEANT = frozenset({"hop", "stag", "wag", "rag", "rap", "snip", "hat", "rat"})
"""Verbs that the tables take for others that are far more common in the news ("hoped": to hop; "staged": to stag)."""


class Forms:
    """A component in the place of a pipeline's attribute ruler and lemmatizer, which it asks what it does not know."""

    def __init__(self, nlp: Language, name: str) -> None:
        """Take over from the two components of a loaded pipeline; `name` is what it is called there."""
        self.name = name
        ruler = nlp.get_pipe("attribute_ruler")
        self._vocab = nlp.vocab
        self._lemmas = nlp.get_pipe("lemmatizer")
        known = cast("Lemmatizer", self._lemmas).lookups.get_table("lemma_index")
        known["verb"] = [verb for verb in known["verb"] if verb not in UNMEANT]
        self._single = AttributeRuler(nlp.vocab)
        self._pairs: Any = AttributeRuler(nlp.vocab)  # it takes pieces of a text, too, which its types do not say
        self._openings = Matcher(nlp.vocab)
        for rule in cast("AttributeRuler", ruler).patterns:
            patterns = cast("list[list[dict[str, Any]]]", rule["patterns"])
            if all(len(pattern) == 1 for pattern in patterns):
                self._single.add_patterns([rule])
            else:
                self._pairs.add_patterns([rule])
                self._openings.add("pair", [pattern[:1] for pattern in patterns])
        self._known: dict[bytes, bytes] = {}
        """What is told of each word by what is given of it, and whether it may open a pair."""

    def __call__(self, doc: Doc) -> Doc:
        """Set part of speech, morphology and lemma of each word of a tagged and parsed text."""
        rows, words = rows_of(doc, GIVEN)
        new = {word: i for i, word in enumerate(words) if word not in self._known}
        if new:
            self._learn(rows[list(new.values())], list(new))
        if words:
            told = np.frombuffer(b"".join([self._known[word] for word in words]), "uint64").reshape(len(words), -1)
            doc.from_array(TOLD, cast("Ints2d", told[:, :-1]))
            for i in told[:, -1].nonzero()[0].tolist():
                pairs = self._pairs.match(doc[i : i + 2])
                self._pairs.set_annotations(doc, [(rule, name, i + a, i + b) for rule, name, a, b in pairs])
        if len(self._known) > MOST:
            self._known.clear()
        return doc

    def _learn(self, rows: Rows, words: Sequence[bytes]) -> None:
        """Ask rules and tables for words that were not met before, each by itself, and whether it may open a pair."""
        asked = Doc(self._vocab, words=[self._vocab.strings[word] for word in rows[:, 0].tolist()])
        asked.from_array(GIVEN[1:], cast("Ints2d", rows[:, 1:]))
        opening = np.zeros((len(words), 1), dtype="uint64")
        opening[[start for _, start, _ in self._openings(asked, allow_missing=True)]] = 1
        told = np.hstack([self._lemmas(self._single(asked)).to_array(TOLD), opening])
        self._known.update((word, row.tobytes()) for word, row in zip(words, told, strict=True))
