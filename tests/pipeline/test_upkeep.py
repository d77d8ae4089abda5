"""Events are kept up to those of weighing anew: where a reader reads less, and where people change their minds."""

import datetime as dt
from collections.abc import Iterable
from pathlib import Path

import msgspec
import pytest

from crossbearing import pipeline
from crossbearing.archive import Archive
from crossbearing.records import Anchor, Claim, Event, Judgement, Reading, Report, Where, anchor_of, judge
from tests.archive.made import COUNTING, NOON, Counter
from tests.pipeline.child import Silent

NEW_MILL = Where(name="New Mill", place_id="cb:new-mill", lat=33.0, lon=44.0, precision_km=1.0)
FIRST = '{"id": "a", "text": "3 killed", "published": "2011-06-10"}\n'
OTHERS = (
    '{"id": "b", "text": "7 people were killed in the hills", "published": "2012-09-10"}\n'
    '{"id": "c", "text": "9 killed at the bridge", "published": "2013-01-20"}\n'
)


class Sparing(Counter):
    """A later version of the reader: it takes hills for no place to be killed in, and fails on bridges."""

    def read(self, report: Report) -> Reading:
        if "bridge" in report.text:
            raise ValueError("a bridge")
        reading = super().read(report)
        return msgspec.structs.replace(reading, claims=()) if "hills" in report.text else reading


SPARING = msgspec.structs.replace(COUNTING, version=lambda: "2", make=Sparing)


def run(archive: Archive, tmp_path: Path, rows: str, choice: pipeline.Choice = COUNTING) -> None:
    source = tmp_path / "in.jsonl"
    source.write_text(rows)
    pipeline.run(archive, [source], progress=Silent(), told=lambda _: None, choice=choice)


def anew(
    tmp_path: Path, rows: str, judgements: Iterable[Judgement] = (), choice: pipeline.Choice = COUNTING,
) -> list[Event]:
    with Archive.open(tmp_path / f"anew-{len(list(tmp_path.iterdir()))}") as archive:
        archive.record_judgements(list(judgements))
        run(archive, tmp_path, rows, choice)
        return list(archive.events.all())


def first_claim(archive: Archive) -> Claim:
    (reading,) = archive.readings.some(archive.reader, ["a"])
    return reading.claims[0]


def places(events: Iterable[Event]) -> dict[str, str]:
    return {event.claims[0].report: event.where.name for event in events}


def correction(anchor: Anchor) -> Judgement:
    return judge("correct", [anchor], by="ada", at=NOON, field="where", value=msgspec.to_builtins(NEW_MILL))


def test_what_a_later_version_of_the_reader_does_not_read_is_told_of_no_more(tmp_path):
    with Archive.open(tmp_path / "cases") as archive:
        run(archive, tmp_path, FIRST + OTHERS)
        assert places(archive.events.all()).keys() == {"a", "b", "c"}
        run(archive, tmp_path, FIRST + OTHERS, SPARING)
        assert list(archive.events.all()) == anew(tmp_path, FIRST + OTHERS, choice=SPARING)
        assert places(archive.events.all()).keys() == {"a"}


def test_what_is_rejected_is_told_of_no_more(tmp_path):
    with Archive.open(tmp_path / "cases") as archive:
        run(archive, tmp_path, FIRST + OTHERS)
        reject = judge("reject", [anchor_of(first_claim(archive))], by="ada", at=NOON)
        archive.record_judgements([reject])
        assert pipeline.weigh_again(archive, Silent())
        assert list(archive.events.all()) == anew(tmp_path, FIRST + OTHERS, [reject])
        assert places(archive.events.all()).keys() == {"b", "c"}


@pytest.mark.parametrize("fewer", [0, 2], ids=["the same words", "words that overlap"])
def test_a_corrected_place_holds_elsewhere_as_long_as_its_own_claim_does(tmp_path, fewer):
    with Archive.open(tmp_path / "cases") as archive:
        run(archive, tmp_path, FIRST + OTHERS)
        anchor = anchor_of(first_claim(archive))
        start, end = anchor.span
        meant = [msgspec.structs.replace(anchor, span=(start, end - fewer))]
        reject = judge("reject", meant, by="ada", at=NOON + dt.timedelta(days=1))
        accept = judge("accept", meant, by="ada", at=NOON + dt.timedelta(days=2))
        withdraw = judge("withdraw", by="ada", at=NOON + dt.timedelta(days=3), withdraws=accept.id)
        said: list[Judgement] = []
        found = []
        for judgement in (correction(anchor), reject, accept, withdraw):
            said.append(judgement)
            archive.record_judgements([judgement])
            assert pipeline.weigh_again(archive, Silent())
            assert list(archive.events.all()) == anew(tmp_path, FIRST + OTHERS, said)
            found.append(places(archive.events.all())["b"])
        assert found == ["New Mill", "Old Mill", "New Mill", "Old Mill"]


def test_a_corrected_place_holds_elsewhere_from_when_its_own_report_is_read(tmp_path):
    with Archive.open(tmp_path / "other") as other:
        run(other, tmp_path, FIRST)
        corrected = correction(anchor_of(first_claim(other)))
    with Archive.open(tmp_path / "cases") as archive:
        archive.record_judgements([corrected])
        run(archive, tmp_path, OTHERS)
        assert places(archive.events.all())["b"] == "Old Mill"
        run(archive, tmp_path, FIRST)
        assert places(archive.events.all())["b"] == "New Mill"
        assert list(archive.events.all()) == anew(tmp_path, FIRST + OTHERS, [corrected])
