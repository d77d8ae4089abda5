"""The dates of pictures: a full date that ends a caption, with the credit of whoever took or sent the picture."""

import re

CREDIT = re.compile(
    r"""\.?\s{0,2}(?:
      \((?:[A-Z][\w.]*|and)(?:[ /](?:[A-Z][\w.]*|and)){0,4}\)(?!\s*[-–—]) # "(Rasta and Agencies)"; no dateline
    | [A-Z]\w+(?:\s[A-Z]\w+)?\s?/\s?[A-Z]\w                              # "RASTA/Lina Haddad"
    )""",
    re.VERBOSE,
)


GOVERNED = re.compile(r"(?:^|[\s.(])(?:on|of|since|from|until|till|by|after|before|in|around|about)\s+$", re.IGNORECASE)
"""What stands before a date that is part of a sentence, and not of a caption's last line."""
LONGEST_GOVERNOR = 12
"""Characters before a date in which such a word stands."""


def ends_caption(text: str, start: int, end: int) -> bool:
    """Return whether the full date between two offsets of a text ends a caption: a credit stands behind it.

    >>> ends_caption("A burnt mill in Marnah, June 9 2011 (Rasta and Agencies) Nine people fled.", 24, 35)
    True
    >>> ends_caption("It burnt on June 9 2011 (Rasta). Nine people fled.", 12, 23)
    False
    """
    own = start == 0 or text[:start].rstrip()[-1:] in ".!?"
    if own or GOVERNED.search(text, max(0, start - LONGEST_GOVERNOR), start):
        return False
    return CREDIT.match(text, end) is not None
