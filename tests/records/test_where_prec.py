"""How precisely a place is known, in UCDP's steps."""

import pytest

from crossbearing.records import PlaceMention, Where
from crossbearing.records.where_prec import where_prec


@pytest.mark.parametrize(("kind", "km", "related", "country", "step"), [
    ("city", 12.0, False, "SY", 1), ("village", 1.5, False, "SY", 1), ("unknown", 9.6, True, "SY", 2),
    ("unknown", 40.0, True, "SY", 5), ("region", 15.0, False, "SY", 2), ("district", 20.0, False, "SY", 3),
    ("province", 60.0, False, "SY", 4), ("region", 300.0, False, None, 5), ("water", 800.0, False, "SY", 5),
    ("water", 800.0, False, None, 7), ("country", 240.0, False, "SY", 6), ("unknown", None, False, None, None),
])
def test_each_kind_of_answer_has_its_step(kind, km, related, country, step):
    assert where_prec(kind, km, related=related, country=country) == step


def test_a_mention_and_the_place_of_a_happening_tell_the_same_step():
    told = {"name": "Qanzaruleh", "kind": "village", "precision_km": 12.0, "relation": "near Homs", "country": "SY"}
    assert PlaceMention(start=0, end=4, text="Qanz", **told).where_prec == Where(**told).where_prec == 2
