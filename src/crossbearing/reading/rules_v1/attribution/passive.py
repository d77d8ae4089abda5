"""Frames in the passive: "it has been reported that C", "C was confirmed by S", "S was quoted as saying C", "X is
said to have fled".
"""

from spacy.tokens import Token

from crossbearing.reading.rules_v1.attribution.complements import ASKING
from crossbearing.reading.rules_v1.attribution.draft import Draft
from crossbearing.reading.rules_v1.attribution.lexicon import Cue, lemma_of, verbs, words
from crossbearing.reading.rules_v1.attribution.phrases import extent, parts, runs_on, subject_of
from crossbearing.reading.rules_v1.attribution.site import Site
from crossbearing.reading.rules_v1.attribution.sources import sources_of
from crossbearing.reading.rules_v1.attribution.text import Range

CLAUSES = ("ccomp", "xcomp", "advcl")
NEAR = 8
"""Tokens between "by" and "saying" in "was quoted by O as saying", "was quoted as saying by O"."""
REACHING = frozenset({"confirm", "reveal", "disclose"})
"""Verbs behind which "to" in the passive brings the one who was told, and tells it on."""


def passive_frame(site: Site) -> Draft | None:
    """The frame of a verb in the passive; without an agent its source is nobody ("it has been reported")."""
    text, verb, _, cue, _, high = site
    if lemma_of(verb) == "quote":
        return _quoted(site)
    behind = [c for c in verb.children if c.i > verb.i and c.dep_ in ("agent", "prep")]
    by = next((c for c in behind if c.dep_ == "agent" or c.lower_ == "by"), None)
    if by is None and lemma_of(verb) in REACHING:
        by = next((c for c in behind if c.lower_ == "to"), None)
    people = [p for p in by.children if p.dep_ == "pobj" and p.i < high] if by is not None else []
    sources = parts(people[0], by.i + 1, high, relatives=False) if people and by is not None else []
    found = _content(site)
    if found is None:
        return None
    said, content = found
    if said.carries == "attitude" and any(c.dep_ == "auxpass" and c.tag_ == "VB" for c in verb.children):
        return None  # "will be debated", "to be ratified": nobody's stand yet
    holes = [cue, *((by.i, s[1]) for s in sources if by is not None)]
    pieces = [piece for part in content for piece in text.cut(part, holes)]
    return Draft(verb.i, cue, sources, pieces, said, "passive", nobody=not sources) if pieces else None


