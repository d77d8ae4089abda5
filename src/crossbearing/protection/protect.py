"""Protecting persons: the judgement that does it, and who is proposed for it."""

import datetime as dt
import secrets
from collections.abc import Iterable, Sequence

from crossbearing.archive import Archive
from crossbearing.language.normalise import fold
from crossbearing.protection.given import can_be_hidden
from crossbearing.protection.key import make_key
from crossbearing.protection.seen import Seen
from crossbearing.protection.suggest import Suggestion, suggestions
from crossbearing.records import Judgement, JudgementError, Protection, Role, judge

SALT_BYTES = 16


def protect_persons(
    archive: Archive, persons: Iterable[tuple[Sequence[str], Role]], *, why: str, only_in: Sequence[str] = (),
    keep: Sequence[str] = (),
) -> list[tuple[Judgement, str]]:
    """Record that persons are protected, given their names and role; return each judgement with the pseudonym.

    Raises `JudgementError` where a judgement cannot be, `ArchiveTrouble` where the key is not there; nothing is
    recorded then.
    """
    key = make_key(archive)
    made = []
    for names, role in persons:
        for name in names:
            if not can_be_hidden(name):
                raise JudgementError(f"{name!r} is no name but words that stand in every report")
        protection = Protection(
            names=tuple(names), role=role, only_in=tuple(only_in), keep=tuple(keep), salt=secrets.token_hex(SALT_BYTES),
        )
        judgement = judge("protect", by=archive.actor, at=dt.datetime.now(dt.UTC), why=why, value=protection)
        made.append((judgement, key.pseudonym(role, fold(names[0]))))
    archive.record_judgements([judgement for judgement, _ in made])
    return made


def persons_proposed(seen: Seen, among: Sequence[str] | None = None) -> list[Suggestion]:
    """Return whom to protect by what the reports say of them, each name once; without those who are protected.

    `among` are ids of reports, all where it is null; of these few their readings, which know places, are not looked up.
    """
    archive = seen.archive
    reports = archive.stream() if among is None else ((report, None) for report in archive.reports.some(among))
    found: dict[str, Suggestion] = {}
    for report, reading in reports:
        for one in suggestions(report, reading):
            if not seen.persons.spans(one.name, seen.persons.anywhere):
                found.setdefault(fold(one.name), one)
    return list(found.values())
