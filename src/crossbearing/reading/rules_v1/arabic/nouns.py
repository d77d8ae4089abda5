"""Who did it and to whom, of a happening that a noun names."""

from crossbearing.reading.rules_v1.arabic.clauses import Roles, joined, light_subject, span_of, subject_before
from crossbearing.reading.rules_v1.arabic.data import listed
from crossbearing.reading.rules_v1.arabic.happenings import Happening, means
from crossbearing.reading.rules_v1.arabic.lexicon import (
    class_of,
    hitting_verbs,
    light_verbs,
    stems,
    taken_apart,
    undergoing_verbs,
)
from crossbearing.reading.rules_v1.arabic.phrases import NISBA, Chunk, Phrases, names_happening
from crossbearing.reading.rules_v1.arabic.text import Text

BEFALLEN = frozenset({"killing", "injury", "arrest", "abduction", "displacement"})
"""Kinds whose verb without a second party tells to whom, not by whom ("[they] killed two soldiers")."""
UNDERGOING = 10
"""Words before a noun of violence within which "came under" stands."""
SPEECH = frozenset({"accuse_condemn", "demand", "deny_reject", "support", "threaten"})


def roles_of_noun(text: Text, cut: Phrases, happening: Happening, chunks: list[Chunk]) -> Roles:
    """Return the parties of a happening that a noun names; `chunks` are the phrases behind it."""
    entry = happening.trigger.entry
    doer = _carried_out_by(text, cut, happening.i) or light_subject(text, cut, happening.i)
    if entry.toll or happening.kind in SPEECH:
        return Roles(doer, ())
    hit = _hit(text, cut, happening.i) or _undergone_by(text, cut, happening.i)
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
        return Roles(doer, tuple(span_of(c) for c in about)[:1])
    of = None
    if own is None:
        of = next((c for c in chunks[:2] if c.preposition == "ل" and _is_party(text, cut, c)), None)
    onto = next((c for c in chunks[:3] if c.preposition in listed("phrases", "onto") and not _comes_of(text, c)), None)
    targets: tuple[tuple[int, int], ...] = (span_of(onto),) if onto and entry.patient != "none" else ()
    actors = doer or ((span_of(of),) if of else ())
    if happening.kind == "displacement" and own is None:
        return Roles((), actors)
    if own is not None and entry.patient != "none":
        if happening.kind in BEFALLEN or not _is_party(text, cut, own):
            known = class_of(text.texts[own.first]) or own.first in cut.numbers
            targets = joined(cut, text, own) if known or happening.kind in BEFALLEN else targets
        elif not actors:
            actors = (span_of(own),)
    return Roles(actors, targets)


def _comes_of(text: Text, chunk: Chunk) -> bool:
    """Whether a phrase tells what came of it ("resulted in the fall of victims", "in the death of", "in leaving")."""
    head = taken_apart(text.texts[chunk.first]).rest
    return head in listed("phrases", "occurring") or names_happening(head)


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


def _undergone_by(text: Text, cut: Phrases, i: int) -> tuple[int, int] | None:
    """The subject of "came under" before a noun of violence ("the quarter came under shelling")."""
    first = text.sentence(i)[0]
    if taken_apart(text.texts[i]).preposition != "ل":
        return None
    for k in range(i - 1, max(first, i - UNDERGOING) - 1, -1):
        if text.words[k].is_sign:
            return None
        if taken_apart(text.texts[k]).rest in undergoing_verbs():
            behind = [c for c in cut.chunks(k + 1, i) if not c.preposition]
            subject = behind[0] if behind and behind[0].first == k + 1 else subject_before(text, cut, k)
            return None if subject is None else span_of(subject)
    return None


def _is_party(text: Text, cut: Phrases, chunk: Chunk) -> bool:
    return chunk.first in cut.names or "armed" in class_of(text.texts[chunk.first])


def _carried_out_by(text: Text, cut: Phrases, i: int) -> tuple[tuple[int, int], ...]:
    """The doer in "a strike that a drone carried out": behind a light verb with the noun's pronoun."""
    end = text.sentence(i)[1]
    for k in range(i + 1, min(end, i + 4)):
        rest = taken_apart(text.texts[k]).rest
        if rest.endswith(("ها", "ه")) and rest.removesuffix("ها").removesuffix("ه") in light_verbs():
            last = cut.noun_phrase(k + 1, end)
            return ((k + 1, last),) if last > k + 1 else ()
    return ()
