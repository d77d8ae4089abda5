"""How precisely a place is known, in the steps of the UCDP Georeferenced Event Dataset (codebook, `where_prec`)."""

LIMITED_KM = 25.0
"""Radius up to which an area around a place is a limited one, by that codebook."""
AREAS = {"district": 3, "province": 4, "region": 5, "country": 6}
POINTS = ("city", "village", "neighbourhood", "camp", "crossing", "landmark")


def where_prec(kind: str, precision_km: float | None, *, related: bool, country: str | None) -> int | None:
    """Return the step from 1 (the very place) to 7 (international waters); null where no radius is known.

    2 is a limited area around a place, 3 a district, 4 a province, 5 a wider or an estimated spot and rivers, 6 a
    country. `related` tells that the place is told by another ("south of Homs").

    >>> where_prec("village", 1.5, related=False, country="SY"), where_prec("unknown", 9.6, related=True, country="SY")
    (1, 2)
    """
    if precision_km is None:
        return None
    if not related:
        if kind in POINTS:
            return 1
        if kind == "water" and country is None:
            return 7
        if kind in AREAS and not (kind == "region" and precision_km <= LIMITED_KM):
            return AREAS[kind]
    return 2 if precision_km <= LIMITED_KM else 5
