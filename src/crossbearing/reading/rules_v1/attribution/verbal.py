"""Frames whose cue is a verb: "S said that C", "C, said S", "it has been reported that C", "S accused X of C"."""

from spacy.tokens import Token

from crossbearing.reading.rules_v1.attribution.beside import content_beside, quote_before, touches
from crossbearing.reading.rules_v1.attribution.complements import Complement, complement_of, told_of
from crossbearing.reading.rules_v1.attribution.draft import Draft
from crossbearing.reading.rules_v1.attribution.edges import near
from crossbearing.reading.rules_v1.attribution.lexicon import lemma_of, nouns, verbs, without_claims, words
from crossbearing.reading.rules_v1.attribution.passive import passive_frame, quoting_frame
from crossbearing.reading.rules_v1.attribution.phrases import RELATIVES, VERBAL, extent, is_passive, runs_on, subject_of
from crossbearing.reading.rules_v1.attribution.site import (
    Site,
    is_document,
    is_infinitive,
    is_mistaken,
    is_unsaid,
    site_of,
)
from crossbearing.reading.rules_v1.attribution.sources import sources_of
from crossbearing.reading.rules_v1.attribution.speaking import can_speak, is_nobody
from crossbearing.reading.rules_v1.attribution.text import Range, Text

STRICT = frozenset({"verb object", "verb infinitive", "verb preposition", "verb toll", "verb document"})
"""Rules for contents that verbs have of things too, so that a subject which cannot speak is no source of claims."""
WEAK = frozenset({"verb object", "verb preposition"})
"""Rules whose content yields to a quotation beside the cue ("..., she said of the raid")."""
PARTICIPIAL = frozenset({"xcomp", "advcl", "acl", "conj", "pcomp"})
JOINING = frozenset({"and", "but", "then"})


def verbal_frames(text: Text) -> list[Draft]:
    """All frames whose cue is a verb, in order of the cue."""
    found: dict[int, Draft] = {}
    for token, part in zip(text.whole, text.parts, strict=True):
        misread = part == "NOUN" and (is_mistaken(token) or is_infinitive(token))
        if part in VERBAL or misread or token.tag_.startswith("VB"):
            site = site_of(text, token)
            draft = _frame(site, found) if site is not None else None
            if draft is not None:
                found[token.i] = draft
    return list(found.values())


def _frame(site: Site, before: dict[int, Draft]) -> Draft | None:
    text, verb, takes, cue, _, high = site
    if is_mistaken(verb):
        content = text.cut((verb.i + 2, high), [])
        return Draft(verb.i, cue, [(verb.i - 1, verb.i)], content, takes["gerund"], "verb gerund") if content else None
    if is_unsaid(site):
        site = site._replace(takes={take: without_claims(said) for take, said in takes.items()})
    passive = is_passive(verb)
    if verb.lemma_ in ("quote", "cite") and not passive:
        quoting = quoting_frame(site)
        if quoting is not None or verb.lemma_ == "quote":
            return quoting
    if passive and not _closes_sentence(site):
        return passive_frame(site)
    if "seeming" in takes:
        return _seeming(site)
    draft = _active(site, _speaking_on(site, before))
    # what stands before "has not answered" is not what was left unsaid
    return None if draft is not None and draft.rule == "clause before" and is_unsaid(site) else draft


def _seeming(site: Site) -> Draft | None:
    """What seems or appears so is nobody's word: its subject is part of what is told ("the town seems to be empty")."""
    text, verb, takes, cue, low, _ = site
    subject = subject_of(verb)
    behind = [c for c in verb.children if c.i > verb.i and c.dep_ in ("xcomp", "ccomp", "oprd", "acomp")]
    if not behind:
        return None
    before = subject is not None and low <= subject.i < cue[0] and subject.pos_ != "PRON"
    named = (
        [extent(subject, low, cue[0], relatives=not subject.is_ancestor(verb))]
        if subject is not None and before
        else []
    )
    content = [
        p for part in (*named, (behind[0].left_edge.i, behind[-1].right_edge.i + 1)) for p in text.cut(part, [cue])
    ]
    return Draft(verb.i, cue, [], content, takes["seeming"], "seeming") if content else None


