"""Web pages: the main text with its headlines, captions and credits known as such, and what the page says of itself."""

import hashlib
import re
from collections.abc import Iterator
from typing import BinaryIO

import msgspec
import trafilatura
from lxml import etree
from lxml import html as markup
from trafilatura.settings import Document

from crossbearing.intake.characters import remark
from crossbearing.intake.dates import publication_date
from crossbearing.intake.decode import decode
from crossbearing.intake.divisions import part_divisions
from crossbearing.intake.outcome import Received, Refusal
from crossbearing.intake.passages import join, mark_captions
from crossbearing.intake.plain import LARGEST_TEXT, not_text
from crossbearing.intake.visible import visible_text
from crossbearing.records import Passage, Report, content_id

LARGEST_PAGE = 4 * LARGEST_TEXT
"""Bytes, with markup, scripts and pictures in the page."""

DECLARED = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,40})""", re.IGNORECASE,
)
SAMPLE = 4096
"""Bytes in which a page declares its encoding (HTML Standard 4.2.5.5 allows 1024; real pages are late)."""

WHATWG_NAMES = {"iso-8859-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252", "iso-8859-9": "cp1254"}
"""Names by which pages mean another encoding (WHATWG Encoding Standard 4.2)."""

BLOCKS = frozenset({"p", "head", "item", "row", "quote", "code"})
PARTED = "\n\n"
"""What stands between two blocks of a text."""
BREAKERS = (
    etree.LxmlError, ValueError, TypeError, AttributeError, IndexError, KeyError, RecursionError, AssertionError,
)
"""What a hostile page may make the extractor raise; its visible text is still there."""


class About(msgspec.Struct, frozen=True, kw_only=True):
    """What a page says of itself."""

    title: str | None = None
    published: str | None = None
    outlet: str | None = None
    url: str | None = None


def read_page(stream: BinaryIO, file: str) -> Iterator[Received | Refusal]:
    r"""Yield the one report of a web page: its main text, blocks parted by blank lines; or why it is none.

    Where the main text cannot be told from the page around it, all visible text is taken, and the report says so.
    Scripts are never text.

    >>> import io
    >>> page = b"<title>Shelling</title><article><p>Shells fell at dawn.</p><p>Nobody was hurt.</p></article>"
    >>> [got] = read_page(io.BytesIO(page), "a.html")
    >>> got.report.text
    'Shells fell at dawn.\n\nNobody was hurt.'
    """
    data = stream.read(LARGEST_PAGE + 1)
    if len(data) > LARGEST_PAGE:
        yield Refusal(
            file=file, reason=f"it is larger than {LARGEST_PAGE // 2**20} MiB, which is more than one page",
            way_out="save each report as a page of its own, without its pictures",
        )
        return
    named = DECLARED.search(data[:SAMPLE])
    declared = named.group(1).decode("ascii").lower() if named else None
    decoded = decode(data, WHATWG_NAMES.get(declared or "", declared))
    if decoded is None:
        yield not_text(file)
        return
    notes = [decoded.note] if decoded.note else []
    page = decoded.text.replace("\x00", "\ufffd")
    text, passages, about = _main_text(page)
    if not text:
        text, passages = visible_text(page), ()
        notes.append("the main text could not be told from the page around it: all visible text was taken")
    if not text:
        yield Refusal(
            file=file, reason="the page holds no visible text",
            way_out="save it once it has loaded, or save its text as .txt",
        )
        return
    published = publication_date(about.published) if about.published else None
    digest = hashlib.sha256(data).hexdigest()
    report = Report(
        id=content_id("r", digest), text=text, digest=digest, title=about.title, published=published,
        outlet=about.outlet, url=about.url, format="html", passages=passages, notes=(*notes, *remark(text)),
    )
    yield Received(report=report, original=data, file=file)


def _main_text(page: str) -> tuple[str, tuple[Passage, ...], About]:
    """Return the text, its passages and what the page says of itself; an empty text where nothing was found."""
    try:
        found = _extracted(_tree(page))
        text, passages = join(_blocks(found.body)) if found else ("", ())
        if found and PARTED not in text:
            # Where the extractor finds no paragraphs it gives all that the page shows as one.
            tree = _tree(page)
            again = _extracted(tree) if part_divisions(tree) else None
            if again and PARTED in (parted := join(_blocks(again.body)))[0]:
                text, passages = parted
    except BREAKERS:
        return "", (), About()
    if not found:
        return "", (), About()
    about = About(
        title=_given(found.title), published=_given(found.date), outlet=_given(found.sitename or found.hostname),
        url=_given(found.url),
    )
    return text, passages, about


def _tree(page: str) -> markup.HtmlElement:
    tree = markup.document_fromstring(page.encode("utf-8", "replace"), parser=markup.HTMLParser(encoding="utf-8"))
    mark_captions(tree)
    return tree


def _extracted(tree: markup.HtmlElement) -> Document | None:
    found = trafilatura.bare_extraction(
        tree, with_metadata=True, include_comments=False,
        # A date searched for all over a page is as often a footer's or a neighbour's: only the declared one counts.
        date_extraction_params={"original_date": True, "extensive_search": False},
    )
    return None if found is None or isinstance(found, dict) or found.body is None else found


def _given(value: object) -> str | None:
    return value.strip() or None if isinstance(value, str) else None


def _blocks(body: etree._Element) -> Iterator[tuple[str, bool]]:
    """Yield each block of the extracted text, its white space made single, and whether it is a headline."""
    pieces: list[str] = []
    headline = False
    for action, element in etree.iterwalk(body, events=("start", "end")):
        if element.tag in BLOCKS or element is body:
            yield " ".join("".join(pieces).split()), headline
            pieces = []
            headline = action == "start" and element.tag == "head"
        if action == "start":
            # `lb` is a line break inside a block, `cell` a cell of a table's row.
            pieces.append(" " if element.tag in {"lb", "cell"} else "")
            pieces.append(element.text or "")
        elif element is not body:
            pieces.append(element.tail or "")
