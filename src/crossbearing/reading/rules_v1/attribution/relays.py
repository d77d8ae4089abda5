"""To whom a source spoke, and how: "told AFP by phone", "in an interview with CBS", "in a statement"."""

from spacy.tokens import Token

from crossbearing.actors import find_actor, publisher_family
from crossbearing.reading.rules_v1.attribution.draft import Draft
from crossbearing.reading.rules_v1.attribution.lexicon import channels, words
from crossbearing.reading.rules_v1.attribution.named import is_name
from crossbearing.reading.rules_v1.attribution.text import Range, Text
from crossbearing.records import Channel, Knowing

KNOWING: dict[str, Knowing] = {
    **dict.fromkeys(("hear", "hearing"), "heard"),
    **dict.fromkeys(("see", "seeing", "witness", "witnessing", "watch", "watching"), "saw"),
    "tell": "was_told",
}
"""Verbs at the beginning of a content that tell how its source knows."""
MEANS = frozenset({"by", "via", "in", "on", "over", "through", "from", "during", "at", "to"})
SPOKEN = frozenset(
    {"interview", "statement", "remark", "comment", "message", "report", "speech", "speak", "appearance"}
)
"""Words behind which "to", "with" or "on" may bring the outlet that a source spoke to."""
UNRELAYED = frozenset({"according to", "citing", "based on", "noun of", "noun clause", "adjective"})
LONGEST_OUTLET = 7
"""Tokens of an outlet's name with its description ("the U.S. CBS television network")."""


def add_relay(text: Text, draft: Draft) -> None:
    """Note on a draft the outlet its source spoke to (not the report's own), and the channel."""
    verb = text.whole[draft.head]
    draft.channel = channels().verbs.get(verb.lemma_.lower(), "unknown")
    low, high = text.sentence(draft.head)
    for i in range(low, high):
        token = text.whole[i]
        if any(a <= i < b for a, b in draft.content):
            continue
        if token.pos_ == "ADP" and token.lower_ in MEANS:
            channel = next((c for n in token.children if n.dep_ == "pobj" and (c := _channel(n)) is not None), None)
            draft.channel = channel or draft.channel
        if draft.via is None and draft.rule not in UNRELAYED and _leads_to_outlet(text, draft, i):
            draft.via = _outlet_at(text, i + 1, high)
    if draft.via is None and verb.lemma_.lower() == "tell":
        draft.via = _outlet_at(text, draft.cue[1], high)
    if draft.via is not None and any(
        s[0] < draft.via[1] and draft.via[0] < s[1] and not s[0] < draft.via[0] for s in draft.sources
    ):
        draft.via = None


def _leads_to_outlet(text: Text, draft: Draft, i: int) -> bool:
    """Whether an outlet that the source spoke to may stand behind this token: "an interview with", "a statement to",
    "said to".
    """
    if text.whole[i].lower_ not in words().spoken_to or i == 0:
        return False
    before = text.whole[i - 1]
    return before.lemma_.lower() in SPOKEN or i == draft.cue[1] or before.lower_ == "speaking"


def _outlet_at(text: Text, start: int, high: int) -> Range | None:
    """The longest name of an outlet that begins at a token."""
    end = start
    while (
        end < high
        and end - start < LONGEST_OUTLET
        and not (end > start and text.whole[end].pos_ == "DET")
        and (
            text.whole[end].pos_ in ("PROPN", "ADJ", "NOUN", "DET")
            or text.whole[end].text in "-.'’"
            or text.whole[end].is_upper
            or text.whole[end].tag_ == "POS"
        )
    ):
        end += 1
    stops = range(end, start, -1)
    whole = [stop for stop in stops if is_name(text.words((start, stop)))]  # "AFP | Observatory director Omar"
    for stop in whole or stops:
        last = text.whole[stop - 1]
        if (last.pos_ in ("NOUN", "PROPN") or last.is_upper) and _is_outlet(text, (start, stop)):
            return start, stop
    return None


def _channel(noun: Token) -> Channel | None:
    """The channel that a noun names, by its nearest modifier first ("a Skype interview")."""
    table = channels().nouns
    named = (table.get(w.lemma_.lower()) or table.get(w.lower_) for w in (*noun.lefts, noun))
    return next((c for c in named if c is not None), None)


def _is_outlet(text: Text, part: Range) -> bool:
    """Whether the words name an outlet other than the one that published the report."""
    if part[0] >= part[1]:
        return False
    named = text.words(part)
    if not any(t.pos_ == "PROPN" or t.is_upper for t in text.whole[part[0] : part[1]]):
        return False
    actor = find_actor(named)
    press = any(w.lower() in words().press for w in named.split())
    if not press and (actor is None or actor.kind not in ("media", "agency")):
        return False
    return not is_own_outlet(text, named)


def is_own_outlet(text: Text, name: str) -> bool:
    """Whether a name is that of the outlet which published the report."""
    outlet = text.report.outlet
    if not outlet:
        return False
    return (
        publisher_family(name) == publisher_family(outlet)
        or _letters(outlet) in _letters(name)
        or _letters(name) in _letters(outlet)
    )


def _letters(name: str) -> str:
    return "".join(c for c in name.casefold() if c.isalnum()).removeprefix("the")


def knowing_of(text: Text, draft: Draft) -> Knowing:
    """How the source knows, as far as the words beside the cue tell: "reported hearing", "counted", "estimated"."""
    if draft.said.force == "estimate":
        return "estimated"
    if text.whole[draft.head].lemma_.lower() in ("count", "tally", "document", "record", "register"):
        return "counted"
    if draft.rule == "verb witnessed":
        return KNOWING[text.whole[draft.head].lemma_.lower()]
    for start, end in draft.content:
        for token in text.whole[start : min(end, start + 6)]:
            known = KNOWING.get(token.lower_) or (KNOWING.get(token.lemma_.lower()) if token.pos_ == "VERB" else None)
            if known is not None:
                return known
    return "unknown"
