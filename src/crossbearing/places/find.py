"""Finds and resolves all place names of one parsed text."""

from collections.abc import Sequence

from spacy.tokens import Doc

from crossbearing.places.entry import Candidate
from crossbearing.places.gazetteer import Gazetteer
from crossbearing.places.names import name_key
from crossbearing.records import PlaceMention

LONGEST = 5


def find_places(
    doc: Doc, gazetteer: Gazetteer, *, home_country: str | None = None, known: Sequence[PlaceMention] = (),
) -> tuple[PlaceMention, ...]:
    """Recognise and resolve every place name of a text, in the order of the text; none overlaps another."""
    found: list[PlaceMention] = []
    tokens = list(doc)
    i = 0
    while i < len(tokens):
        step = 1
        if tokens[i].text[:1].isupper() and tokens[i].tag_ in ("NNP", "NNPS", "JJ"):
            for n in range(min(LONGEST, len(tokens) - i), 0, -1):
                span = doc[i : i + n]
                candidates = gazetteer.lookup_key(name_key(span.text))
                if candidates:
                    found.append(_mention(span.start_char, span.end_char, span.text, candidates))
                    step = n
                    break
        i += step
    return tuple(found)


def _mention(start: int, end: int, text: str, candidates: tuple[Candidate, ...]) -> PlaceMention:
    best = max(candidates, key=lambda c: (c.place.kind == "country", -c.rank, c.place.population))
    p = best.place
    return PlaceMention(
        start=start, end=end, text=text, place_id=p.place_id, name=p.name, kind=p.kind, geonameid=p.geonameid, lat=p.lat,
        lon=p.lon, precision_km=p.precision_km, country=p.country, province=p.province, district=p.district,
        use="demonym" if best.rank == 3 else "place",
    )


def same_place(a: PlaceMention, b: PlaceMention) -> bool:
    """Whether two mentions mean the same place."""
    return a.place_id is not None and a.place_id == b.place_id
