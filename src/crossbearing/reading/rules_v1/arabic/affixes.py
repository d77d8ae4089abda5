"""The light morphology of Arabic: clitics cut off in front, and the forms that verbs and nouns take."""

import re
from collections.abc import Iterable
from functools import cache, lru_cache

import msgspec

from crossbearing.reading.rules_v1.arabic.data import listed, load, plain


class Reading(msgspec.Struct, frozen=True):
    """A word taken apart: what is cut off in front, whether it had the article, and what is left.

    `conjunction` and `preposition` are empty where there is none; `cut` counts the letters in front of `rest`.
    """

    rest: str
    conjunction: str = ""
    preposition: str = ""
    article: bool = False
    cut: int = 0


def _after_conjunction(reading: Reading) -> Iterable[Reading]:
    """A word with a preposition, an article or both cut off."""
    word, article, lil = reading.rest, str(load("affixes")["article"]), str(load("affixes")["li_with_article"])
    if word.startswith(lil) and len(word) > len(lil) + 1:
        yield Reading(word[len(lil) :], reading.conjunction, lil[0], article=True, cut=reading.cut + len(lil))
    if word.startswith(article) and len(word) > len(article) + 1:
        cut = reading.cut + len(article)
        yield Reading(word[len(article) :], reading.conjunction, reading.preposition, article=True, cut=cut)
    if not reading.preposition and word[:1] in load("affixes")["prepositions"] and len(word) > 2:
        inner = Reading(word[1:], reading.conjunction, word[0], cut=reading.cut + 1)
        yield inner
        yield from _after_conjunction(inner)


@lru_cache(maxsize=1 << 15)
def readings(word: str) -> tuple[Reading, ...]:
    """Return every way to take a normalised word apart, the whole word first, then the less is cut the earlier.

    >>> [(r.conjunction, r.preposition, r.article, r.rest) for r in readings("للقصف")]
    [('', '', False, 'للقصف'), ('', 'ل', False, 'لقصف'), ('', 'ل', True, 'قصف')]
    """
    whole = Reading(word)
    found = [whole, *_after_conjunction(whole)]
    if word[:1] in load("affixes")["conjunctions"] and len(word) > 2:
        bare = Reading(word[1:], word[0], cut=1)
        found += [bare, *_after_conjunction(bare)]
    unique = {(r.rest, r.conjunction, r.preposition, r.article): r for r in reversed(found)}
    return tuple(sorted(unique.values(), key=lambda r: (r.cut, r.conjunction, not r.article)))


def verb_forms(past: str, present: str, extra: Iterable[str] = (), *, objects: bool = True) -> set[str]:
    """Return the normalised forms of a verb: past and present in the persons that news needs, the future, and `extra`.

    `present` is the stem behind the letter of its person, empty where the verb is not used in it. `objects` adds the
    forms with a pronoun for the object.

    >>> {"قتلوا", "يقتلون", "ستقتل", "قتلتهم"} <= verb_forms("قتل", "قتل")
    True
    """
    affixes = load("affixes")
    silent = {plain(k): plain(v) for k, v in affixes["silent_alif"].items()}
    past, present = plain(past), plain(present)
    begun = [past + plain(end) for end in affixes["past_endings"]] + [plain(form) for form in extra]
    lasting = [
        letter + present + plain(end)
        for letter in affixes["present_beginnings"]
        for end in affixes["present_endings"]
        if present
    ]
    bare = begun + lasting
    out = set(bare)
    if objects:
        for form in bare:
            stem = next((form[: -len(k)] + v for k, v in silent.items() if form.endswith(k)), form)
            out |= {stem + plain(pronoun) for pronoun in affixes["object_pronouns"]}
    future = {particle + form for particle in affixes["future"] for form in out if form.startswith(_present_letters())}
    return out | {form for form in future if form[1:] in set(lasting) or objects}


@cache
def _present_letters() -> tuple[str, ...]:
    return tuple(load("affixes")["present_beginnings"])


def noun_forms(word: str, extra: Iterable[str] = (), *, possessed: bool = True, people: bool = True) -> set[str]:
    """Return the normalised forms of a noun without its article: case, number, gender, possessor; and those of `extra`
    with their possessors; without possessors where not `possessed`, without
    the plural of people where not `people`.

    >>> {plain("غارة"), "غارتين", "غارات", "غارتهم"} <= noun_forms("غارة")
    True
    """
    affixes = load("affixes")
    base = plain(word)
    feminine = base.endswith(plain("ة")) and str(word).rstrip().endswith("ة")
    stem = base[:-1] if feminine else base
    endings = affixes["feminine_endings" if feminine else "noun_endings" if people else "happening_endings"]
    out = {stem + plain(end) for end in endings}
    pronouns = [plain(p) for p in affixes["possessive_pronouns"]] if possessed else []
    joined = stem + "ت" if feminine else base
    out |= {joined + p for p in pronouns}
    for form in extra:
        other = plain(form)
        tied = other[:-1] + "ت" if str(form).endswith("ة") else other
        out |= {other, other + "ا"} | {tied + p for p in pronouns}
    return out


@cache
def _verbal_noun() -> re.Pattern[str]:
    shapes = "|".join(map(plain, load("affixes")["verbal_nouns"]))
    pronouns = "|".join(map(plain, load("affixes")["possessive_pronouns"]))
    return re.compile(f"(?:{shapes})(?:{plain('ة')}|{plain('ات')}|{pronouns})?")


def is_verbal_noun(word: str) -> bool:
    """Return whether a normalised word without clitics has the shape of a noun of doing ("use", "recovery").

    >>> is_verbal_noun(plain("استخدام")), is_verbal_noun(plain("مدينة"))
    (True, False)
    """
    return _verbal_noun().fullmatch(word) is not None


@cache
def whole_words() -> frozenset[str]:
    """Return words whose first letters look like clitics and are none."""
    return listed("affixes", "whole_words")
