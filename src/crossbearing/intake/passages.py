"""Captions, credits and headlines of a web page, carried from its markup through the extraction into the main text."""

import re
from collections.abc import Iterable, Iterator
from typing import Literal

from lxml import html as markup

from crossbearing.records import Passage

CAPTION_CLASS = re.compile(r"caption|legende?\b|cutline", re.IGNORECASE)
CREDIT_CLASS = re.compile(r"credit|photographer|copyright|image-?source", re.IGNORECASE)
PICTURES = ("img", "picture", "video", "svg", "audio")

OPEN, CLOSE = "\u27ea", "\u27eb"
"""Mark a caption on its way through the extractor, which keeps printable text only. A page's own become ‹ and ›."""
MARKED = re.compile(rf"{OPEN}(caption|credit){CLOSE}(.*?){OPEN}end{CLOSE}", re.DOTALL)


def mark_captions(tree: markup.HtmlElement) -> None:
    """Turn each caption and credit of a page into a marked paragraph beside its picture, which the extractor keeps."""
    for element in tree.iter():
        for own in ("text", "tail"):
            text = getattr(element, own)
            if text and (OPEN in text or CLOSE in text):
                setattr(element, own, text.replace(OPEN, "\u2039").replace(CLOSE, "\u203a"))
    for caption in [e for e in tree.iter() if isinstance(e.tag, str) and _is_caption(e)]:
        if caption.getparent() is None or _inside_caption(caption):
            continue
        inner = [e for e in caption.iterdescendants() if isinstance(e.tag, str) and CREDIT_CLASS.search(_names(e))]
        told = [_text(credit) for credit in inner]
        for credit in inner:
            if credit.getparent() is not None:
                credit.drop_tree()
        kind = "credit" if not _is_figcaption(caption) and CREDIT_CLASS.search(_names(caption)) else "caption"
        marked = [(kind, _text(caption)), *(("credit", text) for text in told)]
        # The extractor drops boxes of pictures with all that is in them: the caption goes behind the outermost.
        place = [caption, *(e for e in caption.iterancestors() if e.tag == "figure" or _is_box(e))][-1]
        for kind, text in reversed(marked):
            if text:
                paragraph = markup.Element("p")
                paragraph.text = f"{OPEN}{kind}{CLOSE}{text}{OPEN}end{CLOSE}"
                place.addnext(paragraph)
        caption.drop_tree()


def _is_figcaption(element: markup.HtmlElement) -> bool:
    return bool(element.tag == "figcaption")


def _is_caption(element: markup.HtmlElement) -> bool:
    """A caption by its tag or its class, but no box that also holds the picture."""
    if _is_figcaption(element):
        return True
    if element.tag not in ("p", "div", "span", "small", "em", "cite", "dd"):
        return False
    names = _names(element)
    inside_figure = any(True for _ in element.iterancestors("figure"))
    if not (CAPTION_CLASS.search(names) or (inside_figure and CREDIT_CLASS.search(names))):
        return False
    return next(element.iter(*PICTURES), None) is None


def _is_box(element: markup.HtmlElement) -> bool:
    """A box of a picture with its caption."""
    return element.tag in {"div", "table", "dl"} and bool(CAPTION_CLASS.search(_names(element)))


def _inside_caption(element: markup.HtmlElement) -> bool:
    return any(isinstance(e.tag, str) and _is_caption(e) for e in element.iterancestors())


def _names(element: markup.HtmlElement) -> str:
    return f"{element.get('class') or ''} {element.get('itemprop') or ''}"


def _text(element: markup.HtmlElement) -> str:
    return " ".join(str(element.text_content()).split())


def join(blocks: Iterable[tuple[str, bool]]) -> tuple[str, tuple[Passage, ...]]:
    r"""Return the blocks as one text, parted by blank lines, and where its headlines, captions and credits stand.

    >>> join([("Tanks near town", True), ("Shops were shut.", False)])
    ('Tanks near town\n\nShops were shut.', (Passage(start=0, end=15, kind='headline'),))
    """
    text = ""
    passages = []
    for block, kind in ((part.strip(), kind) for part, kind in _parts(blocks)):
        if not block:
            continue
        text += "\n\n" if text else ""
        if kind:
            passages.append(Passage(start=len(text), end=len(text) + len(block), kind=kind))
        text += block
    return text, tuple(passages)


def _parts(blocks: Iterable[tuple[str, bool]]) -> Iterator[tuple[str, Literal["caption", "credit", "headline"] | None]]:
    for block, headline in blocks:
        at = 0
        for found in MARKED.finditer(block):
            yield block[at:found.start()], None
            yield found.group(2), "caption" if found.group(1) == "caption" else "credit"
            at = found.end()
        yield block[at:], "headline" if headline else None
