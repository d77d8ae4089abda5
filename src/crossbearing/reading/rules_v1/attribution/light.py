"""Frames whose cue is a verb with the noun that says what it does: "made the case for C", "took aim at C", "raised
questions about C".
"""

from spacy.tokens import Token

from crossbearing.reading.rules_v1.attribution.draft import Draft
from crossbearing.reading.rules_v1.attribution.lexicon import STAND, light_verbs, nouns
from crossbearing.reading.rules_v1.attribution.phrases import cue_extent, is_passive, subject_of
from crossbearing.reading.rules_v1.attribution.sources import sources_of
from crossbearing.reading.rules_v1.attribution.text import Range, Text


def light_frames(text: Text, drafts: list[Draft]) -> list[Draft]:
    """A frame for each such verb and noun that are neither of them the cue of a draft, in order of the verb."""
    heads = {d.head for d in drafts}
    found: list[Draft] = []
    for noun, part in zip(text.whole, text.parts, strict=True):
        if part != "NOUN" or noun.dep_ != "dobj" or noun.head.i > noun.i:
            continue
        told = noun.lemma_.lower() in light_verbs().get(noun.head.lemma_.lower(), ())
        if told and noun.i not in heads and noun.head.i not in heads:
            draft = _frame(text, noun.head, noun)
            found += [draft] if draft is not None else []
    return found


def _frame(text: Text, verb: Token, noun: Token) -> Draft | None:
    low, high = text.reach(verb.i)
    if noun.i >= high or is_passive(verb) or subject_of(verb) is None:
        return None
    cue = max(low, cue_extent(verb, None)[0]), verb.i + 1
    sources = sources_of(verb, cue, (low, high), strict=True, inverted=False)
    if not sources:
        return None
    behind = _behind(verb, noun, high)
    pieces = text.cut(behind, sources) if behind is not None else []
    return Draft(verb.i, (cue[0], noun.i + 1), sources, pieces, STAND, "light verb") if pieces else None


def _behind(verb: Token, noun: Token, high: int) -> Range | None:
    """What the noun is about: the clause or the phrase behind it."""
    for child in (*noun.children, *verb.children):
        if not noun.i < child.i < high:
            continue
        clause = child.dep_ in ("acl", "relcl", "ccomp", "xcomp") and child.pos_ in ("VERB", "AUX")
        if clause and child.left_edge.i > noun.i:
            return child.left_edge.i, min(high, child.right_edge.i + 1)
        sent = child.lower_ == "to" and noun.lemma_.lower() in nouns().documents  # "sent a letter to the mayor"
        if child.dep_ == "prep" and child.i + 1 < high and not sent:
            return child.i + 1, max(child.i + 2, min(high, child.right_edge.i + 1))
    return None
