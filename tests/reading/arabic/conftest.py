"""What the tests of the Arabic rules share: the project's own reader over short texts."""

import datetime as dt
import hashlib
from collections.abc import Callable
from functools import cache

import pytest

from crossbearing.places import Gazetteer
from crossbearing.reading.rules_v1 import Rules
from crossbearing.records import Reading, Report


@cache
def _reader() -> Rules:
    return Rules(Gazetteer.open())


@pytest.fixture(scope="session")
def read() -> Callable[..., Reading]:
    """Reads a text as a report of 2011-06-10, a Friday."""

    def reading(text: str, title: str | None = None, language: str | None = None) -> Reading:
        digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
        day = dt.date(2011, 6, 10)
        return _reader().read(Report(id="r", text=text, title=title, digest=digest, published=day, language=language))

    return reading
