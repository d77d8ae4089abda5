"""Frames without a verb of saying: "according to S", "in the words of S", "citing S", "based on testimonies"."""

from spacy.tokens import Token

from crossbearing.reading.rules_v1.attribution.draft import Draft
from crossbearing.reading.rules_v1.attribution.lexicon import STAND, Cue, nouns, tells, words
from crossbearing.reading.rules_v1.attribution.named import is_name
from crossbearing.reading.rules_v1.attribution.phrases import parts
from crossbearing.reading.rules_v1.attribution.speaking import can_speak, is_acronym, is_place, noun_speaks
from crossbearing.reading.rules_v1.attribution.text import Range, Text

LONGEST_NAME = 6
WORD_OF = (("on",), ("the",), ("word", "authority"), ("of",))
"""The words in a row by which it is told from whom one has what one tells."""
THOUGHT = Cue(force="allege", certainty="alleged", carries="claims")
SAID = Cue(force="say", certainty="reported", carries="claims")


def adpositional_frames(text: Text) -> list[Draft]:
    """All frames of "according to", "based on" and "citing", in order of the cue."""
    found: list[Draft] = []
    for token, low in zip(text.whole, text.lower, strict=True):
        draft = None
        if low == "according" and _next(token) == "to":
            draft = _according(text, token, (token.i, token.i + 2), "according to", 0)
        elif (low in ("citing", "quoting") and token.i + 1 < len(text.doc)) or (low == "on" and _is_word_of(token)):
            cue = token.i, token.i + (len(WORD_OF) if low == "on" else 1)
            draft = _according(text, token, cue, "citing", 5)
            if draft is not None and not all(can_speak(text.whole[i]) for s in draft.sources for i in [_head(text, s)]):
                draft = None
        elif low == "based" and _next(token) in ("on", "upon"):
            draft = _according(text, token, (token.i, token.i + 2), "based on", 5)
            if draft is not None and not any(_is_ground(text, s) for s in draft.sources):
                draft = None
        elif low == "in" and any(c.dep_ == "pobj" and c.lower_ in nouns().surveys for c in token.children):
            draft = _according(text, token, (token.i, token.i + 1), "in a survey", 5)
        elif low == "in" and (token.i == text.sentence(token.i)[0] or token.nbor(-1).is_punct):
            draft = _seen_by(text, token)
        elif low in words().hearsay and token.pos_ == "ADV":
            draft = _hearsay(text, token)
        if draft is not None:
            found.append(draft)
    return found


def _is_word_of(token: Token) -> bool:
    """Whether a verb of telling has it from somebody: "said on the word of S that C"."""
    behind = token.doc[token.i : token.i + len(WORD_OF)]
    said = len(behind) == len(WORD_OF) and all(t.lower_ in known for t, known in zip(behind, WORD_OF, strict=True))
    return said and tells(token.head)


def _seen_by(text: Text, token: Token) -> Draft | None:
    """What holds in someone's view: the sentence around "in the mayor's view"."""
    views = (c for c in token.children if c.dep_ == "pobj" and c.lemma_.lower() in nouns().outlooks)
    owners = (c for v in views for c in v.children if c.dep_ == "poss")
    seer = next((o for o in owners if can_speak(o) or o.lower_ in words().owning), None)
    if seer is None:
        return None
    low, high = text.reach(token.i)
    content = text.cut((low, high), [(token.i, seer.head.i + 1)])
    source = max(low, seer.left_edge.i), seer.i + 1
    return Draft(token.i, (token.i, token.i + 1), [source], content, THOUGHT, "in a view", order=5) if content else None


def _hearsay(text: Text, token: Token) -> Draft | None:
    """An adverb that leaves open who tells what its verb tells ("Guards reportedly fled")."""
    low, high = text.reach(token.i)
    verb = token.head
    content = text.cut((max(low, verb.left_edge.i), min(high, verb.right_edge.i + 1)), [(token.i, token.i + 1)])
    return Draft(token.i, (token.i, token.i + 1), [], content, STAND, "hearsay") if content else None


def _next(token: Token) -> str:
    return token.nbor().lower_ if token.i + 1 < len(token.doc) else ""


def _head(text: Text, part: Range) -> int:
    return next((i for i in range(*part) if not part[0] <= text.whole[i].head.i < part[1]), part[1] - 1)


def _is_ground(text: Text, part: Range) -> bool:
    return any(text.whole[i].lemma_.lower() in nouns().grounds for i in range(*part))


def _according(text: Text, token: Token, cue: Range, rule: str, order: int) -> Draft | None:
    low, high = text.reach(token.i)
    whole = _named_behind(text, cue[1], high)
    if not whole:
        return None
    sources = [p for part in whole for p in _counters(text, part)]
    end = max(s[1] for s in whole)
    start = cue[0]
    content = text.cut((low, high), [(start, end)])
    before = [p for p in content if p[1] <= start]
    after = [p for p in content if p[0] >= end]
    if rule == "according to" and not before and not after:
        return None
    if rule == "according to" and before and after and _opens_clause(text, start, low):
        content = after
    return Draft(token.i, cue, sources, content, SAID, rule, order=order)


