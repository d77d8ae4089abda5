"""Events are kept up to those of weighing anew: where a reader reads less, and where people change their minds."""

from collections.abc import Iterable
from pathlib import Path

import msgspec

from crossbearing import pipeline
from crossbearing.archive import Archive
from crossbearing.records import Claim, Event, Judgement, Reading, Report, anchor_of, judge
from tests.archive.made import COUNTING, NOON, Counter
from tests.pipeline.child import Silent

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
