"""Frames at the end of a sentence whose verb the parse takes for a noun: "... were hit SANA reports."."""

from crossbearing.reading.rules_v1.attribution.draft import Draft
from crossbearing.reading.rules_v1.attribution.edges import near
from crossbearing.reading.rules_v1.attribution.lexicon import verbs, words
from crossbearing.reading.rules_v1.attribution.named import is_name
from crossbearing.reading.rules_v1.attribution.phrases import runs_on
from crossbearing.reading.rules_v1.attribution.speaking import is_acronym
from crossbearing.reading.rules_v1.attribution.text import Range, Text

VERBS = frozenset({"reports", "says"})
SHORTEST = 2
"""Words before the cue, at least: a source and what it tells."""


def closing_frames(text: Text) -> list[Draft]:
    """A frame for each outlet that "reports" at the end of a sentence what stands before it."""
    found = (_frame(text, _last_word(text, sentence)) for sentence in text.sentences)
    return [draft for draft in found if draft is not None]


def _last_word(text: Text, sentence: Range) -> int:
    start, end = sentence
    return next((i for i in range(end - 1, start, -1) if text.whole[i].is_alpha), start)


def _frame(text: Text, at: int) -> Draft | None:
    if text.whole[at].pos_ != "NOUN" or text.whole[at].lower_ not in VERBS:
        return None
    low = text.reach(at)[0]
    if at - low < SHORTEST:
        return None
    source = near(text.doc, at, low)
    if source is None or source[0] <= low or source[1] != at:
        return None
    before, last = text.whole[source[0] - 1], text.whole[at - 1]
    outlet = is_name(text.words(source)) or is_acronym(last) or (last.lower_ in words().press and last.text != "media")
    named = before.pos_ == "NOUN" and all(t.pos_ == "PROPN" or t.is_punct for t in text.whole[slice(*source)])
    governed = before.pos_ in ("ADP", "ADV") or (before.pos_ == "VERB" and before.tag_ != "VBN")
    if not (outlet or named) or governed or not runs_on(text.doc, low, source[0]):
        return None
    said = verbs()[text.whole[at].lower_[:-1]]["clause"]
    return Draft(at, (at, at + 1), [source], [(low, source[0])], said, "clause before")
