"""Where one noun phrase ends and the next begins in text without commas: "killed two women | SANA news agency
reported".
"""

from spacy.tokens import Doc, Token

from crossbearing.reading.rules_v1.attribution.lexicon import channels, nouns, words
from crossbearing.reading.rules_v1.attribution.meeting import meet
from crossbearing.reading.rules_v1.attribution.named import is_name
from crossbearing.reading.rules_v1.attribution.speaking import can_speak, is_acronym, is_place
from crossbearing.reading.rules_v1.attribution.text import Range

JOINING = frozenset(
    {
        "of",
        "for",
        "at",
        "in",
        "from",
        "with",
        "to",
        "by",
        "and",
        "or",
        "&",
        ",",
        "on",
        "near",
        "inside",
        "/",
        "including",
    }
)
MODIFYING = frozenset({"compound", "amod", "nmod", "poss"})
FARTHEST_NUMBER = 3
"""Tokens between a number and the noun it counts."""


def contracted(doc: Doc, part: Range) -> Range:
    """The last noun phrase in a range that ends right before a cue; the whole range where nothing parts it."""
    start, end = part
    if doc[start].lower_ in ("more", "others") and end - start > 1 and doc[start + 1].lower_ != "than":
        start += 1  # "wounding dozens more | local media said"
    told = any(doc[i].pos_ == "AUX" or doc[i].lower_ in ("who", "which", "that") for i in range(start, end))
    if (
        (end < len(doc) and doc[end].text == ",")
        or told
        or any(doc[i].tag_ == "VBG" and doc[i].dep_ != "prep" for i in range(start + 1, end))
    ):
        return start, end
    if doc[start].tag_ == "VBG":
        start = _behind_participle(doc, part)
    for at in range(end - 1, start, -1):
        if _begins(doc, (start, end), at):
            return at, end
    return _behind_number(doc, (start, end))


def _behind_participle(doc: Doc, part: Range) -> int:
    """Where the source begins behind how it speaks ("Speaking from Rasta | activist Omar Haddad")."""
    at = part[0] + 1
    while at < part[1] and doc[at].pos_ in ("ADP", "DET"):
        at += 1
    first = at
    while at < part[1] and (doc[at].pos_ == "PROPN" or doc[at].text == "-"):
        at += 1
    known = next((e for e in range(part[1] - 1, first, -1) if is_name(doc[first:e].text)), None)
    if known is not None and known < part[1]:
        return known
    return at if part[0] + 1 < at < part[1] and doc[at].pos_ in ("NOUN", "ADJ", "DET") else part[0]


def is_role(token: Token) -> bool:
    """Whether a noun in the singular may stand before the name of the one it describes ("the activist Abu Omar")."""
    known = nouns()
    return token.tag_ == "NN" and (token.lemma_.lower() in known.roles or token.lemma_.lower() in known.groups)


def _begins(doc: Doc, part: Range, at: int) -> bool:
    """Whether a new noun phrase begins at a token within a range."""
    before, token = doc[at - 1], doc[at]
    if _ends_date_or_sentence(before) and token.pos_ in ("PROPN", "NOUN", "ADJ", "DET"):
        return True
    if meet(doc, part, at):
        return True
    if before.lower_ in JOINING or before.pos_ in ("ADP", "CCONJ", "DET", "PUNCT", "PART", "SCONJ"):
        return False
    if token.pos_ == "PROPN" and before.pos_ == "PROPN" and is_name(doc[at : part[1]].text):
        if token.lemma_.lower() in nouns().groups and not is_place(before):
            return False  # "the Rasta Observatory" is one name, though the tables know an Observatory
        whole = doc[part[0]].pos_ == "DET" and all(doc[i].pos_ == "PROPN" for i in range(part[0] + 1, at))
        return not whole and not is_name(doc[at - 1 : part[1]].text)
    if token.pos_ == "DET" and token.lower_ in ("the", "a", "an"):
        described = is_bare_name(doc, part[0], at) and (part[0] == 0 or doc[part[0] - 1].pos_ != "ADP")
        return not described and _speaks(doc, at, part[1])
    if before.tag_ == "NNS" and before.lower_ not in words().plural_modifiers:
        counts = any(doc[i].pos_ == "NUM" for i in range(max(part[0], at - 1 - FARTHEST_NUMBER), at - 1))
        if token.pos_ in ("NOUN", "PROPN", "ADJ") and (counts or is_acronym(token) or not can_speak(before)):
            return token.pos_ == "PROPN" or can_speak(doc[part[1] - 1])
    if before.pos_ != "NOUN" or is_role(before):
        return token.pos_ == "PROPN" and before.pos_ == "NOUN" and _is_kin(before) and is_name(doc[at : part[1]].text)
    if is_acronym(token) and token.lower_ not in words().press:
        return True
    if token.pos_ == "ADJ":
        return not (at + 1 < part[1] and doc[at + 1].pos_ == "ADP")
    if token.pos_ == "PROPN" and doc[part[1] - 1].pos_ == "PROPN" and not _introduces(before):
        return True
    return token.pos_ == "PROPN" and (before.lemma_.lower() in channels().nouns or before.dep_ not in MODIFYING)


