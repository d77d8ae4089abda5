"""What the errors of a PostgreSQL server mean to whoever keeps an archive there."""

import psycopg
from psycopg import errors

READ_ONLY = ("it cannot be written", "ask whoever runs the server for the right to write there")
"""What is wrong, and the way out."""


def first_line(error: psycopg.Error) -> str:
    """Return what the server said first."""
    return (str(error).splitlines() or [type(error).__name__])[0]


def meaning(error: psycopg.Error) -> tuple[str, str]:
    """Return what is wrong, and the way out."""
    told = first_line(error)
    for kinds, reason, way_out in (
        (errors.LockNotAvailable, "another process is writing to it", "wait until that has ended, then run this again"),
        ((errors.DiskFull, errors.OutOfMemory), "the server's disk is full",
         "make room and run this again: what is in is safe, and it goes on from there"),
        ((errors.ReadOnlySqlTransaction, errors.InsufficientPrivilege), *READ_ONLY),
        (errors.RaiseException, told, "add to what is of record; `crossbearing verify` tells what is wrong"),
        (psycopg.OperationalError, f"its server cannot be reached ({told})",
         "check the URL, that the server runs, and that the database is there: createdb makes one"),
    ):
        if isinstance(error, kinds):
            return reason, way_out
    return (
        f"its database is damaged or was tampered with ({told})",
        "make a copy (pg_dump) before anything else; `crossbearing verify` tells how far the damage goes",
    )
