"""A parsed text as pieces: tokens cut at hyphens and slashes, with what the parser said of them."""

import re

import msgspec
from spacy.tokens import Doc

from crossbearing.places.cues import cues

CUT = re.compile(r"[-‐‑–—/]+")


class Text(msgspec.Struct):
    """Parallel lists, one entry a piece. `start`/`end` are offsets in the text; `token` the index of the piece's token.

    `first` marks the first piece of a sentence, `joined` a piece that no space parts from the one before it, `named` one
    that may stand in a name: it begins with a capital (or is an Arabic article before one) and is no function word.
    """

    text: str
    words: list[str]
    lower: list[str]
    start: list[int]
    end: list[int]
    token: list[int]
    tag: list[str]
    first: list[bool]
    joined: list[bool]
    named: list[bool]


def pieces(doc: Doc) -> Text:
    """Cut a parsed text into pieces.

    >>> from crossbearing.language import parse
    >>> pieces(parse("He left al-Qusayr in a U.S.-made truck.")).words
    ['He', 'left', 'al', '-', 'Qusayr', 'in', 'a', 'U.S.', '-', 'made', 'truck', '.']
    """
    whole = doc.text
    out = Text(whole, [], [], [], [], [], [], [], [], [])
    last = -1
    for number, token in enumerate(doc):
        word = token.text
        if word.isspace():
            continue
        at = token.idx
        first = bool(token.is_sent_start) or (last < at and "\n" in whole[max(last, 0) : at])
        tag = token.tag_
        for part, offset in _parts(word):
            out.words.append(part)
            out.start.append(at + offset)
            out.end.append(at + offset + len(part))
            out.token.append(number)
            out.tag.append(tag)
            out.first.append(first)
            out.joined.append(last == at + offset)
            first, last = False, at + offset + len(part)
    out.lower = [word.lower() for word in out.words]
    out.named = [_named(out, i) for i in range(len(out.words))]
    return out


def _parts(word: str) -> list[tuple[str, int]]:
    if len(word) < 2 or not CUT.search(word):
        return [(word, 0)]
    out, at = [], 0
    for cut in CUT.finditer(word):
        if cut.start() > at:
            out.append((word[at : cut.start()], at))
        out.append((cut.group(), cut.start()))
        at = cut.end()
    if at < len(word):
        out.append((word[at:], at))
    return out


def _named(text: Text, i: int) -> bool:
    word = text.words[i]
    if word[0].isupper():
        if text.lower[i] in cues().function_words:
            return len(word) > 1 and word.isupper() and not text.tag[i][:2] in ("PR", "DT", "IN", "CC", "VB", "MD", "TO", "RB", "WD", "WP", "WR", "EX")
        return True
    if word not in cues().articles or i + 2 >= len(text.words):
        return False
    hyphen = text.words[i + 1] in ("-", "‐", "‑") and text.joined[i + 1] and text.joined[i + 2]
    return hyphen and text.words[i + 2][0].isupper()
