"""A bundle for readers without the right has no name in it, and is sound by the tools of every system."""

import datetime as dt
import json
import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner

from crossbearing.archive import Archive
from crossbearing.cli import main
from crossbearing.protection.key import Key
from crossbearing.protection.originals import holds_name
from crossbearing.protection.persons import Persons
from crossbearing.records import judge
from tests.protection.made import NAME, SPELLINGS, crossbearing, make


@pytest.fixture(scope="module")
def shared(tmp_path_factory) -> Path:
    folder = make(tmp_path_factory.mktemp("shared"))
    unread = {"id": "f", "published": "2011-06-13", "text": "Shells hit a bridge near Homs.", "photographer": NAME}
    folder.with_name("more.jsonl").write_text(json.dumps(unread))
    assert crossbearing("run", folder.with_name("more.jsonl"), "--archive", folder, "--processes", 1).exit_code == 0
    crossbearing("protect", "--archive", folder, NAME, "--why", f"{NAME} asked for it")
    bundle = folder.with_name("bundle")
    done = crossbearing("bundle", "--archive", folder, bundle)
    assert done.exit_code == 0, done.output
    return bundle


def test_no_file_of_it_has_the_name_in_any_spelling(shared):
    for file in shared.rglob("*"):
        told = file.name + (file.read_text("utf-8") if file.is_file() else "")
        assert [spelling for spelling in SPELLINGS if spelling in told.lower()] == [], file


def test_it_withholds_the_originals_that_name_the_person_and_holds_the_others(shared):
    withheld = [json.loads(line) for line in (shared / "data/withheld.jsonl").read_text().splitlines()]
    originals = list((shared / "data/originals").iterdir())
    assert (len(withheld), len(originals)) == (6, 1)
    assert b"helicopter" in originals[0].read_bytes()


def test_the_page_has_the_digests_that_the_bundle_has(shared):
    page = crossbearing("page", "--archive", shared.with_name("cases"), "-").output
    reports = [json.loads(line) for line in (shared / "data/reports.jsonl").read_text("utf-8").splitlines()]
    with Archive.open(shared.with_name("cases"), read_only=True) as archive:
        own = {report.digest for report in archive.reports.all()}
    assert [each["id"] for each in reports if each["digest"] not in page] == []
    held = {file.name for file in (shared / "data/originals").iterdir()}
    assert {digest for digest in own if digest in page} == held


def test_an_original_that_is_gone_is_told_without_its_digest(shared, tmp_path):
    cases = shared.with_name("cases")
    copy = tmp_path / "cases"
    shutil.copytree(cases, copy)
    for pack in (copy / "originals").rglob("*"):
        if pack.is_file():
            pack.unlink()
    with Archive.open(cases, read_only=True) as archive:
        reports = [report for report in archive.reports.all() if "helicopter" not in report.text]
    known = {report.digest for report in reports} | {report.id for report in reports if len(report.id) > 1}
    key = shared.with_name("secret.key")
    for asked in (("bundle", "--archive", copy, tmp_path / "b"), ("verify", "--archive", copy)):
        told = crossbearing(*asked, key=key)
        assert told.exit_code == 1
        assert [word for word in known if word in told.output] == []
    lost = crossbearing("verify", "--archive", copy, key=tmp_path / "none")
    assert lost.exit_code == 1
    assert [word for word in known if word in lost.output] == []


def test_every_file_is_as_its_manifest_says(shared):
    program = shutil.which("sha256sum") or shutil.which("shasum")
    assert program
    checked = subprocess.run([program, "-c", "manifest-sha256.txt"], cwd=shared, capture_output=True, check=False)
    assert checked.returncode == 0
    assert CliRunner().invoke(main, ["verify", "--bundle", str(shared)]).exit_code == 2


def test_no_file_of_it_has_a_digest_of_an_original_that_is_withheld(shared):
    cases = shared.with_name("cases")
    with Archive.open(cases, read_only=True) as archive:
        digests = {report.id: report.digest for report in archive.reports.all()}
    held = {file.name for file in (shared / "data/originals").iterdir()}
    told = "".join(file.read_text("utf-8") for file in shared.rglob("*") if file.is_file())
    assert {id_ for id_, digest in digests.items() if digest in told} == {
        id_ for id_, digest in digests.items() if digest in held
    }
    reports = map(json.loads, (shared / "data/reports.jsonl").read_text("utf-8").splitlines())
    withheld = map(json.loads, (shared / "data/withheld.jsonl").read_text("utf-8").splitlines())
    assert {(each["report"], each["original"]) for each in withheld} == {
        (each["id"], each["digest"]) for each in reports if each["digest"] not in held
    }


@pytest.mark.parametrize("data", [
    b"<p>Omar&nbsp;Khalil</p>", "خليل".encode("cp1256"), "خليل".encode("iso8859_6"),
    *("<meta content='Omar Khalil'>".encode(wide) for wide in ("utf-16", "utf-16-le", "utf-16-be", "utf-32")),
    "A عمر خليل قال".encode("utf-16-be"),
    b'{"a": "\\u062e\\u0644\\u064a\\u0644"}', b"https://x.example/%D8%AE%D9%84%D9%8A%D9%84",
    b"mail omar_khalil@x.example",
])
def test_an_original_that_has_the_name_where_no_text_shows_it_is_found(data):
    protects = judge(
        "protect", by="ada", at=dt.datetime(2011, 6, 10, tzinfo=dt.UTC), why="asked",
        value={"names": [NAME], "role": "source", "salt": "s"},
    )
    persons = Persons([protects], Key(b"k" * 32))
    assert holds_name(data, persons)
    assert not holds_name(b"<p>Nobody&nbsp;else</p>", persons)
