"""The secret that pseudonyms are made with: a file that lies apart from the archive and leaves with no export."""

import hashlib
import hmac
import os
import secrets
from pathlib import Path

import msgspec

from crossbearing.archive import Archive, ArchiveTrouble
from crossbearing.records import Role

WORDS: dict[Role, str] = {"source": "Source", "victim": "Victim", "witness": "Witness"}
"""How a pseudonym begins."""
LETTERS = "23456789BCDFGHJKMNPQRSTVWXYZ"
"""What the rest of a pseudonym is made of: no vowels, so that no word comes about; no 0, 1, L that look like others."""
LENGTH = 8
"""28^8 are 378 thousand million: two of a hundred thousand persons share one with a chance of 1 in 75."""
SECRET_BYTES = 32


class Key(msgspec.Struct, frozen=True):
    """A secret and what is made with it: HMAC-SHA-256 (RFC 2104) of what is to be told and not to be guessed."""

    secret: bytes

    def _mac(self, use: str, told: str) -> bytes:
        return hmac.new(self.secret, f"{use}\0{told}".encode("utf-8", "surrogatepass"), hashlib.sha256).digest()

    @property
    def fingerprint(self) -> str:
        """Which key it is: tells nothing of the secret."""
        return self._mac("fingerprint", "").hex()[:16]

    def pseudonym(self, role: Role, name: str) -> str:
        """Return what stands for a name, given as it is compared: always the same with the same key.

        >>> Key(b"secret").pseudonym("witness", "rana odeh")
        'Witness-6WW59YXV'
        """
        number = int.from_bytes(self._mac("pseudonym", name)[:16])
        out = ""
        for _ in range(LENGTH):
            number, letter = divmod(number, len(LETTERS))
            out += LETTERS[letter]
        return f"{WORDS[role]}-{out}"

    def id(self, told: str) -> str:
        """Return what stands for an id that was made from words with a name in them: it has the same form.

        >>> Key(b"secret").id("c-0011223344556677")[:2]
        'c-'
        """
        prefix, dash, _ = told.partition("-")
        return f"{prefix if dash and len(prefix) == 1 else 'x'}-{self._mac('id', told).hex()[:16]}"

    def digest(self, digest: str) -> str:
        """Return what stands for a digest of words with a name in them; who has the key can show which that is."""
        return self._mac("digest", digest).hex()


def key_file(archive: str) -> Path:
    """Return where the key of an archive lies, given the archive's own name (the UUID that its ledger begins with).

    `CROSSBEARING_KEY` names another file. By default it is with the user's settings, not with the archive, which is
    copied and shared.
    """
    named = os.environ.get("CROSSBEARING_KEY")
    settings = os.environ.get("XDG_CONFIG_HOME")
    return Path(named) if named else (
        (Path(settings) if settings else Path.home() / ".config") / "crossbearing" / "keys" / f"{archive}.key"
    )


def archive_name(archive: Archive) -> str:
    """Return the name that an archive got when it was begun, which no other has."""
    first = next(archive.ledger.entries(), None)
    return str(first.outputs["archive"]) if first else ""


def find_key(archive: Archive) -> Key:
    """Return the key of an archive. Raises `ArchiveTrouble` where it is not there, or is another archive's."""
    place = key_file(archive_name(archive))
    try:
        secret = place.read_bytes()
    except OSError as error:
        raise ArchiveTrouble(
            archive.database.name, f"it protects persons, and the key of their pseudonyms cannot be read ({place})",
            "put the key there, or name its file with CROSSBEARING_KEY; without it nothing is shown",
        ) from error
    key = Key(secret)
    known = archive.ledger.last("key")
    if len(secret) < SECRET_BYTES or (known and known.outputs["fingerprint"] != key.fingerprint):
        raise ArchiveTrouble(
            archive.database.name, f"{place} is not the key that its pseudonyms were made with",
            "put the right key there, or name its file with CROSSBEARING_KEY",
        )
    return key


def make_key(archive: Archive) -> Key:
    """Return the key of an archive, made from chance where it has none yet; the ledger tells which key it is."""
    place = key_file(archive_name(archive))
    if archive.ledger.last("key") is None and not place.exists():
        place.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as stream:
            stream.write(secrets.token_bytes(SECRET_BYTES))
            stream.flush()
            os.fsync(stream.fileno())
    key = find_key(archive)
    if archive.ledger.last("key") is None:
        with archive.database.transaction():
            archive.ledger.append("key", {}, {"fingerprint": key.fingerprint})
    return key
