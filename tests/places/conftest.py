"""The gazetteer that all tests of this room ask, built once and kept in the cache as users have it."""

from collections.abc import Callable

import pytest

from crossbearing.language import parse
from crossbearing.places import Gazetteer, find_places
from crossbearing.records import PlaceMention

Reader = Callable[..., tuple[PlaceMention, ...]]


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    return Gazetteer.open()


@pytest.fixture(scope="session")
def places_of(gazetteer) -> Reader:
    """What `find_places` finds in a text."""
    return lambda text, **given: find_places(parse(text), gazetteer, **given)
