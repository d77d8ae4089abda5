"""A stretch of a text that may be a place name."""

import msgspec

from crossbearing.places.entry import Candidate


class Segment(msgspec.Struct):
    """Pieces [first, last) that may be one place name, inside a run [run_first, run_last) of names without a break.

    `tail` is the class of the noun that ends a made-up name ("street", "water", "land", "facility", "organisation",
    "way") where the segment was put together by it ("Neches River"), else empty. `inside` is the tail of such a
    segment that this one is a part of.
    """

    first: int
    last: int
    run_first: int
    run_last: int
    key: str
    candidates: tuple[Candidate, ...] = ()
    tail: str = ""
    inside: str = ""
