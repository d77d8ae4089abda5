"""To whom a source spoke, and how: "told AFP by phone", "in an interview with CBS", "in a statement"."""

from spacy.tokens import Token

from crossbearing.actors import find_actor, publisher_family
from crossbearing.reading.rules_v1.attribution.draft import Draft
from crossbearing.reading.rules_v1.attribution.lexicon import channels
from crossbearing.reading.rules_v1.attribution.phrases import extent
from crossbearing.reading.rules_v1.attribution.text import Range, Text
from crossbearing.records import Channel, Knowing

TOWARDS = frozenset({"to", "with", "on", "by", "for", "from", "in", "via", "over", "through", "during", "at", "of"})
PRESS = frozenset(
    "news tv television radio times post press network channel daily gazette herald tribune journal magazine online agency fm "
    "broadcasting newspaper media".split()
)


def add_relay(text: Text, draft: Draft) -> None:
    """Note on a draft the outlet its source spoke to (not the report's own), and the channel."""
    verb = text.doc[draft.head]
    draft.channel = channels().verbs.get(verb.lemma_.lower(), "unknown")
    low, high = text.sentence(draft.head)
    held = [c for c in draft.content if c[1] - c[0] > 0]
    for i in range(low, high):
        token = text.doc[i]
        if any(a <= i < b for a, b in held):
            continue
        if draft.rule in ("according to", "citing", "based on"):
            continue
        if token.dep_ in ("dobj", "dative") and token.head.i == verb.i and _is_outlet(text, extent(token, draft.cue[1], high)):
            draft.via = extent(token, draft.cue[1], high, relatives=False)
        elif token.dep_ in ("prep", "agent") and token.lower_ in TOWARDS:
            _through(text, draft, token, high)
    if draft.via is None:
        draft.via = _behind_cue(text, draft, high)


def _through(text: Text, draft: Draft, prep: Token, high: int) -> None:
    """What a preposition outside the content says of the channel or the outlet."""
    for noun in prep.children:
        if noun.dep_ != "pobj":
            continue
        channel = _channel(noun)
        if channel is not None and prep.lower_ != "of":
            draft.channel = channel
        spoken = prep.head.i == draft.head or prep.head.lemma_.lower() in channels().nouns or channel is not None
        if prep.lower_ in ("to", "with", "on", "by", "for") and spoken and draft.via is None:
            part = extent(noun, prep.i + 1, high, relatives=False)
            if _in_source(draft, noun.i) and not _in_source(draft, prep.i):
                continue
            if not _in_source(draft, prep.head.i) or prep.head.lemma_.lower() in channels().nouns:
                if _is_outlet(text, part) and not any(s[0] <= noun.i < s[1] and prep.lower_ == "by" for s in draft.sources):
                    draft.via = part


def _in_source(draft: Draft, i: int) -> bool:
    return any(a <= i < b for a, b in draft.sources)


def _channel(noun: Token) -> Channel | None:
    table = channels().nouns
    for word in (noun, *noun.lefts):
        found = table.get(word.lemma_.lower()) or table.get(word.lower_)
        if found is not None and found != "document":
            return found
    return table.get(noun.lemma_.lower())


def _behind_cue(text: Text, draft: Draft, high: int) -> Range | None:
    """The outlet right behind "told", where the parse does not make it an object."""
    if text.doc[draft.head].lemma_.lower() != "tell":
        return None
    start = end = draft.cue[1]
    while end < high and (text.doc[end].pos_ in ("PROPN", "DET") or text.doc[end].text == "-") and end - start < 6:
        end += 1
    return (start, end) if end > start and _is_outlet(text, (start, end)) else None


def _is_outlet(text: Text, part: Range) -> bool:
    """Whether the words name an outlet other than the one that published the report."""
    if part[0] >= part[1]:
        return False
    words = text.words(part)
    if not any(t.pos_ == "PROPN" or t.is_upper for t in text.doc[part[0] : part[1]]):
        return False
    actor = find_actor(words)
    press = any(w.lower() in PRESS for w in words.split())
    if not press and (actor is None or actor.kind not in ("media", "agency")):
        return False
    return not is_own_outlet(text, words)


def is_own_outlet(text: Text, name: str) -> bool:
    """Whether a name is that of the outlet which published the report."""
    outlet = text.report.outlet
    if not outlet:
        return False
    return publisher_family(name) == publisher_family(outlet) or _letters(outlet) in _letters(name) or _letters(name) in _letters(outlet)


def _letters(name: str) -> str:
    return "".join(c for c in name.casefold() if c.isalnum()).removeprefix("the")


def knowing_of(text: Text, draft: Draft) -> Knowing:
    """How the source knows, as far as the words beside the cue tell: "reported hearing", "counted", "estimated"."""
    if draft.said.force == "estimate":
        return "estimated"
    if text.doc[draft.head].lemma_.lower() in ("count", "tally", "document", "record", "register"):
        return "counted"
    for start, end in draft.content:
        for i in range(start, min(end, start + 6)):
            lemma = text.doc[i].lemma_.lower()
            if text.doc[i].pos_ == "VERB" and lemma in ("hear", "see", "witness", "watch", "tell"):
                return {"hear": "heard", "tell": "was_told"}.get(lemma, "saw")  # type: ignore[return-value]
    return "unknown"
