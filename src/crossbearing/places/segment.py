"""A stretch of a text that may be a place name."""

import msgspec

from crossbearing.places.entry import Candidate


class Segment(msgspec.Struct):
    """Pieces [first, last) that may be one place name, inside a run [run_first, run_last) of names without a break.

    `tail` is the class of the noun that ends a made-up name ("street", "water", "land", "facility", "organisation",
    "way") where the segment was put together by it ("Neches River"), else empty. `inside` is the tail of such a
    segment that this one is a part of. `wider` holds the ids of the areas (of countries the code) that the name right
    after it may mean ("Idlib" after "Saraqib").
    """

    first: int
    last: int
    run_first: int
    run_last: int
    key: str
    candidates: tuple[Candidate, ...] = ()
    tail: str = ""
    inside: str = ""
    wider: frozenset[str] = frozenset()

    @property
    def is_held(self) -> bool:
        """Whether it may mean a place of the area that is named right after it."""
        return bool(self.wider) and any(
            not self.wider.isdisjoint((c.place.country, c.place.province_id, c.place.district_id))
            for c in self.candidates
        )