def _active(site: Site, shared: Draft | None) -> Draft | None:
    text, verb, takes, cue, _, _ = site

    def speakers(*, strict: bool) -> list[Range]:
        if shared is not None:
            return list(shared.sources)
        return sources_of(verb, cue, site.bounds, strict=strict, inverted="quote" in takes and verb.tag_ != "VBG")

    lives = words().taken_lives.get(lemma_of(verb), ())
    speaker = subject_of(verb)
    taken = bool(lives) and not (speaker is not None and can_speak(speaker))  # by a raid or a flood
    if any(c.dep_ == "dobj" and (c.lemma_.lower() in lives or (taken and _are_counted(c))) for c in verb.children):
        return None
    sources = [_outside_quotes(site, s) for s in speakers(strict=False)]
    inverted = any(cue[1] <= s[0] <= cue[1] + 1 for s in sources)
    found = complement_of(site, sources) if not (inverted and quote_before(site, sources)) else None
    if found is not None and found.rule in WEAK and "quote" in takes:
        beside_it = content_beside(site, sources)
        spoken = beside_it is not None and (beside_it.rule.startswith("quote") or lemma_of(verb) == "say")
        found = beside_it if spoken else found
    if found is None and ("quote" in takes or "closing" in takes):
        if shared is None and not touches(sources, cue):
            beside = near(text.doc, cue[0], site.low)
            sources = [beside] if beside is not None else sources
        found = content_beside(site, sources)
    elif found is not None and found.rule == "verb clause" and sources:
        found = _with_circumstances(site, found, sources)
    found = found or told_of(site)
    if found is None:
        return _pending(site, sources)
    if found.rule == "clause before":
        found = _with_what_went_with_it(site, found)
    if found.rule in STRICT or found.said.force == "show":
        speaking = [_outside_quotes(site, s) for s in speakers(strict=True)]
        if not speaking:
            if lemma_of(verb) in words().of_things:
                return None
            found = found._replace(said=without_claims(found.said))
        sources = speaking or sources
    unheld = not sources and found.rule == "verb object" and found.said.carries == "attitude"
    if unheld or _is_unfit(text, found, sources):
        return None
    content = [piece for part in found.parts for piece in text.cut(part, [*sources, cue])]
    if not content and found.rule != "colon":
        return None
    who = next(
        (c.i for c in verb.children if c.dep_ == "nsubj" and c.lower_ in RELATIVES and verb.dep_ == "relcl"), None
    )
    relative = (who, who + 1) if who is not None and sources and sources[0][1] <= who < cue[0] else None
    return Draft(verb.i, cue, sources, content, found.said, found.rule, relative=relative)


def _are_counted(people: Token) -> bool:
    """Whether a number tells how many people they are ("the raids claimed more than 40 civilians")."""
    counted = any(c.dep_ == "nummod" for c in people.children)
    return counted and people.tag_ == "NNS" and (people.lemma_.lower() in nouns().people or can_speak(people))


def _is_unfit(text: Text, found: Complement, sources: list[Range]) -> bool:
    """Whether the source cannot be one: nobody behind a claim, no document that shows."""
    words_of = [text.whole[i] for s in sources for i in range(*s)]
    if found.rule == "verb document" and not any(map(is_document, words_of)):
        return True
    claims = found.said.carries == "claims"
    return claims and any(is_nobody(text.whole[s[0]]) for s in sources)


def _outside_quotes(site: Site, source: Range) -> Range:
    """A source without the end of a quotation that the parse takes into it: "... our brothers" rebel commander Omar."""
    quote = site.text.quote(source[0])
    if quote is None or quote is site.text.quote(site.verb.i) or not source[0] < quote.end < source[1]:
        return source
    return quote.end, source[1]


