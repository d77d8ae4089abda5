"""Headlines In Title Case, as running text would write them: a parser takes their verbs and nouns for names."""

import re
from collections.abc import Iterable

from crossbearing.places.cues import common_words
from crossbearing.records import Span

WORD = re.compile(r"[^\W\d_]+")
LINE = re.compile(r"[^\n]+")
LONGEST_HEADLINE = 160
"""Code points beyond which a line is no headline, whatever its capitals."""
FEWEST = 3
"""Long words from which capitals tell a headline from a name."""


def plain_case(text: str, headlines: Iterable[Span]) -> str:
    """Return a text of the same length with its headlines in small letters, but for words that may be names, and with
    a name that looks like a verb written as another.

    `headlines` are spans where the report's title stands; short lines in title case are taken for headlines, too.

    >>> plain_case("Army Kills Dozens in Adra Ambush", ())
    'army kills dozens in Adra ambush'
    >>> plain_case("The army killed IS fighters. It IS a war. THIS IS WAR (IS)", ())
    'The army killed EU fighters. It IS a war. THIS IS WAR (IS)'
    """
    lines = (line.span() for line in LINE.finditer(text))
    out = text
    for start, end in {*headlines, *lines}:
        if end - start <= LONGEST_HEADLINE and _in_title_case(text[start:end]):
            out = out[:start] + WORD.sub(_plain, text[start:end]) + out[end:]
    return NAME_LIKE_A_VERB.sub(READ_AS_NAME, out) if "IS" in out else out


NAME_LIKE_A_VERB = re.compile(r"(?<![A-Z] )(?<![(\[])\bIS\b(?! (?:[A-Z]{2}|an?\b|not?\b|the\b))")
"""An acronym that is spelt like a verb, among words in small letters; not one that capitals only stress, nor
one in brackets behind the name it is short for."""
READ_AS_NAME = "EU"
"""A name of as many letters, which a parser takes for one."""


def _in_title_case(line: str) -> bool:
    words = [word for word in WORD.findall(line) if len(word) > FEWEST]
    return len(words) >= FEWEST and sum(word[0].isupper() for word in words) >= 0.7 * len(words)


def _plain(word: re.Match[str]) -> str:
    plain = word[0].lower()
    # Capitals throughout may be an abbreviation ("US").
    return plain if plain in common_words() and len(plain) == len(word[0]) and not word[0].isupper() else word[0]
