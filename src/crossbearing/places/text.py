"""A parsed text as pieces: tokens cut at hyphens and slashes, with what the parser said of them."""

import re
from itertools import pairwise

import msgspec
from spacy.tokens import Doc

from crossbearing.places.cues import cues
from crossbearing.places.names import name_key

CUT = re.compile(r"[-‐‑–—/]+|_+|[#\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+")
"""What words are cut at: hyphens, slashes, underscores, and the marks that stand around hashtags in copied posts."""
CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
"""Where the words of a hashtag meet: "DeirEzzor"."""
HYPHENS = ("-", "‐", "‑", "_")
NO_NAMES = frozenset(["CC", "DT", "EX", "IN", "MD", "PDT", "PRP", "PRP$", "RB", "TO", "UH", "WDT", "WP", "WP$", "WRB"])
"""Tags of words that are no names though they stand in capitals."""
OTHER, NAMED, FUNCTION, ARTICLE = range(4)
"""Sorts of pieces: one with a capital may stand in a name, function words and articles only in some places."""
REMEMBERED = 200_000
"""Words whose pieces are kept in memory."""


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
    glued: set[int]
    """Pieces that no space parts from the one before because both stand in a hashtag."""

    def key(self, first: int, last: int) -> str:
        """Return the key of the name that the pieces [first, last) make."""
        if self.glued and not self.glued.isdisjoint(range(first + 1, last)):
            return name_key(" ".join(self.words[first:last]))
        return name_key(self.text[self.start[first] : self.end[last - 1]])


def pieces(doc: Doc) -> Text:
    """Cut a parsed text into pieces.

    >>> from crossbearing.language import parse
    >>> pieces(parse("He left al-Qusayr in a U.S.-made truck.")).words
    ['He', 'left', 'al', '-', 'Qusayr', 'in', 'a', 'U.S.', '-', 'made', 'truck', '.']
    """
    strings, seen = doc.vocab.strings, _SEEN
    rows = doc.to_array(["ORTH", "TAG", "SENT_START", "SPACY"]).tolist()  # many times faster than asking each token
    out = Text("", [], [], [], [], [], [], [], [], [], set())
    add = (out.words.append, out.lower.append, out.start.append, out.end.append, out.token.append, out.tag.append,
           out.first.append, out.joined.append)
    add_word, add_lower, add_start, add_end, add_token, add_tag, add_first, add_joined = add
    written: list[str] = []
    sorts: list[int] = []
    at, last, broken = 0, -1, False
    for number, (orth, tag, begins, space) in enumerate(rows):
        word = seen.get(orth)
        if word is None:
            if len(seen) >= REMEMBERED:
                seen.clear()
            word = seen[orth] = _word(strings[orth])
        if word.camel and last == at and out.words[-1][-1] == "#":
            word = _glued(word)
            out.glued.update(range(len(sorts) + 1, len(sorts) + len(word.parts)))
        written.append(word.text)
        if space:
            written.append(" ")
        if word.parts:
            first = begins == 1 or broken
            broken = False
            named = strings[tag] if tag else ""
            for part, lower, offset, sort in word.parts:
                begin = at + offset
                end = begin + len(part)
                add_word(part)
                add_lower(lower)
                add_start(begin)
                add_end(end)
                add_token(number)
                add_tag(named)
                add_first(first)
                add_joined(last == begin)
                sorts.append(sort)
                first, last = False, end
        else:
            broken = broken or word.breaks
        at += word.length + space
    out.text = "".join(written)
    out.named = [
        sort == NAMED or (sort == FUNCTION and _shouted(out, i)) or (sort == ARTICLE and _before_name(out, i))
        for i, sort in enumerate(sorts)
    ]
    return out


class _Word(msgspec.Struct, frozen=True):
    """What is the same of a word wherever it stands: its letters, their number, whether it breaks a line or
    has capitals within, and its pieces.

    A piece is its text, the same in lower case, its offset in the word and its sort.
    """

    text: str
    length: int
    breaks: bool
    camel: bool
    parts: tuple[tuple[str, str, int, int], ...]


_SEEN: dict[int, _Word] = {}
"""The words met so far, by spaCy's number for their letters, which is the same in every vocabulary."""


def _word(word: str) -> _Word:
    if word.isspace():
        return _Word(word, len(word), breaks="\n" in word, camel=False, parts=())
    parts = tuple((part, part.lower(), offset, _sort(part)) for part, offset in _parts(word))
    return _Word(word, len(word), breaks=False, camel=CAMEL.search(word) is not None, parts=parts)


def _glued(word: _Word) -> _Word:
    """The same word with its pieces cut where small letters meet capitals."""
    parts = []
    for part, _, offset, _ in word.parts:
        cuts = [0, *(cut.start() for cut in CAMEL.finditer(part)), len(part)]
        inner = ((part[a:b], offset + a) for a, b in pairwise(cuts))
        parts += [(piece, piece.lower(), at, _sort(piece)) for piece, at in inner]
    return msgspec.structs.replace(word, parts=tuple(parts))


def _sort(part: str) -> int:
    if part[0].isupper():
        return FUNCTION if part.lower() in cues().function_words else NAMED
    return ARTICLE if part in cues().articles else OTHER


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
