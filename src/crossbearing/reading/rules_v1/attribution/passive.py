"""Frames in the passive: "it has been reported that C", "C was confirmed by S", "S was quoted as saying C", "X is said to have fled"."""

from spacy.tokens import Token

from crossbearing.reading.rules_v1.attribution.complements import ASKING
from crossbearing.reading.rules_v1.attribution.draft import Draft
from crossbearing.reading.rules_v1.attribution.lexicon import Cue, lemma_of
from crossbearing.reading.rules_v1.attribution.phrases import extent, parts, subject_of
from crossbearing.reading.rules_v1.attribution.sources import sources_of
from crossbearing.reading.rules_v1.attribution.text import Range, Text

CLAUSES = ("ccomp", "xcomp", "advcl")


def passive_frame(text: Text, verb: Token, takes: dict[str, Cue], cue: Range, bounds: Range) -> Draft | None:
    """The frame of a verb in the passive; without an agent its source is nobody ("it has been reported")."""
    low, high = bounds
    if lemma_of(verb) == "quote":
        return _quoted(text, verb, takes, cue, bounds)
    agent = next((c for c in verb.children if c.dep_ == "agent" or (c.dep_ == "prep" and c.lower_ == "by" and c.i > verb.i)), None)
    told = next((c for c in verb.children if c.dep_ == "prep" and c.lower_ == "to" and c.i > verb.i), None)
    by = agent or (told if lemma_of(verb) in ("confirm", "reveal", "disclose") else None)
    people = [p for p in by.children if p.dep_ == "pobj" and p.i < high] if by is not None else []
    sources = parts(people[0], by.i + 1, high) if people and by is not None else []
    found = _content(verb, takes, cue, bounds)
    if found is None:
        return None
    said, content = found
    holes = [cue, *((by.i, s[1]) for s in sources if by is not None)]
    pieces = [piece for part in content for piece in text.cut(part, holes)]
    return Draft(verb.i, cue, sources, pieces, said, "passive", nobody=not sources) if pieces else None


def _content(verb: Token, takes: dict[str, Cue], cue: Range, bounds: Range) -> tuple[Cue, list[Range]] | None:
    low, high = bounds
    subject = subject_of(verb)
    stop = min(high, verb.right_edge.i + 1)
    clause = next((c for c in verb.children if c.i > verb.i and c.dep_ in CLAUSES and c.pos_ in ("VERB", "AUX")), None)
    if clause is not None and "clause" in takes and clause.dep_ == "ccomp" and (subject is None or subject.lower_ in ("it", "there")):
        return takes["clause"], [(clause.left_edge.i, stop)]
    if clause is not None and "wh" in takes and clause.dep_ == "ccomp" and clause.left_edge.lower_ in ASKING:
        return takes["wh"], [(clause.left_edge.i, stop)]
    about = next((c for c in verb.children if c.dep_ == "prep" and c.lower_ == "about" and c.i > verb.i), None)
    if about is not None and "about" in takes:
        return takes["about"], [(about.i + 1, min(high, about.right_edge.i + 1))]
    if subject is None or not low <= subject.i < high:
        return None
    whole = not subject.is_ancestor(verb)
    named = extent(subject, low, cue[0], relatives=whole) if subject.i < verb.i else extent(subject, cue[1], high)
    if clause is not None and clause.dep_ == "xcomp" and "infinitive" in takes:
        return takes["infinitive"], [named, (clause.left_edge.i, stop)]
    if "object" in takes:
        return takes["object"], [named]
    return None


def quoting_frame(text: Text, verb: Token, takes: dict[str, Cue], cue: Range, bounds: Range) -> Draft | None:
    """ "O quoted S as saying C", "C, O quoted S as saying": the outlet that quotes stands nearer to the report."""
    low, high = bounds
    saying = next((t for t in text.doc[cue[1] : high] if t.lower_ in ("saying", "telling", "claiming")), None)
    if saying is None or saying.i - cue[1] < 2 or text.doc[saying.i - 1].lower_ != "as":
        return None
    outlets = sources_of(text, verb, cue, bounds, strict=False, inverted=False)
    begin = outlets[0][0] if outlets else cue[0]
    content = text.cut((saying.i + 1, high), []) or text.cut((low, begin), [])
    source = text.trim((cue[1], saying.i - 1))
    if not content or source[0] >= source[1]:
        return None
    words = (cue[0], cue[1])
    return Draft(verb.i, words, [source], content, takes["as"], "quoted as saying", via=outlets[0] if outlets else None)


def _quoted(text: Text, verb: Token, takes: dict[str, Cue], cue: Range, bounds: Range) -> Draft | None:
    """ "S was quoted by O as saying C": the outlet that quotes stands nearer to the report."""
    low, high = bounds
    subject = subject_of(verb)
    saying = next((t for t in text.doc[cue[1] : high] if t.lower_ in ("saying", "telling", "claiming") and t.i > verb.i), None)
    if subject is None or saying is None or not low <= subject.i < cue[0]:
        return None
    agent = next((t for t in text.doc[cue[1] : saying.i] if t.lower_ == "by"), None)
    via = None
    if agent is not None:
        people = [p for p in agent.children if p.dep_ == "pobj"]
        via = parts(people[0], agent.i + 1, saying.i)[0] if people else None
    content = text.cut((saying.i + 1, high), [])
    sources = parts(subject, low, cue[0])
    return Draft(verb.i, (cue[0], cue[1]), sources, content, takes["as"], "quoted as saying", via=via) if content else None
