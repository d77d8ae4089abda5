"""What a check of an archive finds, as it may be told where somebody is protected."""

import re
from collections.abc import Callable

import msgspec

from crossbearing.archive import Archive, ArchiveTrouble, Fault
from crossbearing.protection.key import Key, find_key
from crossbearing.protection.persons import Persons
from crossbearing.protection.seen import Seen
from crossbearing.records import in_force

MADE = re.compile(r"\b[0-9a-f]{64}\b|\b[a-z]-[0-9a-f]{16}\b")
"""Digests, and ids that were made from words: they confirm a guess at a name in them."""
OF_REPORT = re.compile(r"(.*?\breport )(.+)", re.DOTALL)
DAMAGED = (ArchiveTrouble, OSError, ValueError, KeyError, TypeError, AttributeError, msgspec.MsgspecError)
"""What looking at an archive may raise of which not all is as it was written."""
NOT_TOLD = "…"


def telling(archive: Archive) -> Callable[[Fault], str]:
    """Return what tells a fault without names, and without what confirms a guess at one.

    Digests and ids are keyed, as the same reader is shown them elsewhere; without the key, or where the archive is too
    damaged to know whom it protects, they are left out.
    """
    try:
        protecting = [j for j in in_force(archive.judgements.all()) if j.verdict == "protect"]
    except DAMAGED:
        return _unnamed
    if not protecting:
        return str
    try:
        key = find_key(archive)
    except ArchiveTrouble:
        key = None
    persons = Persons(protecting, key or Key(b""))
    try:
        seen = Seen(archive, verb="verify")
        known = {**{j.id: seen.judgement(j).id for j in archive.judgements.all()}, **seen.ids}
    except DAMAGED:
        known = None

    def made(told: str) -> str:
        if key is None:
            return NOT_TOLD
        if len(told) == 64:
            return key.digest(told)
        return key.id(told) if known is None else known.get(told, told)

    def words(told: str) -> str:
        hidden = persons.hide(told, persons.anywhere)
        if key is None:  # pseudonyms without it would be others
            for pseudonym in persons.pseudonyms:
                hidden = hidden.replace(pseudonym, NOT_TOLD)
        return hidden

    def tell(fault: Fault) -> str:
        of = OF_REPORT.fullmatch(fault.what)
        report = of[2] if of else ""
        shown = (known or {}).get(report) or (made(report) if MADE.fullmatch(report) else words(report))
        what = MADE.sub(lambda met: made(met.group()), of[1] if of else fault.what) + shown
        return str(msgspec.structs.replace(fault, what=what, wrong=words(fault.wrong)))

    return tell


def _unnamed(fault: Fault) -> str:
    """Tell a fault where nobody knows whose names would have to go: an id of a report may be made of one, too."""
    return MADE.sub(NOT_TOLD, str(msgspec.structs.replace(fault, what=OF_REPORT.sub(rf"\g<1>{NOT_TOLD}", fault.what))))
