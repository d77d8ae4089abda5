"""Who did it and to whom, by the order of words and the prepositions of a clause."""

from collections.abc import Sequence

import msgspec

from crossbearing.reading.rules_v1.arabic.data import listed, phrases, plain
from crossbearing.reading.rules_v1.arabic.happenings import Happening, means
from crossbearing.reading.rules_v1.arabic.lexicon import class_of, hitting_verbs, light_verbs, stems, taken_apart
from crossbearing.reading.rules_v1.arabic.phrases import NISBA, Chunk, Phrases, is_that, names_happening
from crossbearing.reading.rules_v1.arabic.text import Text

BEFALLEN = frozenset({"killing", "injury", "arrest", "abduction", "displacement"})
"""Kinds whose verb without a second party tells to whom, not by whom ("[they] killed two soldiers")."""
BETWEEN = frozenset({"clash", "ceasefire_agreement", "consult"})
SPEECH = frozenset({"accuse_condemn", "demand", "deny_reject", "support", "threaten"})


FALLING = frozenset({plain("سقط"), plain("انهمر")})
CLAUSE = 14
"""Words before a verb within which its subject is looked for."""
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
    """Return the roles, a verb that goes on with "so" or "and they" without a doer of its own having the one before."""
    out = list(roles)
    for k in range(1, len(out)):
        verb, before = happenings[k], happenings[k - 1]
        joined = taken_apart(text.texts[verb.i]).conjunction
        plural = joined == "و" and _is_plural(text, verb.i)
        goes_on = verb.is_verb and before.is_verb and (joined == "ف" or plural)
        goes_on = goes_on or (not verb.is_verb and before.is_verb and text.texts[verb.i - 1] == "في")
        if goes_on and not out[k].actors and text.words[verb.i].sentence == text.words[before.i].sentence:
            targets = out[k].targets if not _has_pronoun(text, verb) else ()
            out[k] = Roles(out[k - 1].actors, targets)
    return out


def _span(chunk: Chunk) -> tuple[int, int]:
    return chunk.first, chunk.last


def _of_verb(text: Text, cut: Phrases, happening: Happening, chunks: list[Chunk]) -> Roles:
    bare = [_whole(text, cut, c) for c in chunks if not c.preposition and not _only_describes(text, c)]
    # A subject follows its verb closely; a bare phrase behind a preposition's is an object, and so is a thing.
    subject = bare[0] if bare and bare[0].first <= happening.i + 2 else None
    if subject is not None and (_is_object(text, happening, subject) or _is_plural(text, happening.i)):
        # Before its subject a verb stands in the singular: behind a plural one stands the object.
        subject = None
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
    antecedent = _antecedent(text, cut, happening)
    if subject is not None and _is_means(text, cut, happening, subject):
        affected = tuple(_span(c) for c in rest[:1] if entry.patient == "object")
        return Roles((), (antecedent,) if antecedent is not None else affected)
    patient = entry.patient
    if patient == "subject":
        return Roles((), _joined(cut, text, subject) if subject else ())
    actors = _joined(cut, text, subject) if subject else ()
    rest = [c for c in rest if not any(a <= c.first < b for a, b in actors)]
    if antecedent is not None:
        return Roles(actors, (antecedent,))
    if patient == "none":
        onto = [c for c in chunks if c.preposition in listed("phrases", "onto") or c.preposition == "ب"]
        return Roles(actors, tuple(_span(c) for c in onto[:1] if c.preposition != "ب"))
    objects = tuple(_span(c) for c in rest[:1])
    if objects and "things" in class_of(text.texts[objects[0][0]]):
        # "opened fire on", "regained control of": what it is about stands behind the preposition.
        objects = tuple(_span(c) for c in chunks if c.preposition in listed("phrases", "about_things"))[:1]
    if happening.kind in SPEECH:
        # What is condemned or denied is a happening of its own, no party.
        return Roles(actors, tuple(o for o in objects if _is_somebody(text, cut, *o)))
    passive = text.marked_passive(happening.i) or happening.trigger.is_passive(
        taken_apart(text.texts[happening.i]).rest
    )
    undergone = happening.kind in BEFALLEN and (passive or not objects) and not _has_pronoun(text, happening)
    if undergone and subject is not None:
        return Roles((), _joined(cut, text, subject))
    return Roles(actors, objects)


def _is_object(text: Text, happening: Happening, chunk: Chunk) -> bool:
    """Whether the first phrase behind a verb cannot be its subject."""
    known = class_of(text.texts[chunk.first])
    behind = text.texts[happening.i + 1]
    if "things" in known or any(behind == some + p for some in listed("phrases", "some_of") for p in _pronouns()):
        return True
    return happening.trigger.entry.patient == "subject" and "settlement" in known and happening.kind == "displacement"


def _is_means(text: Text, cut: Phrases, happening: Happening, chunk: Chunk) -> bool:
    """Whether a subject is no doer: the car that exploded, the shell that fell, the raid that destroyed."""
    number = cut.numbers.get(chunk.first)
    head = chunk.first if number is None or number.counted is None else number.counted
    known = class_of(text.texts[head])
    if happening.kind == "explosion":
        return "armour" in known or "weapon" in known
    fell = plain(happening.trigger.lemma) in FALLING and bool(known & {"weapon", "armour"})
    return fell or names_happening(taken_apart(text.texts[chunk.first]).rest)


def _antecedent(text: Text, cut: Phrases, happening: Happening) -> tuple[int, int] | None:
    """What a verb with its object written behind it was done to, where that stands right before it."""
    if not _has_pronoun(text, happening) or taken_apart(text.texts[happening.i]).conjunction:
        return None
    first = text.sentence(happening.i)[0]
    for begin in range(max(first, happening.i - 5), happening.i):
        last = cut.noun_phrase(begin, happening.i)
        if last == happening.i and (class_of(text.texts[begin]) or begin in cut.numbers):
            return begin, last
    return None


