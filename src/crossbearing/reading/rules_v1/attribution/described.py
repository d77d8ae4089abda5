"""A source that a description parts from its cue: "the watch which tracks the war across the country | said"."""

from spacy.tokens import Doc

from crossbearing.reading.rules_v1.attribution.edges import near
from crossbearing.reading.rules_v1.attribution.governed import GOVERNING
from crossbearing.reading.rules_v1.attribution.lexicon import nouns
from crossbearing.reading.rules_v1.attribution.speaking import can_speak, is_place
from crossbearing.reading.rules_v1.attribution.text import Range

LONGEST_DESCRIPTION = 10
"""Tokens up to which a description may go on between a source and its cue."""
RELATING = frozenset({"WDT", "WP"})
"""Tags of "which" and "who"."""
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def reaching(doc: Doc, part: Range, low: int) -> Range:
    """Return a source with the words that describe it, where the range is but their end; else the range.

    What a preposition or a verb governs is no subject; who is described by it may be ("a group monitoring the conflict
    | said").
    """
    governor = doc[part[0] - 1] if part[0] > low else None
    last = doc[part[1] - 1]
    if last.pos_ in ("PROPN", "PRON") or last.lemma_.lower() in nouns().roles:
        return part
    if governor is None or not (governor.lower_ in GOVERNING or governor.pos_ == "VERB"):
        return part
    for at in range(part[0] - 1, max(low, part[0] - LONGEST_DESCRIPTION), -1):
        token, before = doc[at], doc[at - 1]
        if token.is_punct or token.pos_ == "CCONJ" or (token.tag_ in FINITE and before.tag_ not in RELATING):
            return part
        opens = token.tag_ in RELATING or (token.tag_ == "VBG" and at == governor.i)
        if opens and before.pos_ in ("NOUN", "PROPN") and can_speak(before) and not is_place(before):
            described = near(doc, at, low)
            return (described[0], part[1]) if described is not None else part
    return part
