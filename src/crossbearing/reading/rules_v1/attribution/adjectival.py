"""Frames whose cue is an adjective, or a noun for who takes sides: "lawmakers who are worried that C", "S was confident
of C", "S is a critic of C".
"""

from spacy.tokens import Token

from crossbearing.reading.rules_v1.attribution.draft import Draft
from crossbearing.reading.rules_v1.attribution.lexicon import STAND, Cue, adjectives, nouns, words
from crossbearing.reading.rules_v1.attribution.phrases import has_to, parts, subject_of
from crossbearing.reading.rules_v1.attribution.speaking import can_speak
from crossbearing.reading.rules_v1.attribution.text import Text


def adjectival_frames(text: Text) -> list[Draft]:
    """All frames whose cue is an adjective, a participle of feeling or what someone is, in order of the cue."""
    words_of = zip(text.whole, text.parts, strict=True)
    drafts = (_frame(text, t) for t, part in words_of if part in {"ADJ", "VERB"} or t.dep_ == "attr")
    return [d for d in drafts if d is not None]


def _frame(text: Text, word: Token) -> Draft | None:
    said = adjectives().get(word.lower_) or _about(word) or _siding(word)
    if said is None:
        return None
    low, high = text.reach(word.i)
    link = word if any(c.dep_ in ("nsubj", "nsubjpass") for c in word.children) or word.dep_ == "relcl" else word.head
    subject = subject_of(link) if link.pos_ in ("VERB", "AUX", "ADJ") else None
    if subject is None or not low <= subject.i < word.i or not can_speak(subject):
        return None
    # the parse may hang the clause on "was"; what "it is clear" tells is nobody's word
    beside = link.children if word.dep_ == "acomp" and subject.lower_ != "it" else ()
    clause = next((c for c in (*word.children, *beside) if c.i > word.i and c.dep_ == "ccomp"), None)
    toward = next((c for c in word.children if c.i > word.i and c.dep_ == "xcomp" and has_to(c)), None)
    behind = (c for c in word.children if c.i > word.i and c.dep_ == "prep")
    about = next((c for c in behind if c.lower_ in words().feeling_towards), None)
    if clause is not None:
        content = (clause.left_edge.i, min(high, clause.right_edge.i + 1))
    elif toward is not None and said.carries == "attitude":
        content = (toward.left_edge.i, min(high, toward.right_edge.i + 1))
    elif about is not None:
        content = (about.i + 1, min(high, about.right_edge.i + 1))
    else:
        return None
    sources = parts(subject, low, word.i, relatives=not subject.is_ancestor(word))
    pieces = text.cut(content, sources)
    return Draft(word.i, (word.i, word.i + 1), sources, pieces, said, "adjective") if pieces else None


def _about(word: Token) -> Cue | None:
    """What any adjective that people are "about" a thing makes of it ("upfront about the losses")."""
    about = word.pos_ == "ADJ" and any(c.lower_ == "about" and c.dep_ == "prep" for c in word.rights)
    return STAND if about else None


def _siding(word: Token) -> Cue | None:
    """What a noun makes of its content that tells whose side its subject takes ("is a critic of the plan")."""
    of = any(c.lower_ == "of" and c.dep_ == "prep" for c in word.rights)
    return STAND if of and word.dep_ == "attr" and word.lemma_.lower() in nouns().partisans else None
