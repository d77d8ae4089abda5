"""Whom and what the counts of a sentence count, and which of them belong to a claim."""

from collections.abc import Sequence

from spacy.tokens import Token

from crossbearing.reading.rules_v1.counted import (
    counted_by,
    is_among_others,
    is_other_side_of_of,
    is_overtaken,
    is_part,
    is_some_of_all,
    is_whole_of_others,
    one_of,
)
from crossbearing.reading.rules_v1.happenings import Happening
from crossbearing.reading.rules_v1.measures import BY_KIND, PEOPLE, measure_of, nature_of
from crossbearing.reading.rules_v1.misparsed import befallen
from crossbearing.reading.rules_v1.noun_phrases import phrase
from crossbearing.reading.rules_v1.number_words import Number, number_words
from crossbearing.reading.rules_v1.shares import as_told_of
from crossbearing.reading.rules_v1.singles import singles, told_in_a_word
from crossbearing.reading.rules_v1.tolls import HARM, governs, live, parts_told, told_apart
from crossbearing.reading.rules_v1.wordclasses import belongs
from crossbearing.reading.rules_v1.wounds import borne_under
from crossbearing.records import Figure

FIRED = frozenset({"shelling", "airstrike", "shooting"})
"""Kinds whose means come in numbers."""
TOLLS = frozenset({"toll", "fatality", "casualty", "death", "figure", "number", "count"})


def _phrase_heads(number: Number, token: Token) -> set[int]:
    """Indices of the words that stand for the number's noun phrase."""
    counted = counted_by(number, token)
    return set(range(number.first, number.last + 1)) | ({counted.i} if counted is not None else set())


def _within(number: Number, happening: Happening, others: Sequence[Happening]) -> int | None:
    """How a number belongs to a happening.

    0: it counts those affected, or the happening itself; 1: a part of them; 2: it stands beside a toll; null: not.
    """
    token = happening.token
    doc = token.doc
    heads = _phrase_heads(number, token)
    if number.first == token.i + 1 and any(o.token.i == number.last + 1 and o.trigger.part != "nouns" for o in others):
        return None
    if {p.i for p in happening.patients} & heads or (token.i in heads and happening.trigger.part == "nouns"):
        return 0
    if _counts_others(number, happening) or _has_another_part(number, happening):
        return None
    if (happening.kind in FIRED and _is_fired(number, happening)) or _takes_part(number, happening):
        return 0
    if _suffers(number, happening) or _is_reached(number, token):
        return 0
    if _followed_by_another(number, happening, others):
        return None
    for patient in happening.patients:
        inside = _reach(patient)
        if inside & heads and not any(patient.i < o.token.i < number.first and o.token.i != token.i for o in others):
            return 1 if patient.i < number.first else 0
    if (
        token.lemma_.lower() in TOLLS
        or happening.trigger.part == "adjectives"
        or any(p.lemma_.lower() in TOLLS for p in happening.patients)
    ):
        to_the_toll = number.first > 0 and doc[number.first - 1].lower_ in {"to", "at", "of"}
        if happening.trigger.part == "adjectives" and not (to_the_toll and _is_number_of(token)):
            if doc[min(number.last + 1, len(doc) - 1)].pos_ == "ADJ" and number.last + 1 < token.i:
                return None  # "86 sick, 7 dead"
            return 2 if 0 <= token.i - number.last <= 4 and not _verb_between(number, token) else None
        lo, hi = token.i - 6 if to_the_toll else token.i - 4, token.i + (14 if to_the_toll else 8)
        if lo <= number.first <= hi and (
            to_the_toll or not any(min(token.i, number.first) < o.token.i < max(token.i, number.first) for o in others)
        ):
            return 2
    if token.i - 3 <= number.first <= token.i + 3 and happening.kind in BY_KIND:
        between = range(min(token.i, number.last) + 1, max(token.i, number.first))
        counted = counted_by(number, token)
        people = counted is None or counted.i == token.i or belongs(counted, PEOPLE)
        if (
            people
            and not any(o.token.i in between for o in others)
            and not any(doc[k].lower_ in number_words()["parting"] for k in between)
        ):
            return 2
    return None


