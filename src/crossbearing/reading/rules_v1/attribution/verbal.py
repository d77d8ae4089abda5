"""Frames whose cue is a verb: "S said that C", "C, said S", "it has been reported that C", "S accused X of C"."""

from spacy.tokens import Token

from crossbearing.reading.rules_v1.attribution.complements import Complement, complement_of
from crossbearing.reading.rules_v1.attribution.draft import Draft
from crossbearing.reading.rules_v1.attribution.lexicon import Cue, lemma_of, nouns, particles, verbs
from crossbearing.reading.rules_v1.attribution.passive import passive_frame, quoting_frame
from crossbearing.reading.rules_v1.attribution.phrases import cue_extent, is_passive, runs_on
from crossbearing.reading.rules_v1.attribution.quotes import Quote
from crossbearing.reading.rules_v1.attribution.sources import sources_of
from crossbearing.reading.rules_v1.attribution.text import Range, Text

STRICT = frozenset({"verb object", "verb infinitive", "verb preposition", "verb gerund", "verb toll"})
"""Rules for contents that verbs have of things too, so that the subject must be able to speak."""


COMMAS = frozenset({",", "-", "–", "—", "--"})
LONGEST_EXPRESSION = 3
"""Tokens up to which what stands between marks, them included, is an expression and no speech."""
FARTHEST_QUOTE = 12
"""Tokens between a cue and the quotation it brings."""


def verbal_frames(text: Text) -> list[Draft]:
    """All frames whose cue is a verb, in order of the cue."""
    found: dict[int, Draft] = {}
    for token in text.doc:
        if token.pos_ in ("VERB", "AUX") or token.tag_.startswith("VB") or _is_mistaken(token):
            draft = _frame(text, token, found)
            if draft is not None:
                found[token.i] = draft
    return list(found.values())


def _is_mistaken(token: Token) -> bool:
    """A verb taken for a noun: "as eyewitnesses report hearing gunfire"."""
    return (
        token.pos_ == "NOUN" and token.lower_ in ("report", "reports") and token.i + 1 < len(token.doc) and token.i > 0
        and token.nbor().lower_ in ("hearing", "seeing", "witnessing") and token.nbor(-1).pos_ in ("NOUN", "PROPN")
    )


def _entry(verb: Token) -> tuple[dict[str, Cue], Token | None] | None:
    lemma = lemma_of(verb)
    for child in verb.children:
        if child.i > verb.i and child.lower_ in particles().get(lemma, ()):
            return verbs()[f"{lemma} {child.lower_}"], child
    takes = verbs().get(lemma)
    return (takes, None) if takes else None


def _frame(text: Text, verb: Token, before: dict[int, Draft]) -> Draft | None:
    entry = _entry(verb)
    if entry is None:
        return None
    takes, particle = entry
    cue = cue_extent(verb, particle)
    low, high = text.sentence(verb.i)
    quote = text.quote(verb.i)
    if quote is not None:
        low, high = max(low, quote.start), min(high, quote.end)
    cue = max(cue[0], low), min(cue[1], high)
    if _is_mistaken(verb):
        return Draft(verb.i, cue, [(verb.i - 1, verb.i)], text.cut((verb.i + 2, high), []), takes["gerund"], "verb gerund")
    if _is_unsaid(verb, takes):
        return None
    if verb.lemma_ == "quote" and not is_passive(verb):
        return quoting_frame(text, verb, takes, cue, (low, high))
    if is_passive(verb) and not _is_closing(text, verb, takes, cue, (low, high)):
        return passive_frame(text, verb, takes, cue, (low, high))
    shared = _shared(text, verb, cue, low, before)

    def sources(*, strict: bool) -> list[Range]:
        if shared is not None:
            return list(shared.sources)
        return sources_of(text, verb, cue, (low, high), strict=strict, inverted="quote" in takes)

    speakers = sources(strict=False)
    found = complement_of(verb, takes, cue, speakers, (low, high))
    if found is None and "quote" in takes:
        found = _before(text, verb, takes, cue, speakers, (low, high))
    elif found is not None and found.rule == "verb clause" and any(cue[1] <= s[0] <= cue[1] + 1 for s in speakers) and runs_on(text.doc, low, cue[0]):
        found = Complement([(low, cue[0]), *found.parts], found.said, "clause around")
    elif found is not None and found.rule == "verb clause" and speakers:
        found = Complement([*_circumstances(verb, low, min(cue[0], speakers[0][0])), *found.parts], found.said, found.rule)
    if found is None:
        return _pending(text, verb, takes, cue, speakers, high)
    if found.rule in STRICT or found.said.force == "show":
        speakers = sources(strict=True)
        if not speakers:
            return None
    if found.rule == "verb document" and not any(_is_document(text.doc[i]) for s in speakers for i in range(*s)):
        return None
    if any(text.doc[s[0]].lower_ in ("no", "none", "nobody", "neither") for s in speakers):
        return None
    content = [piece for part in found.parts for piece in text.cut(part, [*speakers, cue])]
    if content or found.rule == "colon":
        return Draft(verb.i, cue, speakers, content, found.said, found.rule)
    return None


