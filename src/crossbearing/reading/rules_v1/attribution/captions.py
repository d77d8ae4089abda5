"""Credits and bylines: "... a camp on the border Reuters", "[Name]" behind a caption, "BEIRUT (Reuters) -", "-AFP"."""

import re

from crossbearing.actors import agency_of
from crossbearing.reading.rules_v1.attribution.adpositional import SAID
from crossbearing.reading.rules_v1.attribution.draft import Draft
from crossbearing.reading.rules_v1.attribution.lexicon import nouns, words
from crossbearing.reading.rules_v1.attribution.relays import is_own_outlet
from crossbearing.reading.rules_v1.attribution.text import Range, Text

SHORTEST_CAPTION = 5
"""Words before a credit below which a line is no caption."""
LONGEST_CREDIT = 5
_LINE = re.compile(r"[^\n]+")
_BRACKET = re.compile(
    r"\[([^\[\]\n]{2,60})\]|\((?:photo|photograph|image|picture|credit)s?(?: by|:)? ([^()\n]{2,60})\)", re.IGNORECASE
)
_ENDING = (".", "!", "?", '"', "”", ":", ")")


def credit_frames(text: Text) -> list[Draft]:
    """Frames of credits: the agency or photographer stands behind what the caption shows."""
    found = [d for p in text.report.passages if p.kind == "credit" if (d := _passage(text, p.start, p.end)) is not None]
    for line in _LINE.finditer(text.raw):
        part = text.tokens(line.start(), line.end())
        part = text.trim(part)
        draft = _line_credit(text, part) if part[0] < part[1] else None
        if draft is not None:
            found.append(draft)
    for match in _BRACKET.finditer(text.raw):
        draft = _bracket_credit(text, match)
        if draft is not None:
            found.append(draft)
    return found


def _credit(text: Text, source: Range, content: Range) -> Draft | None:
    if source[0] >= source[1] or content[0] >= content[1] or is_own_outlet(text, text.words(source)):
        return None
    return Draft(source[0], source, [source], [content], SAID, "credit", channel="photo")


def _passage(text: Text, start: int, end: int) -> Draft | None:
    """A credit that intake found as such belongs to the caption before it."""
    part = text.tokens(start, end)
    captions = [p for p in text.report.passages if p.kind == "caption" and p.end <= start]
    if part[0] >= part[1] or not captions:
        return None
    return _credit(text, text.trim(part), text.trim(text.tokens(captions[-1].start, captions[-1].end)))


def _line_credit(text: Text, part: Range) -> Draft | None:
    """A line without a full stop that ends with the name of an agency, right behind another word."""
    start, end = part
    if (
        any(t.pos_ in ("VERB", "AUX") for t in text.whole[end - 2 : end])
        or text.raw[text.span(part)[1] - 1] in _ENDING
        or end - start < SHORTEST_CAPTION
        or part in text.headlines
    ):
        return None
    if any(h[0] <= start and end <= h[1] for h in text.headlines):
        return None
    if text.sentence(end - 1)[0] > start:
        return None
    for size in range(1, min(LONGEST_CREDIT, end - start - SHORTEST_CAPTION) + 1):
        mark = text.words((end - size, end))
        if mark[:1].isupper() and _is_mark(mark):
            before = text.whole[end - size - 1]
            if before.pos_ in ("ADP", "DET", "VERB", "AUX", "CCONJ"):
                return None
            content = start, end - size
            return _credit(text, (end - size, end), text.trim(content))
    return None


def _is_mark(mark: str) -> bool:
    """Whether the words are an agency's mark and nothing else."""
    plain = re.sub(r"\b(photo|photos|file|images|pictures)\b|[/|]", "", mark, flags=re.IGNORECASE).strip()
    return bool(plain) and agency_of(plain) is not None and len(plain.split()) <= 3


def _bracket_credit(text: Text, match: re.Match[str]) -> Draft | None:
    """A name in square brackets behind a caption ("... on Sunday [Name]"): names only, no words of an editor inside a
    quotation.
    """
    group = 1 if match.group(1) is not None else 2
    source = text.tokens(match.start(group), match.end(group))
    if source[0] >= source[1] or text.quote(source[0]) is not None:
        return None
    if source[1] - source[0] < 2 and agency_of(match.group(group)) is None:
        return None
    if not all(
        t.text[0].isupper() or t.text[0] in "-/'’" or t.lower_ in ("al", "el")
        for t in text.whole[source[0] : source[1]]
    ):
        return None
    begin = text.raw.rfind("\n", 0, match.start()) + 1
    stop = text.tokens(begin, match.start())
    if stop[0] >= stop[1]:
        return None
    low = max(stop[0], text.sentence(stop[1] - 1)[0])
    return _credit(text, source, text.trim((low, stop[1])))


_DATELINE = re.compile(r"^\W{0,3}[A-Z][\w.,'/ -]{2,60}?\s?\(([^()\n]{2,40})\)\s*[-–—]")
_TAIL = re.compile(r"(?:[.!?\"”)]\s*[-–—(/]*\s*|\b[Ss](?:ource|OURCE)s?\s*:?\s+)((?:[A-Z][\w&.-]*[ /]?){1,4}?)[\s).]*$")
HEAD = 200
"""Characters behind the headline in which a byline may stand."""


def byline_frames(text: Text) -> list[Draft]:
    """The wire agency whose copy the report carries, over the whole text, also one that the tables do not know where a
    dateline gives it; nothing for the outlet's own name.
    """
    doc = text.raw
    first = text.headlines[-1][1] if text.headlines else 0
    begin = text.whole[first].idx if first < len(text.doc) else 0
    body = text.whole[text.body].idx if text.body < len(text.doc) else len(doc)
    matches = ((at, _DATELINE.match(doc[at : at + HEAD])) for at in sorted({begin, body}))
    places = [(at + m.start(1), at + m.end(1)) for at, m in matches if m]
    stated = {place for place in places if _is_press(doc[slice(*place)])}
    if begin < body:
        places.append((begin, body))
    tail = _TAIL.search(doc[-60:])
    if tail:
        places.append((len(doc[:-60]) + tail.start(1), len(doc[:-60]) + tail.end(1)))
    for start, end in places:
        agency = agency_of(doc[start:end]) or (doc[start:end].strip() if (start, end) in stated else None)
        if agency is None or is_own_outlet(text, agency):
            continue
        part = text.trim(text.tokens(start, end))
        if part[0] >= part[1]:
            part = text.trim(text.tokens(start - 1, end))
        if part[0] < part[1]:
            return [Draft(part[0], part, [], [(0, len(text.doc))], SAID, "byline", order=-1, stated=agency)]
    return []


def _is_press(name: str) -> bool:
    """Whether a name is that of an outlet by its last word ("Rasta Press Agency"); not "Press Officer Omar Haddad"."""
    own = [word.lower() for word in name.split()]
    return bool(own) and own[-1] in words().press and not any(word in nouns().roles for word in own)
