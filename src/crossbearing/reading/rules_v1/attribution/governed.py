"""What a preposition or a verb governs is nobody's subject: "in the north of the province | state media reported"."""

from spacy.tokens import Doc, Token

from crossbearing.reading.rules_v1.attribution.lexicon import words
from crossbearing.reading.rules_v1.attribution.speaking import can_speak, is_place
from crossbearing.reading.rules_v1.attribution.text import Range

GOVERNING = frozenset(
    {
        "in", "on", "at", "of", "near", "to", "from", "for", "into", "around", "over", "across", "inside", "outside",
        "through", "towards", "toward", "between", "against", "throughout", "behind", "along", "within", "beneath",
        "above", "onto", "under", "among", "by",
    }
)  # fmt: skip
"""Prepositions that need a noun phrase of their own; "as", "after" or "since" may open the clause of the cue."""

def freed(doc: Doc, part: Range) -> Range:
    """The part of a noun phrase before its cue that no preposition or verb to its left governs; all of it where
    nothing governs it, or where it cannot be parted.

    Where commas are lost the parse runs the object of "in" or "broke" and the source into one noun phrase.
    """
    start, end = part
    if not start or end - start < 2 or (end < len(doc) and doc[end].tag_ == "VBG"):
        return part
    first = start
    while first > 1 and doc[first - 1].pos_ in ("DET", "ADJ", "ADV"):
        first -= 1
    before = doc[first - 1]
    place = before.pos_ == "ADP" and before.lower_ in GOVERNING
    thing = before.pos_ == "VERB" and (doc[first].pos_ in ("DET", "PRON") or is_place(doc[first]))
    head = _head(doc, part)
    if not (place or thing) or not can_speak(head):
        return part
    # "A source at the town's hospital" is one: what its own preposition brings does not part it.
    for at in range(head.i, start, -1):
        if _ends_there(doc[at - 1], doc[at]):
            return at, end
    return part


def _head(doc: Doc, part: Range) -> Token:
    """The noun before the first preposition behind which the phrase goes on, else its last word."""
    for i in range(part[0] + 1, part[1]):
        if doc[i].pos_ == "ADP":
            noun = doc[i - 2 if doc[i - 1].pos_ == "ADJ" else i - 1]
            if noun.i >= part[0] and can_speak(noun):
                return noun
    return doc[part[1] - 1]


def _ends_there(last: Token, first: Token) -> bool:
    """Whether the governed noun phrase may end with one word and the source begin with the next."""
    if first.pos_ not in ("NOUN", "PROPN", "ADJ", "NUM", "DET") and first.dep_ != "amod":
        return False
    if is_place(last):
        return not is_place(first) and first.tag_ != "POS"
    return last.pos_ == "NOUN" and not can_speak(last) and last.lower_ not in words().source_modifiers
