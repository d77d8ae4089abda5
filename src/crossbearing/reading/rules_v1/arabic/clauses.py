"""Subjects of Arabic clauses, wherever they stand, and the parties of a happening as words."""

import msgspec

from crossbearing.reading.rules_v1.arabic.data import listed
from crossbearing.reading.rules_v1.arabic.happenings import Happening
from crossbearing.reading.rules_v1.arabic.lexicon import class_of, light_verbs, taken_apart
from crossbearing.reading.rules_v1.arabic.phrases import Chunk, Phrases, is_that
from crossbearing.reading.rules_v1.arabic.text import Text

CLAUSE = 14
"""Words before a verb within which its subject is looked for."""
PARTICLES = frozenset({"لا", "قد", "لم", "لن"})
"""Words that stand between a subject and its verb."""


class Roles(msgspec.Struct, frozen=True):
    """The phrases, as words [first, last), of those who did it and those it was done to."""

    actors: tuple[tuple[int, int], ...] = ()
    targets: tuple[tuple[int, int], ...] = ()


def span_of(chunk: Chunk) -> tuple[int, int]:
    """Return the words [first, last) of a phrase."""
    return chunk.first, chunk.last


def joined(cut: Phrases, text: Text, chunk: Chunk | None) -> tuple[tuple[int, int], ...]:
    """A phrase with those joined to it by "and"."""
    if chunk is None:
        return ()
    out = [span_of(chunk)]
    at = chunk.last
    end = text.sentence(chunk.first)[1]
    while at < end and taken_apart(text.texts[at]).conjunction == "و" and not cut.is_verb(at) and len(out) < 4:
        if not (class_of(text.texts[at]) or at in cut.names or at in cut.numbers or has_possessor(text, at)):
            break
        last = cut.noun_phrase(at, end)
        if last <= at:
            break
        out.append((at, last))
        at = last
    return tuple(out)


def those_meant(text: Text, cut: Phrases, chunk: Chunk) -> Chunk:
    """A phrase, or of "a number of civilians" those who are meant."""
    end = text.sentence(chunk.first)[1]
    partitive = "partitive" in class_of(text.texts[chunk.first])
    if not partitive or chunk.last + 1 >= end or text.texts[chunk.last] != "من":
        return chunk
    last = cut.noun_phrase(chunk.last + 1, end)
    return Chunk(chunk.preposition, chunk.last + 1, last) if last > chunk.last + 1 else chunk


def opens_with(text: Text, i: int) -> bool:
    """Whether a phrase stands at the head of its sentence or behind "that", where a subject stands."""
    if i == text.sentence(i)[0]:
        return True
    before = taken_apart(text.texts[i - 1]).rest
    opening = listed("reporting", "that") | listed("phrases", "auxiliaries")
    return bool({before, text.texts[i - 1]} & opening) or is_that(text.texts[i - 1])


def has_pronoun(text: Text, happening: Happening) -> bool:
    """Whether the verb has its object written behind it ("killed them")."""
    rest = taken_apart(text.texts[happening.i]).rest
    return rest.endswith(("هم", "ها", "هما", "هن")) and len(rest) > 4


def has_possessor(text: Text, i: int) -> bool:
    """Return whether a noun of people has its possessor written behind a dual ("her two children")."""
    rest = taken_apart(text.texts[i]).rest
    pronoun = next((p for p in listed("affixes", "possessive_pronouns") if rest.endswith(p)), "")
    return bool(pronoun) and bool(class_of(rest.removesuffix(pronoun) + "ن") & {"people", "armed"})


def is_plural(text: Text, i: int) -> bool:
    """Return whether a verb has the ending of the plural."""
    return taken_apart(text.texts[i]).rest.endswith(("وا", "ون"))


def subject_before(text: Text, cut: Phrases, i: int) -> Chunk | None:
    """The noun phrase right before a verb that opens no clause of its own ("gunmen [who] attacked")."""
    way = taken_apart(text.texts[i])
    first = text.sentence(i)[0]
    if way.conjunction or i == first:
        return None
    opening = (
        listed("reporting", "that") | listed("phrases", "auxiliaries") | listed("phrases", "before_verbs") - PARTICLES
    )
    begin = i
    while begin > first and i - begin < CLAUSE and not text.words[begin - 1].is_sign:
        if cut.is_verb(begin - 1) or text.texts[begin - 1] in opening or is_that(text.texts[begin - 1]):
            break
        begin -= 1
    found = cut.chunks(begin, i)
    if not found:
        return None
    if not found[0].preposition and found[0].first == begin and begin < i:
        return those_meant(text, cut, found[0])
    while i > begin and text.texts[i - 1] in PARTICLES:
        i -= 1
    return found[-1] if found[-1].last == i and is_plural(text, i) else None


def light_subject(text: Text, cut: Phrases, i: int) -> tuple[tuple[int, int], ...]:
    """The subject of a verb that only carries the noun ("the army launched an attack")."""
    first = text.sentence(i)[0]
    for k in range(i - 1, max(first, i - 10) - 1, -1):
        if text.words[k].is_sign and text.texts[k] in {"،", "؛", ":"}:
            return ()
        if taken_apart(text.texts[k]).rest in light_verbs():
            chunks = [c for c in cut.chunks(k + 1, i) if not c.preposition]
            before = subject_before(text, cut, k)
            if before is not None and opens_with(text, before.first):
                return (span_of(before),)
            if chunks and chunks[0].first == k + 1 and not class_of(text.texts[k + 1]) & {"things", "weapon"}:
                return joined(cut, text, chunks[0])
            return (span_of(before),) if before else ()
    return ()


def clause_subject(text: Text, cut: Phrases, i: int) -> tuple[tuple[int, int], ...]:
    """The subject of the verb that opens the sentence, or what is said in it."""
    first = text.sentence(i)[0]
    begin = next((k + 1 for k in range(i - 1, first - 1, -1) if is_that(text.texts[k])), first)
    if begin == first and not cut.is_verb(first):
        return light_subject(text, cut, i)
    chunks = [c for c in cut.chunks(begin + cut.is_verb(begin), i) if not c.preposition]
    return joined(cut, text, chunks[0]) if chunks else ()