def _counters(text: Text, part: Range) -> list[Range]:
    """Who counted, where a count is cited with its maker ("figures compiled by S", "a new toll from S"), and whose page
    it is that is cited ("the Twitter account of S").
    """
    head = text.whole[_head(text, part)]
    if head.lemma_.lower() in words().pages:
        owner = next((g for c in head.children if c.lower_ == "of" for g in c.children if can_speak(g)), None)
        return parts(owner, owner.left_edge.i, part[1]) if owner is not None else [part]
    if head.lemma_.lower() not in nouns().tolls | nouns().signs:
        return [part]
    for token in text.whole[head.i + 1 : part[1]]:
        if token.lower_ in ("by", "from"):
            people = [c for c in token.children if c.dep_ == "pobj" and can_speak(c)]
            if people:
                return parts(people[0], token.i + 1, part[1])
    owner = next((c for c in head.children if c.dep_ == "compound" and c.i >= part[0] and is_name(c.text)), None)
    return [(owner.i, owner.i + 1)] if owner is not None else [part]


def _opens_clause(text: Text, start: int, low: int) -> bool:
    """Whether "and" or "but" before it begins a new clause that alone it governs ("..., and according to S, C")."""
    at = start - 1
    while at > low and (text.whole[at].is_space or text.whole[at].text == ","):
        at -= 1
    return text.whole[at].lower_ in ("and", "but", "while", "though", "although", "because", "that")


def _named_behind(text: Text, start: int, high: int) -> list[Range]:
    """The noun phrase that begins at a token, or behind an adverb there ("recently leaked papers")."""
    while start < high and text.whole[start].pos_ == "ADV":
        start += 1
    if start >= high:
        return []
    named = next(
        (e for e in range(min(high, start + LONGEST_NAME), start, -1) if is_name(text.words((start, e)))), None
    )
    head = text.whole[start]
    while (
        head.head.i != head.i
        and start <= head.head.i < high
        and head.head.pos_ in ("NOUN", "PROPN", "PRON", "NUM", "ADJ")
    ):
        head = head.head
    if head.pos_ not in ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "X"):
        return [(start, named)] if named is not None else []
    return [_at_its_post(text, _shortened(text, p), high) for p in parts(head, start, high)]


def _at_its_post(text: Text, part: Range, high: int) -> Range:
    """A source with where it sits, where the parse hangs that elsewhere ("citing a source | at the police")."""
    start, end = part
    if text.whole[end - 1].lemma_.lower() != "source" or end >= high or text.whole[end].lower_ not in words().seating:
        return part
    seat = next((c for c in text.whole[end].children if c.dep_ == "pobj"), None)
    return (start, min(high, seat.right_edge.i + 1)) if seat is not None else part


def _is_circumstance(preposition: Token) -> bool:
    """Whether "with" brings what happened besides, and no part of a source ("with the toll expected to rise")."""
    nouns_behind = [c for c in preposition.children if c.dep_ == "pobj"]
    behind = (c for n in nouns_behind for c in n.children if c.i > n.i)
    return any(c.dep_ in ("acl", "amod", "advcl") and c.tag_ in ("VBN", "VBG") for c in behind)


def _opens_clause_behind_name(text: Text, part: Range, at: int) -> bool:
    """Whether a known name ends before a token that opens what it tells ("according to SANA | Syrian troops fled")."""
    token = text.whole[at]
    first = part[0] + 1 if text.whole[part[0]].lower_ == "the" and at > part[0] + 1 else part[0]
    opens = token.pos_ == "PROPN" or token.lower_ in ("al", "el") or (token.pos_ == "ADJ" and token.is_title)
    if not opens or token.lower_ in words().press or token.lemma_.lower() in nouns().roles | nouns().groups:
        return False
    whole = any(is_name(text.words((first, end))) for end in range(at + 1, part[1] + 1))
    return is_name(text.words((first, at))) and not whole


def _shortened(text: Text, part: Range) -> Range:
    """A source before the clause it tells, where no comma parts the two ("according to MSF two hospitals were hit")."""
    start, end = part
    marked = end < len(text.doc) and text.whole[end].text == ","
    for at in range(start + 1, end):
        before, token = text.whole[at - 1], text.whole[at]
        if token.lower_ == "with" and can_speak(before) and _is_circumstance(token):
            return start, at
        if not marked and _opens_clause_behind_name(text, part, at):
            return start, at
        if not marked and is_place(before) and not is_place(token) and is_name(token.text):
            return start, at  # "quoting reports from Rasta | UNICEF said"
        if token.lower_ == "that" and token.pos_ == "SCONJ":
            return start, at
        if (
            not marked
            and is_acronym(before)
            and token.pos_ in ("NUM", "DET", "ADJ", "NOUN")
            and not noun_speaks(token.lemma_.lower())
        ):
            return start, at
        if not marked and token.lower_ in ("the", "a", "an") and before.pos_ in ("NOUN", "PROPN"):
            return start, at
    return part
