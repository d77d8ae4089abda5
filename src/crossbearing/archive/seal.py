"""Digests by which everything in an archive is held, and the form in which records are stored."""

import hashlib
import json
from collections.abc import Iterable
from typing import Any

import msgspec


def sha256(data: bytes) -> str:
    """Return the SHA-256 of some bytes in hexadecimal.

    >>> sha256(b"")[:16]
    'e3b0c44298fc1c14'
    """
    return hashlib.sha256(data).hexdigest()


def canonical(value: Any) -> str:
    """Return a value as canonical JSON (RFC 8785): keys sorted, no white space, all but control characters as is.

    Only for values without fractional numbers, which the ledger has none of, and with ASCII keys.

    >>> canonical({"b": [1, "ü"], "a": None})
    '{"a":null,"b":[1,"ü"]}'
    """
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)


def content(record: msgspec.Struct) -> bytes:
    """Return a record as the JSON that its seal is taken of: fields in the order of the record, UTF-8."""
    return msgspec.json.encode(record)


def seal_of_all(seals: Iterable[str]) -> str:
    """Return one digest for a list of digests or ids, in their order.

    >>> seal_of_all(["a", "b"]) == seal_of_all(["b", "a"])
    False
    """
    digest = hashlib.sha256()
    for seal in seals:
        digest.update(seal.encode())
        digest.update(b"\n")
    return digest.hexdigest()


def raw(digest: str) -> bytes:
    """Return a digest as the bytes that the database keeps of it: half the size of its hexadecimal form."""
    return bytes.fromhex(digest)


def stored_digest(stored: bytes) -> bytes:
    """Return the digest of stored bytes: eight bytes of their SHA-256, enough to see that they were changed by chance.

    A change of what they say, however made, is seen by the seal.
    """
    return hashlib.sha256(stored).digest()[:8]
