"""Where a source's noun phrase begins, in text that has lost its commas: "... two women SANA news agency reported"."""

from spacy.tokens import Doc, Token

from crossbearing.reading.rules_v1.attribution.lexicon import channels, nouns, words
from crossbearing.reading.rules_v1.attribution.speaking import can_speak, is_acronym
from crossbearing.reading.rules_v1.attribution.text import Range

JOINING = frozenset(
    {"of", "for", "at", "in", "from", "with", "to", "by", "and", "or", "&", ",", "on", "near", "between", "inside", "/"}
)


def settle(doc: Doc, part: Range, low: int) -> Range:
    """Move the start of a noun phrase that ends right before its cue to where the name or the description begins.

    The parse runs two phrases into one where no comma parts them, and breaks names with hyphens ("Leys al-Faris") in
    two.
    """
    return _contracted(doc, (_extended(doc, part, low), part[1]))


def _extended(doc: Doc, part: Range, low: int) -> int:
    start = part[0]
    while start > low and _goes_on_left(doc, start):
        start -= 1
    return start


def _goes_on_left(doc: Doc, start: int) -> bool:
    before, first = doc[start - 1], doc[start]
    if before.text == "-" or first.text == "-":
        return before.pos_ in ("PROPN", "PUNCT", "ADJ", "NOUN") or before.lower_ in ("al", "el")
    if first.pos_ == "PROPN" and before.pos_ == "PROPN":
        return True
    if first.pos_ == "PROPN" and _is_role(before):
        return True
    return (
        _is_role_part(doc, start)
        and before.pos_ in ("ADJ", "NOUN", "DET", "PROPN")
        and before.dep_ in ("amod", "compound", "det", "nmod")
    )


def _is_role(token: Token) -> bool:
    """Whether a noun in the singular may stand before the name of the one it describes ("the activist Abu Omar")."""
    known = nouns()
    return token.tag_ == "NN" and (token.lemma_.lower() in known.roles or token.lemma_.lower() in known.groups)


def _is_role_part(doc: Doc, start: int) -> bool:
    """Whether a token is a modifier of, or itself, a role before a name, whose own modifiers stand left of it."""
    token = doc[start]
    return token.pos_ in ("NOUN", "ADJ") and (
        _is_role(token) or (token.dep_ in ("amod", "compound") and doc[start - 1].head.i == token.head.i)
    )


def _contracted(doc: Doc, part: Range) -> Range:
    start, end = part
    if (end < len(doc) and doc[end].text == ",") or any(
        doc[i].pos_ in ("VERB", "AUX") and doc[i].tag_ != "VBN" for i in range(start, end)
    ):
        return part
    for at in range(end - 1, start, -1):
        before, token = doc[at - 1], doc[at]
        if _ends_date_or_sentence(before) and token.pos_ in ("PROPN", "NOUN", "ADJ", "DET"):
            return at, end
        if before.lower_ in JOINING or before.pos_ in ("ADP", "CCONJ", "DET", "PUNCT", "PART", "SCONJ"):
            continue
        if token.pos_ == "DET" and token.lower_ in ("the", "a", "an"):
            if (_is_bare_name(doc, start, at) and (start == 0 or doc[start - 1].pos_ != "ADP")) or not _speaks(
                doc, at, end
            ):
                continue
            return at, end
        if is_acronym(token) and before.tag_ == "NNS":
            return at, end
        apart = before.lemma_.lower() in channels().nouns or before.dep_ not in ("compound", "amod", "nmod", "poss")
        if apart and token.pos_ == "PROPN" and before.pos_ == "NOUN" and not _is_role(before):
            return at, end
    return start, end


def _ends_date_or_sentence(token: Token) -> bool:
    """Whether a year, a day or a full stop that the parse ran over stands there."""
    written = token.text
    return (
        (written.isdigit() and len(written) == 4)
        or token.lower_ in words().days
        or written == "."
        or (written.endswith(".") and len(written) > 5 and written[:-1].isalpha())
    )


def _speaks(doc: Doc, start: int, end: int) -> bool:
    """Whether the head of the phrase from an article on can be a source."""
    stop = next((i for i in range(start + 1, end) if doc[i].pos_ in ("ADP", "PRON", "SCONJ", "PUNCT")), end)
    return stop > start + 1 and can_speak(doc[stop - 1])


def _is_bare_name(doc: Doc, start: int, end: int) -> bool:
    """Whether only names stand there, so that what follows describes them ("Mohammad Sibai a spokesman for ...")."""
    return all(
        doc[i].pos_ == "PROPN" or doc[i].text in "-.," or doc[i].lower_ in ("al", "el") for i in range(start, end)
    )