def _has_another_part(number: Number, happening: Happening) -> bool:
    """Whether those counted before a noun of harm are they of whom another verb tells: "two men charged in the death
    of a boy", "two arrested after the killing".
    """
    counted, noun = counted_by(number, happening.token), happening.token
    if happening.kind not in HARM or happening.trigger.part != "nouns":
        return False
    if counted is None or not counted.i < noun.i or not belongs(counted, PEOPLE):
        return False
    own = [c for c in counted.children if c.dep_ in {"acl", "relcl"} and c.i < noun.i]
    above = [counted.head] if counted.dep_ in {"nsubj", "nsubjpass"} else []
    return any(verb.pos_ == "VERB" and noun in verb.subtree for verb in (*own, *above))


def _counts_others(number: Number, happening: Happening) -> bool:
    """Whether a number beside a word of harm counts those who did it, or beside one of death those who live."""
    if happening.kind == "killing" and live(counted_by(number, happening.token) or happening.token.doc[number.last]):
        return True
    doers = {a.i for a in happening.actors} if happening.kind in HARM else set()
    return bool(doers & _phrase_heads(number, happening.token)) and _harms_others(happening)


def _lives_beside(number: Number, happening: Happening, others: Sequence[Happening]) -> bool:
    """Whether a number counts the hurt beside the dead: "a man, 2 others in critical state", "one dead, 2 hurt"."""
    if happening.trigger.part == "adjectives" and _followed_by_another(number, happening, others):
        return True
    counted = counted_by(number, happening.token)
    return happening.kind == "killing" and counted is not None and counted.dep_ == "appos" and live(counted)


def _harms_others(happening: Happening) -> bool:
    """Whether a word of harm tells of people who are no doers: "three gunmen killed two guards"."""
    return any(p.pos_ == "NOUN" and belongs(p, PEOPLE) and p not in happening.actors for p in happening.patients)


def _suffers(number: Number, happening: Happening) -> bool:
    """Whether a number counts those who have the wounds told of: "five arrived at the hospital with gunshot wounds"."""
    token = happening.token
    counted = counted_by(number, token) or token.doc[number.last]
    if happening.kind != "injury" or token.dep_ != "pobj" or token.head.lower_ not in {"with", "from", "of"}:
        return False
    return counted.dep_ in {"nsubj", "nsubjpass"} and counted.head.i == borne_under(token).i


def _is_fired(number: Number, happening: Happening) -> bool:
    """Whether a number counts what was fired: "hit the town with 20 shells", "20 shells hit the town"."""
    weapon = counted_by(number, happening.token)
    if weapon is None or not belongs(weapon, {"weapon"}):
        return False
    above = weapon.head
    means = weapon.dep_ == "pobj" and above.lower_ == "with" and above.head.i == happening.token.i
    return means or (weapon.dep_ == "nsubj" and above.i == happening.token.i)


def _takes_part(number: Number, happening: Happening) -> bool:
    """Whether a number counts those who are there: "1,500 fighters were attacking", "900 people live under siege"."""
    counted, token = counted_by(number, happening.token), happening.token
    if counted is None or counted.dep_ != "nsubj" or not belongs(counted, PEOPLE):
        return False
    if happening.kind == "ground_operation":
        return counted.head.i == token.i
    under = token.head if token.dep_ == "pobj" else None
    return (
        happening.kind == "siege" and under is not None and under.lower_ == "under" and under.head.i == counted.head.i
    )


def _is_reached(number: Number, token: Token) -> bool:
    """Whether a number is what a toll has come to, however much stands between: "the toll of the raid on the mill near
    Dirwan has risen to 43", "the number of people killed in the raid rose to 28".
    """
    told = counted_by(number, token) or token.doc[number.last]
    verb = told.head.head
    if told.dep_ != "pobj" or told.head.lower_ not in {"to", "at"} or verb.pos_ != "VERB":
        return False
    toll = next((c for c in verb.children if c.dep_ == "nsubj" and c.lemma_.lower() in TOLLS), None)
    of_those = token.dep_ == "acl" and token.head.dep_ == "pobj" and token.head.head.head == toll
    return toll is not None and (toll == token or of_those)


def _is_number_of(token: Token) -> bool:
    """Whether an adjective stands for those it counts ("put the number of dead at 28")."""
    above = token.head.head
    return token.dep_ == "pobj" and above.lemma_.lower() in TOLLS


def _verb_between(number: Number, token: Token) -> bool:
    return any(token.doc[k].pos_ in {"VERB", "AUX"} for k in range(number.last + 1, token.i))


def _reach(patient: Token) -> set[int]:
    """Indices of words that may count a part of those affected: the phrase without clauses and where it is from."""
    out = {patient.i}
    for child in patient.children:
        if child.dep_ in {"relcl", "acl", "advcl"} or (
            child.dep_ == "prep" and child.lower_ not in {"of", "including", "among"}
        ):
            continue
        out |= {t.i for t in child.subtree}
    return out


