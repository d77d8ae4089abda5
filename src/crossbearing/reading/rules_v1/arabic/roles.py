"""Who did it and to whom, by the order of words and the prepositions of a clause."""

from collections.abc import Sequence

import msgspec

from crossbearing.reading.rules_v1.arabic.data import listed, phrases
from crossbearing.reading.rules_v1.arabic.happenings import Happening, means
from crossbearing.reading.rules_v1.arabic.lexicon import class_of, hitting_verbs, light_verbs, stems, taken_apart
from crossbearing.reading.rules_v1.arabic.phrases import Chunk, Phrases
from crossbearing.reading.rules_v1.arabic.text import Text

BEFALLEN = frozenset({"killing", "injury", "arrest", "abduction", "displacement"})
"""Kinds whose verb without a second party tells to whom, not by whom ("[they] killed two soldiers")."""
BETWEEN = frozenset({"clash", "ceasefire_agreement", "consult"})
SPEECH = frozenset({"accuse_condemn", "demand", "deny_reject", "support", "threaten"})


PARTICLES = frozenset({"لا", "قد", "لم", "لن"})
"""Words that stand between a subject and its verb."""


class Roles(msgspec.Struct, frozen=True):
    """The phrases, as words [first, last), of those who did it and those it was done to."""

    actors: tuple[tuple[int, int], ...] = ()
    targets: tuple[tuple[int, int], ...] = ()


def roles_of(text: Text, cut: Phrases, happening: Happening) -> Roles:
    """Return the parties of a happening."""
    end = text.sentence(happening.i)[1]
    chunks = cut.chunks(happening.i + 1, end)
    if happening.kind in BETWEEN:
        both = _between(text, cut, happening, chunks, end)
        if both:
            return Roles(both)
    roles = _of_verb(text, cut, happening, chunks) if happening.is_verb else _of_noun(text, cut, happening, chunks)
    doers = roles.actors or _named_doers(text, cut, happening.i, end)
    return Roles(doers, roles.targets)


def inherited(text: Text, happenings: Sequence[Happening], roles: Sequence[Roles]) -> list[Roles]:
    """Return the roles, a verb that goes on with "and" or "so" without a doer of its own having the one before it."""
    out = list(roles)
    for k in range(1, len(out)):
        verb, before = happenings[k], happenings[k - 1]
        goes_on = verb.is_verb and before.is_verb and taken_apart(text.texts[verb.i]).conjunction == "ف"
        if goes_on and not out[k].actors and text.words[verb.i].sentence == text.words[before.i].sentence:
            targets = out[k].targets if not _has_pronoun(text, verb) else ()
            out[k] = Roles(out[k - 1].actors, targets)
    return out


def _span(chunk: Chunk) -> tuple[int, int]:
    return chunk.first, chunk.last


def _of_verb(text: Text, cut: Phrases, happening: Happening, chunks: list[Chunk]) -> Roles:
    bare = [c for c in chunks if not c.preposition]
    # A subject follows its verb closely; a bare phrase behind a preposition's is an object.
    subject = bare[0] if bare and bare[0].first <= happening.i + 2 else None
    before = _subject_before(text, cut, happening.i)
    if (
        before is not None
        and subject is not None
        and not (_is_plural(text, happening.i) or _opens_with(text, before.first))
    ):
        before = None
    entry = happening.trigger.entry
    if before is not None:
        subject, rest = before, bare
    else:
        rest = [c for c in bare if c is not subject]
    patient = entry.patient
    if patient == "subject":
        return Roles((), _joined(cut, text, subject) if subject else ())
    actors = _joined(cut, text, subject) if subject else ()
    if patient == "none":
        onto = [c for c in chunks if c.preposition in listed("phrases", "onto") or c.preposition == "ب"]
        return Roles(actors, tuple(_span(c) for c in onto[:1] if c.preposition != "ب"))
    objects = tuple(_span(c) for c in rest[:1])
    if happening.kind in SPEECH:
        return Roles(actors, objects)
    passive = entry.passive or text.marked_passive(happening.i)
    undergone = happening.kind in BEFALLEN and (passive or not objects) and not _has_pronoun(text, happening)
    if undergone and subject is not None:
        return Roles((), _joined(cut, text, subject))
    return Roles(actors, objects)


def _opens_with(text: Text, i: int) -> bool:
    """Whether a phrase stands at the head of its sentence or behind "that", where a subject stands."""
    if i == text.sentence(i)[0]:
        return True
    before = taken_apart(text.texts[i - 1]).rest
    opening = listed("reporting", "that") | listed("phrases", "auxiliaries")
    return bool({before, text.texts[i - 1]} & opening)


def _has_pronoun(text: Text, happening: Happening) -> bool:
    """Whether the verb has its object written behind it ("killed them")."""
    rest = taken_apart(text.texts[happening.i]).rest
    return rest.endswith(("هم", "ها", "هما", "هن")) and len(rest) > 4


def _is_plural(text: Text, i: int) -> bool:
    return taken_apart(text.texts[i]).rest.endswith(("وا", "ون"))


def _subject_before(text: Text, cut: Phrases, i: int) -> Chunk | None:
    """The noun phrase right before a verb that opens no clause of its own ("gunmen [who] attacked")."""
    way = taken_apart(text.texts[i])
    first = text.sentence(i)[0]
    if way.conjunction or i == first:
        return None
    begin = i
    while begin > first and i - begin < 12 and not text.words[begin - 1].is_sign:
        begin -= 1
        known = listed("phrases", "prepositions") | listed("phrases", "auxiliaries")
        if cut.is_verb(begin) or text.texts[begin] in known - PARTICLES:
            begin += 1
            break
    while i > begin and text.texts[i - 1] in PARTICLES:
        i -= 1
    found = [c for c in cut.chunks(begin, i) if not c.preposition]
    return found[0] if found and found[-1].last == i else None


