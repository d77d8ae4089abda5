"""Digests by which everything in an archive is held, and the form in which records are stored."""

import hashlib
import json
import zlib
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


def pack(data: bytes) -> bytes:
    """Return stored bytes for a record's JSON (zlib, RFC 1950): a reading is mostly repeated field names.

    >>> unpack(pack(b"[]"))
    b'[]'
    """
    return zlib.compress(data, 6)


def unpack(stored: bytes) -> bytes:
    """Return the JSON that `pack` stored. Raises `zlib.error` where the bytes are damaged."""
    return zlib.decompress(stored)


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


def stored_digest(stored: bytes) -> str:
    """Return the digest of stored bytes: the first half of their SHA-256, enough to see any change of them."""
    return sha256(stored)[:32]
