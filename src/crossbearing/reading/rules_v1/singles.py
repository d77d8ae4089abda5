"""People counted without a number: "a child was killed", "a double homicide"."""

from spacy.tokens import Token

from crossbearing.places import country_code
from crossbearing.reading.rules_v1.counted import named_among
from crossbearing.reading.rules_v1.happenings import Happening
from crossbearing.reading.rules_v1.measures import BY_KIND, PEOPLE
from crossbearing.reading.rules_v1.noun_phrases import phrase
from crossbearing.reading.rules_v1.number_words import multiples, number_words
from crossbearing.reading.rules_v1.rows import is_of_all
from crossbearing.reading.rules_v1.tolls import HARM, INCLUDING
from crossbearing.reading.rules_v1.wordclasses import belongs, is_one_more
from crossbearing.records import Figure, Measure


def told_in_a_word(happening: Happening, shift: int) -> list[Figure]:
    """Return those whom a word counts that is no number: "a double homicide", "a murder-suicide", "his twin sons",
    "both men", "the couple", and "his nieces, ages 5 and 8".
    """
    return _murder_and_suicide(happening, shift) or _multiples(happening, shift) or _several(happening, shift)


def _several(happening: Happening, shift: int) -> list[Figure]:
    """Those harmed of whom a word tells that they are two, or of whom each one's age is told."""
    measure: Measure | None = "other" if happening.kind == "shooting" else BY_KIND.get(happening.kind)
    out: list[Figure] = []
    for patient in happening.patients if happening.kind in HARM or happening.kind == "shooting" else ():
        told, low = _two(patient) or _aged(patient) or (None, 0)
        if told is not None and told.lower_ == "both" and patient != happening.patients[0]:
            continue  # "a man and his wife, both teachers"
        if measure is not None and told is not None and not any(c.dep_ == "nummod" for c in patient.children):
            span = (told.idx + shift, told.idx + len(told) + shift)
            group = phrase(patient) if patient.pos_ == "NOUN" else None
            out.append(Figure(measure=measure, low=low, high=low, text=told.text, span=span, group=group))
    return out


def _two(patient: Token) -> tuple[Token, int] | None:
    """The word by which people are two: "both", "both men", "his twin sons", "the couple"."""
    if patient.lower_ == "both":
        return patient, 2
    if patient.tag_ == "NNS" and belongs(patient, PEOPLE):
        told = next((c for c in patient.children if c.lower_ in {"both", "twin"}), None)
        return (told, 2) if told is not None else None
    alone = patient.tag_ == "NN" and not any(c.lower_ == "of" for c in patient.children)
    return (patient, 2) if alone and patient.lemma_.lower() == "couple" else None


def _aged(patient: Token) -> tuple[Token, int] | None:
    """People whose ages are told one by one, with how many they are: "his nieces, ages 5 and 8"."""
    doc, at = patient.doc, patient.i + 1
    if patient.tag_ != "NNS" or not belongs(patient, PEOPLE) or doc[at : at + 1].text != ",":
        return None
    at += 2 if doc[at + 1 : at + 2].text.lower() in {"ages", "aged"} else 1
    ages = 0
    while at < patient.sent.end and (doc[at].is_digit or doc[at].lower_ in {",", "and"}):
        ages, at = ages + doc[at].is_digit, at + 1
    return (patient, ages) if ages > 1 else None


def _multiples(happening: Happening, shift: int) -> list[Figure]:
    """Those whom the word before a deed counts: the dead of "a double homicide", those hit in "a double shooting"."""
    measure: Measure | None = MULTIPLIED.get(happening.kind)
    if measure is None or happening.trigger.part != "nouns":
        return []
    out: list[Figure] = []
    for child in happening.token.children:
        low = multiples().get(child.lower_)
        if low is not None:
            span = (child.idx + shift, child.idx + len(child) + shift)
            out.append(Figure(measure=measure, low=low, high=low, text=child.text, span=span))
    return out


MULTIPLIED: dict[str, Measure] = {"killing": "killed", "shooting": "other"}
"""What a word such as "double" counts before nouns of these kinds."""


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


def singles(happening: Happening, own: range, theirs: set[int], shift: int) -> list[Figure]:
    """Return the people counted by an article alone: "a child was killed", "25 people, including a child".

    `own` are the tokens that tell parts of those harmed, `theirs` those that tell another's.
    """
    measure = BY_KIND.get(happening.kind)
    if measure not in {"killed", "injured", "arrested", "abducted"}:
        return []
    out: list[Figure] = []
    behind = [happening.token.doc[i] for i in own]
    for patient in happening.patients or behind[:1]:
        inner = (t for t in patient.subtree if t.dep_ in {"pobj", "conj"} and _after_including_token(t))
        among = named_among(patient)
        heads = [patient, *_before_without_commas(patient), *inner, *(t for t in behind if t.pos_ in NAMING), *among]
        for head in dict.fromkeys(heads):
            if head.i in theirs:
                continue
            article = _article_of_one(head)
            if head.lower_ == "another" or (article is None and is_one_more(head)):
                out.append(_single(measure, head, head, shift, part=False))
                continue
            part_of = head.lemma_.lower() in number_words()["portions"] and not is_one_more(head)
            one = belongs(head, PEOPLE) or country_code(head.text) is not None  # "including an American"
            single = head.tag_ in {"NN", "NNP", "JJ"} and one and head.lemma_.lower() not in GROUPS
            if article is not None and single and not part_of:
                behind_it = head.i > patient.i and head not in happening.patients
                part = behind_it or head in among or is_of_all(happening.token)
                told = _single(measure, article, head, shift, part=part)
                out += [told] if told not in out else []
    return out


def _article_of_one(head: Token) -> Token | None:
    """The article by which a noun tells of one person; "the" where a word of order tells which ("the third man")."""
    ordered = any(c.lower_ in number_words()["ordinals"] for c in head.lefts)
    ones = {"a", "an", "another", *({"the"} if ordered else ())}
    return next((c for c in head.lefts if c.dep_ == "det" and c.lower_ in ones), None)


def _before_without_commas(patient: Token) -> list[Token]:
    """Those told before the last of a list that lost its commas: "a father a mother and a son"."""
    found = [t for t in patient.subtree if t.dep_ == "appos" and t.tag_ == "NN" and _is_joined(t)]
    return [n for one in found for n in (one, *(c for c in one.children if c.dep_ == "conj"))]


def _is_joined(token: Token) -> bool:
    """Whether "and" goes on behind an apposition, so that it is one of a list."""
    return any(c.dep_ == "conj" for c in token.children)


def _single(measure: Measure, told: Token, head: Token, shift: int, *, part: bool) -> Figure:
    """One person, counted by an article or by "another"."""
    span = (told.idx + shift, told.idx + len(told) + shift)
    return Figure(measure=measure, low=1, high=1, text=told.text, span=span, group=phrase(head), part_of_whole=part)


NAMING = frozenset({"NOUN", "PROPN"})
GROUPS = frozenset({"number", "total", "group", "family", "dozen", "couple", "force", "army"})
"""Nouns of which one is many."""


def _after_including_token(token: Token) -> bool:
    return any(t.lower_ in INCLUDING for t in token.doc[max(token.sent.start, token.i - 8) : token.i])
