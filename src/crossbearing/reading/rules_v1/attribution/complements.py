"""What a reporting verb takes to its right: a clause, a question, an object, an infinitive, a prepositional phrase."""

from typing import NamedTuple

from spacy.tokens import Token

from crossbearing.reading.rules_v1.attribution.lexicon import Cue
from crossbearing.reading.rules_v1.attribution.text import Range

ASKING = frozenset({"what", "how", "why", "whether", "who", "whom", "whose", "where", "when", "which", "if"})


class Complement(NamedTuple):
    """The content of a cue as ranges of tokens, with what the cue makes of it and the rule that found it."""

    parts: list[Range]
    said: Cue
    rule: str
    quoted: bool = False


def complement_of(verb: Token, takes: dict[str, Cue], cue: Range, sources: list[Range], bounds: Range) -> Complement | None:
    """What stands to the right of the verb and is among what it takes; of several the first in the order clause, infinitive, object."""
    stop = _stop(verb, bounds[1])
    least = max([cue[1], *(s[1] for s in sources if s[0] >= cue[1])])
    target = next((c for c in verb.children if c.i > verb.i and c.dep_ in ("dobj", "dative") and c.i >= least), None)
    for take, child in sorted(_candidates(verb), key=lambda pair: (_rank(pair[0]), pair[1].i)):
        if take not in takes or child.right_edge.i < least:
            continue
        start = max(least, min([child.left_edge.i, *(c.left_edge.i for t, c in _candidates(verb) if t == take and take == "clause")]))
        if take not in ("clause", "wh", "object", "gerund") and target is not None and "person" not in takes:
            start = max(least, min(start, target.left_edge.i))
        if take in _PREPOSITIONAL:
            start = start + 1 if start == child.i else start
        if start < stop:
            return Complement([(start, stop)], takes[take], f"verb {'preposition' if take in _PREPOSITIONAL else take}")
    return None


_PREPOSITIONAL = frozenset(
    {"of", "about", "for", "on", "to", "as", "against", "with", "in", "at", "from"}
)


def _rank(take: str) -> int:
    return {"clause": 0, "wh": 0, "infinitive": 1, "gerund": 1}.get(take, 3 if take == "object" else 2)


def _candidates(verb: Token) -> list[tuple[str, Token]]:
    """Each child to the right with the name of what it is."""
    found: list[tuple[str, Token]] = []
    for child in verb.children:
        if child.i < verb.i:
            continue
        if child.dep_ in ("ccomp", "xcomp", "advcl") and any(c.tag_ == "TO" and c.dep_ == "aux" for c in child.children):
            if child.dep_ != "advcl":
                found.append(("infinitive", child))
        elif child.dep_ == "ccomp":
            found.append(("wh" if child.left_edge.lower_ in ASKING else "clause", child))
        elif child.dep_ == "xcomp" and child.tag_ == "VBG":
            found.append(("gerund", child))
        elif child.dep_ == "dobj":
            found.append(("object", child))
        elif child.dep_ in ("prep", "prt", "agent"):
            found.append((child.lower_, child))
            found += [("object", c) for c in child.children if c.dep_ == "dobj" and child.dep_ == "prt"]
        elif child.dep_ in ("pobj", "npadvmod") and child.pos_ in ("NOUN", "PROPN"):
            continue
        elif child.dep_ == "aux" and child.tag_ == "TO":
            continue
    return found


def _stop(verb: Token, high: int) -> int:
    """Where the verb's own material ends: before a verb joined to it by "and"."""
    stop = min(high, verb.right_edge.i + 1)
    for child in verb.children:
        if child.dep_ == "conj" and child.i > verb.i and child.pos_ in ("VERB", "AUX"):
            joiners = [c.i for c in verb.children if c.dep_ == "cc" and verb.i < c.i < child.i]
            stop = min(stop, joiners[-1] if joiners else child.left_edge.i)
    return stop
