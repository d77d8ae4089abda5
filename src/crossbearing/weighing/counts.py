"""Counts with bounds: which figures count one happening, and whether two counts can both hold."""

from collections.abc import Mapping, Sequence

from crossbearing.records import NOT_YET, Claim, Figure

Interval = tuple[int, int | None]
"""A count's bounds: low, and high or null where none is known."""


def figures_of(claim: Claim, measure: str) -> list[Figure]:
    """Return the figures of a claim that count one measure for this happening alone."""
    return [
        f
        for f in claim.figures
        if f.measure == measure and not f.cumulative and not f.part_of_whole and f.nature == "flow"
    ]


def told_counts(claims: Sequence[Claim], measure: str) -> dict[Interval, int]:
    """Return all bounds that claims give for a measure as counted, each with how often."""
    told: dict[Interval, int] = {}
    for claim in claims:
        if claim.polarity == "affirmed" and claim.certainty not in NOT_YET:
            for figure in figures_of(claim, measure):
                told[figure.low, figure.high] = told.get((figure.low, figure.high), 0) + 1
    return told


def best_count(claims: Sequence[Claim], measure: str) -> Interval | None:
    """Return the bounds that an account gives for a measure: those told most, of equals the highest; null without
    any.
    """
    told = told_counts(claims, measure)
    return most_told(told) if told else None


def most_told(told: Mapping[Interval, int]) -> Interval:
    """Return the bounds that are told most, of equals the highest, given how often each is.

    >>> most_told({(12, 12): 2, (20, 20): 1}), most_told({(12, 12): 1, (20, None): 1})
    ((12, 12), (20, None))
    """
    return max(told, key=lambda each: (told[each], each[0], -1 if each[1] is None else -each[1]))


def bounds(interval: Interval) -> str:
    """Return a count's bounds in words.

    >>> bounds((12, 12)), bounds((24, None)), bounds((10, 12))
    ('12', '24 or more', '10-12')
    """
    low, high = interval
    return str(low) if low == high else f"{low} or more" if high is None else f"{low}-{high}"


def exclude(one: Interval, two: Interval) -> bool:
    """Whether two counts cannot both hold.

    >>> exclude((12, 12), (10, None)), exclude((12, 12), (13, None))
    (False, True)
    """
    return (one[1] is not None and two[0] > one[1]) or (two[1] is not None and one[0] > two[1])
