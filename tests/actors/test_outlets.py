"""What sort of outlet somebody is."""

import pytest

from crossbearing.actors import find_actor, may_be_called
from crossbearing.actors.outlets import outlets
from crossbearing.actors.tables import actors


def test_every_outlet_of_a_sort_is_one_of_the_tables_and_of_one_sort():
    listed = [ident for members in outlets().sorts.values() for ident in members]
    assert len(listed) == len(set(listed))
    assert {actors()[ident].kind for ident in listed} == {"media"}
    assert outlets().sorts.keys() <= outlets().nouns.keys()


@pytest.mark.parametrize(("name", "noun", "fits"), [
    ("Reuters", "agency", True), ("Reuters", "channel", False), ("Le Monde", "daily", True), ("CNN", "daily", False),
    ("Orient TV", "station", True), ("Shafaq News", "website", True), ("CNN", "outlet", True), ("CNN", "town", False),
])
def test_an_outlet_is_called_by_the_nouns_of_its_sort(name, noun, fits):
    assert may_be_called(find_actor(name), noun) is fits
