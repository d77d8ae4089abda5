"""The source of a headline: "19 killed: monitor", "Strike kills 15 - activists", "Air strikes kill dozens Monitor"."""

from crossbearing.actors import find_actor
from crossbearing.reading.rules_v1.attribution.adpositional import SAID
from crossbearing.reading.rules_v1.attribution.draft import Draft
from crossbearing.reading.rules_v1.attribution.lexicon import nouns, words
from crossbearing.reading.rules_v1.attribution.relays import is_own_outlet
from crossbearing.reading.rules_v1.attribution.text import Range, Text

DASHES = frozenset({"-", "–", "—", "--"})
MARKS = DASHES | {":", ","}
LONGEST = 5
"""Words of a source at the end of a headline."""
SHORTEST_CONTENT = 3
"""Words that must be left as the content."""


def headline_frames(text: Text) -> list[Draft]:
    """The frame of each headline in the text that names its source, without a verb of saying, at its end or its
    beginning.
    """
    found: list[Draft] = []
    for headline in text.headlines:
        part = _without_site(text, headline)
        draft = _at_end(text, part) or _at_beginning(text, part)
        if draft is not None:
            found.append(draft)
    return found


def _without_site(text: Text, headline: Range) -> Range:
    """The headline without the name of the site, and of its sections, behind a bar or dashes ("... - World - Fajr")."""
    start, end = headline
    bars = [i for i in range(start, end) if text.whole[i].text == "|"]
    start, end = text.trim((start, bars[0] if bars else end))
    trail = [end]
    while (dash := _last_dash(text, start + SHORTEST_CONTENT, trail[-1])) is not None:
        trail.append(dash)
    site = len(trail) > 2 or (len(trail) > 1 and is_own_outlet(text, text.words((trail[1] + 1, end))))
    return text.trim((start, trail[-1] if site else end))


def _last_dash(text: Text, low: int, high: int) -> int | None:
    """The dash that parts the last few words before a token from the rest."""
    near = range(high - 2, max(low, high - LONGEST) - 1, -1)
    return next((i for i in near if text.whole[i].text in DASHES and _stands_free(text, i)), None)


def _at_end(text: Text, part: Range) -> Draft | None:
    start, end = part
    for size in range(min(LONGEST, end - start - SHORTEST_CONTENT), 0, -1):
        at = end - size
        before = text.whole[at - 1]
        marked = before.text in MARKS and before.text != "," and _stands_free(text, at - 1)
        named = text.words((at, end))
        if not (_names_source(named) if not marked else _may_speak(named)):
            continue
        last = text.whole[end - 1]
        counted = before.pos_ == "NUM" or (last.tag_ == "NNS" and before.pos_ in ("VERB", "ADJ"))
        # "kill eight Red Helmets activists": these are whom the number counts; not of "kill eight civilians activists"
        named_so = last.tag_ == "NNS" and before.dep_ == "compound" and before.pos_ == "PROPN"
        counted |= named_so and any(c.dep_ == "nummod" for c in last.children)
        if not marked and (
            counted
            or before.lower_ in words().governing
            or before.pos_ in ("DET", "ADP", "CCONJ")
            or before.tag_ in ("POS", "PRP$")
        ):
            continue
        content = text.trim((start, at))
        if content[1] - content[0] >= SHORTEST_CONTENT:
            return Draft(at, (at, end), [(at, end)], [content], SAID, "headline")
    return None


def _stands_free(text: Text, i: int) -> bool:
    """Whether a mark is no hyphen within a name: a space stands behind it."""
    return text.whole[i].text == ":" or bool(text.whole[i].whitespace_)


def _at_beginning(text: Text, part: Range) -> Draft | None:
    """The form "Monitor: 19 killed in Homs"."""
    start, end = part
    for at in range(start + 1, min(start + LONGEST + 1, end)):
        if text.whole[at].text == ":":
            content = text.trim((at + 1, end))
            if _names_source(text.words((start, at))) and content[1] - content[0] >= SHORTEST_CONTENT:
                return Draft(at, (at, at + 1), [(start, at)], [content], SAID, "headline")
            return None
    return None


def _names_source(named: str) -> bool:
    """Whether the words are such as end a headline without any mark: a watcher, "activists", an abbreviation of an
    organisation.
    """
    actor = find_actor(named)
    known = actor is not None and not actor.generic and actor.kind in ("ngo", "igo", "media", "agency")
    known = known and all(w[0].isupper() or w in words().within_names for w in named.split())
    return named.lower() in nouns().headline_sources or (known and named[0].isupper())


def _may_speak(named: str) -> bool:
    low = named.lower()
    if low in nouns().headline_sources or low.split()[-1] in nouns().headline_sources:
        return True
    actor = find_actor(named)
    return actor is not None and actor.kind != "other"
