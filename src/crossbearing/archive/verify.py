"""Checks an archive against its own ledger: that nothing was altered, taken away or slipped in."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from crossbearing.archive.archive import Archive
from crossbearing.archive.checks.events import check_events
from crossbearing.archive.checks.expected import Expected
from crossbearing.archive.checks.fault import Fault
from crossbearing.archive.checks.judgements import check_judgements
from crossbearing.archive.checks.ledger import Head, check_ledger
from crossbearing.archive.checks.originals import check_packs
from crossbearing.archive.checks.readings import check_read, check_readings
from crossbearing.archive.checks.reports import check_dictionaries, check_reports
from crossbearing.archive.checks.timestamps import check_timestamps
from crossbearing.archive.trouble import ArchiveTrouble


def verify(archive: Archive, *, heads: Sequence[Head] = (), trusted: bytes | None = None) -> Iterator[Fault]:
    """Yield everything that is wrong with an archive; nothing where all is as it was written.

    `heads` are ledger entries by number and hash, noted elsewhere (from a bundle, from an earlier `verify`): with them,
    a ledger that was cut short or written anew as a whole is found too, which no archive can find in itself. `trusted`
    are certificates (PEM) of the authorities whose timestamps are to be believed: with them, their signatures are
    checked too.
    """
    expected = Expected()
    with archive.database.snapshot():
        for check in (
            lambda: (Fault(what="database", wrong=told) for told in archive.database.faults()),
            lambda: check_ledger(archive, expected, heads),
            lambda: check_dictionaries(archive),
            lambda: check_packs(archive, expected),
            lambda: check_reports(archive, expected),
            lambda: check_readings(archive, expected),
            lambda: check_read(archive, expected),
            lambda: check_judgements(archive, expected),
            lambda: check_events(archive, expected),
            lambda: check_timestamps(archive, expected, trusted),
        ):
            yield from _guarded(check)


def _guarded(check: Callable[[], Iterable[Fault]]) -> Iterator[Fault]:
    """Go on with the other checks where the database is too damaged for one."""
    try:
        yield from check()
    except ArchiveTrouble as trouble:
        yield Fault(what="database", wrong=trouble.reason)
    except (TypeError, KeyError, AttributeError) as error:
        yield Fault(what="database", wrong=f"rows hold what was never written there ({error})")
