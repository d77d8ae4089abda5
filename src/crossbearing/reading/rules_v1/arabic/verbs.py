"""Who did it and to whom, of a happening that a verb names."""

from crossbearing.reading.rules_v1.arabic.clauses import (
    Roles,
    has_pronoun,
    is_plural,
    joined,
    opens_with,
    span_of,
    subject_before,
    those_meant,
)
from crossbearing.reading.rules_v1.arabic.data import listed, plain
from crossbearing.reading.rules_v1.arabic.happenings import Happening
from crossbearing.reading.rules_v1.arabic.lexicon import class_of, stems, taken_apart
from crossbearing.reading.rules_v1.arabic.phrases import Chunk, Phrases, names_happening
from crossbearing.reading.rules_v1.arabic.text import Text

BEFALLEN = frozenset({"killing", "injury", "arrest", "abduction", "displacement"})
"""Kinds whose verb without a second party tells to whom, not by whom ("[they] killed two soldiers")."""
SPEECH = frozenset({"accuse_condemn", "demand", "deny_reject", "support", "threaten"})
FALLING = frozenset({plain("سقط"), plain("انهمر")})


def roles_of_verb(text: Text, cut: Phrases, happening: Happening, chunks: list[Chunk]) -> Roles:
    """Return the parties of a happening that a verb names; `chunks` are the phrases behind it."""
    bare = [those_meant(text, cut, c) for c in chunks if not c.preposition and not _only_describes(text, c)]
    # A subject follows its verb closely; a bare phrase behind a preposition's is an object, and so is a thing.
    subject = bare[0] if bare and bare[0].first <= happening.i + 2 else None
    if subject is not None and (_is_object(text, happening, subject) or is_plural(text, happening.i)):
        # Before its subject a verb stands in the singular: behind a plural one stands the object.
        subject = None
    before = subject_before(text, cut, happening.i)
    if (
        before is not None
        and subject is not None
        and not (is_plural(text, happening.i) or opens_with(text, before.first))
    ):
        before = None
    entry = happening.trigger.entry
    if before is not None:
        subject, rest = before, bare
    else:
        rest = [c for c in bare if c is not subject and not _is_joined(text, subject, c)]
    antecedent = _antecedent(text, cut, happening)
    if subject is not None and _is_means(text, cut, happening, subject):
        affected = tuple(span_of(c) for c in rest[:1] if entry.patient == "object")
        return Roles((), (antecedent,) if antecedent is not None else affected)
    patient = entry.patient
    if patient == "subject":
        return Roles((), joined(cut, text, subject) if subject else ())
    actors = joined(cut, text, subject) if subject else ()
    rest = [c for c in rest if not any(a <= c.first < b for a, b in actors)]
    if antecedent is not None:
        return Roles(actors, (antecedent,))
    if patient == "none":
        onto = [c for c in chunks if c.preposition in listed("phrases", "onto") or c.preposition == "ب"]
        return Roles(actors, tuple(span_of(c) for c in onto[:1] if c.preposition != "ب"))
    objects = tuple(span_of(c) for c in rest[:1])
    if objects and "things" in class_of(text.texts[objects[0][0]]):
        # "opened fire on", "regained control of": what it is about stands behind the preposition.
        objects = tuple(span_of(c) for c in chunks if c.preposition in listed("phrases", "about_things"))[:1]
    if happening.kind in SPEECH:
        # What is condemned or denied is a happening of its own, no party.
        return Roles(actors, tuple(o for o in objects if _is_somebody(text, cut, *o)))
    passive = text.marked_passive(happening.i) or happening.trigger.is_passive(
        taken_apart(text.texts[happening.i]).rest
    )
    undergone = happening.kind in BEFALLEN and (passive or not objects) and not has_pronoun(text, happening)
    if undergone and subject is not None:
        return Roles((), joined(cut, text, subject))
    return Roles(actors, objects)


def _is_object(text: Text, happening: Happening, chunk: Chunk) -> bool:
    """Whether the first phrase behind a verb cannot be its subject."""
    known = class_of(text.texts[chunk.first])
    behind = text.texts[happening.i + 1]
    if "things" in known or any(behind == some + p for some in listed("phrases", "some_of") for p in _pronouns()):
        return True
    return happening.trigger.entry.patient == "subject" and "settlement" in known and happening.kind == "displacement"


def _is_joined(text: Text, subject: Chunk | None, chunk: Chunk) -> bool:
    """Whether a phrase is joined to the subject by "and", so that it is no object."""
    after = subject is not None and chunk.first == subject.last
    return after and taken_apart(text.texts[chunk.first]).conjunction == "و"


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
    if not has_pronoun(text, happening) or taken_apart(text.texts[happening.i]).conjunction:
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
