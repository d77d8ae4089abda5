"""The words by which what was said before holds no more: a count that takes another's place, a claim taken back."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache

import msgspec

from crossbearing.ontology import listed
from crossbearing.records import Claim
from crossbearing.weighing.counts import figures_of
from crossbearing.weighing.words import stems

DEAD = "killed"

BESIDE = 60
"""Code points before the words that tell a change ("up from 15") within which its new count stands."""


class Wordings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All of `corrections.yaml`. `NUMBER` in a pattern stands for `number`."""

    number: str
    revising: tuple[str, ...]
    rising: tuple[str, ...]
    comparing: tuple[str, ...]
    recalled: tuple[str, ...]
    corrected: tuple[str, ...]
    versions: tuple[str, ...]
    former: tuple[str, ...]
    taking_back: tuple[str, ...]
    reasons: dict[str, str]


@cache
def wordings() -> Wordings:
    """Return how reports word it that what was said before holds no more."""
    return listed("crossbearing.weighing", "corrections.yaml", Wordings)


@cache
def pattern(name: str) -> re.Pattern[str]:
    """Return the expressions of one list of the file as one."""
    return re.compile("|".join(getattr(wordings(), name)).replace("NUMBER", wordings().number), re.IGNORECASE)


def revises(sentence: str, counts: Collection[str]) -> bool:
    """Whether a sentence says that its count takes the place of another. `counts` are the words of its counts.

    >>> revises("It rose to 32.", ["32"]), revises("The wage rose to 32 as five died.", ["five"])
    (True, False)
    """
    if pattern("revising").search(sentence):
        return True
    changes = [match[0] for match in pattern("rising").finditer(sentence)]
    spans = (match.span() for match in pattern("comparing").finditer(sentence))
    changes += [sentence[max(start - BESIDE, 0) : end] for start, end in spans]
    return any(stems(count) and _holds(stems(change), stems(count)) for change in changes for count in counts)


def _holds(words: Sequence[str], some: Sequence[str]) -> bool:
    return any(words[at : at + len(some)] == some for at in range(len(words)))


def is_version(claim: Claim) -> bool:
    """Whether a claim is told as what an earlier version of its report said."""
    return any(pattern("versions").search(link.name) for link in claim.sources[-1:])


def recalls(claim: Claim, sentence: str) -> bool:
    """Whether a claim is told as what its source said before: by the words that cite it, those before its count, or
    because the report that it is cited from is set right: "corrects a story which said that 35 were wounded".
    """
    cited = (link.cue or "" for link in claim.sources[-1:])
    if is_version(claim) or any(map(pattern("recalled").search, cited)) or _is_set_right(claim, sentence):
        return True
    ends = [sentence[match.end() :].lstrip().casefold() for match in pattern("former").finditer(sentence)]
    return any(end.startswith(figure.text.casefold()) for end in ends for figure in claim.figures if figure.text)


def _is_set_right(claim: Claim, sentence: str) -> bool:
    """Whether a claim is cited from the very report that its sentence sets right."""
    found = pattern("corrected").search(sentence)
    return found is not None and any(found[0].split()[-1].lower() in link.name.lower() for link in claim.sources)


def former_counts(sentences: Iterable[str]) -> frozenset[int]:
    """Return the numbers of dead, written in digits, that sentences tell as what was counted before.

    >>> sorted(former_counts(["It rose to 32 from an earlier toll on Sunday of 15.", "At first 9 were dead."]))
    [15]
    >>> former_counts(["The number of wounded rose to 32 from an initial count of 15."])
    frozenset()
    """
    of_dead = [sentence for sentence in sentences if _OF_DEAD.search(sentence)]
    ends = (sentence[match.end() :] for sentence in of_dead for match in pattern("former").finditer(sentence))
    numbers = (_DIGITS.match(end) for end in ends)
    return frozenset(int(number[1].replace(",", "")) for number in numbers if number)


_DIGITS = re.compile(r"\s*(\d+(?:,\d{3})*)\b(?![.,]\d| (?:wounded|injured|hurt|million|thousand))")
_OF_DEAD = re.compile(r"\b(?:tolls?|kill\w*|dead|deaths?|died|dying)\b", re.IGNORECASE)


def sets_right(claim: Claim, sentence: str, measure: str) -> bool:
    """Whether a claim tells its count of a measure as one that takes another's place; `sentence` is its evidence."""
    return revises(sentence, [figure.text for figure in claim.figures if figure.measure == measure])


def updates(claims: Iterable[Claim], sentences: Mapping[str, str]) -> bool:
    """Whether a report says that the dead it counts are more or less than was said before, by itself or its source.

    `sentences` holds the evidence of each claim by its id.
    """
    return any(
        sets_right(claim, sentences[claim.id], DEAD) or recalls(claim, sentences[claim.id])
        for claim in claims if figures_of(claim, DEAD)
    )  # fmt: skip
