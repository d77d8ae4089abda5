"""Finds who says it: the noun phrase that a cue has for its source, where the parse is right and where it is not."""

from spacy.tokens import Doc, Token

from crossbearing.reading.rules_v1.attribution.described import reaching
from crossbearing.reading.rules_v1.attribution.edges import joined, near, settle
from crossbearing.reading.rules_v1.attribution.lexicon import nouns, words
from crossbearing.reading.rules_v1.attribution.named import is_name, is_state
from crossbearing.reading.rules_v1.attribution.phrases import NOMINAL, cue_extent, parts, runs_on, subject_of
from crossbearing.reading.rules_v1.attribution.speaking import can_speak
from crossbearing.reading.rules_v1.attribution.text import Range

BRACKETS = frozenset({")", "]"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
"""Tags of a verb that makes a clause: "police said militants fled" is no "police, said militants"."""
POINTING = frozenset({"that", "this", "these", "which", "what", "there"})
LONGEST_NAME = 8
"""Tokens that a name right behind a cue may have where the parse does not hold it together."""


def sources_of(verb: Token, cue: Range, bounds: Range, *, strict: bool, inverted: bool) -> list[Range]:
    """Return who says it, joint sources as one range each; nothing where nobody is to be found.

    `strict` asks for a subject that can speak (for verbs that things do too: an attack "claimed" lives); `inverted`
    lets a noun phrase right behind the verb be the subject ("said the spokesman").
    """
    low, high = bounds
    author = _author(verb)
    if author is not None:
        return sources_of(author, cue_extent(author, None), bounds, strict=True, inverted=False)
    subject = subject_of(verb)
    if subject is not None and not low <= subject.i < high:
        subject = None
    if subject is not None and subject.left_edge.i > cue[1] + 1 and not _opens_sentence(verb, low):
        subject = None
    free = subject is None or verb.tag_ != "VBG" or _accompanies(verb, cue, low)
    touching = _touching(verb, cue, low) if free else None
    silent = subject is not None and subject.head.i != verb.i and subject.pos_ == "NOUN" and not can_speak(subject)
    if touching is not None and (subject is None or silent or not _agrees(subject, touching)):
        subject = touching
    behind = _behind(verb, cue, high) if inverted else []
    if (
        behind
        and touching is not None
        and any(t.tag_ in FINITE for t in verb.doc[behind[0][0] : high] if t.dep_ != "relcl")
    ):
        behind = []
    if behind and verb.lemma_ == "say" and touching is not None and runs_on(verb.doc, low, touching.left_edge.i):
        return behind
    if subject is not None and can_speak(subject):
        return _parts(subject, verb, cue, bounds)
    if strict and subject is not None:
        return []
    if behind and not runs_on(verb.doc, behind[-1][1], high):
        return behind
    beside = near(verb.doc, cue[0], low)
    if beside is not None:
        beside = reaching(verb.doc, beside, low)
    if behind:
        # "the car left the town said the source stressing that": no town speaks, and what is behind goes on speaking
        after = next((t for t in verb.doc[behind[-1][1] : high] if t.pos_ in ("VERB", "AUX")), None)
        goes_on = after is not None and after.tag_ == "VBG" and verb.tag_ != "VBG"
        mute = beside is not None and goes_on and not can_speak(verb.doc[beside[1] - 1])
        return behind if beside is None or mute else [beside]
    leading = _leading(verb, cue, low) if verb.dep_ not in ("acl", "amod") else None
    if leading is not None:
        return _parts(leading, verb, cue, bounds)
    return _parts(subject, verb, cue, bounds) if subject is not None and subject.lower_ not in POINTING else []


def _opens_sentence(verb: Token, low: int) -> bool:
    """Whether a participle stands before the clause whose subject is its own ("Defending the raid, the mayor left", "In
    rejecting the plan, ...").
    """
    above = verb.head.head if verb.dep_ == "pcomp" else verb.head
    return verb.tag_ == "VBG" and verb.dep_ in ("advcl", "pcomp") and verb.i < above.i and verb.i - low <= 2


def _accompanies(verb: Token, cue: Range, low: int) -> bool:
    """Whether "with" gives a participle a subject of its own ("..., with a correspondent | reporting smoke")."""
    before = verb.doc[cue[0] - 1]
    return cue[0] - 1 > low and before.dep_ == "pobj" and before.head.lower_ == "with"


def _author(verb: Token) -> Token | None:
    """The verb whose subject wrote the paper that condemns or demands ("the envoys tabled a resolution condemning the
    raid").
    """
    if verb.tag_ != "VBG" or verb.dep_ not in ("acl", "advcl"):
        return None
    above = verb.head
    while above.pos_ in (*NOMINAL, "ADP") and above.head.i != above.i:
        above = above.head
    papers = [c for c in above.children if c.dep_ == "dobj" and c.i < verb.i and c.lemma_.lower() in nouns().documents]
    return above if papers and above.pos_ == "VERB" and above.tag_ != "VBG" else None


def _parts(subject: Token, verb: Token, cue: Range, bounds: Range) -> list[Range]:
    if subject.i > cue[0]:
        found = parts(subject, cue[1], bounds[1])
    else:
        found = parts(subject, bounds[0], cue[0], relatives=not subject.is_ancestor(verb))
        last = reaching(verb.doc, settle(verb.doc, found[-1], bounds[0]), bounds[0])
        if last != found[-1]:
            found = [last] if last[0] > found[-1][0] else [p for p in found[:-1] if p[1] <= last[0]] + [last]
        found = (
            [settle(verb.doc, found[0], bounds[0]), *found[1:]] if len(found) > 1 else joined(verb.doc, last, bounds[0])
        )
    return [one for part in found for one in _states(verb.doc, part)]


def _states(doc: Doc, part: Range) -> list[Range]:
    """A run of states without commas ("Syria Britain France") as one range each; else the range as it is."""
    found: list[Range] = []
    at = part[0]
    while at < part[1]:
        end = next((e for e in range(min(part[1], at + 3), at, -1) if is_state(doc[at:e].text)), None)
        if end is None:
            return [part]
        found.append((at, end))
        at = end
    return found


def _before_brackets(doc: Doc, at: int, low: int) -> int:
    """The token before an adverb, or before the short name in brackets that one closes ("the Red Crescent (QRCS)")."""
    opening = at
    while at - opening < LONGEST_NAME and opening > low and doc[opening].text not in ("(", "["):
        opening -= 1
    bracketed = doc[at].text in BRACKETS and doc[opening].text in ("(", "[") and opening > low
    bracketed = bracketed and (not is_name(doc[opening + 1 : at].text) or _shortens(doc, opening, at))
    return opening - 1 if bracketed and doc[opening - 1].pos_ in ("NOUN", "PROPN") else at - 1


def _shortens(doc: Doc, opening: int, closing: int) -> bool:
    """Whether what stands in brackets is the initials of the name before them ("the Rasta Relief Committee (RRC)")."""
    short = doc[opening + 1 : closing].text
    initials = "".join(t.text[0] for t in doc[max(0, opening - LONGEST_NAME) : opening] if t.text[:1].isupper())
    return short.isupper() and initials.endswith(short)


def _agrees(subject: Token, touching: Token) -> bool:
    """Whether the noun phrase that touches the cue is the subject or a part of it."""
    return subject.i == touching.i or subject.is_ancestor(touching) or touching.is_ancestor(subject)


def _touching(verb: Token, cue: Range, low: int) -> Token | None:
    """The head of the noun phrase that ends right before the cue, if it can speak."""
    at = cue[0] - 1
    while at >= low and (verb.doc[at].pos_ == "ADV" or verb.doc[at].text in BRACKETS):
        at = _before_brackets(verb.doc, at, low)
    floating = at > low and verb.doc[at].lower_ in words().floating
    if at < low or floating or (verb.doc[at].pos_ not in NOMINAL and verb.doc[at].text != "WHO"):
        return None
    best: Token | None = None
    token = verb.doc[at]
    while True:
        governs = best is None or token.pos_ != "PROPN" or best.head.i == token.i
        if governs and (token.pos_ in NOMINAL or token.text == "WHO") and can_speak(token):
            best = token
        up = token.head
        if token.dep_ == "conj" and up.dep_ == "pobj":
            # "refugees from Syria, France and Norway have asked": those behind the comma ask
            return best
        if up.i == token.i or not low <= up.i < cue[0] or up.pos_ not in (*NOMINAL, "ADP") or up.right_edge.i > at:
            return best
        if up.pos_ == "ADP":
            # "hit the market the ministry in Rasta said": the parse hangs the place elsewhere than on whom it touches
            left = verb.doc[up.i - 1] if up.i - 1 >= low else None
            if left is not None and left.i != up.head.i and _reaches_back(left, up):
                return left
            if up.head.i >= cue[0] or up.head.pos_ not in NOMINAL:
                return best
        token = up


def _reaches_back(left: Token, preposition: Token) -> bool:
    """Whether a noun before a preposition is the head of a source: "ministry" of "in Rasta", "Observatory" of "for
    Rights".
    """
    if left.pos_ not in ("NOUN", "PROPN") or not can_speak(left):
        return False
    return left.text.islower() or preposition.lower_ in ("of", "for")


def _behind(verb: Token, cue: Range, high: int) -> list[Range]:
    """The noun phrase that begins right behind the cue, if it can speak: as parsed, else a run of names."""
    start = cue[1]
    while start < high and verb.doc[start].is_space:
        start += 1
    if start >= high:
        return []
    for child in verb.children:
        if (
            child.left_edge.i == start
            and child.i >= start
            and child.pos_ in NOMINAL
            and child.dep_ in ("nsubj", "dobj", "attr", "dative")
        ):
            return parts(child, start, high) if can_speak(child) or child.dep_ == "nsubj" else []
    token = verb.doc[start]
    while token.head.i != token.i and start < token.head.i < high and token.head.pos_ in NOMINAL:
        token = token.head
    if token.pos_ not in NOMINAL or not can_speak(token):
        return []
    does = token.dep_ in ("nsubj", "nsubjpass") and token.head.i > token.i
    parted = verb.doc[cue[0] - 1].text == "," and token.head.tag_ in FINITE
    if does and (token.pos_ == "PRON" or parted):
        return []  # "promised she would", ", said the mayor was": they are of what is told
    if token.pos_ != "PROPN" or (token.dep_ in ("dobj", "nsubj", "attr") and token.head.i == verb.i):
        return parts(token, start, high) if token.left_edge.i >= start else []
    end = start
    while end < min(high, start + LONGEST_NAME) and (verb.doc[end].pos_ == "PROPN" or verb.doc[end].text == "-"):
        end += 1
    return [(start, end)] if end > start else []


def _leading(verb: Token, cue: Range, low: int) -> Token | None:
    """The first noun phrase of the verb's clause that can speak and hangs on no preposition."""
    for at in range(low, cue[0]):
        token = verb.doc[at]
        if token.pos_ in ("VERB", "AUX"):
            return None
        if (
            token.pos_ in NOMINAL
            and token.dep_ not in ("pobj", "compound", "poss", "nmod", "npadvmod", "nummod")
            and can_speak(token)
        ):
            return token
    return None
