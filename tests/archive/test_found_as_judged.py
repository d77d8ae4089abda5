"""A search finds claims as people judged them, also where a correction holds elsewhere, and forgets it when they do."""

import datetime as dt

from crossbearing import pipeline
from crossbearing.archive import Archive, Near, Query, verify
from crossbearing.archive.expunge import expunge
from crossbearing.records import Judgement, anchor_of, judge
from tests.archive.made import NOON
from tests.pipeline.child import Silent
from tests.pipeline.test_upkeep import FIRST, OTHERS, correction, first_claim, run

AT_NEW_MILL = Query(near=Near(lat=33.0, lon=44.0, km=2))
ARRESTS = Query(kinds=("arrest",))


def found(archive: Archive, query: Query) -> list[str]:
    return [each.report for each in archive.find(query)]


def decide(archive: Archive, *judgements: Judgement) -> None:
    archive.record_judgements(list(judgements))
    assert pipeline.weigh_again(archive, Silent())


def test_what_people_corrected_is_found_as_it_is_now(backend, tmp_path):
    with Archive.open(backend.new()) as archive:
        run(archive, tmp_path, FIRST + OTHERS)
        anchor = anchor_of(first_claim(archive))
        kind = first_claim(archive).type
        before = found(archive, Query(kinds=(kind,)))
        told = judge("correct", [anchor], by="ada", at=NOON, field="type", value="arrest")
        decide(archive, told)
        assert found(archive, ARRESTS) == ["a"]
        assert found(archive, Query(kinds=(kind,))) == [report for report in before if report != "a"]
        assert sorted(archive.picture(ARRESTS).reports) == ["a"]
        assert found(archive, Query()) == before
        assert [archive.find(Query(), limit=1, offset=n)[0].report for n in range(len(before))] == before
        decide(archive, judge("withdraw", by="ada", at=NOON + dt.timedelta(days=1), withdraws=told.id))
        assert found(archive, ARRESTS) == []
        assert found(archive, Query(kinds=(kind,))) == before


def test_a_corrected_source_is_found_and_the_former_one_is_not(backend, tmp_path):
    with Archive.open(backend.new()) as archive:
        run(archive, tmp_path, FIRST + OTHERS)
        anchor = anchor_of(first_claim(archive))
        value = [{"name": "Nadīm Ḥūrī", "kind": "witness"}]
        decide(archive, judge("correct", [anchor], by="ada", at=NOON, field="sources", value=value))
        assert found(archive, Query(source="nadim huri")) == ["a"]
        assert found(archive, Query(source="somebody else")) == []


def test_a_corrected_place_is_found_wherever_it_holds(tmp_path):
    with Archive.open(tmp_path / "cases") as archive:
        run(archive, tmp_path, FIRST + OTHERS)
        assert found(archive, AT_NEW_MILL) == []
        decide(archive, correction(anchor_of(first_claim(archive))))
        there = {event.claims[0].report for event in archive.events.all() if event.where and event.where.lat == 33.0}
        assert sorted(found(archive, AT_NEW_MILL)) == sorted(there)
        assert len(there) > 1
        expunge(archive, "a", why="she is in danger")
        pipeline.weigh_again(archive, Silent())
        assert found(archive, AT_NEW_MILL) == []
        assert [fault for fault in verify(archive) if not fault.remark] == []


def test_what_people_rejected_is_not_found(backend, tmp_path):
    with Archive.open(backend.new()) as archive:
        run(archive, tmp_path, FIRST + OTHERS)
        decide(archive, judge("reject", [anchor_of(first_claim(archive))], by="ada", at=NOON))
        assert found(archive, Query()) == ["b", "c"]
        assert found(archive, Query(words="killed")) == ["b", "c"]
