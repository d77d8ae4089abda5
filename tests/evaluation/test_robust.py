"""Broken texts: the reader raises on none and quotes nothing that does not stand there."""

import msgspec
import pytest

from crossbearing.places import Gazetteer
from crossbearing.reading.rules_v1 import Rules
from evaluation.robust import faults, report_of, texts

READ = 400
"""Texts of the short run; `python -m evaluation.robust` reads twenty thousand."""


@pytest.mark.slow
def test_no_broken_text_raises_or_is_misquoted() -> None:
    reader = Rules(Gazetteer.open())
    reports = [report_of(*text) for text in texts(seed=11, count=READ)]
    assert [(r.text, fault) for r in reports for fault in faults(r, reader.read(r))] == []


def test_the_same_seed_gives_the_same_texts() -> None:
    assert list(texts(3, 20)) == list(texts(3, 20))
    assert list(texts(3, 20)) != list(texts(4, 20))


def test_a_quotation_that_stands_nowhere_is_a_fault() -> None:
    report = report_of("Three farmers were killed in Homs on Monday.", None)
    reading = Rules(Gazetteer.open()).read(report)
    assert faults(report, reading) == []
    assert faults(msgspec.structs.replace(report, text="Nothing."), reading)
    moved = msgspec.structs.replace(reading.places[0], start=0, end=4)
    assert faults(report, msgspec.structs.replace(reading, places=(moved,)))
