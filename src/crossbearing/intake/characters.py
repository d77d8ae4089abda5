"""Characters that a reader of the report should know of: they are kept, and said."""

import re
import unicodedata

WORD = re.compile(r"[^\W\d_]{2,}")
LONE_SURROGATE = re.compile("[\ud800-\udfff]")
BIDI_CONTROLS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
CONTROLS = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f]")


def malformed_words(text: str) -> tuple[int, int]:
    """Return how many words beyond ASCII are as no language writes them, and how many words beyond ASCII stand there.

    A word in two scripts ("cafй") or with capitals after small letters ("привеТ") comes of bytes decoded wrongly.

    >>> malformed_words("The cafй was shut"), malformed_words("The café was shut")
    ((1, 1), (0, 1))
    """
    foreign = [word for word in WORD.findall(text) if not word.isascii()]
    return sum(not _well_formed(word) for word in foreign), len(foreign)


def _well_formed(word: str) -> bool:
    if len({_script(letter) for letter in word}) > 1:
        return False
    return word.islower() or word.isupper() or word[1:].islower() or not any(c.isupper() for c in word)


def _script(letter: str) -> str:
    return "LATIN" if letter.isascii() else unicodedata.name(letter, "").split(" ", 1)[0]


def remark(text: str) -> tuple[str, ...]:
    r"""Return what is to be said about unusual characters in a text; nothing for ordinary text.

    >>> remark("fled\x00 at dawn")
    ('1 control character kept',)
    """
    found = []
    for pattern, name in ((CONTROLS, "control character"), (BIDI_CONTROLS, "direction mark")):
        count = len(pattern.findall(text))
        if count:
            found.append(f"{count} {name}{'s' if count > 1 else ''} kept")
    return tuple(found)


def without_lone_surrogates(text: str) -> tuple[str, int]:
    r"""Return the text with each half of a broken surrogate pair as U+FFFD, and how many there were.

    A JSON escape can name a half that no encoding can write. One code point takes the place of one, so offsets stay.

    >>> without_lone_surrogates("a\ud800b") == ("a\ufffdb", 1)
    True
    """
    return LONE_SURROGATE.subn("\ufffd", text)
