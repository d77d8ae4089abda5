"""Which originals hold a protected name, and are withheld from readers without the right, with their digests."""

import html
import re
from collections.abc import Iterator
from urllib.parse import unquote

from msgspec.structs import replace

from crossbearing.intake.decode import CODE_PAGES
from crossbearing.protection.persons import Persons
from crossbearing.protection.seen import Seen
from crossbearing.records import Picture, Report

LOOKED_THROUGH = frozenset({"text", "html", "jsonl"})
"""Formats whose originals can be searched for names as they are; of others every original is withheld."""
ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be", *CODE_PAGES)
"""What bytes that are no sound UTF-8 may be in: whatever reports are read in."""
ESCAPED = re.compile(r"\\u([0-9a-fA-F]{4})")


def is_withheld(seen: Seen, report: Report, data: bytes) -> bool:
    """Whether the original of a report, given its bytes, must not be handed out: it has, or may have, a name in it.

    A report whose text names nobody may have an original that does; its digest would confirm a guess, too.
    """
    return report.id in seen.hidden or report.format not in LOOKED_THROUGH or holds_name(data, seen.persons)


def with_keyed_digests(seen: Seen, picture: Picture) -> Picture:
    """Return a picture with keyed digests of the originals that are withheld, and of those that cannot be read."""
    if seen.open:
        return picture
    keyed = {}
    for id_, report in picture.reports.items():
        own = seen.own(id_)
        if own not in seen.hidden and _may_hold_name(seen, own):
            keyed[id_] = replace(report, digest=seen.keyed(report.digest))
    return replace(picture, reports=picture.reports | keyed)


def _may_hold_name(seen: Seen, own: str) -> bool:
    report = seen.archive.reports.get(own)
    try:
        return report is None or is_withheld(seen, report, seen.archive.reports.original(own))
    except (OSError, ValueError):
        return True


def holds_name(data: bytes, persons: Persons) -> bool:
    """Whether the bytes of an original name a protected person, in any encoding, escaped or not, shown or not."""
    return any(persons.spans(text, persons.anywhere) for text in _readings_of(data))


def _readings_of(data: bytes) -> Iterator[str]:
    """Yield what some bytes may say."""
    seen = set()
    for text in _decoded(data):
        plain = ESCAPED.sub(lambda found: chr(int(found.group(1), 16)), unquote(html.unescape(text)))
        for each in (text, plain):
            if each not in seen:
                seen.add(each)
                yield each


def _decoded(data: bytes) -> Iterator[str]:
    """Yield bytes as text: as UTF-8 where that is what they are, else in each encoding.

    No text in another encoding is sound UTF-8 by chance, but for wide ones, whose blanks have bytes of zero.
    """
    if b"\0" not in data:
        try:
            yield data.decode("utf-8")
        except UnicodeDecodeError:
            pass
        else:
            return
    yield from (data.decode(encoding, "replace") for encoding in ENCODINGS)
