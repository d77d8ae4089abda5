"""A parsed text as the rules of attribution see it: sentences, quotations, headline and dateline."""

from collections.abc import Sequence
from itertools import pairwise

from spacy.tokens import Doc

from crossbearing.language import text_of, written_words
from crossbearing.reading.rules_v1.attribution.front import body_of, datelines_of, grid_of, headlines_of
from crossbearing.reading.rules_v1.attribution.lexicon import words
from crossbearing.reading.rules_v1.attribution.quotes import CLOSING, EITHER, Quote, ends_paragraph, find_quotes
from crossbearing.records import Report, Span

Range = tuple[int, int]
"""First and last (exclusive) token of a stretch of text."""


class Text:
    """A parse with what is asked of it again and again, by token.

    `sentence` gives for each token the range of its sentence; closing quotation marks belong to the sentence they
    end, not to the next. `whole` holds all tokens, which a parse makes anew each time it is asked for one, `lower`
    their words in small letters, `parts` their parts of speech. `body` is the token at which running prose begins,
    after the headline and a date printed behind it.
    """

    def __init__(self, doc: Doc, report: Report) -> None:
        self.doc = doc
        self.whole = tuple(doc)
        self.lower = written_words(doc, "LOWER")
        self.parts = written_words(doc, "POS")
        self.raw = text_of(doc)
        self.report = report
        self._grid = grid_of(doc)
        self.sentences = _sentences(doc, self.raw)
        self._sentence_of = [number for number, (a, b) in enumerate(self.sentences) for _ in range(a, b)]
        self.quotes = find_quotes(doc, self.raw, [self.sentences[number][0] for number in self._sentence_of])
        self._quote_of = [-1] * len(doc)
        for number, quote in enumerate(self.quotes):
            for i in range(quote.start, quote.end):
                self._quote_of[i] = number
        self.headlines = headlines_of(self.raw, self._grid, report)
        self.body = body_of(self.raw, self._grid, self.headlines)
        self._datelines = datelines_of(self.raw, self._grid, [*(s for s, _ in self.sentences), self.body])

    def number(self, i: int) -> int:
        """The number of the token's sentence."""
        return self._sentence_of[i]

    def sentence(self, i: int) -> Range:
        """The token's sentence, without what of the headline and the dateline runs into it."""
        start, end = self.sentences[self._sentence_of[i]]
        if start < self.body <= i:
            start = self.body
        elif i < self.body < end:
            end = self.body
        dateline = self._datelines.get(start, start)
        return (dateline if dateline <= i else start), end

    def quote(self, i: int) -> Quote | None:
        """The quotation the token stands in, its marks included."""
        return self.quotes[self._quote_of[i]] if 0 <= i < len(self.doc) and self._quote_of[i] >= 0 else None

    def reach(self, i: int) -> Range:
        """The stretch in which a cue's source and content are sought: its sentence, within its quotation if any."""
        low, high = self.sentence(i)
        quote = self.quote(i)
        return (max(low, quote.start), min(high, quote.end)) if quote is not None else (low, high)

    def next_paragraph_from(self, i: int) -> bool:
        """Whether a blank line stands before this token, spaces skipped."""
        while i > 0 and self.whole[i - 1].is_space:
            i -= 1
            if ends_paragraph(self.whole[i]):
                return True
        return i == 0

    def trim(self, part: Range) -> Range:
        """Shorten a range by spaces, commas and the like at its ends."""
        start, end = part
        while start < end and (
            self.whole[start].is_space or self.whole[start].text in {",", ";", ":", ".", "-", "–", "—", "--"}
        ):
            start += 1
        while end > start and (
            self.whole[end - 1].is_space or self.whole[end - 1].text in {",", ";", ":", ".", "-", "–", "—", "--"}
        ):
            end -= 1
        return start, end

    def tokens(self, start: int, end: int) -> Range:
        """The tokens that lie wholly between two offsets of the text."""
        return self._grid.tokens(start, end)

    def span(self, part: Range) -> Span:
        """A range of tokens as offsets of the text."""
        return self._grid.starts[part[0]], self._grid.ends[part[1] - 1]

    def words(self, part: Range) -> str:
        """The words of a range, runs of spaces made one."""
        start, end = self.span(part)
        return " ".join(self.raw[start:end].split())

    def cut(self, part: Range, holes: Sequence[Range]) -> list[Range]:
        """The range without the holes, trimmed; empty pieces dropped."""
        pieces: list[Range] = []
        at = part[0]
        for start, end in sorted(holes):
            if end <= at or start >= part[1]:
                continue
            if start > at:
                pieces.append((at, start))
            at = max(at, end)
        if at < part[1]:
            pieces.append((at, part[1]))
        return [p for p in map(self.trim, pieces) if p[0] < p[1]]


def _sentences(doc: Doc, raw: str) -> list[Range]:
    """The parser's sentences, parted at full stops it ran over; a closing mark stays with the sentence it ends."""
    rows = doc.to_array(["SENT_START", "ORTH"])
    begins = (rows[:, 0] == 1).nonzero()[0].tolist()
    stops = (rows[1:-1, 1] == doc.vocab.strings["."]).nonzero()[0] + 1
    starts = {0, *(i for i in begins if _may_begin(doc, i)), *(i + 1 for i in stops.tolist() if _ends_sentence(doc, i))}
    moved = {start if not start else _behind_closing(doc, raw, start) for start in starts}
    edges = [*sorted(m for m in moved if m < len(doc)), len(doc)]
    return list(pairwise(edges))


def _may_begin(doc: Doc, i: int) -> bool:
    """Whether a sentence may begin at a token: behind a mark that ends one, or on a new line."""
    before = doc[i - 1] if i else None
    if before is not None and before.is_space and i > 1 and doc[i - 2].text.endswith("."):
        return doc[i - 2].lower_ not in words().abbreviations
    return before is None or before.is_space or before.is_punct or before.text.endswith(".")


def _ends_sentence(doc: Doc, i: int) -> bool:
    return doc[i + 1].is_title and len(doc[i - 1]) > 2 and doc[i - 1].is_alpha


def _behind_closing(doc: Doc, raw: str, at: int) -> int:
    """The first token from `at` on that is no closing quotation mark."""
    while at < len(doc) and (
        doc[at].text in CLOSING or (doc[at].text in EITHER and _closes(raw, doc[at].idx, len(doc[at].text)))
    ):
        at += 1
    return at


def _closes(raw: str, start: int, size: int) -> bool:
    """Whether a straight mark touches the word before it and not the one after it."""
    before, after = raw[start - 1 : start], raw[start + size : start + size + 1]
    return bool(before) and not before.isspace() and (not after or after.isspace())
