"""Where a source's noun phrase begins, in text that has lost its commas: "... two women SANA news agency reported"."""

from spacy.tokens import Doc, Token

from crossbearing.reading.rules_v1.attribution.lexicon import channels, nouns, words
from crossbearing.reading.rules_v1.attribution.speaking import can_speak, is_acronym
from crossbearing.reading.rules_v1.attribution.text import Range

LINKING = frozenset({"of", "for", "at", "in", "from", "with"})
"""Prepositions over which a source may reach back to its head ("a source at", "the ministry in")."""
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
        counted = before.tag_ == "NNS" and before.lower_ not in words().plural_modifiers and not can_speak(before)
        if counted and token.pos_ == "NOUN" and can_speak(token):
            return at, end
        if token.pos_ == "ADJ" and before.pos_ == "NOUN" and not _is_role(before):
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


def near(doc: Doc, cue: int, low: int) -> Range | None:
    """The noun phrase that ends right before a cue, word by word to the left: for verbs that close a sentence, where
    the parse takes a subject from far off ("... hit their office in the north the rescue service said").
    """
    end = cue
    while end > low and doc[end - 1].pos_ == "ADV":
        end -= 1
    start = end
    while start > low:
        token = doc[start - 1]
        if (
            token.pos_ in ("NOUN", "PROPN", "ADJ", "NUM")
            or token.tag_ in ("POS", "HYPH")
            or token.text in "-()"
            or is_acronym(token)
        ):
            start -= 1
        elif token.pos_ == "DET" and start < end:
            start -= 1
            if not (start > low and doc[start - 1].lower_ in LINKING):
                break
        elif token.lower_ in LINKING and start < end and start - 2 >= low and _carries_on(doc, start - 2):
            start -= 1
        else:
            break
    while start < end and (doc[start].text in "-()" or doc[start].tag_ == "POS"):
        start += 1
    if start >= end or not any(doc[i].pos_ in ("NOUN", "PROPN") or is_acronym(doc[i]) for i in range(start, end)):
        return None
    return _contracted(doc, (start, end))


def _carries_on(doc: Doc, i: int) -> bool:
    """Whether what stands before a preposition may be the head of the source, or lead to it ("one of", "familiar
    with").
    """
    token = doc[i]
    if token.pos_ == "ADJ":
        return i > 0 and can_speak(doc[i - 1])
    return can_speak(token) or token.lower_ in ("one", "some", "several", "two", "three", "members", "number")
