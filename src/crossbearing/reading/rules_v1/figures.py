"""Whom and what the counts of a sentence count, and which of them belong to a claim."""

from collections.abc import Sequence

from spacy.tokens import Token

from crossbearing.reading.rules_v1.arguments import phrase
from crossbearing.reading.rules_v1.happenings import Happening, belongs
from crossbearing.reading.rules_v1.lexicon import classes
from crossbearing.reading.rules_v1.numbers import Number
from crossbearing.records import Figure, Measure, Nature

BY_KIND: dict[str, Measure] = {
    "killing": "killed", "injury": "injured", "arrest": "arrested", "abduction": "abducted", "displacement": "displaced", "protest": "present",
    "troop_movement": "present", "shelter_aid": "displaced",
}
TOLLS = frozenset({"toll", "fatality", "casualty", "death", "figure", "number", "count"})
INCLUDING = frozenset({"including", "among", "include", "mostly"})


def measure_of(kind: str, counted: Token | None) -> Measure | None:
    """Return what a claim of this kind measures when it counts this word, or null where the count is none of it."""
    if counted is not None and belongs(counted, {"vehicle"}) and kind in {"troop_movement", "destruction", "clash", "ground_operation"}:
        return "vehicles"
    if counted is not None and belongs(counted, {"weapon"}):
        return "weapons"
    if counted is not None and kind in BY_KIND and counted.pos_ == "NOUN":
        people = classes().get(counted.lemma_.lower(), frozenset()) & {"person", "combatant", "displaced", "armed_body"}
        if not people and classes().get(counted.lemma_.lower()):
            return "other"
    return BY_KIND.get(kind, "other")


def counted_by(number: Number, doc_token: Token) -> Token | None:
    """The noun that a number counts: what it modifies, or what follows its "of"."""
    doc = doc_token.doc
    for i in range(number.last, number.first - 1, -1):
        token = doc[i]
        if token.dep_ in {"nummod", "quantmod", "amod", "compound", "nmod", "det"} and not number.first <= token.head.i <= number.last:
            return token.head if token.head.pos_ in {"NOUN", "PROPN", "ADJ", "VERB", "PRON"} else None
    for i in range(number.last, number.first - 1, -1):
        for child in doc[i].children:
            if child.lower_ == "of":
                for grandchild in child.children:
                    if grandchild.dep_ == "pobj":
                        return grandchild
    following = number.last + 1
    if following < len(doc) and doc[following].pos_ in {"NOUN", "PROPN"}:
        return doc[following]
    return None


def _phrase_heads(number: Number, token: Token) -> set[int]:
    """Indices of the words that stand for the number's noun phrase."""
    counted = counted_by(number, token)
    return set(range(number.first, number.last + 1)) | ({counted.i} if counted is not None else set())


def _within(number: Number, happening: Happening, others: Sequence[Happening]) -> int | None:
    """How a number belongs to a happening: 0 it counts those affected, 1 a part of them, 2 it stands beside a toll, null not."""
    token = happening.token
    doc = token.doc
    heads = _phrase_heads(number, token)
    patients = {p.i for p in happening.patients}
    if patients & heads:
        return 0
    for patient in happening.patients:
        for other in patient.subtree:
            if other.i in heads and not any(patient.i < o.token.i < number.first and o.token.i != token.i for o in others):
                words = {doc[k].lower_ for k in range(max(0, patient.i - 1), number.first)}
                return 1 if words & INCLUDING or patient.i < number.first else 0
    if token.lemma_.lower() in TOLLS or happening.trigger.part == "adjectives":
        lo, hi = token.i - 4, token.i + 8
        if lo <= number.first <= hi and not any(min(token.i, number.first) < o.token.i < max(token.i, number.first) for o in others):
            return 2
    if token.i - 3 <= number.first <= token.i + 3 and happening.kind in BY_KIND:
        between = range(min(token.i, number.last) + 1, max(token.i, number.first))
        counted = counted_by(number, token)
        people = counted is None or counted.i == token.i or belongs(counted, {"person", "combatant", "displaced"})
        if people and not any(o.token.i in between for o in others) and not any(doc[k].lower_ in {",", ";", "."} for k in between):
            return 2
    return None


def figures_for(happening: Happening, numbers: Sequence[Number], others: Sequence[Happening], *, shift: int = 0) -> tuple[Figure, ...]:
    """Return the figures of one claim, from the numbers of its sentence. `others` are the sentence's happenings.

    A part ("including five children") is marked `part_of_whole`.
    """
    out: list[Figure] = []
    for number in numbers:
        how = _within(number, happening, others)
        if how is None or (how == 2 and _belongs_elsewhere(number, happening, others)):
            continue
        counted = counted_by(number, happening.token)
        measure = measure_of(happening.kind, counted)
        if measure is None or (measure == "other" and how == 2):
            continue
        nature: Nature = "capacity" if measure == "capacity" else "stock" if measure == "present" else "flow"
        group = phrase(counted) if counted is not None and counted.pos_ in {"NOUN", "PROPN"} else None
        out.append(Figure(measure=measure, low=number.low, high=number.high, text=number.text, span=(number.start + shift, number.end + shift), group=group,
                          nature=nature, part_of_whole=bool(out) and out[0].measure == measure and _after_including(number, happening.token)))
    return tuple(out)


def _after_including(number: Number, token: Token) -> bool:
    doc = token.doc
    return any(doc[k].lower_ in INCLUDING for k in range(max(0, number.first - 6), number.first))


def _belongs_elsewhere(number: Number, happening: Happening, others: Sequence[Happening]) -> bool:
    """Whether the number counts those affected of another happening ("killing 6 and injuring 36")."""
    return any(o.token.i != happening.token.i and _within_patients(number, o) for o in others)


def _within_patients(number: Number, happening: Happening) -> bool:
    return bool({p.i for p in happening.patients} & _phrase_heads(number, happening.token))
