"""The dates of pictures: a full date that ends a caption, with the credit of whoever took or sent the picture."""

import re

CREDIT = re.compile(
    r"""\.?\s{0,2}(?:
      \((?:[A-Z][\w.]*|and)(?:[ /](?:[A-Z][\w.]*|and)){0,4}\)(?!\s*[-–—]) # "(Rasta and Agencies)"; no dateline
    | [A-Z]\w+(?:\s[A-Z]\w+)?\s?/\s?[A-Z]\w                              # "RASTA/Lina Haddad"
    )""",
    re.VERBOSE,
)


def ends_caption(text: str, end: int) -> bool:
    """Return whether a credit stands behind the full date that ends at an offset of a text.

    >>> ends_caption("A burnt mill in Marnah, June 9 2011 (Rasta and Agencies) Nine people fled.", 35)
    True
    >>> ends_caption("It burnt on June 9 2011 (two days later, it was empty).", 23)
    False
    """
    return CREDIT.match(text, end) is not None
