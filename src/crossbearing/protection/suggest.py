"""Proposes whom to protect: private persons named with their age, their occupation or how they were reached."""

import re
from collections.abc import Iterator
from functools import cache

import msgspec

from crossbearing.actors import find_actor
from crossbearing.language import sentence_spans
from crossbearing.language.normalise import fold
from crossbearing.language.spelling import words_of
from crossbearing.places.cues import common_words, cues, given_names
from crossbearing.protection.given import is_given_name
from crossbearing.protection.numbers import telephones
from crossbearing.protection.private import private_words
from crossbearing.records import Reading, Report, Role, Span

SMALL = r"(?:al|el|ash|abu|abou|umm|bin|ben|ibn|de|van|von)"
CAPITAL = r"[^\W\d_a-zء-ي][^\W\d_]*(?:['’][^\W\d_]+)?"
NAME = re.compile(rf"{CAPITAL}(?:(?:[ -]{SMALL})?[ -]{CAPITAL}){{0,3}}")
AGE = r"(?:1[0-9]|[2-9][0-9])"
AGED_BEHIND = re.compile(
    rf",? aged? {AGE}\b|, {AGE}(?=[,.;)]| and\b| years)| \({AGE}\)|,? an? (?:[\w-]+ )?{AGE}-year-old",
)
AGED_BEFORE = re.compile(rf"\b{AGE}-year-old (?:(?!from |in |of |near |and )[\w-]+ ){{0,2}}$")
WORK_BEHIND = re.compile(r",? (?:an?|the|one) ((?:[\w-]+ ){0,3}[\w-]+)")
WORK_BEFORE = re.compile(r"([\w-]+),? (?:named |called )?$")
SPEAKS = re.compile(r"\s(?:said|says|told|tells|added)\b")
REACH = 80
"""Characters between a name and how its bearer was reached."""
NEAR = 40
"""Characters about a name in which a telephone number is taken for the person's own."""
ARABIC_WORD = r"[\u0621-\u0652]+"
ARABIC_NAME = rf"{ARABIC_WORD}(?: {ARABIC_WORD}){{0,2}}"
ARABIC_AGED = re.compile(rf"({ARABIC_NAME})\s?[(،,]\s?(?:البالغ[ة]? من العمر )?[\d٠-٩]{{2}} (?:عاما|عامًا|سنة)")


class Suggestion(msgspec.Struct, frozen=True, kw_only=True):
    """A person who may need protection: the name as the report spells it, where it stands, and what speaks for it."""

    name: str
    role: Role
    report: str
    span: Span
    reason: str


@cache
def _reached() -> re.Pattern[str]:
    ways = "|".join(sorted(private_words("contact")))
    arabic = "|".join(sorted(private_words("contact_arabic")))
    return re.compile(rf"\b(?:by|via|over|on the|through|on) (?:{ways})\b|(?:عبر |على )?(?:{arabic})", re.IGNORECASE)


def suggestions(report: Report, reading: Reading | None) -> list[Suggestion]:
    """Return whom to protect by what a report says of them, each person once, in order of the text."""
    places = {(p.start, p.end) for p in reading.places if p.use == "place"} if reading else set()
    harmed = {fold(p.name) for c in reading.claims for p in c.people if p.name} if reading else set()
    found: dict[str, Suggestion] = {}
    for start, end in sentence_spans(report.text):
        for span, reason in _in_sentence(report.text[start:end], {(a - start, b - start) for a, b in places}):
            name = report.text[span[0] + start:span[1] + start]
            role: Role = "victim" if fold(name) in harmed else "source"
            found.setdefault(fold(name), Suggestion(
                name=" ".join(name.split()), role=role, report=report.id, span=(span[0] + start, span[1] + start),
                reason=reason,
            ))
    return sorted(found.values(), key=lambda one: one.span)


