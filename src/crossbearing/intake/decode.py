"""Bytes to text: which encoding they are in, without ever guessing a text into gibberish."""

import codecs
import unicodedata

import msgspec
from charset_normalizer import from_bytes

from crossbearing.intake.characters import malformed_words

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark begins with UTF-16's
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""Byte order marks and what they say."""

CODE_PAGES = ("cp1254", "cp1252", "cp1256", "iso8859_6", "cp1251", "koi8_r", "iso8859_5", "cp1255", "cp1253")
"""Single-byte encodings that reports come in, the commoner first. cp1254 is cp1252 with six letters of Turkish in the
place of six of Icelandic. The Central European pages are left out: they turn every French accent into a Czech one."""

FEW_BYTES = 24
"""Bytes beyond ASCII up to which the statistics of charset-normalizer say less than which code page is common."""

SAMPLE = 65536
"""Bytes that are looked at to guess an encoding."""

CONTROLS_IN_TEXT = 0.02
"""Share of control characters above which decoded bytes are no text; random bytes have one in nine."""

MALFORMED_IN_TEXT = 0.2
"""Share of malformed words beyond ASCII above which a decoding is wrong. Text has few (brands, typing errors)."""


class Decoded(msgspec.Struct, frozen=True):
    """A text, the encoding it was in, and what has to be said about that."""

    text: str
    encoding: str
    note: str | None = None


def marked_encoding(data: bytes) -> tuple[str, int] | None:
    r"""Return the encoding that a byte order mark names and the mark's length, or null without a mark.

    >>> marked_encoding(b"\xff\xfea\x00")
    ('utf-16-le', 2)
    """
    for mark, name in MARKS:
        if data.startswith(mark):
            return name, len(mark)
    return None


def decode(data: bytes, declared: str | None = None) -> Decoded | None:
    """Return the text of `data`, or null where no encoding gives a plausible one.

    Tried in this order: a byte order mark, strict UTF-8, UTF-16 without a mark, the `declared` encoding (an HTML page's
    own), and then the code page that makes the fewest malformed words (charset-normalizer breaks ties).

    >>> decode("قال شهود".encode("cp1256")).text
    'قال شهود'
    """
    marked = marked_encoding(data)
    if marked:
        name, length = marked
        return _strictly(data[length:], name, None)
    return (
        _strictly(data, "utf-8", None)
        or _unmarked_utf16(data)
        or (_strictly(data, declared, f"decoded as {declared}, as the page says") if declared else None)
        or _code_page(data)
    )


def _strictly(data: bytes, encoding: str, note: str | None) -> Decoded | None:
    try:
        text = data.decode(encoding)
    except (UnicodeError, LookupError):
        return None
    return Decoded(text, encoding, note) if _is_text(text) else None


def _is_text(text: str) -> bool:
    """Whether decoded bytes look like writing: few control characters, and few code points that stand for nothing."""
    sample = text[:SAMPLE]
    odd = sum(unicodedata.category(c) in {"Cc", "Cn"} and c not in "\t\n\r\f" for c in sample)
    return odd <= CONTROLS_IN_TEXT * len(sample)


def _told(encoding: str) -> str:
    return f"the encoding was told from the bytes: {encoding}"


def _unmarked_utf16(data: bytes) -> Decoded | None:
    """UTF-16 without a mark shows itself: spaces and line ends have a zero byte in any script."""
    if len(data) % 2 or b"\x00" not in data[:SAMPLE]:
        return None
    for name in ("utf-16-le", "utf-16-be"):
        found = _strictly(data, name, _told(name))
        if found and (" " in found.text or "\n" in found.text) and _plausible(found.text):
            return found
    return None


def _plausible(text: str) -> bool:
    malformed, foreign = malformed_words(text[:SAMPLE])
    return malformed <= MALFORMED_IN_TEXT * foreign


def _code_page(data: bytes) -> Decoded | None:
    sample = data[:SAMPLE]
    order = list(CODE_PAGES)
    if sum(byte > 0x7F for byte in sample) > FEW_BYTES:
        likely = [guess.encoding for guess in from_bytes(sample, cp_isolation=order)]
        order = list(dict.fromkeys((*likely, *order)))
    fitting = (found for name in order if (found := _strictly(data, name, _told(name))) and _plausible(found.text))
    return min(fitting, key=lambda found: malformed_words(found.text[:SAMPLE])[0], default=None)
