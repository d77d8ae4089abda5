"""Take in, read, weigh: in order, once, wherever it was broken off, and whatever happens to a report."""

import ast
import random
import re
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

from crossbearing import pipeline, weighing
from crossbearing.archive import Archive
from crossbearing.pipeline import choice
from crossbearing.pipeline.weighing import PACKAGES, ROOMS
from crossbearing.reading.rules_v1 import Rules
from crossbearing.records import Reading
from crossbearing.weighing import Workers
from evaluation.archive import kills
from evaluation.archive.kills import exports, write_reports
from tests.archive.made import COUNTING, received
from tests.pipeline.child import Silent

ROOT = Path(__file__).parents[2]


def run(archive: Archive, *paths: Path) -> tuple[pipeline.Summary, list[object]]:
    told: list[object] = []
    summary = pipeline.run(archive, paths, progress=Silent(), told=told.append, choice=COUNTING)
    return summary, told


def start(source: Path, folder: Path, processes: int = 1) -> subprocess.Popen:
    return subprocess.Popen(
        [sys.executable, "-m", "tests.pipeline.child", str(source), str(folder), str(processes)], cwd=ROOT,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )


def test_a_second_run_does_nothing(tmp_path):
    source = write_reports(tmp_path / "in.jsonl", 30)
    with Archive.open(tmp_path / "cases") as archive:
        first, _ = run(archive, source)
        head = archive.ledger.head()
        second, _ = run(archive, source)
        assert archive.ledger.head() == head
    assert (first.new, first.read, first.weighed, first.claims) == (30, 30, True, 30)
    assert (second.new, second.known, second.read, second.weighed, second.claims) == (0, 30, 0, False, 30)


def test_new_reports_are_read_alone_and_weighed_into_the_picture(tmp_path):
    with Archive.open(tmp_path / "cases") as archive:
        run(archive, write_reports(tmp_path / "a.jsonl", 10))
        summary, _ = run(archive, write_reports(tmp_path / "b.jsonl", 15))
        assert (summary.new, summary.known, summary.read, summary.weighed) == (5, 10, 5, True)
        assert [entry.act for entry in archive.ledger.entries()][-3:] == ["take in", "read", "weigh"]


def test_the_picture_does_not_depend_on_the_order_or_the_steps_of_arrival(tmp_path):
    source = write_reports(tmp_path / "in.jsonl", 40)
    lines = source.read_text().splitlines(keepends=True)
    random.Random(3).shuffle(lines)
    with Archive.open(tmp_path / "a") as archive:
        run(archive, source)
    with Archive.open(tmp_path / "b") as archive:
        for at in range(0, 40, 11):
            (tmp_path / "part.jsonl").write_text("".join(lines[at:at + 11]))
            run(archive, tmp_path / "part.jsonl")
    # The ids of events are history: an event keeps the one that it had when it was smaller.
    assert without_ids(exports(tmp_path / "a")) == without_ids(exports(tmp_path / "b"))


def without_ids(exported: dict[str, str]) -> dict[str, str]:
    return {name: re.sub("e-[0-9a-f]{16}", "e-", text) for name, text in exported.items()}


def test_an_event_keeps_its_id_as_earlier_reports_join_it(tmp_path):
    source = write_reports(tmp_path / "in.jsonl", 40)
    lines = source.read_text().splitlines(keepends=True)
    with Archive.open(tmp_path / "cases") as archive:
        (tmp_path / "part.jsonl").write_text("".join(lines[20:]))
        run(archive, tmp_path / "part.jsonl")
        before = {claim.id: event.id for event in archive.events.all() for claim in event.claims}
        run(archive, source)
        after = {claim.id: event.id for event in archive.events.all() for claim in event.claims}
        assert any(before[claim] == after[claim] for claim in before)
        for claim, id_ in before.items():
            assert archive.events.get(id_).id == after[claim]
        assert {old for old, _ in archive.events.moved("e-")} == set(before.values()) - set(after.values())


def test_without_the_file_of_neighbours_all_is_weighed_anew_to_the_same_events(tmp_path):
    source = write_reports(tmp_path / "in.jsonl", 30)
    lines = source.read_text().splitlines(keepends=True)
    with Archive.open(tmp_path / "cases") as archive:
        (tmp_path / "part.jsonl").write_text("".join(lines[:20]))
        run(archive, tmp_path / "part.jsonl")
        archive.forget_neighbours()
        run(archive, source)
        kept = list(archive.events.all())
    with Archive.open(tmp_path / "other") as archive:
        run(archive, tmp_path / "part.jsonl")
        run(archive, source)
        assert list(archive.events.all()) == kept


def test_what_is_refused_and_what_chokes_a_reader_is_told_and_the_rest_goes_on(tmp_path):
    (tmp_path / "in.jsonl").write_text(
        '{"id": "a", "text": "3 killed"}\n{"id": "b", "text": \n{"id": "c", "text": "choke"}\n'
        '{"id": "d", "text": "x", "language": "ar"}\n',
    )
    with Archive.open(tmp_path / "cases") as archive:
        summary, told = run(archive, tmp_path / "in.jsonl", tmp_path / "none.txt")
        again, told_again = run(archive)
    assert (summary.new, summary.refused, summary.read, summary.failed, summary.claims) == (3, 2, 2, 1, 1)
    assert summary.not_read == {"ar": 1}
    assert [str(each).split(":")[0] for each in told][1:] == [str(tmp_path / "none.txt"), "report c"]
    assert "ValueError: choked" in str(told[-1])
    assert (again.failed, len(told_again), again.weighed) == (1, 1, False)


