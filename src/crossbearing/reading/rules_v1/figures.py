"""Whom and what the counts of a sentence count, and which of them belong to a claim."""

from collections.abc import Sequence

from spacy.tokens import Token

from crossbearing.reading.rules_v1.arguments import phrase
from crossbearing.reading.rules_v1.happenings import Happening
from crossbearing.reading.rules_v1.lexicon import classes
from crossbearing.reading.rules_v1.numbers import Number, multiples
from crossbearing.reading.rules_v1.wordclasses import belongs
from crossbearing.records import Figure, Measure, Nature

BY_KIND: dict[str, Measure] = {
    "killing": "killed",
    "injury": "injured",
    "arrest": "arrested",
    "abduction": "abducted",
    "displacement": "displaced",
    "protest": "present",
    "troop_movement": "present",
    "siege": "present",
    "shelter_aid": "displaced",
}
ROOM = frozenset({"accommodate", "house", "host", "capacity", "room"})
"""Words of shelter whose count is how many there is room for."""
PEOPLE = frozenset({"person", "combatant", "displaced"})
TOLLS = frozenset({"toll", "fatality", "casualty", "death", "figure", "number", "count"})
INCLUDING = frozenset({"including", "among", "include", "mostly"})


def measure_of(happening: Happening, counted: Token | None) -> Measure | None:
    """Return what a claim measures when it counts this word, or null where the count is none of its own."""
    kind = happening.kind
    if (
        counted is not None
        and belongs(counted, {"vehicle"})
        and kind in {"troop_movement", "destruction", "clash", "ground_operation", "siege"}
    ):
        return "vehicles"
    if (
        counted is not None
        and counted.i != happening.token.i
        and belongs(counted, {"weapon"})
        and kind not in {"killing", "injury"}
    ):
        return "weapons"
    if kind == "shelter_aid" and happening.trigger.lemma in ROOM:
        return "capacity"
    people = counted is None or belongs(counted, PEOPLE)
    if counted is not None and counted.lower_ in {"wound", "wounds"}:
        return None
    if kind == "shooting" and happening.trigger.part == "verbs" and people:
        return "other"  # the shot: whether they live, other words tell
    if kind not in BY_KIND:
        return "other" if counted is not None and not people else None
    if counted is not None and counted.pos_ == "NOUN" and not people and classes().get(counted.lemma_.lower()):
        return "other"
    if (
        counted is not None
        and counted.lemma_.lower() in {"family", "household", "village", "town", "city", "stage"}
        and kind in {"killing", "injury"}
    ):
        return "other"
    return BY_KIND[kind]


def counted_by(number: Number, doc_token: Token) -> Token | None:
    """The noun that a number counts: what it modifies, or what follows its "of"."""
    doc = doc_token.doc
    for i in range(number.last, number.first - 1, -1):
        token = doc[i]
        if (
            token.dep_ in {"nummod", "quantmod", "amod", "compound", "nmod", "det"}
            and not number.first <= token.head.i <= number.last
        ):
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
            and not any(doc[k].lower_ in {",", ";", ".", "in", "from"} for k in between)
        ):
            return 2
    return None


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
    for number in numbers:
        how = _within(number, happening, others)
        if how is None or (how == 2 and _belongs_elsewhere(number, happening, others)):
            continue
        counted = counted_by(number, happening.token)
        measure = measure_of(happening, counted)
        if measure is None or (measure == "other" and how == 2):
            continue
        nature: Nature = "capacity" if measure == "capacity" else "stock" if measure == "present" else "flow"
        group = phrase(counted) if counted is not None and counted.pos_ in {"NOUN", "PROPN"} else None
        out.append(
            Figure(
                measure=measure,
                low=number.low,
                high=number.high,
                text=number.text,
                span=(number.start + shift, number.end + shift),
                group=group,
                nature=nature,
                part_of_whole=bool(out) and out[0].measure == measure and _after_including(number, happening.token),
            )
        )
    out.extend(_murder_and_suicide(happening, shift) or _multiples(happening, shift))
    out.extend(
        single for single in _singles(happening, shift) if not any(f.span[0] <= single.span[0] < f.span[1] for f in out)
    )
    return tuple(out)


def _multiples(happening: Happening, shift: int) -> list[Figure]:
    """The dead of a deed that the word before it counts: "a double homicide"."""
    if happening.kind != "killing" or happening.trigger.part != "nouns":
        return []
    out: list[Figure] = []
    for child in happening.token.children:
        low = multiples().get(child.lower_)
        if low is not None:
            span = (child.idx + shift, child.idx + len(child) + shift)
            out.append(Figure(measure="killed", low=low, high=low, text=child.text, span=span))
    return out


def _murder_and_suicide(happening: Happening, shift: int) -> list[Figure]:
    """The dead of a "murder-suicide": the murdered, one where no more are told, and the murderer."""
    last = happening.token
    doc = last.doc
    if last.lemma_.lower() != "suicide" or last.i < 2 or doc[last.i - 1].text not in {"-", "–"}:
        return []
    first = last.i - 2
    if doc[first].lower_ not in {"murder", "homicide"}:
        return []
    murdered = multiples().get(doc[first - 1].lower_) if first else None
    first -= murdered is not None
    span = (doc[first].idx + shift, last.idx + len(last) + shift)
    low = (murdered or 1) + 1
    text = doc[first : last.i + 1].text
    return [Figure(measure="killed", low=low, high=low if murdered else None, text=text, span=span)]


def _singles(happening: Happening, shift: int) -> list[Figure]:
    """People counted by an article alone: "a child was killed", "25 people, including a child"."""
    measure = BY_KIND.get(happening.kind)
    if measure not in {"killed", "injured", "arrested", "abducted"}:
        return []
    out: list[Figure] = []
    for patient in happening.patients:
        heads = [patient, *(t for t in patient.subtree if t.dep_ in {"pobj", "conj"} and _after_including_token(t))]
        for head in dict.fromkeys(heads):
            if head.lower_ == "another":
                out.append(_single(measure, head, head, shift, part=False))
                continue
            article = next((c for c in head.children if c.dep_ == "det" and c.lower_ in {"a", "an", "another"}), None)
            single = head.tag_ in {"NN", "NNP", "JJ"} and belongs(head, PEOPLE) and head.lemma_.lower() not in GROUPS
            if article is not None and single:
                out.append(_single(measure, article, head, shift, part=head.i != patient.i))
    return out


def _single(measure: Measure, told: Token, head: Token, shift: int, *, part: bool) -> Figure:
    """One person, counted by an article or by "another"."""
    span = (told.idx + shift, told.idx + len(told) + shift)
    return Figure(measure=measure, low=1, high=1, text=told.text, span=span, group=phrase(head), part_of_whole=part)


GROUPS = frozenset({"number", "group", "family", "dozen", "couple", "force", "army"})
"""Nouns of which one is many."""


def _after_including_token(token: Token) -> bool:
    return any(t.lower_ in INCLUDING for t in token.doc[max(token.sent.start, token.i - 8) : token.i])


def _after_including(number: Number, token: Token) -> bool:
    doc = token.doc
    return any(doc[k].lower_ in INCLUDING for k in range(max(0, number.first - 6), number.first))


def _belongs_elsewhere(number: Number, happening: Happening, others: Sequence[Happening]) -> bool:
    """Whether the number counts those affected of another happening ("killing 6 and injuring 36")."""
    return any(o.token.i != happening.token.i and _within_patients(number, o) for o in others)


def _within_patients(number: Number, happening: Happening) -> bool:
    return bool({p.i for p in happening.patients} & _phrase_heads(number, happening.token))
