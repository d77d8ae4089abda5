"""Who did it and to whom, by the order of words and the prepositions of a clause."""

from collections.abc import Sequence

from crossbearing.reading.rules_v1.arabic.clauses import Roles, clause_subject, has_pronoun, is_plural, joined, span_of
from crossbearing.reading.rules_v1.arabic.data import listed, phrases
from crossbearing.reading.rules_v1.arabic.happenings import Happening
from crossbearing.reading.rules_v1.arabic.lexicon import taken_apart
from crossbearing.reading.rules_v1.arabic.nouns import roles_of_noun
from crossbearing.reading.rules_v1.arabic.phrases import Chunk, Phrases
from crossbearing.reading.rules_v1.arabic.text import Text
from crossbearing.reading.rules_v1.arabic.verbs import roles_of_verb

BETWEEN = frozenset({"clash", "ceasefire_agreement", "consult"})


def roles_of(text: Text, cut: Phrases, happening: Happening) -> Roles:
    """Return the parties of a happening."""
    end = text.sentence(happening.i)[1]
    chunks = cut.chunks(happening.i + 1, end)
    if happening.kind in BETWEEN:
        both = _between(text, cut, happening, chunks, end)
        if both:
            return Roles(both)
    roles = (
        roles_of_verb(text, cut, happening, chunks)
        if happening.is_verb
        else roles_of_noun(text, cut, happening, chunks)
    )
    doers = roles.actors or _named_doers(text, cut, happening.i, end)
    return Roles(doers, roles.targets)


def inherited(text: Text, happenings: Sequence[Happening], roles: Sequence[Roles]) -> list[Roles]:
    """Return the roles, a verb that goes on with "so" or "and they" without a doer of its own having the one before."""
    out = list(roles)
    for k in range(1, len(out)):
        verb, before = happenings[k], happenings[k - 1]
        joined = taken_apart(text.texts[verb.i]).conjunction
        plural = joined == "و" and is_plural(text, verb.i)
        goes_on = verb.is_verb and before.is_verb and (joined == "ف" or plural)
        goes_on = goes_on or (not verb.is_verb and before.is_verb and text.texts[verb.i - 1] == "في")
        if goes_on and not out[k].actors and text.words[verb.i].sentence == text.words[before.i].sentence:
            targets = out[k].targets if not has_pronoun(text, verb) else ()
            out[k] = Roles(out[k - 1].actors, targets)
    return out


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
                return joined(cut, text, Chunk("", at, last))
    against = next((c for c in chunks if c.preposition in listed("phrases", "with")), None)
    subject = next((c for c in chunks if not c.preposition), None) if happening.is_verb else None
    left = span_of(subject) if subject else next(iter(clause_subject(text, cut, happening.i)), None)
    if against is not None:
        return (left, span_of(against)) if left else (span_of(against),)
    return (left,) if left and happening.is_verb else ()


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