def _joined(cut: Phrases, text: Text, chunk: Chunk | None) -> tuple[tuple[int, int], ...]:
    """A phrase with those joined to it by "and"."""
    if chunk is None:
        return ()
    out = [_span(chunk)]
    at = chunk.last
    end = text.sentence(chunk.first)[1]
    while at < end and taken_apart(text.texts[at]).conjunction == "و" and not cut.is_verb(at) and len(out) < 4:
        if not (class_of(text.texts[at]) or at in cut.names or at in cut.numbers):
            break
        last = cut.noun_phrase(at, end)
        if last <= at:
            break
        out.append((at, last))
        at = last
    return tuple(out)


def _of_noun(text: Text, cut: Phrases, happening: Happening, chunks: list[Chunk]) -> Roles:
    entry = happening.trigger.entry
    doer = _light_subject(text, cut, happening.i)
    if entry.toll or happening.kind in SPEECH:
        return Roles(doer, ())
    hit = _hit(text, cut, happening.i)
    if hit is not None:
        return Roles(doer, (hit,))
    after = happening.i + 1
    end = text.sentence(happening.i)[1]
    while after < end and taken_apart(text.texts[after]).rest in means() and not taken_apart(text.texts[after]).article:
        after += 1
    if after > happening.i + 1:
        chunks = cut.chunks(after, end)
    if after < end and taken_apart(text.texts[after]).rest in stems():
        doer = doer or ((after, after + 1),)
        chunks = cut.chunks(after + 1, end)
        after += 1
    own = chunks[0] if chunks and not chunks[0].preposition and chunks[0].first == after else None
    onto = next((c for c in chunks[:3] if c.preposition in listed("phrases", "onto")), None)
    of = next((c for c in chunks[:2] if c.preposition == "ل" and _is_party(text, cut, c)), None)
    targets: tuple[tuple[int, int], ...] = (_span(onto),) if onto else ()
    actors = doer or ((_span(of),) if of else ())
    if own is not None and entry.patient != "none":
        if happening.kind in BEFALLEN or not _is_party(text, cut, own):
            known = class_of(text.texts[own.first]) or own.first in cut.numbers
            targets = _joined(cut, text, own) if known or happening.kind in BEFALLEN else targets
        elif not actors:
            actors = (_span(own),)
    return Roles(actors, targets)


def _hit(text: Text, cut: Phrases, i: int) -> tuple[int, int] | None:
    """The object of "targeted" behind a noun of violence."""
    end = text.sentence(i)[1]
    for k in range(i + 1, min(end, i + 4)):
        if text.words[k].is_sign:
            return None
        if taken_apart(text.texts[k]).rest in hitting_verbs():
            last = cut.noun_phrase(k + 1, end)
            return (k + 1, last) if last > k + 1 else None
    return None


def _is_party(text: Text, cut: Phrases, chunk: Chunk) -> bool:
    return chunk.first in cut.names or "armed" in class_of(text.texts[chunk.first])


def _light_subject(text: Text, cut: Phrases, i: int) -> tuple[tuple[int, int], ...]:
    """The subject of a verb that only carries the noun ("the army launched an attack")."""
    first = text.sentence(i)[0]
    for k in range(i - 1, max(first, i - 10) - 1, -1):
        if text.words[k].is_sign and text.texts[k] in {"،", "؛", ":"}:
            return ()
        if taken_apart(text.texts[k]).rest in light_verbs():
            chunks = [c for c in cut.chunks(k + 1, i) if not c.preposition]
            if chunks and chunks[0].first == k + 1:
                return _joined(cut, text, chunks[0])
            before = _subject_before(text, cut, k)
            return (_span(before),) if before else ()
    return ()


def _between(
    text: Text,
    cut: Phrases,
    happening: Happening,
    chunks: list[Chunk],
    end: int,
) -> tuple[tuple[int, int], ...]:
    """The parties of "clashes between A and B", "A clashed with B"."""
    for k in range(happening.i + 1, min(end, happening.i + 6)):
        if text.phrase_at(k, phrases("phrases", "between")) and k + 1 < end:
            at = k + 1 + (text.texts[k] == "ما")
            last = cut.noun_phrase(at, end)
            if last > at:
                return _joined(cut, text, Chunk("", at, last))
    against = next((c for c in chunks if c.preposition in listed("phrases", "with")), None)
    subject = next((c for c in chunks if not c.preposition), None) if happening.is_verb else None
    left = _span(subject) if subject else next(iter(_clause_subject(text, cut, happening.i)), None)
    if against is not None:
        return (left, _span(against)) if left else (_span(against),)
    return (left,) if left and happening.is_verb else ()


def _clause_subject(text: Text, cut: Phrases, i: int) -> tuple[tuple[int, int], ...]:
    """The subject of the verb that opens the sentence."""
    first = text.sentence(i)[0]
    if not cut.is_verb(first):
        return _light_subject(text, cut, i)
    chunks = [c for c in cut.chunks(first + 1, i) if not c.preposition]
    return _joined(cut, text, chunks[0]) if chunks else ()


def _named_doers(text: Text, cut: Phrases, i: int, end: int) -> tuple[tuple[int, int], ...]:
    """Those behind "at the hands of", "by the fire of"."""
    for k in range(i + 1, min(end, i + 14)):
        if text.texts[k] in {"؛", "."}:
            break
        words = text.phrase_at(k, phrases("phrases", "doers"))
        if words:
            last = cut.noun_phrase(k + words, end)
            if last > k + words:
                return ((k + words, last),)
    return ()