def _followed_by_another(number: Number, happening: Happening, others: Sequence[Happening]) -> bool:
    """Whether a number after this trigger is taken by the next one ("10 killed 15 injured")."""
    after = {number.last + 1, number.last + 2}
    return number.first > happening.token.i and any(
        o.token.i in after and o.trigger.part != "nouns" and o.token.i != happening.token.i for o in others
    )


def figures_for(
    happening: Happening, numbers: Sequence[Number], others: Sequence[Happening], *, shift: int = 0
) -> tuple[Figure, ...]:
    """Return the figures of one claim, from the numbers of its sentence. `others` are the sentence's happenings.

    A part ("including five children") is marked `part_of_whole`.
    """
    out: list[Figure] = []
    own = parts_told(happening, numbers, others)
    theirs = {i for o in others if o.token.i != happening.token.i for i in parts_told(o, numbers, others)} - set(own)
    elsewhere = theirs | told_apart(happening, numbers, others)
    for number in numbers:
        whole = next((f for f in out if not f.part_of_whole), None)
        apart = number.first in elsewhere or _lives_beside(number, happening, others)
        apart = apart or _is_all_of_next(number, happening, others)
        token = happening.token
        some = is_some_of_all(number, numbers, happening)
        others_told = is_other_side_of_of(number, numbers, happening) or is_whole_of_others(number, numbers, token)
        if not some and (apart or others_told):
            continue
        direct = 0 if governs(happening, number) else None
        how = 1 if some or number.first in own else direct if direct is not None else _within(number, happening, others)
        if how is None or (how == 2 and _belongs_elsewhere(number, happening, others)):
            continue
        if how == 2 and is_overtaken(number, numbers, token.doc):
            continue
        counted = counted_by(number, token)
        if counted == token and (number.first == token.i + 1 or happening.trigger.part == "verbs"):
            counted = None  # "wounds 9", "Five shot dead": the parse takes the verb for a noun
        measure = measure_of(happening, counted)
        if _is_aimed_at(counted, happening):
            continue
        if measure is None or (measure == "other" and (how == 2 or one_of(number, token))):
            continue
        told = as_told_of(number, token)
        named = counted is not None and counted.pos_ in {"NOUN", "PROPN"} and not befallen(counted)
        group = phrase(counted) if counted is not None and named else None
        out.append(
            Figure(
                measure=measure,
                low=told.low,
                high=told.high,
                text=number.text,
                span=(number.start + shift, number.end + shift),
                group=group,
                nature=nature_of(happening, measure),
                part_of_whole=some
                or is_among_others(number, numbers, token)
                or (whole is not None and whole.measure == measure and is_part(number, happening)),
            )
        )
    out.extend(told_in_a_word(happening, shift))
    out.extend(
        single
        for single in singles(happening, own, theirs, shift)
        if not any(f.span[0] <= single.span[0] < f.span[1] for f in out)
    )
    return tuple(out)


def _is_aimed_at(counted: Token | None, happening: Happening) -> bool:
    """Whether what is counted is what weapons were fired at, which tells no toll: "fired shells at two villages"."""
    aimed = counted is not None and counted.dep_ == "pobj" and counted.head.lower_ in {"at", "on", "upon", "into"}
    verb = happening.trigger.part == "verbs" and any(c.dep_ in {"dobj", "nsubjpass"} for c in happening.token.children)
    return aimed and verb and happening.kind in FIRED | {"explosion"}


def _is_all_of_next(number: Number, happening: Happening, others: Sequence[Happening]) -> bool:
    """Whether a bare number is all that another word of harm right behind it tells of: "4 wounded, gunman dead"."""
    return any(
        [p.i for p in o.patients] == [number.last] and o.token.i == number.last + 1 != happening.token.i for o in others
    )


def _belongs_elsewhere(number: Number, happening: Happening, others: Sequence[Happening]) -> bool:
    """Whether the number counts those affected of another happening ("killing 6 and injuring 36"), or who did it in a
    clause of their own ("one was hurt after two men fired").
    """
    apart = [o for o in others if o.token.i != happening.token.i]
    heads = _phrase_heads(number, happening.token)
    theirs = (p for o in apart for p in (*o.patients, *(o.actors if o.token.dep_ == "advcl" else ())))
    return any(p.i in heads for p in theirs)
