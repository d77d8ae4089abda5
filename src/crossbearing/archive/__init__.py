"""All that lasts: originals, tables and the ledger."""

from crossbearing.archive.archive import Archive, Counts
from crossbearing.archive.checks.fault import Fault
from crossbearing.archive.events import Outdated, Since
from crossbearing.archive.ledger import Entry
from crossbearing.archive.method import Method
from crossbearing.archive.query import Near, Query
from crossbearing.archive.readings import Judged
from crossbearing.archive.reports import Taken
from crossbearing.archive.search import Found
from crossbearing.archive.trouble import ArchiveTrouble
from crossbearing.archive.verify import verify
from crossbearing.archive.withdrawn import Withdrawn

__all__ = [
    "Archive", "ArchiveTrouble", "Counts", "Entry", "Fault", "Found", "Judged", "Method", "Near", "Outdated", "Query",
    "Since", "Taken", "Withdrawn", "verify",
]