def _shared(text: Text, verb: Token, cue: Range, low: int, before: dict[int, Draft]) -> Draft | None:
    """The frame whose source speaks on: "... and added that", "said in a statement putting the toll at"."""
    if any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children):
        return None
    at = cue[0] - 1
    while at > low and verb.doc[at].pos_ == "ADV":
        at -= 1
    earlier = [d for d in before.values() if low <= d.head < cue[0] and d.rule != "passive" and d.sources]
    if verb.doc[at].lower_ in ("and", "but", "then") and at >= low:
        return earlier[-1] if earlier else None
    if verb.tag_ == "VBG" and verb.dep_ in ("xcomp", "advcl", "acl", "conj") and verb.doc[at].pos_ not in ("ADP", "PRON", "SCONJ"):
        above = before.get(verb.head.i)
        if above is not None and above.sources and above.rule != "passive":
            return above
        if verb.dep_ == "advcl" and earlier and text.quote(earlier[-1].head) is text.quote(verb.i):
            return earlier[-1]
    if verb.tag_ == "VBG" and verb.dep_ == "acl" and verb.head.dep_ == "pobj" and verb.head.lemma_.lower() in nouns().documents:
        return next((d for d in reversed(earlier) if text.doc[d.head].is_ancestor(verb)), None)
    return None


def _circumstances(verb: Token, low: int, high: int) -> list[Range]:
    """Clauses before the source that belong to what it says: "While shelling went on, officials said, ..."."""
    return [
        (max(low, c.left_edge.i), min(high, c.right_edge.i + 1))
        for c in verb.children
        if c.dep_ == "advcl" and c.i < high and any(m.dep_ in ("mark", "advmod") and m.i < c.i for m in c.children)
    ]


def _is_document(noun: Token) -> bool:
    lemma = noun.lemma_.lower()
    return lemma in nouns().pictures or lemma in nouns().documents


def _pending(text: Text, verb: Token, takes: dict[str, Cue], cue: Range, speakers: list[Range], high: int) -> Draft | None:
    """A verb of saying at the end of its sentence, whose content is to follow in the next ("he told reporters that.", "she said:")."""
    said = takes.get("quote")
    rest = [t for t in text.doc[cue[1] : high] if not t.is_punct and not t.is_space]
    if said is None or said.carries != "claims" or not speakers or "clause" not in takes or runs_on(text.doc, cue[1], high):
        return None
    if not rest or rest[-1].lower_ in ("that", ":") or verb.lemma_ == "tell":
        return Draft(verb.i, cue, speakers, [], said, "pending")
    return None


def _is_closing(text: Text, verb: Token, takes: dict[str, Cue], cue: Range, bounds: Range) -> bool:
    """Whether a bare participle is in truth the verb that closes its sentence: "... killing nine people activists reported"."""
    if "quote" not in takes or "clause" not in takes or any(c.dep_ in ("auxpass", "agent") for c in verb.children):
        return False
    if runs_on(text.doc, cue[1], bounds[1]) or not runs_on(text.doc, bounds[0], cue[0]):
        return False
    return bool(sources_of(text, verb, cue, bounds, strict=True, inverted=False))


