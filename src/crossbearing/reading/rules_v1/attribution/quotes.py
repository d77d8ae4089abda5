"""Finds quotations by their marks: straight or curly, balanced or not, over several sentences and paragraphs."""

from typing import NamedTuple

from spacy.tokens import Doc, Token

from crossbearing.language import written_words
from crossbearing.language.pipeline import ENDINGS

OPENING = frozenset({"“", "„", "«", "``"})
CLOSING = frozenset({"”", "»"})
EITHER = frozenset({'"', "''", "″"})
MARKS = OPENING | CLOSING | EITHER


class Quote(NamedTuple):
    """A quotation as a range of tokens, marks included. `open` says that one of its marks is lost or stands in
    another paragraph.
    """

    start: int
    end: int
    open: bool


def ends_paragraph(token: Token) -> bool:
    """Whether a paragraph ends at a token of space: a blank line, or a line break behind the end of a sentence."""
    if not token.is_space or "\n" not in token.text:
        return False
    return token.text.count("\n") > 1 or (token.i > 0 and token.nbor(-1).text[-1] in ENDINGS)


def _opens(token: Token, raw: str, *, is_open: bool) -> bool:
    """Whether a mark opens: by its shape, else by the spaces around it, else by turns."""
    if token.text in OPENING:
        return True
    if token.text in CLOSING:
        return False
    before = raw[token.idx - 1] if token.idx else " "
    after = raw[token.idx + len(token.text) : token.idx + len(token.text) + 1] or " "
    spaced_before = before.isspace() or before in "([{-–—"
    spaced_after = after.isspace() or after in ")]},.;:!?-–—"
    if spaced_before != spaced_after:
        return spaced_before
    return not is_open


def find_quotes(doc: Doc, raw: str, sentence_start: list[int]) -> list[Quote]:
    """Return the quotations of a text in order, none inside another.

    `raw` is the text, `sentence_start` gives for each token the start of its sentence. A quotation that is not closed
    in its paragraph runs to the paragraph's end if the next paragraph opens with a mark again (the custom of print);
    else its mark counts for nothing. A closing mark without an opening one closes what its sentence begins.
    """
    quotes: list[Quote] = []
    begun: int | None = None
    for i, word in enumerate(written_words(doc, "ORTH")):
        if begun is not None and "\n" in word and ends_paragraph(doc[i]):
            if i + 1 < len(doc) and doc[i + 1].text in OPENING | EITHER:
                quotes.append(Quote(begun, i, open=True))
            begun = None
        elif word in MARKS:
            if _opens(doc[i], raw, is_open=begun is not None):
                begun = i
            elif begun is not None:
                quotes.append(Quote(begun, i + 1, open=False))
                begun = None
            else:
                start = max(sentence_start[i - 1] if i else 0, quotes[-1].end if quotes else 0)
                quotes.append(Quote(start, i + 1, open=True))
    return [q for q in quotes if q.end - q.start > 1]