def test_a_cluster_that_cannot_be_reached_is_told_before_anything_is_taken_in(tmp_path):
    source = write_reports(tmp_path / "in.jsonl", 3)
    with Archive.open(tmp_path / "cases") as archive:
        with pytest.raises(pipeline.ClusterMissing, match="nowhere://here"):
            pipeline.run(
                archive, [source], progress=Silent(), told=print, choice=COUNTING, cluster="nowhere://here",
            )
        assert archive.counts().reports == 0


def test_reports_come_back_in_order_from_any_executor():
    reports = [received(f"{n} killed", f"r{n}").report for n in range(100)]
    with ThreadPoolExecutor(3) as executor:
        spread = list(pipeline.read(iter(reports), workers=Workers(executor, 3), choice=COUNTING))
    assert [report.id for report, _ in spread] == [report.id for report in reports]
    assert spread == list(pipeline.read(reports, workers=None, choice=COUNTING))
    assert all(isinstance(got, Reading) for _, got in spread)


def test_reading_in_processes_gives_what_reading_here_gives(tmp_path):
    source = write_reports(tmp_path / "in.jsonl", 60)
    for name, processes in (("here", 1), ("spread", 2)):
        done = start(source, tmp_path / name, processes)
        _, errors = done.communicate(timeout=120)
        assert done.returncode == 0, errors
    assert exports(tmp_path / "here") == exports(tmp_path / "spread")


@pytest.mark.slow
def test_killed_at_any_moment_nothing_acknowledged_is_lost_and_it_ends_with_the_same_exports():
    assert kills.run(4, reports=160) == []


@pytest.mark.slow
def test_killed_thirty_times_nothing_acknowledged_is_lost():
    assert kills.run(30, seed=2) == []


@pytest.mark.slow
def test_killed_while_other_processes_read_it_resumes_and_ends_with_the_same_exports(tmp_path):
    source = write_reports(tmp_path / "in.jsonl", 240)
    with Archive.open(tmp_path / "whole") as archive:
        run(archive, source)
    chance = random.Random(2)
    for _ in range(4):
        child = start(source, tmp_path / "cases", 2)
        time.sleep(chance.uniform(0.2, 1.5))
        child.send_signal(signal.SIGKILL)
        child.communicate(timeout=60)
    child = start(source, tmp_path / "cases", 2)
    _, errors = child.communicate(timeout=120)
    assert child.returncode == 0, errors
    assert exports(tmp_path / "cases") == exports(tmp_path / "whole")


def test_two_processes_on_one_archive_end_with_the_picture_of_one(tmp_path):
    source = write_reports(tmp_path / "in.jsonl", 300)
    with Archive.open(tmp_path / "whole") as archive:
        run(archive, source)
    both = [start(source, tmp_path / "cases") for _ in range(2)]
    for child in both:
        _, errors = child.communicate(timeout=120)
        assert child.returncode == 0, errors
    assert exports(tmp_path / "cases") == exports(tmp_path / "whole")
    with Archive.open(tmp_path / "cases") as archive:
        taken = [r["id"] for entry in archive.ledger.entries() for r in entry.outputs.get("reports", ())]
    assert len(taken) == len(set(taken)) == 300


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks for processes in Linux's /proc")
def test_workers_end_when_the_process_that_began_them_is_killed(tmp_path):
    source = write_reports(tmp_path / "in.jsonl", 400)
    child = start(source, tmp_path / "cases", 2)
    workers: set[int] = set()
    for _ in range(1000):
        workers |= children(child.pid)
        if len(workers) >= 2:
            break
        time.sleep(0.02)
    child.kill()
    child.communicate(timeout=60)
    assert workers
    for _ in range(100):
        if not any(Path(f"/proc/{worker}").exists() and not is_zombie(worker) for worker in workers):
            return
        time.sleep(0.05)
    raise AssertionError("a worker lives on")


def children(pid: int) -> set[int]:
    try:
        return set(map(int, Path(f"/proc/{pid}/task/{pid}/children").read_text().split()))
    except OSError:
        return set()


def is_zombie(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] == "Z"
    except OSError:
        return True


def test_the_choice_of_rules_says_of_the_reader_what_the_reader_says_of_itself():
    assert (pipeline.RULES.name, pipeline.RULES.languages) == (Rules.name, Rules.languages)


def test_a_version_changes_with_any_file_of_its_rooms_and_with_nothing_else():
    rooms = ["records", "ontology"]
    assert pipeline.version_of(rooms, []) == pipeline.version_of(rooms, [])
    different = {
        pipeline.version_of(rooms, []), pipeline.version_of(["records"], []), pipeline.version_of(rooms, ["click"]),
        pipeline.version_of(rooms, [], "more"),
    }
    assert len(different) == 4


def test_the_version_of_the_weigher_names_all_rooms_and_packages_that_weighing_uses():
    code = "import sys, crossbearing.weighing; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert set(re.findall(r"crossbearing\.(\w+)", done.stdout)) <= set(ROOMS)
    assert imported(weighing) == set(PACKAGES)


def test_the_version_of_the_rules_names_all_packages_that_reading_uses():
    used = set().union(*(imported(import_module(f"crossbearing.{room}")) for room in choice.ROOMS))
    # How many threads multiply changes no number that comes out.
    assert {name.replace("_", "-") for name in used - {"threadpoolctl"}} == set(choice.PACKAGES)


def imported(room: ModuleType) -> set[str]:
    """The packages of others that a room uses, but those that only carry records and tables to and fro."""
    names = set()
    for module in Path(room.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                names |= {alias.name.split(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                names.add(node.module.split(".")[0])
    return names - sys.stdlib_module_names - {"crossbearing", "msgspec", "yaml"}
