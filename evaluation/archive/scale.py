"""How long the archive's main jobs take, and how large it grows, on made-up reports.

`python -m evaluation.archive.scale`. The words are drawn from a made-up vocabulary with the frequencies of natural text
(Zipf), so that the index is as large as one of real reports.
"""

import argparse
import datetime as dt
import itertools
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from crossbearing.archive import Archive, Method, Near, Query, verify
from crossbearing.archive.words import unsearched
from crossbearing.intake import Received
from crossbearing.intake.jsonl import read_row
from crossbearing.ontology import kinds
from crossbearing.records import (
    Attribution,
    Claim,
    Event,
    EventClaim,
    EventReport,
    Figure,
    Grade,
    GradeName,
    PlaceMention,
    Reading,
    Report,
    Roots,
    SourceLink,
    TimeMention,
    When,
    Where,
    content_id,
)

READER = Method(name="made-up", version="1")
SYLLABLES = [a + b for a in ("b", "d", "f", "k", "l", "m", "n", "r", "s", "t", "sh", "kh") for b in "aiou"]
CLAIMS_EACH = 10
WORDS_EACH = 450


def main() -> None:
    """Make an archive of the given size and print one figure a line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=int, default=100_000)
    parser.add_argument("--folder", type=Path, help="where to make it (default: a folder that is removed at the end)")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=given.folder) as folder:
        measure(Path(folder) / "cases", given.reports)


def measure(folder: Path, reports: int) -> None:
    """Fill an archive, then time a check of all of it and searches in it."""
    text_bytes = fill(folder, reports, _say)
    with Archive.open(folder, read_only=True) as archive:
        begun = time.perf_counter()
        faults = [fault for fault in verify(archive) if not fault.remark]
        _say("verify_s", time.perf_counter() - begun)
        _say("faults", len(faults))
        _searches(archive, random.Random(2), _vocabulary(random.Random(1)))  # noqa: S311 - the same each time
    size = sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
    _say("text_mib", text_bytes / 2**20)
    _say("size_mib", size / 2**20)
    _say("size_of_text", size / text_bytes)
    _say("database_mib", (folder / "archive.sqlite").stat().st_size / 2**20)


def _vocabulary(chance: random.Random) -> list[str]:
    # As in natural text, the commonest words are those that every report has.
    common = sorted(word for word in unsearched() if word.isascii() and len(word) > 1)[:60]
    return common + ["".join(chance.choices(SYLLABLES, k=chance.randint(2, 4))) for _ in range(60_000)]


def fill(folder: Path, reports: int, say: Callable[[str, float], None] = lambda _name, _value: None) -> int:
    """Make an archive of so many made-up reports, read and weighed; return how many bytes their texts have."""
    chance = random.Random(1)  # noqa: S311 - made-up reports, the same each time
    vocabulary = _vocabulary(chance)
    weights = list(itertools.accumulate(1 / rank for rank in range(1, len(vocabulary) + 1)))
    text_bytes = 0
    with Archive.open(folder) as archive:
        begun = time.perf_counter()
        for numbers in _chunks(reports, 64):
            batch = [_report(n, chance, vocabulary, weights) for n in numbers]
            text_bytes += sum(len(got.report.text.encode()) for got in batch)
            archive.take_in(batch)
        say("take_in.reports_per_s", reports / (time.perf_counter() - begun))
        begun = time.perf_counter()
        for numbers in _chunks(reports, 8):
            ids = [f"r{n:07}" for n in numbers]
            archive.record_readings([_reading(report, chance) for report in archive.reports.some(ids)], READER)
        say("record.reports_per_s", reports / (time.perf_counter() - begun))
        begun = time.perf_counter()
        events = list(_events(archive.readings.all(READER), chance))
        archive.record_events(events, {"reader": READER.name, "version": READER.version})
        say("record.events_s", time.perf_counter() - begun)
        say("events", len(events))
    return text_bytes


def _say(name: str, value: float) -> None:
    print(f"archive.{name} {value:.3f}", flush=True)


def _chunks(total: int, size: int) -> Iterator[range]:
    return (range(at, min(at + size, total)) for at in range(0, total, size))


def _report(number: int, chance: random.Random, vocabulary: list[str], weights: list[float]) -> Received:
    words = chance.choices(vocabulary, cum_weights=weights, k=chance.randint(WORDS_EACH // 2, WORDS_EACH * 3 // 2))
    text = ". ".join(" ".join(words[at:at + 18]).capitalize() for at in range(0, len(words), 18))
    day = dt.date(2011, 1, 1) + dt.timedelta(days=chance.randrange(2500))
    row = f'{{"id":"r{number:07}","published":"{day}","outlet":"Outlet {chance.randrange(60)}","text":"{text}"}}'
    got = read_row(row.encode(), "made-up.jsonl", number + 1)
    assert isinstance(got, Received)
    return got


def _reading(report: Report, chance: random.Random) -> Reading:
    assert report.published
    claims = []
    places: list[PlaceMention] = []
    times: list[TimeMention] = []
    frames = []
    for _ in range(CLAIMS_EACH):
        start = chance.randrange(max(1, len(report.text) - 200))
        kind = chance.choice(list(kinds()))
        day = report.published - dt.timedelta(days=chance.randrange(4))
        place = chance.randrange(9000)
        lat, lon = round(32 + place % 97 / 20, 5), round(35.5 + place % 89 / 14, 5)
        mention = PlaceMention(
            start=start + 20, end=start + 32, text=f"Place {place}", place_id=f"gn:{place}", name=f"Place {place}",
            kind="city", geonameid=place, lat=lat, lon=lon, precision_km=3.0, country="SY", reason="most populous",
        )
        places.append(mention)
        times.append(TimeMention(start=start + 40, end=start + 46, text="Friday", timex=day.isoformat(),
                                 edtf=day.isoformat(), earliest=day, latest=day))
        frames.append(Attribution(source=((start, start + 9),), cue=((start + 10, start + 14),),
                                  content=((start + 15, start + 150),)))
        name = f"Source {chance.randrange(4000)}"
        source = SourceLink(name=name, kind="activist", cue="said", span=(start, start + 9))
        claims.append(Claim(
            id=content_id("c", report.id, start, kind), report=report.id, trigger=(start, start + 6),
            evidence=(start, start + 150), type=kind, certainty=chance.choice(("reported", "asserted", "alleged")),
            actor=("soldiers",), target=("protesters",), places=(mention.text,),
            where=Where(name=mention.text, place_id=mention.place_id, geonameid=mention.geonameid, lat=lat, lon=lon,
                        precision_km=3.0, country="SY", kind="city"),
            when=When(text="Friday", edtf=day.isoformat(), earliest=day, latest=day), sources=(source,),
            figures=(Figure(measure="killed", low=5, high=5, text="five", span=(start + 16, start + 20)),),
            rules=("verb:kill",),
        ))
    return Reading(report=report.id, reader=READER.name, language="en", places=tuple(places), times=tuple(times),
                   attributions=tuple(frames), claims=tuple(claims))


def _events(readings: Iterator[Reading], chance: random.Random) -> Iterator[Event]:
    """One event for every four claims, so that there are as many as in news of a conflict."""
    grades: tuple[GradeName, ...] = ("single", "single", "single", "echoed", "corroborated", "contested")
    for number, claims in enumerate(_fours(claim for reading in readings for claim in reading.claims)):
        first = claims[0]
        yield Event(
            id=f"e-{number:08}", type=first.type, label=f"{first.type}, {number}", when=first.when, where=first.where,
            grade=Grade(happened=chance.choice(grades), responsible=None, rule="made_up@1", why="made up for this"),
            roots=Roots(low=1, high=1, names=("somebody",)),
            claims=tuple(EventClaim(id=c.id, report=c.report, trigger=c.trigger, evidence=c.evidence, roots=("n:x",))
                         for c in claims),
            reports=tuple(EventReport(id=report) for report in sorted({c.report for c in claims})),
        )


def _fours(claims: Iterator[Claim]) -> Iterator[list[Claim]]:
    while some := list(itertools.islice(claims, 4)):
        yield some


def _searches(archive: Archive, chance: random.Random, vocabulary: list[str]) -> None:
    day = dt.date(2013, 5, 1)
    queries: dict[str, Callable[[], Query]] = {
        "words": lambda: Query(words=" ".join(chance.choices(vocabulary[80:600], k=2))),
        "words_kind": lambda: Query(words=chance.choice(vocabulary[80:500]), kinds=("shelling",)),
        "near_week": lambda: Query(near=Near(lat=chance.uniform(33, 36), lon=chance.uniform(36, 41), km=30),
                                   since=day, until=day + dt.timedelta(days=7)),
        "kind_month": lambda: Query(kinds=("killing",), since=day, until=day + dt.timedelta(days=30)),
        "source_grade": lambda: Query(source=f"source {chance.randrange(4000)}", grades=("contested",)),
        "outlet_certainty": lambda: Query(outlet="outlet 7", certainties=("alleged",)),
        "grade": lambda: Query(grades=("corroborated",)),
    }
    medians = []
    for name, make in queries.items():
        took = []
        for _ in range(15):
            query = make()
            begun = time.perf_counter()
            archive.find(query, limit=50)
            took.append(1000 * (time.perf_counter() - begun))
        medians.append(statistics.median(took))
        _say(f"search.{name}_ms", medians[-1])
    _say("search.median_ms", statistics.median(medians))


if __name__ == "__main__":
    main()
