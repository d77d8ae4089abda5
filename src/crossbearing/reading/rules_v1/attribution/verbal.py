"""Frames whose cue is a verb: "S said that C", "C, said S", "it has been reported that C", "S accused X of C"."""

from spacy.tokens import Token

from crossbearing.reading.rules_v1.attribution.complements import Complement, complement_of
from crossbearing.reading.rules_v1.attribution.draft import Draft
from crossbearing.reading.rules_v1.attribution.lexicon import Cue, particles, verbs
from crossbearing.reading.rules_v1.attribution.phrases import cue_extent, extent, is_passive, parts, runs_on, subject_of
from crossbearing.reading.rules_v1.attribution.sources import sources_of
from crossbearing.reading.rules_v1.attribution.text import Range, Text

MENDED = {"hop": "hope", "rat": "rate", "deni": "deny"}
"""Lemmas the parser's lemmatiser gets wrong ("hoped" -> "hop")."""


def verbal_frames(text: Text) -> list[Draft]:
    """All frames whose cue is a verb, in order of the cue."""
    drafts = (_frame(text, token) for token in text.doc if token.pos_ in ("VERB", "AUX") or token.tag_.startswith("VB"))
    return [draft for draft in drafts if draft is not None]


def _entry(verb: Token) -> tuple[dict[str, Cue], Token | None] | None:
    lemma = MENDED.get(verb.lemma_.lower(), verb.lemma_.lower())
    for child in verb.children:
        if child.i > verb.i and child.lower_ in particles().get(lemma, ()):
            return verbs()[f"{lemma} {child.lower_}"], child
    takes = verbs().get(lemma)
    return (takes, None) if takes else None


def _frame(text: Text, verb: Token) -> Draft | None:
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
    if _is_unsaid(verb, takes):
        return None
    if is_passive(verb):
        return _passive(text, verb, takes, cue, (low, high))
    speaks = "quote" in takes
    sources = sources_of(text, verb, cue, (low, high), strict=False, inverted=speaks)
    found = complement_of(verb, takes, cue, sources, (low, high))
    if found is None and speaks:
        found = _before(text, verb, takes, cue, sources, (low, high))
    if found is None:
        return None
    if found.rule in ("verb object", "verb infinitive", "verb preposition", "verb gerund"):
        sources = sources_of(text, verb, cue, (low, high), strict=True, inverted=False)
        if not sources:
            return None
    holes = [*sources, cue]
    content = [piece for part in found.parts for piece in text.cut(part, holes)]
    if not content and not found.quoted:
        return None
    return Draft(verb.i, cue, sources, content, found.said, found.rule)


def _is_unsaid(verb: Token, takes: dict[str, Cue]) -> bool:
    """Whether nothing is said: "no one would say", "did not say". Who does not deny, or finds that not, still takes a stand."""
    modal = any(c.dep_ == "aux" and c.tag_ == "MD" and c.lower_ not in ("will", "'ll", "’ll") for c in verb.children)
    negated = any(c.dep_ == "neg" for c in verb.children)
    stands = any(cue.force in ("deny", "show") and cue.carries == "claims" for cue in takes.values())
    return modal or (negated and not stands)


def _before(text: Text, verb: Token, takes: dict[str, Cue], cue: Range, sources: list[Range], bounds: Range) -> Complement | None:
    """The content of a verb that comes behind it or stands within it: "C, S said", "C, said S", "C, S said, C"."""
    said = takes.get("clause") or takes.get("quote")
    if said is None:
        return None
    low, high = bounds
    start = min([cue[0], *(s[0] for s in sources)])
    end = max([cue[1], *(s[1] for s in sources)])
    colon = next((i for i in range(end, high) if text.doc[i].text == ":"), None)
    if colon is not None and not runs_on(text.doc, end, colon):
        return Complement([(colon + 1, high)], said, "colon", quoted=True)
    last = start - 1
    while last >= low and (text.doc[last].is_space or text.doc[last].text in {",", "-", "–", "—", "--"}):
        last -= 1
    quote = text.quote(last) if last >= low or start == low else None
    if quote is None and start > 0:
        quote = text.quote(start - 1)
    if quote is not None and quote.end <= start and quote.end >= start - 3 and text.quote(verb.i) is not quote:
        return Complement([(min(quote.start, low) if quote.start < low else low, start)], takes.get("quote", said), "quote before", True)
    if "clause" not in takes:
        return None
    said = takes["clause"]
    if verb.dep_ == "advcl" and any(c.lower_ == "as" and c.i < verb.i for c in verb.children):
        return Complement([(low, min(start, verb.left_edge.i)), (end, high)], said, "as said")
    if not sources or not runs_on(text.doc, low, start):
        return None
    touching = any(s[1] in (cue[0], cue[0] - 1) or s[0] == cue[1] for s in sources)
    opened = any(c.dep_ == "mark" or c.lower_ in ("who", "which", "that", "when", "where") for c in verb.children if c.i < verb.i)
    if not touching or (opened and verb.dep_ != "ccomp"):
        return None
    inside = end < high and text.doc[end].text in {",", "-", "–", "—"} and runs_on(text.doc, end, high) and verb.dep_ in ("parataxis", "ccomp", "dep")
    return Complement([(low, start), (end, high)] if inside else [(low, start)], said, "clause before")


def _passive(text: Text, verb: Token, takes: dict[str, Cue], cue: Range, bounds: Range) -> Draft | None:
    """ "It has been reported that C", "C was confirmed by S", "S was quoted as saying C", "X is believed to have done it"."""
    low, high = bounds
    agents = [c for c in verb.children if c.dep_ == "agent" or (c.dep_ == "prep" and c.lower_ == "by" and c.i > verb.i)]
    objects = [p for a in agents for p in a.children if p.dep_ == "pobj"]
    sources = [r for o in objects[:1] for r in parts(o, agents[0].i + 1, high)]
    subject = subject_of(verb)
    holes = [cue, *((agents[0].i, r[1]) for r in sources)]
    clause = next((c for c in verb.children if c.i > verb.i and c.dep_ in ("ccomp", "xcomp", "advcl") and c.pos_ in ("VERB", "AUX")), None)
    expletive = subject is not None and subject.lower_ in ("it", "there") and "clause" in takes
    if clause is not None and expletive and clause.dep_ == "ccomp":
        said, content = takes["clause"], [(clause.left_edge.i, min(high, verb.right_edge.i + 1))]
    elif clause is not None and clause.dep_ == "xcomp" and "infinitive" in takes and subject is not None:
        said, content = takes["infinitive"], [extent(subject, low, cue[0]), (clause.left_edge.i, min(high, verb.right_edge.i + 1))]
    elif "object" in takes and subject is not None and low <= subject.i < high:
        said, content = takes["object"], [extent(subject, low, cue[0], relatives=not subject.is_ancestor(verb)) if subject.i < verb.i else extent(subject, cue[1], high)]
    else:
        return None
    content = [piece for part in content for piece in text.cut(part, holes)]
    if not content:
        return None
    return Draft(verb.i, cue, sources, content, said, "passive", nobody=not sources)
