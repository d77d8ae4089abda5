"""Places as a report names them."""

import msgspec

from crossbearing.records.where_prec import where_prec


class PlaceMention(msgspec.Struct, frozen=True, kw_only=True):
    """A place name in the text with what it was resolved to; null coordinates where nothing fits (a legal answer).

    `place_id` is the gazetteer's own id ("gn:167824", "cb:sarmaniyah") or, for a name no gazetteer knows,
    "nil:" with the name's consonant skeleton, so that two spellings in one report are one place.
    `precision_km` is the radius within which the place lies; `relation` the words that place it by another
    ("five miles from Jisr al-Shoughour"). `kind`: city, village, neighbourhood, district, province, country,
    region, camp, crossing, water, landmark, unknown. `use` tells a place from a demonym ("Syrian troops"), a
    metonym ("Ankara said") or a part of an organisation's name ("Aleppo Media Centre").
    """

    start: int
    end: int
    text: str
    place_id: str | None = None
    name: str | None = None
    kind: str = "unknown"
    geonameid: int | None = None
    lat: float | None = None
    lon: float | None = None
    precision_km: float | None = None
    relation: str | None = None
    country: str | None = None
    """ISO 3166-1 alpha-2 code."""
    province: str | None = None
    district: str | None = None
    use: str = "place"
    reason: str = ""
    alternatives: tuple[str, ...] = ()
    """place_ids of the next best answers, best first."""

    @property
    def where_prec(self) -> int | None:
        """How precisely the place is known, from 1 to 7 (see `records.where_prec`)."""
        return where_prec(self.kind, self.precision_km, related=self.relation is not None, country=self.country)


class Where(msgspec.Struct, frozen=True, kw_only=True):
    """Where a claim's happening lies."""

    name: str
    place_id: str | None = None
    geonameid: int | None = None
    lat: float | None = None
    lon: float | None = None
    precision_km: float | None = None
    relation: str | None = None
    country: str | None = None
    kind: str = "unknown"

    @property
    def where_prec(self) -> int | None:
        """How precisely the place is known, from 1 to 7 (see `records.where_prec`)."""
        return where_prec(self.kind, self.precision_km, related=self.relation is not None, country=self.country)
