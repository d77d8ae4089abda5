"""How records lie in the database: compressed, with a dictionary of what they have in common."""

import secrets
from collections.abc import Sequence
from typing import Literal

import zstandard

from crossbearing.archive.database import Database
from crossbearing.archive.seal import sha256, stored_digest

Part = Literal["reports", "readings", "events"]

NUMBERS = range(2**15, 2**31)
"""The numbers that a dictionary may have, which every record packed with it names (RFC 8878 5)."""

LEVEL = 9
ENOUGH = 400
"""Records of a part from which its dictionary is made, once. A reading alone is mostly field names and known places."""
DICTIONARY_BYTES = 112_640
"""The size that Zstandard's own tool takes (`zstd --train`)."""

DAMAGED = (zstandard.ZstdError, KeyError)
"""What unpacking changed bytes may raise."""


class Shelf:
    """Packs records into bytes and unpacks them (Zstandard, RFC 8878). A packed record names its dictionary itself."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._packers: dict[str, tuple[int, zstandard.ZstdCompressor]] = {}
        self._unpackers: dict[int, zstandard.ZstdDecompressor] = {0: zstandard.ZstdDecompressor()}

    def pack(self, part: Part, data: bytes) -> bytes:
        """Return the stored form of a record's JSON; inside the transaction that stores it."""
        # Asked each time: another process may have learnt a dictionary, or given one up, since.
        found = self._database.row("SELECT number FROM dictionaries WHERE part = ?", (part,))
        number = found[0] if found else 0
        if part not in self._packers or self._packers[part][0] != number:
            dictionary = self._dictionary(number) if found else None
            self._packers[part] = number, zstandard.ZstdCompressor(level=LEVEL, dict_data=dictionary)
        return self._packers[part][1].compress(data)

    def unpack(self, stored: bytes) -> bytes:
        """Return the JSON that `pack` stored. Raises one of `DAMAGED` where the bytes are not as they were."""
        number = zstandard.get_frame_parameters(stored).dict_id
        if number not in self._unpackers:
            self._unpackers[number] = zstandard.ZstdDecompressor(dict_data=self._dictionary(number))
        return self._unpackers[number].decompress(stored)

    def learn(self, part: Part, coming: Sequence[bytes] = ()) -> None:
        """Make the dictionary of a part, once enough records are there or coming; in the transaction that adds them."""
        if self._database.row("SELECT 1 FROM dictionaries WHERE part = ?", (part,)):
            return
        samples = list(coming[:: max(1, len(coming) // ENOUGH)])
        if len(samples) < ENOUGH:
            (count,) = self._database.rows(f"SELECT count(*) FROM {part}")[0]  # noqa: S608 - one of three names
            if count < ENOUGH:
                return
            rows = self._database.rows(f"SELECT body FROM {part} LIMIT ?", (ENOUGH,))  # noqa: S608 - as above
            samples = [self.unpack(body) for (body,) in rows]
        # Drawn, so that no dictionary has the number of one that was given up, which others may still have in memory.
        number = NUMBERS.start + secrets.randbelow(len(NUMBERS))
        body = zstandard.train_dictionary(DICTIONARY_BYTES, [*samples], dict_id=number).as_bytes()
        row = (number, part, sha256(body), body)
        self._database.execute("INSERT INTO dictionaries (number, part, seal, body) VALUES (?, ?, ?, ?)", row)

    def unlearn(self, part: Part) -> None:
        """Pack all records of a part anew, without its dictionary, and take that away; inside a transaction."""
        packer = zstandard.ZstdCompressor(level=LEVEL)
        last = -1
        sql = f"SELECT number, body FROM {part} WHERE number > ? ORDER BY number LIMIT ?"  # noqa: S608 - our own names
        while page := self._database.rows(sql, (last, ENOUGH)):
            for number, body in page:
                stored = packer.compress(self.unpack(body))
                values = (stored_digest(stored), stored, number)
                self._database.execute(f"UPDATE {part} SET stored = ?, body = ? WHERE number = ?", values)  # noqa: S608
            last = page[-1][0]
        self._database.execute("DELETE FROM dictionaries WHERE part = ?", (part,))

    def _dictionary(self, number: int) -> zstandard.ZstdCompressionDict:
        found = self._database.row("SELECT body FROM dictionaries WHERE number = ?", (number,))
        if found is None:
            raise KeyError(f"there is no dictionary {number}")
        return zstandard.ZstdCompressionDict(found[0])
