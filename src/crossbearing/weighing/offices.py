"""Who heads a body or speaks for it by the words of a text, and who else there bears a name."""

from collections.abc import Sequence
from typing import NamedTuple

from crossbearing.actors import find_actor
from crossbearing.language.spelling import words_of
from crossbearing.weighing.person_names import Parts, parts_of
from crossbearing.weighing.source_words import is_named, name_words, source_words
from crossbearing.weighing.words import bits, stem, stems

LONGEST_PERSON = 4
"""Words of a person's name: where all words have capitals, more are a sentence."""
LONGEST_BODY = 8
"""Words for a body, where all words have capitals."""
COMMON_BITS = 3.0
"""Bits below which a word before a last name is no first name ("But Odeh said")."""
STOPS = ".!?"
POWERS = frozenset({"military", "police", "government"})
"""Kinds of bodies that are written small ("Syrian army spokesman")."""

_THE = frozenset({"the"})


class Office(NamedTuple):
    """Who heads a body or speaks for it: the whole name that stands there, and the words for the body."""

    holder: str
    body: str


def offices(text: str) -> tuple[Office, ...]:
    """Return whom a text tells to head a body or to speak for it, in its order; not who did so once.

    >>> offices("SOHR director Rana Odeh saw it. Ali Haddad, who runs the rights group, did not.")
    (Office(holder='Rana Odeh', body='SOHR'), Office(holder='Ali Haddad', body='the rights group'))
    >>> offices("The head of the Zoran Network, Rana Odeh, met former army spokesman Ali Haddad.")
    (Office(holder='Rana Odeh', body='the Zoran Network'),)
    """
    known = source_words()
    words = _words_of(text)
    found: list[Office] = []
    for at, word in enumerate(words):
        if _is_head(words, at) and not _is(words, at - 1, known.former):
            found += _of_office(words, at)
        elif word in known.heading:
            person = at - 1
            if _is(words, person, known.relatives):
                person -= 2 if words[person - 1] == "," else 1
            found += _office(_name_before(words, person + 1), _body_behind(words, at + 1))
    return tuple(found)


def bearers(text: str) -> dict[str, set[Parts]]:
    """Return the full names of a text by each of their parts but the first, as they are compared, up to that part.

    >>> bearers("But Rana Odeh met Director Ali Haddad.")
    {'odeh': {('rana', 'odeh')}, 'haddad': {('ali', 'haddad')}}
    """
    found: dict[str, set[Parts]] = {}
    words = _words_of(text)
    at = 0
    while at < len(words):
        name = _name_at(words, at, len(words))
        parts = parts_of(" ".join(word for word in name if not _is_no_name(word))) if name else ()
        for last in range(1, len(parts)):
            found.setdefault(parts[last], set()).add(parts[max(0, last + 1 - LONGEST_PERSON) : last + 1])
        at += max(len(name), 1)
    return found


def _is_no_name(word: str) -> bool:
    """Whether a word with a capital before a name is none of it: an office, a word of every report, a description."""
    low = word.casefold()
    return low in source_words().heads or bits(stem(low)) < COMMON_BITS or find_actor(low) is not None


def _words_of(text: str) -> list[str]:
    """The words of a text, with the marks and stops between them; "Director-General" is two."""
    known = source_words()
    words: list[str] = []
    for word in (part for written in name_words(text) for part in _without_stop(written)):
        office, _, ending = word.partition("-")
        of_two = office.casefold() in known.heads | known.ended_heads and ending.casefold() in known.ending_heads
        words += [office, ending] if of_two else [word]
    return words


def _is_head(words: Sequence[str], at: int) -> bool:
    """Whether the word at a number is that of an office whose holder heads a body or speaks for it."""
    known = source_words()
    return _is(words, at, known.heads) or (_is(words, at, known.ended_heads) and _is(words, at + 1, known.ending_heads))


def _without_stop(word: str) -> list[str]:
    """A word, and the stop that ends its sentence by itself; initials and titles keep theirs ("J.", "U.S.", "Dr.")."""
    bare = word.rstrip(STOPS)
    kept = len(bare) <= 1 or "." in bare or bare.casefold() in words_of("titles")
    return [word] if bare == word or kept else [bare, word[len(bare)]]


