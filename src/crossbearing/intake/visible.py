"""All text that a browser would show of a page: what is left to take where no main text can be told."""

from html.parser import HTMLParser

SILENT = frozenset({"script", "style", "noscript", "template", "svg", "head", "title", "nav", "iframe", "select"})
BREAKS = frozenset({
    "p", "div", "br", "li", "tr", "td", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "section", "article", "main",
    "figcaption", "header", "footer", "aside", "pre", "dt", "dd",
})


def visible_text(page: str) -> str:
    r"""Return all text of a page that a browser would show, however broken or deeply nested the page is.

    >>> visible_text("<script>alert(1)</script><p>Shells <b>fell</b>.<p>Nobody was hurt.")
    'Shells fell.\n\nNobody was hurt.'
    """
    reader = _VisibleText()
    try:
        reader.feed(page)
        reader.close()
    except (AssertionError, ValueError):  # a declaration that the parser chokes on: what was read so far stands
        pass
    blocks = (" ".join(block.split()) for block in "".join(reader.pieces).split("\0"))
    return "\n\n".join(block for block in blocks if block)


class _VisibleText(HTMLParser):
    """Collects text, with NUL between blocks."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self.silent: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - the parser's
        if self.silent is None and tag in SILENT:
            self.silent = tag
        if tag in BREAKS:
            self.pieces.append("\0")

    def handle_endtag(self, tag: str) -> None:
        if tag == self.silent:
            self.silent = None
        if tag in BREAKS:
            self.pieces.append("\0")

    def handle_data(self, data: str) -> None:
        if self.silent is None:
            self.pieces.append(data.replace("\0", "\ufffd"))
