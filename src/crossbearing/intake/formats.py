"""Which format a file is in: told from its name where that is plain, from its first bytes otherwise."""

import re
from functools import cache
from typing import Literal

import msgspec

from crossbearing.intake.outcome import Refusal
from crossbearing.ontology import listed

Format = Literal["text", "html", "jsonl"]

SUFFIXES: dict[str, Format] = {
    ".jsonl": "jsonl", ".ndjson": "jsonl", ".json": "jsonl", ".html": "html", ".htm": "html", ".xhtml": "html",
    ".txt": "text", ".text": "text", "": "text",
}
"""What is read. A folder also holds tables, styles and notes about itself: other suffixes are refused, and said."""

PAGE = re.compile(rb"\s*(<!--.*?-->\s*)*(<\?xml[^>]*>\s*)?<(!doctype\s+html|html[\s>])", re.IGNORECASE | re.DOTALL)
ROW = re.compile(rb'\s*\{\s*"')


class Signature(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """First bytes (hexadecimal) of a format that is not text, its name, and what to do about it."""

    starts: str
    name: str
    way_out: str


@cache
def signatures() -> tuple[Signature, ...]:
    """Return the formats that are known not to be text, in the order in which they are tried."""
    return listed("crossbearing.intake", "signatures.yaml", tuple[Signature, ...])


def tell_format(suffix: str, head: bytes, file: str) -> Format | Refusal:
    """Return the format of a file with this suffix and these first bytes, or a refusal that names what it is instead.

    A page saved under a wrong or no suffix is still a page.

    >>> tell_format(".txt", b"<!DOCTYPE html><p>Shells fell.", "a.txt")
    'html'
    """
    for signature in signatures():
        if head.startswith(bytes.fromhex(signature.starts)):
            reason = f"it is {signature.name}, which is not read here"
            return Refusal(file=file, reason=reason, way_out=signature.way_out)
    named = SUFFIXES.get(suffix.lower())
    if named in {"jsonl", "html"}:
        return named
    if PAGE.match(head):
        return "html"
    if not named:
        return Refusal(
            file=file, reason=f"{suffix} files are not read", way_out="rename it to .txt, .html or .jsonl if it is one",
        )
    return "jsonl" if not suffix and ROW.match(head) else named