def _in_sentence(text: str, places: set[Span]) -> Iterator[tuple[Span, str]]:
    names = [m.span() for m in NAME.finditer(text)]
    named = [span for span in (_person(text, span, places) for span in names) if span]
    for start, end in named:
        reason = _told_of(text, start, end)
        if reason:
            yield (start, end), reason
    reached = _reached().search(text)
    speaking = [span for span in named if reached and _is_name(text, span) and _gap(span, reached.span()) > 0]
    if reached and speaking:
        nearest = min(speaking, key=lambda span: _gap(span, reached.span()))
        if _gap(nearest, reached.span()) < REACH and not _is_public(text, *nearest):
            yield nearest, "how they were reached is told"
    yield from _arabic(text)


def _is_name(text: str, span: Span) -> bool:
    """Whether capitalised words are likely a person's: a given name is among them, or who bears them speaks."""
    words = fold(text[slice(*span)]).replace("-", " ").split()
    return any(word in given_names() for word in words) or SPEAKS.match(text[span[1]:]) is not None


def _gap(one: Span, other: Span) -> int:
    return max(one[0], other[0]) - min(one[1], other[1])


def _person(text: str, span: Span, places: set[Span]) -> Span | None:
    """Return the part of a run of capitalised words that can be a private person's name; null where none can."""
    start, end = span
    words = list(re.finditer(r"[^\s-]+", text[start:end]))
    while words and _no_name(words[0].group(), first=True):
        words = words[1:]
    while words and _no_name(words[-1].group(), first=False):
        words = words[:-1]
    if not words:
        return None
    first, last = start + words[0].start(), start + words[-1].end()
    name = text[first:last]
    inside = any(max(first, a) < min(last, b) for a, b in places)
    known = name.isupper() or find_actor(name) is not None or (inside and fold(name).split()[0] not in given_names())
    return None if known else (first, last)


def _no_name(word: str, *, first: bool) -> bool:
    small = fold(word)
    known = cues()
    titled = small.rstrip(".") in words_of("titles") or small in private_words("public")
    common = small in common_words() and (small not in given_names() or (first and small in known.function_words))
    place = not first and small in known.feature_nouns
    return len(word) < 2 or titled or common or place or small in known.months_and_days


def _told_of(text: str, start: int, end: int) -> str | None:
    """Return what is told of the person named here that only a private one is told of; null where nothing is."""
    if _is_public(text, start, end):
        return None
    behind, before = text[end:], text[:start]
    if AGED_BEHIND.match(behind) or AGED_BEFORE.search(before):
        return "their age is told"
    work = WORK_BEHIND.match(behind)
    if work and set(fold(work.group(1)).split()) & private_words("occupations") and behind.startswith(","):
        return "their occupation is told"
    work = WORK_BEFORE.search(before)
    likely = " " in text[start:end] or _is_name(text, (start, end))
    if likely and work and fold(work.group(1)) in private_words("occupations"):
        return "their occupation is told"
    near = (first < end + NEAR and last > start - NEAR for first, last in telephones(text))
    return "a telephone number stands beside it" if any(near) else None


def _is_public(text: str, start: int, end: int) -> bool:
    """Whether words of office stand about the name: before it, or in what is said of it up to the next comma."""
    before = re.findall(r"[\w'-]+", fold(text[max(0, start - NEAR):start]))[-2:]
    behind = re.findall(r"[\w'-]+", fold(re.split(r"[,;.]", text[end:].lstrip(" ,"), maxsplit=1)[0]))[:6]
    told = behind if re.match(r",| an? ", text[end:]) else []
    return bool(private_words("public") & {*before, *told})


def _arabic(text: str) -> Iterator[tuple[Span, str]]:
    for found in ARABIC_AGED.finditer(text):
        span = _from_given_name(text, found.span(1))
        if span:
            yield span, "their age is told"
    for word in re.finditer(ARABIC_WORD, text):
        if word.group() in private_words("occupations_arabic"):
            behind = re.compile(rf"\s+({ARABIC_WORD}(?:\s{ARABIC_WORD})?)").match(text, word.end())
            span = _from_given_name(text, behind.span(1)) if behind else None
            if span:
                yield span, "their occupation is told"


def _from_given_name(text: str, span: Span) -> Span | None:
    """Return the end of a stretch of Arabic words from its first given name on; null where none is in it."""
    for word in re.finditer(ARABIC_WORD, text[span[0]:span[1]]):
        if is_given_name(fold(word.group())):
            return span[0] + word.start(), span[1]
    return None
