"""A parsed text as the rules of attribution see it: sentences, quotations, headline and dateline."""

import re
from collections.abc import Sequence

from spacy.tokens import Doc, Token

from crossbearing.reading.rules_v1.attribution.quotes import CLOSING, EITHER, Quote, find_quotes
from crossbearing.records import Report, Span

SHORTEST_TITLE = 15
"""Letters below which a title found again in the text may be chance."""

Range = tuple[int, int]
"""First and last (exclusive) token of a stretch of text."""

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_DAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?"
_STAMP = rf"(?:{_DAY}|{_MONTH}|\d[\d:.,/+-]*(?:st|nd|rd|th|am|pm)?|a\.?m|p\.?m|gmt|utc|est|bst)\b[.,|:)]*"
_BEGINS = rf"(?:{_DAY}\b|{_MONTH}\b|\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH}\b|\d{{1,4}}[./-]\d{{1,2}}[./-]\d{{2,4}})"
_DATE = re.compile(
    rf"[\s|,.:-]*(?:\(?[\w'.-]+[\s|,:-]+){{0,5}}?(?={_BEGINS})(?:{_STAMP}[\s|,:-]*(?:(?:at|on|by|and)\s+(?={_STAMP}))?)+",
    re.IGNORECASE,
)
"""A printed date with at most five words before it ("Posted on", "AFP", "Date of publication")."""


_DATELINE = re.compile(r"(?=[^\n]{2,80}?[-–—:])[A-Z][A-Z'’.-]{2,}[\w\s.,/-]{0,50}(?:\([^()\n]{2,40}\)\s*)?\s[-–—]+\s")
"""A place in capitals, perhaps a date and an agency in brackets, and a dash."""


class Text:
    """A parse with what is asked of it again and again, by token.

    `sentence` gives for each token the range of its sentence; closing quotation marks belong to the sentence they end, not to the next.
    `body` is the token at which running prose begins, after the headline and a date printed behind it.
    """

    def __init__(self, doc: Doc, report: Report) -> None:
        self.doc = doc
        self.report = report
        self.sentences = _sentences(doc)
        starts = [0] * len(doc)
        self._sentence_of = [0] * len(doc)
        for number, (start, end) in enumerate(self.sentences):
            for i in range(start, end):
                starts[i] = start
                self._sentence_of[i] = number
        self.quotes = find_quotes(doc, starts)
        self._quote_of = [-1] * len(doc)
        for number, quote in enumerate(self.quotes):
            for i in range(quote.start, quote.end):
                self._quote_of[i] = number
        self.headlines = _headlines(doc, report)
        self.body = _body(doc, self.headlines)
        self._datelines = _datelines(doc, [*(s for s, _ in self.sentences), self.body])

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

    def next_paragraph_from(self, i: int) -> bool:
        """Whether a blank line stands before this token, spaces skipped."""
        while i > 0 and self.doc[i - 1].is_space:
            i -= 1
            if self.doc[i].text.count("\n") > 1:
                return True
        return i == 0

    def trim(self, part: Range) -> Range:
        """Shorten a range by spaces, commas and the like at its ends."""
        start, end = part
        while start < end and (self.doc[start].is_space or self.doc[start].text in {",", ";", ":", ".", "-", "–", "—", "--"}):
            start += 1
        while end > start and (self.doc[end - 1].is_space or self.doc[end - 1].text in {",", ";", ":", ".", "-", "–", "—", "--"}):
            end -= 1
        return start, end

    def tokens(self, start: int, end: int) -> Range:
        """The tokens that lie wholly between two offsets of the text."""
        return _tokens(self.doc, start, end)

    def span(self, part: Range) -> Span:
        """A range of tokens as offsets of the text."""
        last = self.doc[part[1] - 1]
        return self.doc[part[0]].idx, last.idx + len(last.text)

    def words(self, part: Range) -> str:
        """The words of a range, runs of spaces made one."""
        start, end = self.span(part)
        return " ".join(self.doc.text[start:end].split())

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


def _sentences(doc: Doc) -> list[Range]:
    starts = [s.start for s in doc.sents]
    starts += [t.i + 1 for t in doc[:-1] if t.text == "." and t.i and doc[t.i + 1].is_title and len(doc[t.i - 1]) > 2 and doc[t.i - 1].is_alpha]
    starts = sorted(set(starts))
    moved: list[int] = []
    for start in starts:
        at = start
        if start:
            before = next((doc[j] for j in range(start - 1, -1, -1) if not doc[j].is_space), None)
            while at < len(doc) and (doc[at].text in CLOSING or (doc[at].text in EITHER and _stands_behind(doc[at]))) and before is not None:
                at += 1
            if at >= len(doc):
                continue
        moved.append(at)
    moved = sorted(set(moved))
    return list(zip(moved, [*moved[1:], len(doc)], strict=True))


def _stands_behind(mark: Token) -> bool:
    """Whether a straight mark touches the word before it and not the one after it: it closes."""
    text = mark.doc.text
    before = text[mark.idx - 1 : mark.idx]
    after = text[mark.idx + len(mark.text) : mark.idx + len(mark.text) + 1]
    return bool(before) and not before.isspace() and (not after or after.isspace())


def _headlines(doc: Doc, report: Report) -> list[Range]:
    """The places near the text's head where the title stands, once or repeated behind a date."""
    title = " ".join((report.title or "").split()).rstrip(".")
    found = [_tokens(doc, p.start, p.end) for p in report.passages if p.kind == "headline"]
    head = doc.text[: 3 * len(title) + 300]
    for form in dict.fromkeys((title, *re.split(r" [|–-] ", title)[:1])):
        if len(form) >= SHORTEST_TITLE:
            pattern = re.compile(r"\s+".join(map(re.escape, form.split())), re.IGNORECASE)
            found += [_tokens(doc, m.start(), m.end()) for m in pattern.finditer(head)]
    whole = sorted({f for f in found if f[0] < f[1]}, key=lambda f: (f[0], -f[1]))
    return [f for at, f in enumerate(whole) if not at or f[0] >= whole[at - 1][1]]


def _tokens(doc: Doc, start: int, end: int) -> Range:
    span = doc.char_span(start, end, alignment_mode="contract") if 0 <= start < end <= len(doc.text) else None
    return (span.start, span.end) if span is not None else (0, 0)


def _datelines(doc: Doc, starts: list[int]) -> dict[int, int]:
    """Sentence start -> the token behind a dateline that opens the sentence ("BEIRUT (Reuters) -")."""
    found: dict[int, int] = {}
    for start in starts:
        match = _DATELINE.match(doc.text, doc[start].idx) if start < len(doc) else None
        if match:
            at = start
            while at < len(doc) and doc[at].idx < match.end():
                at += 1
            found[start] = at
    return found


def _body(doc: Doc, headlines: list[Range]) -> int:
    """The token behind the last headline and any date printed there."""
    at = headlines[-1][1] if headlines else 0
    if at >= len(doc):
        return at
    match = _DATE.match(doc.text, doc[at].idx)
    while match and any(map(str.isdigit, match.group())) and at < len(doc) and doc[at].idx + len(doc[at].text) <= match.end():
        at += 1
    return at
