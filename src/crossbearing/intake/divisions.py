"""Pages whose paragraphs are plain divisions: what the extractor needs to tell them from the frame around them."""

import re
from functools import cache
from itertools import pairwise

import msgspec
from lxml import etree
from lxml import html as markup

from crossbearing.ontology import listed

INLINE = frozenset((
    "a abbr b bdi bdo br cite code em font i mark q s small span strong sub sup time u"
).split())
WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")
"""A word of a name that is written as one: "sideBar2" has two."""


class Names(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Names of boxes, as designers of pages give them."""

    frames: frozenset[str]
    states: frozenset[str]


@cache
def names() -> Names:
    """Return the names in `frames.yaml`."""
    return listed("crossbearing.intake", "frames.yaml", Names)


def names_a_frame(name: str) -> bool:
    """Tell whether one class or id is that of a box around a text.

    >>> [names_a_frame(name) for name in ("topNAV", "ADBanner", "sideBar2", "no-sidebar", "shared-story")]
    [True, True, True, False, False]
    """
    words = [word.lower() for word in WORD.findall(name)]
    pairs = {between.join(pair) for pair in pairwise(words) for between in ("", " ")}
    return not names().frames.isdisjoint({*words, *pairs}) and names().states.isdisjoint(words)


def part_divisions(tree: markup.HtmlElement) -> bool:
    """Make each division that holds nothing but text a paragraph, and drop those that are named as frame.

    Returns whether there was more than one to make: else the page has nothing that could be parted.

    >>> tree = markup.fromstring("<div><div id='cookie'>Accept?</div><div>Shells fell.</div><div>At dawn.</div></div>")
    >>> part_divisions(tree)
    True
    >>> markup.tostring(tree, encoding="unicode")
    '<div><p>Shells fell.</p><p>At dawn.</p></div>'
    """
    for element in _framing(tree):
        element.drop_tree()
    leaves = [element for element in tree.iter("div") if _holds_text_alone(element)]
    for element in leaves:
        element.tag = "p"
    return len(leaves) > 1


def _framing(tree: markup.HtmlElement) -> list[markup.HtmlElement]:
    """The divisions named as frame that hold less than half of the text: the box of a whole page may be named, too."""
    whole, found, read, began = len(tree.text_content()), list[markup.HtmlElement](), 0, list[int]()
    # One walk, so that a page of thousands of boxes in boxes takes no longer than another.
    for action, element in etree.iterwalk(tree, events=("start", "end")):
        if action == "start":
            began.append(read)
            read += len(element.text or "")
            continue
        size = read - began.pop()
        read += len(element.tail or "")
        if element.tag == "div" and 2 * size < whole and _is_named_as_frame(element):
            found.append(element)
    return found


def _is_named_as_frame(element: markup.HtmlElement) -> bool:
    return any(map(names_a_frame, f"{element.get('class') or ''} {element.get('id') or ''}".split()))


def _holds_text_alone(element: markup.HtmlElement) -> bool:
    inside = all(isinstance(e.tag, str) and e.tag in INLINE for e in element.iterdescendants())
    return inside and bool(element.text_content().strip())
