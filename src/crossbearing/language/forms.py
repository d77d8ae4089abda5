"""Parts of speech, morphology and lemmas: worked out once for each word and tag, then remembered.

What the parser's own rules and tables make of a word hangs on the word, its tag and what it is in its sentence, save
for a few pairs of words ("let's", "there is"). Asking them for each word of each text anew takes a fifth of the time
of a parse.
"""

from typing import TYPE_CHECKING, Any, cast

import numpy as np
from spacy.language import Language
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc

if TYPE_CHECKING:
    from thinc.types import Ints2d

MOST = 100_000
"""Words with their tags that are remembered at most; beyond it memory begins anew."""
GIVEN: list[int | str] = ["ORTH", "TAG", "DEP"]
TOLD: list[int | str] = ["DEP", "POS", "MORPH", "LEMMA"]


class Forms:
    """A component in the place of a pipeline's attribute ruler and lemmatizer, which it asks what it does not know."""

    def __init__(self, nlp: Language, name: str) -> None:
        """Take over from the two components of a loaded pipeline; `name` is what it is called there."""
        self.name = name
        ruler = nlp.get_pipe("attribute_ruler")
        self._vocab = nlp.vocab
        self._lemmas = nlp.get_pipe("lemmatizer")
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
        self._known: dict[tuple[int, ...], list[int]] = {}

    def __call__(self, doc: Doc) -> Doc:
        """Set part of speech, morphology and lemma of each word of a tagged and parsed text."""
        words = list(map(tuple, doc.to_array(GIVEN).tolist()))
        new = [word for word in dict.fromkeys(words) if word not in self._known]
        if new:
            self._learn(new)
        if words:
            told = np.array([self._known[word] for word in words], dtype="uint64")
            doc.from_array(TOLD, cast("Ints2d", told[:, :-1]))
            for i in told[:, -1].nonzero()[0].tolist():
                pairs = self._pairs.match(doc[i : i + 2])
                self._pairs.set_annotations(doc, [(rule, name, i + a, i + b) for rule, name, a, b in pairs])
        if len(self._known) > MOST:
            self._known.clear()
        return doc

    def _learn(self, new: list[tuple[int, ...]]) -> None:
        """Ask rules and tables for words that were not met before, each by itself, and whether it may open a pair."""
        asked = Doc(self._vocab, words=[self._vocab.strings[word[0]] for word in new])
        asked.from_array(GIVEN[1:], cast("Ints2d", np.array(new, dtype="uint64")[:, 1:]))
        opening = {start for _, start, _ in self._openings(asked, allow_missing=True)}
        told = self._lemmas(self._single(asked)).to_array(TOLD).tolist()
        self._known.update((word, [*row, i in opening]) for i, (word, row) in enumerate(zip(new, told, strict=True)))
