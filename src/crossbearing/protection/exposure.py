"""Where the name of a protected person would still appear, or could be guessed, for a reader without the right."""

from collections.abc import Iterator, Mapping
from typing import Literal

import msgspec

from crossbearing.language.spelling import latin_sounds
from crossbearing.protection.hiding import Hidden
from crossbearing.protection.names import Finder
from crossbearing.protection.seen import Seen
from crossbearing.protection.words import Word, words_in
from crossbearing.records import Span

Why = Literal["near spelling", "part of the name", "kept", "another report", "in the folder"]

WORDS: dict[Why, str] = {
    "near spelling": "a word that sounds nearly like a part of the name; if it is theirs, protect them with --also",
    "part of the name": "a given name alone, in a report that does not name them whole",
    "kept": "a word of the name that --keep leaves standing",
    "another report": "the name outside the reports that --only-in names",
    "in the folder": "the archive itself holds the name, and shows it to who may read its files",
}
"""Each reason in words, for people."""

ENOUGH = 3
"""Consonants of a name from which a word with the same ones is worth looking at."""
CONTEXT = 30
"""Characters shown on either side of a word."""


class Exposure(msgspec.Struct, frozen=True, kw_only=True):
    """One place: whose name (by pseudonym), in which record, where in its text, and why it is not hidden there.

    `span` counts code points of what is shown: the redacted derivative, where there is one. `words` are null for a
    reader without the right.
    """

    person: str
    why: Why
    record: str
    located: Literal["text", "title", "id", "file"] = msgspec.field(name="in", default="text")
    span: Span | None = None
    words: str | None = None


def exposures(seen: Seen, *, words: bool) -> Iterator[Exposure]:
    """Yield every place where a protected name would still appear; `words` tells what stands there.

    What is looked through is what a reader without the right gets: each report, redacted where it names somebody. Last
    come the records that hold names because they are what was received or decided.
    """
    _, redacted, ids = seen.redacted
    for report in seen.archive.reports.all():
        hidden = redacted.get(report.id)
        shown = hidden.report if hidden else report
        for number, finder in enumerate(seen.persons.finders):
            person = seen.persons.pseudonyms[number]
            texts: dict[Literal["text", "title"], str] = {"text": shown.text, "title": shown.title or ""}
            for located, text in texts.items():
                for span, why in _in_text(finder, text, report.id):
                    around = text[max(0, span[0] - CONTEXT):span[1] + CONTEXT] if words else None
                    yield Exposure(
                        person=person, why=why, record=shown.id, located=located, span=span, words=around,
                    )
    yield from _in_folder(seen, redacted, ids, words=words)


def _in_text(finder: Finder, text: str, report: str) -> Iterator[tuple[Span, Why]]:
    """Yield the words of a text, as it is shown, that may still tell the name."""
    words, only_in = words_in(text), finder.protection.only_in
    told = sorted(finder.find(words, text, own=False)) if only_in and report not in only_in else []
    yield from ((span, "another report") for span in told)
    for word in words:
        why = _why(finder, word)
        if why and not any(start <= word.start < end for start, end in told):
            yield (word.start, word.end), why


def _why(finder: Finder, word: Word) -> Why | None:
    for name in finder.names:
        strictly = name.parts_like(word, loosely=False) & name.own
        if strictly & name.kept:
            return "kept"
        if strictly and len(name.own) > 1:
            return "part of the name"
        near = name.parts_like(word, loosely=True) & name.alone
        if word.capital and any(len(latin_sounds(name.parts[n]).consonants) >= ENOUGH for n in near):
            return "near spelling"
    return None


def _in_folder(
    seen: Seen, redacted: Mapping[str, Hidden], ids: Mapping[str, str], *, words: bool,
) -> Iterator[Exposure]:
    """Yield what the archive's own files hold: the reports with their originals, file names in the ledger, ids."""
    persons = seen.persons
    for id_, hidden in redacted.items():
        told = {each.text[slice(*span)] for each in (hidden.text, hidden.title) for span in each.put}
        for person in sorted(told):
            yield Exposure(person=person, why="in the folder", record=ids.get(id_, id_))
    for entry in seen.archive.ledger.entries():
        for each in entry.inputs.get("originals", ()):
            for span, person in persons.spans(each["file"], persons.anywhere):
                yield Exposure(
                    person=person, why="in the folder", record=f"ledger entry {entry.seq}", located="file", span=span,
                    words=each["file"] if words else None,
                )
