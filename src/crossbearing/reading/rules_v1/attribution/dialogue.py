"""Transcripts, labels and signed quotations: "SMITH: We never agreed to that.", "Poll: residents fear a new attack",
'"We never agreed." - Omar Smith'.
"""

from spacy.tokens import Token

from crossbearing.reading.rules_v1.attribution.adpositional import SAID
from crossbearing.reading.rules_v1.attribution.draft import Draft
from crossbearing.reading.rules_v1.attribution.edges import near
from crossbearing.reading.rules_v1.attribution.lexicon import nouns
from crossbearing.reading.rules_v1.attribution.quotes import EITHER, Quote
from crossbearing.reading.rules_v1.attribution.speaking import can_speak, is_place
from crossbearing.reading.rules_v1.attribution.text import Range, Text

DASHES = frozenset({"-", "–", "—", "--", "―"})
LONGEST_SPEAKER = 9
"""Tokens of a speaker's name with what describes it, before the colon."""
SHORTEST_SPEECH = 3


def dialogue_frames(text: Text) -> list[Draft]:
    """A frame for each line that a name and a colon open, the content being the rest of the line, and for each
    quotation that a name and a colon bring, or that a dash and a name sign.
    """
    found: list[Draft] = []
    for line, end in _lines(text):
        start = line + 1 if text.whole[line].text in EITHER else line
        colon = next(
            (i for i in range(start + 1, min(end, start + LONGEST_SPEAKER + 1)) if text.whole[i].text == ":"), None
        )
        dash = max([start, *(i + 1 for i in range(start, colon or start) if _parts(text, i))])
        if colon is None or end - colon <= SHORTEST_SPEECH or not _is_speaker(text, (dash, colon)):
            continue
        content = text.trim((colon + 1, end))
        if content[0] < content[1]:
            found.append(Draft(colon, (colon, colon + 1), [(dash, colon)], [content], SAID, "dialogue"))
    known = {d.head for d in found}
    for quote in text.quotes:
        signed = _signed(text, quote)
        if signed is not None:
            found.append(signed)
        colon = quote.start - 1
        if colon < 1 or text.whole[colon].text != ":" or colon in known or quote.end - quote.start <= SHORTEST_SPEECH:
            continue
        source = near(text.doc, colon, text.sentence(colon - 1)[0])
        if source is not None and text.whole[source[0] - 1].text in DASHES and _is_speaker(text, source):
            found.append(Draft(colon, (colon, colon + 1), [source], [(quote.start, quote.end)], SAID, "dialogue"))
    return found


def _signed(text: Text, quote: Quote) -> Draft | None:
    """A quotation with the name of its speaker behind a dash, to the end of the line or the next quotation."""
    doc, dash = text.doc, quote.end
    while dash < len(doc) and doc[dash].is_space:
        dash += 1
    end = start = dash + 1
    while end < min(len(doc), start + LONGEST_SPEAKER + 1) and not (doc[end].is_space or text.quote(end)):
        end += 1
    if dash >= len(doc) or doc[dash].text not in DASHES or not start < end <= start + LONGEST_SPEAKER:
        return None
    name = text.trim((start, end))
    if quote.end - quote.start <= SHORTEST_SPEECH or not doc[start].is_title or not _is_speaker(text, name):
        return None
    return Draft(dash, (dash, dash + 1), [name], [(quote.start, quote.end)], SAID, "dialogue")


def _parts(text: Text, i: int) -> bool:
    """Whether a token is a dash that parts, no hyphen within a name."""
    return text.whole[i].text in DASHES and bool(text.whole[i].whitespace_)


def _lines(text: Text) -> list[Range]:
    lines: list[Range] = []
    start = 0
    for token in text.whole:
        if token.is_space and "\n" in token.text:
            lines.append((start, token.i))
            start = token.i + 1
    lines.append((start, len(text.doc)))
    return [part for part in lines if part[1] - part[0] > SHORTEST_SPEECH]


def _is_speaker(text: Text, part: Range) -> bool:
    words = text.whole[part[0] : part[1]]
    if not len(words):
        return False
    if words[0].lower_ in nouns().labels or any(
        t.pos_ in ("VERB", "AUX") or t.is_digit for t in words if not t.is_upper
    ):
        return False
    if any(t.text in {".", '"', "“", "?", "!", "''", "http", "https"} for t in words):
        return False
    last = words[-1] if words[-1].text != ")" else words[0]
    if is_place(last) or not (last.pos_ == "PROPN" or last.is_upper or last.is_title):
        return False
    return can_speak(last) or _is_named(text, last)


def _is_named(text: Text, word: Token) -> bool:
    """Whether a word that opens a line, where all have capitals, is a name further down in the text."""
    return len(word) > 1 and any(
        t.lower_ == word.lower_ and t.pos_ == "PROPN" and t.text[0].isupper() and not is_place(t) for t in text.whole
    )