def _is_unsaid(verb: Token, takes: dict[str, Cue]) -> bool:
    """Whether nothing is said: "no one would say", "did not say". Who does not deny, or finds that not, still takes a stand."""
    modal = any(c.dep_ == "aux" and c.tag_ == "MD" and c.lower_ not in ("will", "'ll", "’ll") for c in verb.children)
    negated = any(c.dep_ == "neg" for c in verb.children)
    stands = any(cue.force in ("deny", "show") and cue.carries == "claims" for cue in takes.values())
    return modal or (negated and not stands)


def _before(text: Text, verb: Token, takes: dict[str, Cue], cue: Range, sources: list[Range], bounds: Range) -> Complement | None:
    """The content of a verb that comes behind it or stands within it: "C, S said", "C, said S", "C, S said, C"."""
    said = takes.get("clause") or takes["quote"]
    low, high = bounds
    start = min([cue[0], *(s[0] for s in sources)])
    end = max([cue[1], *(s[1] for s in sources)])
    quote = _quote_before(text, start, low) if sources and _touches(sources, cue) else None
    after = _quote_after(text, end, high)
    spoken = [(q.start, q.end) for q in (quote, after) if q is not None and text.quote(verb.i) is not q]
    if spoken and "quote" in takes:
        if quote is not None:
            spoken[0] = (min(quote.start, low), start)
        return Complement(spoken, takes["quote"], "quote before" if quote is not None else "quote after")
    colon = next((i for i in range(end, high) if text.doc[i].text == ":"), None)
    if colon is not None and not runs_on(text.doc, end, colon):
        return Complement([(colon + 1, high)], said, "colon")
    if "clause" not in takes:
        return None
    if verb.dep_ == "advcl" and any(c.lower_ == "as" and c.i < verb.i for c in verb.children):
        return Complement([(low, min(start, verb.left_edge.i)), (end, high)], said, "as said")
    inside = _is_parenthesis(text, start, end, bounds)
    if not sources or not (inside or runs_on(text.doc, low, start)):
        return None
    opened = any(c.dep_ == "mark" or c.lower_ in ("who", "which", "that", "when", "where") for c in verb.children if c.i < verb.i and c.text != "WHO")
    if not _touches(sources, cue) or verb.tag_ == "VBG" or (opened and verb.dep_ != "ccomp"):
        return None
    if verb.dep_ == "relcl" and inside:
        return None
    return Complement([(low, start), (end, high)] if inside else [(low, start)], said, "clause before")


def _is_parenthesis(text: Text, start: int, end: int, bounds: Range) -> bool:
    """Whether "S said" stands between commas or dashes with words of its content on both sides."""
    low, high = bounds
    if not (low + 1 < start and end < high and text.doc[start - 1].text in COMMAS and text.doc[end].text in COMMAS):
        return False
    return runs_on(text.doc, end, high)


def _quote_after(text: Text, end: int, high: int) -> Quote | None:
    """The quotation that follows the cue, with at most a comma, a colon, or words of time and manner between."""
    for at in range(end, high):
        quote = text.quote(at)
        if quote is not None:
            return quote if quote.start == at and quote.end - quote.start > LONGEST_EXPRESSION else None
        token = text.doc[at]
        if token.pos_ in ("VERB", "AUX") or at > end + FARTHEST_QUOTE:
            return None
    return None


def _quote_before(text: Text, start: int, low: int) -> Quote | None:
    """The quotation that ends right before the source or the cue, in the same sentence or, behind "?", "!" or a comma, in the one before."""
    last = start - 1
    while last > 0 and (text.doc[last].is_space or text.doc[last].text in {",", "-", "–", "—", "--", "―"}):
        last -= 1
    quote = text.quote(last) if last >= 0 else None
    if quote is None or quote.end != last + 1:
        return None
    if last < low and (text.next_paragraph_from(start) or text.doc[last - 1].text not in {"?", "!", ",", "—", "..."}):
        return None
    return quote


def _touches(sources: list[Range], cue: Range) -> bool:
    return any(cue[0] - 2 <= s[1] <= cue[0] or cue[1] <= s[0] <= cue[1] + 1 for s in sources)
