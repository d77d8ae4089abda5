"""Names across transliterations: found where they are near enough, and not where they are not."""

import random

import pytest

from crossbearing.places.names import name_key, skeleton
from evaluation.places.spelling import COUNTRIES, SEED, alternates, answers, is_held_back

SYRIA = ("SY",)


@pytest.mark.parametrize(("spelling", "place"), [
    ("Jasir al-Shughur", "gn:169023"), ("Deir Ezzor", "gn:170794"),
    ("Raqa", "gn:172955"), ("Deir az-Zour", "gn:170794"), ("Hasaka", "gn:173811"),
])
def test_another_spelling_finds_its_town(gazetteer, spelling, place):
    found = gazetteer.lookup(spelling) or gazetteer.spelt(name_key(spelling), SYRIA)
    assert place in {c.place.place_id for c in found}


@pytest.mark.parametrize("unknown", ["Qanzaruleh", "Bruxelles-sur-Mer", "Zwolle", "Kfar Wolfenstein"])
def test_a_name_near_to_none_finds_none(gazetteer, unknown):
    assert gazetteer.spelt(name_key(unknown), SYRIA) == ()


def test_without_a_country_no_spelling_finds_anything(gazetteer):
    assert gazetteer.spelt("jasir al shughur", ()) == ()


def test_two_spellings_have_one_skeleton():
    assert skeleton("al-Qanzarouliyah") == skeleton("Qanzaruliyeh")


@pytest.fixture(scope="module")
def drawn(gazetteer):
    """Alternates that nothing was learnt from."""
    pool = [q for c in COUNTRIES for q in alternates(gazetteer, c) if is_held_back(q.place)]
    return random.Random(SEED).sample(pool, 150)


def test_three_of_four_unknown_spellings_find_their_place_and_few_a_wrong_one_when_it_is_absent(gazetteer, drawn):
    from crossbearing.places.gazetteer import LIKELY_SPELLING

    right = alarm = 0
    for query in drawn:
        found, gone = answers(gazetteer, query, COUNTRIES)
        right += bool(found) and found[0].score > LIKELY_SPELLING and found[0].place == query.place
        alarm += bool(gone) and gone[0].score > LIKELY_SPELLING
    assert right / len(drawn) >= 0.75
    assert alarm / len(drawn) <= 0.08