def _is_kin(noun: Token) -> bool:
    """Whether a noun tells whose mother, son or leader someone is ("her mother"): no title before a body's name."""
    return any(c.tag_ == "PRP$" for c in noun.children) or (noun.i > 0 and noun.nbor(-1).tag_ == "PRP$")


def _introduces(noun: Token) -> bool:
    """Whether a noun may stand before the name of someone who speaks ("commander Omar", "newspaper Al-Fajr")."""
    known, lemma = nouns(), noun.lemma_.lower()
    bearing = lemma in known.roles or lemma in known.groups or lemma.endswith(known.agentive) or is_acronym(noun)
    return bearing or noun.lower_ in words().press or noun.lower_ in words().source_modifiers


def _behind_number(doc: Doc, part: Range) -> Range:
    """What stands behind a count at the end ("wounded 50 | state media"; "at least 80 people in Hama | rights
    groups").
    """
    start, end = part
    if not any(doc[i].pos_ == "NUM" for i in range(start, min(end, start + 4))) or not can_speak(doc[end - 1]):
        return part
    first = end - 1
    while first > start and doc[first - 1].pos_ in ("NOUN", "ADJ") and doc[first - 1].tag_ != "NNS":
        first -= 1
    while first > start and doc[first - 1].lower_ in words().plural_modifiers:
        first -= 1
    before = doc[first - 1] if first > start else None
    counted = before is not None and (before.pos_ == "NUM" or (before.pos_ == "PROPN" and doc[end - 1].pos_ == "NOUN"))
    last = doc[end - 1]
    lone = before is not None and before.pos_ == "NUM" and last.tag_ == "NNS" and last.lower_ != "media"
    return (first, end) if counted and not lone else part


def _ends_date_or_sentence(token: Token) -> bool:
    """Whether a year, a time, a day or a full stop that the parse ran over stands there."""
    written = token.text
    clock = written.replace(":", "")
    return (
        (clock.isdigit() and len(clock) == 4)
        or token.lower_ in words().days
        or token.lower_ == "alone"
        or written == "."
        or (written.endswith(".") and len(written) > 5 and written[:-1].isalpha())
    )


def _speaks(doc: Doc, start: int, end: int) -> bool:
    """Whether the head of the phrase from an article on can be a source."""
    stop = next((i for i in range(start + 1, end) if doc[i].pos_ in ("ADP", "PRON", "SCONJ", "PUNCT")), end)
    return stop > start + 1 and can_speak(doc[stop - 1])


def is_bare_name(doc: Doc, start: int, end: int) -> bool:
    """Whether only names stand there, so that what follows describes them ("Mohammad Sibai a spokesman for ...")."""
    first = start + 1 if doc[start].lower_ == "the" else start
    return first < end and all(
        (doc[i].pos_ == "PROPN" and not any(c.isdigit() for c in doc[i].text))
        or (i < end - 1 and doc[i].pos_ == "ADJ" and doc[i].is_title)
        or doc[i].text in "-.,"
        or doc[i].lower_ in ("al", "el")
        or (first < i < end - 1 and doc[i].lower_ in ("of", "for", "and") and doc[i + 1].pos_ == "PROPN")
        for i in range(first, end)
    )
