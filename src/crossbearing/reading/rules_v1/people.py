"""Those a happening befell, one by one: name, age, sex, and what else the words tell of each."""

import re
from collections.abc import Sequence
from functools import cache

import msgspec
from spacy.tokens import Span, Token

from crossbearing.reading.rules_v1.happenings import Happening
from crossbearing.reading.rules_v1.lexicon import acting_objects, deed_words, load_data
from crossbearing.reading.rules_v1.noun_phrases import BEFORE_NOUNS, phrase, phrase_tokens
from crossbearing.reading.rules_v1.numbers import is_labelled
from crossbearing.reading.rules_v1.participants import settled_heads
from crossbearing.reading.rules_v1.rows import DASHES, are_of_two_sexes, with_conjuncts
from crossbearing.reading.rules_v1.wordclasses import belongs, is_aged_name, is_headline
from crossbearing.records import Part, Person, Sex

BEFALLEN = frozenset({"killing", "injury", "arrest", "abduction", "shooting"})
YEARS_OLD = re.compile(r"(\d{1,3})[\s-]*years?[\s-]*olds?", re.IGNORECASE)
BEHIND_NAME = re.compile(r",?\s*(?:aged?\s+)?(\d{1,3})(?=\s*[,.;)]|\s+years?\s+old|\s+and\b|$)")
MONTHS_OLD = re.compile(r"\d{1,2}[\s-]*months?[\s-]*olds?", re.IGNORECASE)
OLDEST = 115
YOUNGER_OR_ELDER = frozenset({"jr.", "sr."})
"""What stands behind the name of a son or a father of one name."""
QUOTES = frozenset({'"', "“", "”", "'", "‘", "’", "``", "''"})
LONGEST_NICKNAME = 4
"""Tokens of a nickname with its quotation marks."""
REACH = 24
"""Code points behind a name in which a bare age may stand."""


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The words of people.yaml."""

    female: frozenset[str]
    male: frozenset[str]
    child: frozenset[str]
    combatant: frozenset[str]
    civilian: frozenset[str]
    roles: dict[str, frozenset[str]]
    groups: frozenset[str]
    titles: frozenset[str]
    adult_from: int


@cache
def words() -> Words:
    """Return the words that tell of one person."""
    return msgspec.convert(load_data("people.yaml"), Words)


def people_in(happening: Happening, elsewhere: frozenset[int], *, shift: int = 0) -> tuple[Person, ...]:
    """Return the persons a happening befell whom the report tells of singly, in order of the text.

    `elsewhere` are indices of words of places and times. Groups and counts are figures, not persons.
    """
    if happening.kind not in BEFALLEN:
        return ()
    singly = [t for t in settled_heads(happening.patients) if _is_told_of(t, elsewhere)]
    # "the man killed was identified as ..." tells of one whom the words before tell of already
    singly = singly or [t for t in _named_as(happening) if _is_told_of(t, elsewhere)]
    return tuple(_person(token, shift) for token in sorted(set(singly)))


def _is_told_of(token: Token, elsewhere: frozenset[int]) -> bool:
    return (token.i not in elsewhere or is_aged_name(token)) and _is_one_person(token)


def _named_as(happening: Happening) -> list[Token]:
    """The names of those told of: "the dead were identified as ...", "police named the two men killed as ..."."""
    told = [t for t in (*happening.patients, happening.token) if t.dep_ in {"nsubjpass", "dobj"}]
    verbs = (t.head for t in told if t.head.lemma_ in acting_objects()["naming"])
    behind = (c for verb in verbs for c in verb.children if c.dep_ == "prep" and c.lower_ == "as")
    return [name for c in behind for g in c.children if g.dep_ == "pobj" for name in with_conjuncts(g)]


def _is_one_person(token: Token) -> bool:
    if token.tag_ in {"NNS", "NNPS"} or token.lemma_.lower() in words().groups or is_labelled(token):
        return False
    if token.dep_ in BEFORE_NOUNS and token.head.lemma_.lower() in deed_words()["befalling"]:
        return False  # "civilian casualties" are several
    numbers = (c for c in token.lefts if c.dep_ == "nummod")
    if any(c.lower_ not in {"one", "1"} and not _is_age(c) for c in numbers):
        return False
    if token.pos_ == "PROPN" and token.is_upper and token.i + 1 < len(token.doc) and token.nbor(1).text in DASHES:
        return False  # the town of a dateline
    if token.pos_ == "PROPN":
        spelt = token.is_alpha or token.lower_ in YOUNGER_OR_ELDER
        thing = belongs(token, {"place_noun", "armed_body"}) or _has_article(token)
        return token.text[:1].isupper() and not thing and spelt
    return belongs(token, {"person", "combatant"})


def _has_article(name: Token) -> bool:
    """Whether "the" stands right before a bare name, as before those of things ("the West Side"); not "the late Rami
    Odeh", "the Rev. Odeh", "the Governor", "the Sheriff".
    """
    article = next((c for c in name.lefts if c.lower_ == "the"), None)
    if article is None or _tells_sex_or_age(name):
        return False
    named = name.doc[article.i + 1 : name.i + 1]
    called = any(t.lower_ in words().titles or belongs(t, {"person", "combatant"}) for t in named)
    return not called and all(t.pos_ == "PROPN" and not t.text.endswith(".") for t in named)


def _is_age(number: Token) -> bool:
    after = number.nbor(1).lower_ if number.i + 1 < len(number.doc) else ""
    return after in {"-", "year", "years"}


def _person(token: Token, shift: int) -> Person:
    told = _told(token)
    lemmas = {t.lemma_.lower() for t in told} | {t.lower_ for t in told}
    age = _age(token)
    known = words()
    start, end = token.left_edge.idx, token.idx + len(token)
    return Person(
        words=phrase(token),
        span=(start + shift, end + shift),
        name=_name(token),
        age=age,
        sex=_sex(lemmas),
        child=bool(lemmas & known.child) or (age is not None and age < known.adult_from) or _is_months_old(token),
        part=_part(lemmas),
        role=next((role for role, nouns in known.roles.items() if lemmas & nouns), None),
    )


def _told(token: Token) -> Sequence[Token]:
    """The words that tell of the person: the phrase and its appositions."""
    appositions = _appositions(token)
    joined = [c for a in appositions for c in a.children if c.dep_ == "conj"]
    own = [t for t in phrase_tokens(token) if t.dep_ != "poss"]
    return [*own, *(t for a in (*appositions, *joined) for t in phrase_tokens(a))]


def _appositions(token: Token) -> list[Token]:
    """Those told behind a person who may be the same one: not the daughter of "Man, 7-year-old daughter dead"."""
    return [c for c in token.children if c.dep_ == "appos" and not are_of_two_sexes(token, c)]


def _name(token: Token) -> str | None:
    """The run of capitalised names about a proper noun, the person's or their apposition's; "Father" alone is none."""
    doc = token.doc
    for head in (token, *_appositions(token)):
        if head.pos_ == "PROPN" and not any(c.lower_ in {"a", "an"} for c in head.children):  # "a County Deputy"
            first = last = head.i
            while first > token.sent.start and doc[first - 1].pos_ == "PROPN" and doc[first - 1].text[:1].isupper():
                first -= 1
            while last + 1 < token.sent.end and doc[last + 1].pos_ == "PROPN" and doc[last + 1].text[:1].isupper():
                last += 1
            run = doc[first : last + 1]
            given = _before_nickname(run)
            described = all(belongs(word, {"person"}) or _tells_sex_or_age(word) for word in run)
            return None if described or _is_description(run[-1]) else f"{given} {run.text}".strip()
    return None


def _is_description(word: Token) -> bool:
    """Whether a word tells of somebody's sex, age or kin, and ends no name: "Marwa Teen" is a teenager of a town.

    So in headlines, and behind an article; in running text a description has one, and "Mark Son" is a name.
    """
    if not _tells_sex_or_age(word) or is_aged_name(word):
        return False
    article = any(c.dep_ in {"det", "poss"} for c in word.children)
    return article or is_headline(t.text for t in word.sent) or not word.sent.text.rstrip().endswith(STOPS)


def _tells_sex_or_age(word: Token) -> bool:
    """Whether a word stands for somebody by sex, age or kin alone, also in a headline ("Girl, 17, dies")."""
    known = words()
    return word.lower_ in known.female | known.male | known.child


STOPS = (".", "!", "?", '."', ".”")
"""What a sentence of running text ends in, and a headline mostly not."""


def _before_nickname(name: Span) -> str:
    """The given name before a nickname in quotation marks: Samir in 'Samir "Sam" Haddad'."""
    doc, end = name.doc, name.start - 1
    if end < name.sent.start or doc[end].text not in QUOTES:
        return ""
    within = range(end - 2, max(name.sent.start, end - LONGEST_NICKNAME), -1)
    opening = next((i for i in within if doc[i].text in QUOTES), None)
    given = doc[opening - 1] if opening is not None and opening > name.sent.start else None
    if given is None or given.pos_ != "PROPN" or not given.is_title or _names_a_place(given):
        return ""
    return given.text


def _names_a_place(name: Token) -> bool:
    """Whether the words before a name make it a place's: "in X", "the city of X"; not "the death of X"."""
    before = name.doc[max(name.sent.start, name.i - 2) : name.i]
    if not before:
        return False
    called = before[-1].lower_ == "of" and len(before) > 1 and belongs(before[0], {"place_noun"})
    return called or before[-1].lower_ in {"in", "at", "near"}


def _age(token: Token) -> int | None:
    """Years, from "17-year-old", "aged 17" or the bare number between commas behind a name."""
    sentence = token.sent
    text, begin = sentence.text, sentence.start_char
    end = token.idx + len(token) - begin
    behind = _appositions(token)
    said = [
        text[token.left_edge.idx - begin : end],
        *(text[c.left_edge.idx - begin : c.idx + len(c) - begin] for c in behind),
    ]
    found = next(filter(None, map(YEARS_OLD.search, said)), None) or BEHIND_NAME.match(text[end : end + REACH])
    if found is None:
        return None
    age = int(found.group(1))
    return age if age <= OLDEST else None


def _is_months_old(token: Token) -> bool:
    return bool(MONTHS_OLD.search(token.doc[token.left_edge.i : token.i + 1].text))


def _sex(lemmas: set[str]) -> Sex | None:
    female, male = bool(lemmas & words().female), bool(lemmas & words().male)
    return None if female == male else "female" if female else "male"


def _part(lemmas: set[str]) -> Part | None:
    if lemmas & words().combatant:
        return "combatant"
    return "civilian" if lemmas & words().civilian else None
