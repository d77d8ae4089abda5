"""Quotations that a colon brings behind words that are no cue of their own: 'The mayor went even further: "C"',
'More from the report: "C"'.
"""

from crossbearing.reading.rules_v1.attribution.adpositional import SAID
from crossbearing.reading.rules_v1.attribution.draft import Draft
from crossbearing.reading.rules_v1.attribution.edges import near
from crossbearing.reading.rules_v1.attribution.phrases import cue_extent, is_passive
from crossbearing.reading.rules_v1.attribution.quotes import Quote
from crossbearing.reading.rules_v1.attribution.sources import sources_of
from crossbearing.reading.rules_v1.attribution.speaking import can_speak, is_place
from crossbearing.reading.rules_v1.attribution.text import Text

SHORTEST_SPEECH = 6
"""Tokens up to which what stands between marks is a name or an expression."""


def announcing_frames(text: Text, drafts: list[Draft]) -> list[Draft]:
    """A frame for each quotation behind a colon that none of the drafts holds: its speaker is the subject of the
    sentence before the colon or, where that has no verb, whoever stands last in it.
    """
    found: list[Draft] = []
    for quote in text.quotes:
        colon = quote.start - 1
        while colon > 0 and text.whole[colon].is_space:
            colon -= 1
        long_enough = quote.end - quote.start > SHORTEST_SPEECH
        if colon > 0 and text.whole[colon].text == ":" and long_enough and _is_free(text, colon, quote, drafts):
            draft = _frame(text, colon, quote)
            found += [draft] if draft is not None else []
    return found


def _is_free(text: Text, colon: int, quote: Quote, drafts: list[Draft]) -> bool:
    """Whether no draft holds a quotation, and none before its colon waits for its words."""
    held = any(d.claims and any(a <= quote.start + 1 < b for a, b in d.content) for d in drafts)
    sentence = text.number(colon)
    return not held and not any(d.rule in ("pending", "colon") and text.number(d.head) == sentence for d in drafts)


def _frame(text: Text, colon: int, quote: Quote) -> Draft | None:
    low = text.reach(colon)[0]
    content = [(quote.start, quote.end)]
    verbs = [t for t in text.whole[low:colon] if t.pos_ == "VERB" and text.quote(t.i) is None]
    if not verbs:
        named = near(text.doc, colon, low)
        last = text.whole[colon - 1]
        if named is None or not can_speak(last) or is_place(last):
            return None
        return Draft(colon, (colon, colon + 1), [named], content, SAID, "announced")
    verb = min(verbs, key=lambda t: (sum(1 for _ in t.ancestors), t.i))
    if is_passive(verb):
        return None
    cue = max(low, cue_extent(verb, None)[0])
    sources = sources_of(verb, (cue, verb.i + 1), (low, colon), strict=True, inverted=False)
    return Draft(verb.i, (cue, colon + 1), sources, content, SAID, "announced") if sources else None
