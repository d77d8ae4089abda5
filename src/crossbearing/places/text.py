"""A parsed text as pieces: tokens cut at hyphens and slashes, with what the parser said of them."""

import re

import msgspec
from spacy.tokens import Doc

from crossbearing.places.cues import cues

CUT = re.compile(r"[-‐‑–—/]+")
HYPHENS = ("-", "‐", "‑")
NO_NAMES = frozenset(["CC", "DT", "EX", "IN", "MD", "PDT", "PRP", "PRP$", "RB", "TO", "UH", "WDT", "WP", "WP$", "WRB"])
"""Tags of words that are no names though they stand in capitals."""


class Text(msgspec.Struct):
    """Parallel lists, one entry a piece. `start`/`end` are offsets in the text; `token` the index of the piece's token.

    `first` marks the first piece of a sentence, `joined` a piece that no space parts from the one before it, `named`
    one that may stand in a name: it begins with a capital (or is an Arabic article before one) and is no function word.
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
    strings = doc.vocab.strings
    rows = doc.to_array(["ORTH", "TAG", "SENT_START", "SPACY"]).tolist()  # many times faster than asking each token
    written: list[str] = []
    words: list[str] = []
    tags: list[str] = []
    start: list[int] = []
    end: list[int] = []
    token: list[int] = []
    firsts: list[bool] = []
    joined: list[bool] = []
    at, last, broken = 0, -1, False
    for number, (orth, tag, begins, space) in enumerate(rows):
        word = strings[orth]
        written.append(word + " " if space else word)
        if word.isspace():
            broken = broken or "\n" in word
        else:
            first = begins == 1 or broken
            broken = False
            for part, offset in ((word, 0),) if word.isalpha() else _parts(word):
                begin = at + offset
                words.append(part)
                start.append(begin)
                end.append(begin + len(part))
                token.append(number)
                tags.append(strings[tag] if tag else "")
                firsts.append(first)
                joined.append(last == begin)
                first, last = False, begin + len(part)
        at += len(word) + space
    lower = [word.lower() for word in words]
    out = Text("".join(written), words, lower, start, end, token, tags, firsts, joined, [])
    articles, function_words = cues().articles, cues().function_words
    out.named = [
        (lower[i] not in function_words or _shouted(out, i)) if word[0].isupper()
        else word in articles and _before_name(out, i)
        for i, word in enumerate(words)
    ]
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


def _shouted(text: Text, i: int) -> bool:
    """Whether a function word in capitals is a name after all ("US" for "us"), by what the parser takes it for."""
    word, tag = text.words[i], text.tag[i]
    return len(word) > 1 and word.isupper() and tag not in NO_NAMES and tag[:2] != "VB"


def _before_name(text: Text, i: int) -> bool:
    """Whether a hyphen and a capital follow an Arabic article: "al-Qusayr"."""
    if i + 2 >= len(text.words) or text.words[i + 1] not in HYPHENS:
        return False
    return text.joined[i + 1] and text.joined[i + 2] and text.words[i + 2][0].isupper()