def _speaking_on(site: Site, before: dict[int, Draft]) -> Draft | None:
    """The frame whose source speaks on: "... and added that", "said in a statement putting the toll at"."""
    text, verb, _, cue, low, _ = site
    if any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children):
        return None
    at = cue[0] - 1
    while at > low and verb.doc[at].pos_ == "ADV":
        at -= 1
    earlier = [d for d in before.values() if low <= d.head < cue[0] and d.rule != "passive" and d.sources]
    if at >= low and verb.doc[at].lower_ in JOINING:
        return earlier[-1] if earlier else None
    if verb.tag_ != "VBG":
        return None
    if verb.dep_ in PARTICIPIAL and verb.doc[at].pos_ not in ("ADP", "PRON", "SCONJ"):
        above = next((d for d in earlier if d.head == verb.head.i), None)
        free = verb.dep_ != "acl" or not can_speak(verb.head)
        if above is None and free and earlier and text.quote(earlier[-1].head) is text.quote(verb.i):
            above = earlier[-1]
        if above is not None:
            return above
    if verb.dep_ == "acl" and verb.head.dep_ == "pobj" and verb.head.lemma_.lower() in nouns().documents:
        return next((d for d in reversed(earlier) if text.whole[d.head].is_ancestor(verb)), None)
    return None


def _with_circumstances(site: Site, found: Complement, sources: list[Range]) -> Complement:
    """The clause with what of the sentence before the source belongs to it: a clause before "said S", or the
    circumstances in "While shelling went on, S said C".
    """
    text, verb, _, cue, low, _ = site
    if any(cue[1] <= s[0] <= cue[1] + 1 for s in sources) and runs_on(text.doc, low, cue[0]):
        return Complement([(low, cue[0]), *found.parts], found.said, "clause around")
    high = min(cue[0], sources[0][0])
    before = [
        (max(low, c.left_edge.i), min(high, c.right_edge.i + 1))
        for c in verb.children
        if c.dep_ == "advcl" and c.i < high and any(m.dep_ in ("mark", "advmod") and m.i < c.i for m in c.children)
    ]
    return Complement([*before, *found.parts], found.said, found.rule)


def _with_what_went_with_it(site: Site, found: Complement) -> Complement:
    """A clause before "S said" with what behind it tells what went with that: "..., S said, with shells falling on the
    mill".
    """
    doc, at, high = site.verb.doc, site.cue[1], site.high
    while at < high and (doc[at].text == "," or doc[at].lower_ in words().days or doc[at].lower_ == "on"):
        at += 1
    doing = next((t for t in doc[at + 1 : min(high, at + NEAR_VERB)] if t.tag_ == "VBG"), None)
    # "... with a monitor saying that" tells what another said
    goes_with = at < high and doc[at].lower_ == "with" and doing is not None and lemma_of(doing) not in verbs()
    return Complement([*found.parts, (at, high)], found.said, found.rule) if goes_with else found


NEAR_VERB = 7
"""Tokens behind "with" in which stands the verb of what goes with something."""


def _pending(site: Site, sources: list[Range]) -> Draft | None:
    """A verb of saying at the end of its sentence, whose content is to follow ("he told reporters that.", "she
    said:").
    """
    text, verb, takes, cue, _, high = site
    said = takes.get("quote")
    if said is None or said.carries != "claims" or "clause" not in takes or not sources:
        return None
    rest = [t for t in text.whole[cue[1] : high] if not t.is_punct and not t.is_space]
    if runs_on(text.doc, cue[1], high) or (rest and rest[-1].lower_ != "that" and verb.lemma_ != "tell"):
        return None
    return Draft(verb.i, cue, sources, [], said, "pending")


def _closes_sentence(site: Site) -> bool:
    """Whether a bare participle is in truth the verb that ends its sentence: "... killing nine people activists
    reported".
    """
    text, verb, takes, cue, low, high = site
    if "quote" not in takes or "clause" not in takes or any(c.dep_ in ("auxpass", "agent") for c in verb.children):
        return False
    if runs_on(text.doc, cue[1], high) or not runs_on(text.doc, low, cue[0]):
        return False
    return bool(sources_of(verb, cue, site.bounds, strict=True, inverted=False))