def _of_office(words: Sequence[str], at: int) -> list[Office]:
    """Who holds the office whose word stands at a number: "SOHR director Rana Odeh", "Odeh, the head of SOHR", "the
    head of SOHR, Rana Odeh,". Texts leave out commas.
    """
    known = source_words()
    behind = at + 1 + _is(words, at + 1, known.ending_heads)
    if not _is(words, behind, known.whose):
        name = _name_at(words, behind, LONGEST_PERSON) or _set_off(words, behind)
        return _office(name, _body_before(words, at)) if name else []
    body = _body_behind(words, behind + 1)
    end = at - 1 if _is(words, at - 1, known.articles) else at
    comma = words[end - 1 : end] == [","]
    before = _name_before(words, end - 1 if comma else end)
    after = [] if before and comma else _set_off(words, behind + 1 + len(body))
    return _office(before, body) + _office(after, body)


def _office(name: Sequence[str], body: Sequence[str]) -> list[Office]:
    return [Office(" ".join(name), " ".join(body))] if name and body else []


def _name_at(words: Sequence[str], at: int, longest: int) -> list[str]:
    """The name that begins at a word, of so many words at most and its titles; none where no name begins."""
    end = at
    while end < min(at + longest, len(words)):
        if not _is_capital(words[end]) and not (end > at and _is_particle(words[end])):
            break
        longest += _is_title(words[end])
        end += 1
    while end > at and not _is_capital(words[end - 1]):
        end -= 1
    return list(words[at:end])


def _name_before(words: Sequence[str], end: int) -> list[str]:
    """The name that ends before a word."""
    at = end
    while at > 0 and end - at < LONGEST_PERSON:
        if not _is_capital(words[at - 1]) and not (at < end and _is_particle(words[at - 1])):
            break
        at -= 1
    return list(words[at:end])


def _set_off(words: Sequence[str], comma: int) -> list[str]:
    """The name that stands between a comma and another, or the end of its sentence: ", Rana Odeh,"."""
    name = _name_at(words, comma + 1, LONGEST_PERSON) if words[comma : comma + 1] == [","] else []
    end = comma + 1 + len(name)
    return name if end >= len(words) or words[end] in (",", *STOPS) else []


def _body_before(words: Sequence[str], end: int) -> list[str]:
    """The words for a body that end before a word: as far to the left as they may belong to its name."""
    known = source_words()
    at = end
    while at > max(0, end - LONGEST_BODY):
        if not _may_be_of_a_body(words[at - 1]) and not (at < end and _goes_on(words, at - 1)):
            break
        at -= 1
    if at < end and _is(words, at - 1, _THE):
        at -= 1
    once = any(word.casefold() in known.former for word in words[max(0, at - 1) : end])
    return [] if once else list(words[at:end])


def _goes_on(words: Sequence[str], at: int) -> bool:
    """Whether the name of a body goes on to the left over a little word: "Centre for Law", "for Law and Justice"."""
    known = source_words()
    whose = _is(words, at, known.whose) or (_is(words, at, known.joint) and _is(words, at - 2, known.whose))
    return whose and at > 0 and _is_capital(words[at - 1])


def _body_behind(words: Sequence[str], at: int) -> list[str]:
    """The words for a body that begin at a word, article and all: as far as they may belong to its name."""
    known = source_words()
    end = begin = at + _is(words, at, _THE)
    over: frozenset[str] = known.whose
    while end < min(begin + LONGEST_BODY, len(words)):
        if end > begin and words[end] in over and _may_be_of_a_body(" ".join(words[end + 1 : end + 2])):
            over = known.whose | known.joint
        elif not _may_be_of_a_body(words[end]):
            break
        end += 1
    return list(words[at:end]) if end > begin else []


def _may_be_of_a_body(word: str) -> bool:
    """Whether a word may stand in the name or the description of a body ("Zoran", "army", "UK-based", "group")."""
    known = source_words()
    noun = not (known.monitors | known.bodies | known.kept_by).isdisjoint(stems(word))
    meant = find_actor(word) if word.isalpha() and word.islower() else None
    power = meant is not None and meant.kind in POWERS
    return _is_capital(word) or noun or power or "-" in word


def _is_capital(word: str) -> bool:
    """Whether a word is written as a name, and is no article that begins a sentence."""
    return is_named(word) and word.casefold() not in source_words().articles


def _is(words: Sequence[str], at: int, sort: frozenset[str]) -> bool:
    return 0 <= at < len(words) and words[at].casefold() in sort


def _is_particle(word: str) -> bool:
    """Whether a word stands within a name ("bin", "el"; not "as", which is an article, too)."""
    return word in words_of("joined") or (word in words_of("articles") and bits(word) >= COMMON_BITS)


def _is_title(word: str) -> bool:
    return word.casefold().rstrip(".") in words_of("titles")
