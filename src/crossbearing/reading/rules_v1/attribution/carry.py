"""Quotations that go on: over sentences and paragraphs, behind the words that attribute them, and where their marks
are lost.
"""

from crossbearing.reading.rules_v1.attribution.draft import Draft
from crossbearing.reading.rules_v1.attribution.text import Range, Text

SHORTEST_QUOTE = 3
"""Words below which marks hold a single expression, not someone's speech."""
APART = frozenset({"headline", "credit", "byline", "dialogue"})
"""Rules whose frames stand apart from the running text."""
TOLD = frozenset({"VBD", "VBZ", "VBP", "VBN", "VBG"})
"""Tags of a verb that tells, not of an order ("Read also")."""
FIRST_PERSON = frozenset({"i", "we", "my", "our", "us", "me", "ours", "mine"})


def carry_quotations(text: Text, drafts: list[Draft]) -> None:
    """Extend contents in place: to the whole of each quotation they touch, to quotations that follow without a source
    of their own, and to sentences in the first person that follow where the marks are lost.
    """
    speaking = [
        d for d in drafts if d.claims and text.quote(d.head) is None and d.said.force != "show" and d.rule != "byline"
    ]
    for draft in speaking:
        draft.content = _whole_quotes(text, draft)
    taken = sorted(c for d in speaking for c in d.content)
    for quote in text.quotes:
        if quote.end - quote.start - 2 < SHORTEST_QUOTE or any(a < quote.end and quote.start < b for a, b in taken):
            continue
        speaker = _speaker(text, speaking, quote.start)
        if speaker is not None:
            speaker.content.append(text.trim((quote.start, quote.end)))
            taken.append((quote.start, quote.end))
    _announced(text, speaking)
    _first_person(text, speaking)
    _also(text, speaking)


def _whole_quotes(text: Text, draft: Draft) -> list[Range]:
    """The content with each quotation that begins or ends in it made whole, if the quotation is more than an
    expression.
    """
    content: list[Range] = []
    for start, end in draft.content:
        quotes = [
            q for q in (text.quote(start), text.quote(end - 1)) if q is not None and q is not text.quote(draft.head)
        ]
        whole = min([start, *(q.start for q in quotes)]), max([end, *(q.end for q in quotes)])
        content += text.cut(whole, [draft.cue, *draft.sources])
    return content


def _speaker(text: Text, drafts: list[Draft], start: int) -> Draft | None:
    """Whose a quotation is that nobody else claims: the last one who spoke right before it, in the same paragraph or,
    where a quotation ended the paragraph before, in that one.
    """
    before = start - 1
    while before >= 0 and text.whole[before].is_space:
        before -= 1
    if before < 0:
        return None
    sentence = text.sentence(before)
    opens_paragraph = text.next_paragraph_from(start)
    if opens_paragraph and text.quote(before) is None and text.whole[before].text != ":":
        return None
    last: Draft | None = None
    for draft in drafts:
        inside = sentence[0] <= draft.head < sentence[1]
        reaching = any(a <= before < b or b == before or (a < before <= b + 2) for a, b in draft.content)
        if draft.head < start and (inside or reaching):
            last = draft
    return last


def _announced(text: Text, drafts: list[Draft]) -> None:
    """What follows "S said:" at the end of a paragraph without any marks: the next paragraph, and those behind it that
    go on in the first person.
    """
    for draft in drafts:
        last = text.sentence(draft.head)[1] - 1
        while last > draft.head and text.whole[last].is_space:
            last -= 1
        if draft.content or draft.rule not in ("colon", "pending") or text.whole[last].text != ":":
            continue
        number = text.number(last) + 1
        first = True
        while number < len(text.sentences):
            start, end = text.sentences[number]
            if text.next_paragraph_from(start) and not (first or _says_i(text, (start, end))):
                break
            if any(d is not draft and start <= d.head < end and not _speaks_itself(text, d) for d in drafts):
                break
            draft.content.append(text.trim((start, end)))
            number, first = number + 1, False


def _says_i(text: Text, part: Range) -> bool:
    """Whether someone speaks of himself in a stretch, outside quotation marks."""
    spoken = (text.whole[i] for i in range(*part) if text.lower[i] in FIRST_PERSON and text.quote(i) is None)
    return any(t.text == "I" or not t.is_upper for t in spoken)


def _first_person(text: Text, drafts: list[Draft]) -> None:
    """Sentences in the first person outside all quotation marks, right behind someone's words: a quotation that has
    lost its marks.
    """
    for draft in drafts:
        reach = max(
            [draft.head, *(b - 1 for _, b in draft.content), *(b - 1 for _, b in draft.sources)], default=draft.head
        )
        number = text.number(min(reach, len(text.doc) - 1))
        if any(
            text.lower[i] in FIRST_PERSON and not _held(draft, i)
            for i in range(*text.sentences[text.number(draft.head)])
        ):
            continue
        while number + 1 < len(text.sentences):
            number += 1
            start, end = text.sentences[number]
            if not _says_i(text, (start, end)):
                break
            others = [d for d in drafts if d is not draft and start <= d.head < end]
            if any(not _speaks_itself(text, d) for d in others) or text.next_paragraph_from(start):
                break
            draft.content.append(text.trim((start, end)))


def _held(draft: Draft, i: int) -> bool:
    return any(a <= i < b for a, b in draft.content)


def _speaks_itself(text: Text, draft: Draft) -> bool:
    """Whether a frame's source is "I" or "we", or what they speak of: it belongs to the speech that goes on."""
    return (
        not draft.sources
        or any(text.whole[i].lower_ in FIRST_PERSON for s in draft.sources for i in range(*s))
        or text.whole[draft.sources[0][0]].lower_ == "the"
    )


def _also(text: Text, drafts: list[Draft]) -> None:
    """A sentence whose main verb has "also" and that nobody else speaks in goes on with what the last one told."""
    last = {text.number(d.head): d for d in drafts if d.rule not in APART}
    for number in range(1, len(text.sentences)):
        start, end = text.sentences[number]
        before = last.get(number - 1)
        if before is None or number in last or text.next_paragraph_from(start):
            continue
        if any(t.lower_ == "also" and t.head.tag_ in TOLD and t.head.i == t.sent.root.i for t in text.whole[start:end]):
            before.content.append(text.trim((start, end)))