def _content(site: Site) -> tuple[Cue, list[Range]] | None:
    """What the verb makes of what: the clause of "it was reported that C", the whole of "X is said to have fled"."""
    _, verb, takes, cue, low, high = site
    subject = subject_of(verb)
    stop = min(high, verb.right_edge.i + 1)
    clause = next((c for c in verb.children if c.i > verb.i and c.dep_ in CLAUSES and c.pos_ in ("VERB", "AUX")), None)
    told = clause is not None and clause.dep_ == "ccomp"
    nobody = subject is None or subject.lower_ in ("it", "there") or "person" in takes
    if clause is not None and told and "clause" in takes and nobody:
        return takes["clause"], [(clause.left_edge.i, stop)]
    if clause is not None and "wh" in takes and _is_asked(clause):
        return takes["wh"], [(clause.left_edge.i, stop)]
    if clause is not None and clause.dep_ == "xcomp" and "person" in takes and "infinitive" in takes:
        return takes["infinitive"], [(clause.left_edge.i, stop)]
    about = next((c for c in verb.children if c.dep_ == "prep" and c.lower_ == "about" and c.i > verb.i), None)
    if about is not None and "about" in takes:
        return takes["about"], [(about.i + 1, min(high, about.right_edge.i + 1))]
    deed = next((c for c in verb.children if c.dep_ == "prep" and c.lower_ in ("of", "for") and c.i > verb.i), None)
    if deed is not None and deed.lower_ in takes and takes[deed.lower_].force == "accuse":
        return takes[deed.lower_], [(deed.i + 1, min(high, deed.right_edge.i + 1))]
    if subject is None or not low <= subject.i < high:
        return None
    whole = not subject.is_ancestor(verb)
    before = subject.i < verb.i
    named = extent(subject, low, cue[0], relatives=whole) if before else extent(subject, cue[1], high)
    like = next((c for c in verb.children if c.dep_ == "prep" and c.lower_ == "as" and c.i > verb.i), None)
    if like is not None and "as" in takes:
        return takes["as"], [named, (like.i, min(high, like.right_edge.i + 1))]
    told_for = next((c for c in verb.children if c.dep_ == "prep" and c.lower_ in takes and c.i > verb.i), None)
    if told_for is not None:
        return takes[told_for.lower_], [named, (told_for.i + 1, min(high, told_for.right_edge.i + 1))]
    if clause is not None and clause.dep_ == "xcomp" and "infinitive" in takes:
        return takes["infinitive"], [named, (clause.left_edge.i, stop)]
    thing = takes.get("object")
    called = next((c for c in verb.children if c.dep_ == "oprd" and c.i > verb.i), None)
    by = any(c.dep_ == "agent" for c in verb.children)
    taken = any(c.dep_ == "auxpass" for c in verb.children) and lemma_of(verb) not in words().of_things
    if thing is None or not (thing.carries == "claims" or by or taken):
        return None
    return thing, [named, *([] if called is None else [(called.left_edge.i, min(high, called.right_edge.i + 1))])]


def _is_asked(clause: Token) -> bool:
    """Whether a clause tells what was asked, also where the parse takes "if" for a condition."""
    return clause.left_edge.lower_ in ASKING if clause.dep_ == "ccomp" else clause.left_edge.lower_ in ("if", "whether")


def quoting_frame(site: Site) -> Draft | None:
    """The form "O quoted S as saying C", "C, O quoted S as saying": the outlet that quotes stands nearer to the
    report.
    """
    text, verb, _, cue, low, high = site
    saying = _saying(site)
    if saying is None or saying.i - cue[1] < 2 or text.whole[saying.i - 1].lower_ != "as":
        return None
    outlets = sources_of(verb, cue, site.bounds, strict=False, inverted=False)
    behind = (
        (saying.i + 1, high) if runs_on(text.doc, saying.i + 1, high) else (low, outlets[0][0] if outlets else cue[0])
    )
    content = text.cut(behind, [])
    source = text.trim((cue[1], saying.i - 1))
    if not content or source[0] >= source[1]:
        return None
    via = outlets[0] if outlets else None
    return Draft(verb.i, cue, [source], content, verbs()["quote"]["as"], "quoted as saying", via=via)


def _quoted(site: Site) -> Draft | None:
    """The form "S was quoted by O as saying C": the outlet that quotes stands nearer to the report."""
    text, verb, _, cue, low, high = site
    subject = subject_of(verb)
    saying = _saying(site)
    if subject is None or saying is None or not low <= subject.i < cue[0]:
        return None
    by = next((t for t in text.whole[cue[1] : high] if t.lower_ == "by" and abs(t.i - saying.i) < NEAR), None)
    people = [p for p in by.children if p.dep_ == "pobj" and p.i < high] if by is not None else []
    via = parts(people[0], by.i + 1, saying.i if by.i < saying.i else high)[0] if people and by is not None else None
    sources = parts(subject, low, cue[0])
    behind = (saying.i + 1, high) if runs_on(text.doc, saying.i + 1, high) else (low, min(s[0] for s in sources))
    content = text.cut(behind, [])
    return (
        Draft(verb.i, cue, sources, content, verbs()["quote"]["as"], "quoted as saying", via=via) if content else None
    )


def _saying(site: Site) -> Token | None:
    return next(
        (t for t in site.text.whole[site.cue[1] : site.high] if t.lower_ in ("saying", "telling", "claiming")), None
    )