def _is_somebody(text: Text, cut: Phrases, first: int, last: int) -> bool:
    """Whether a phrase names people, a body or a place, and not what is condemned or denied."""
    if names_happening(taken_apart(text.texts[first]).rest):
        return False
    return any(class_of(text.texts[k]) or k in cut.names for k in range(first, min(last, first + 2)))


def _pronouns() -> frozenset[str]:
    return listed("affixes", "object_pronouns")


def _only_describes(text: Text, chunk: Chunk) -> bool:
    """Whether a phrase is nothing but an adjective ("believed to be Russian")."""
    way = taken_apart(text.texts[chunk.first])
    return chunk.last == chunk.first + 1 and way.rest in stems() and way.rest.endswith("ه") and not way.article


def _whole(text: Text, cut: Phrases, chunk: Chunk) -> Chunk:
    """A phrase, or of "a number of civilians" those who are meant."""
    end = text.sentence(chunk.first)[1]
    partitive = "partitive" in class_of(text.texts[chunk.first])
    if not partitive or chunk.last + 1 >= end or text.texts[chunk.last] != "من":
        return chunk
    last = cut.noun_phrase(chunk.last + 1, end)
    return Chunk(chunk.preposition, chunk.last + 1, last) if last > chunk.last + 1 else chunk


def _opens_with(text: Text, i: int) -> bool:
    """Whether a phrase stands at the head of its sentence or behind "that", where a subject stands."""
    if i == text.sentence(i)[0]:
        return True
    before = taken_apart(text.texts[i - 1]).rest
    opening = listed("reporting", "that") | listed("phrases", "auxiliaries")
    return bool({before, text.texts[i - 1]} & opening) or is_that(text.texts[i - 1])


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
        return _whole(text, cut, found[0])
    while i > begin and text.texts[i - 1] in PARTICLES:
        i -= 1
    return found[-1] if found[-1].last == i and _is_plural(text, i) else None


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
    doer = _carried_out_by(text, cut, happening.i) or _light_subject(text, cut, happening.i)
    if entry.toll or happening.kind in SPEECH:
        return Roles(doer, ())
    hit = _hit(text, cut, happening.i)
    if hit is not None:
        return Roles(doer, (hit,))
    if happening.kind == "explosion" and chunks and "armour" in class_of(text.texts[chunks[0].first]):
        return Roles(doer, ())
    after = happening.i + 1
    end = text.sentence(happening.i)[1]
    while after < end and _describes(text, after, adjectives=happening.kind not in BEFALLEN):
        after += 1
    if after > happening.i + 1:
        chunks = cut.chunks(after, end)
    if after < end and taken_apart(text.texts[after]).rest in stems():
        doer = doer or ((after, after + 1),)
        chunks = cut.chunks(after + 1, end)
        after += 1
    own = chunks[0] if chunks and not chunks[0].preposition and chunks[0].first == after else None
    if own is not None and taken_apart(text.texts[happening.i]).article:
        # What has the article governs no noun.
        own = None
    if own is not None and "things" in class_of(text.texts[own.first]):
        about = (c for c in chunks[1:] if c.preposition in listed("phrases", "about_things"))
        return Roles(doer, tuple(_span(c) for c in about)[:1])
    of = None
    if own is None:
        of = next((c for c in chunks[:2] if c.preposition == "ل" and _is_party(text, cut, c)), None)
    onto = next((c for c in chunks[:3] if c.preposition in listed("phrases", "onto")), None)
    targets: tuple[tuple[int, int], ...] = (_span(onto),) if onto and entry.patient != "none" else ()
    actors = doer or ((_span(of),) if of else ())
    if happening.kind == "displacement" and own is None:
        return Roles((), actors)
    if own is not None and entry.patient != "none":
        if happening.kind in BEFALLEN or not _is_party(text, cut, own):
            known = class_of(text.texts[own.first]) or own.first in cut.numbers
            targets = _joined(cut, text, own) if known or happening.kind in BEFALLEN else targets
        elif not actors:
            actors = (_span(own),)
    return Roles(actors, targets)


def _describes(text: Text, i: int, *, adjectives: bool) -> bool:
    """Whether a word only describes the noun before it: its means, or an adjective that is made of a noun."""
    way = taken_apart(text.texts[i])
    if way.conjunction or way.preposition or way.rest in stems():
        return False
    if way.rest in means() and not way.article:
        return True
    return adjectives and way.rest.endswith(NISBA[:2]) and not class_of(text.texts[i]) and len(way.rest) > 3


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
            before = _subject_before(text, cut, k)
            if before is not None and _opens_with(text, before.first):
                return (_span(before),)
            if chunks and chunks[0].first == k + 1 and not class_of(text.texts[k + 1]) & {"things", "weapon"}:
                return _joined(cut, text, chunks[0])
            return (_span(before),) if before else ()
    return ()


def _carried_out_by(text: Text, cut: Phrases, i: int) -> tuple[tuple[int, int], ...]:
    """The doer in "a strike that a drone carried out": behind a light verb with the noun's pronoun."""
    end = text.sentence(i)[1]
    for k in range(i + 1, min(end, i + 4)):
        rest = taken_apart(text.texts[k]).rest
        if rest.endswith(("ها", "ه")) and rest.removesuffix("ها").removesuffix("ه") in light_verbs():
            last = cut.noun_phrase(k + 1, end)
            return ((k + 1, last),) if last > k + 1 else ()
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
