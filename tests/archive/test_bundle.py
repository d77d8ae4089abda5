"""An evidence bundle holds all, and a script of sixty lines finds whatever was changed in it."""

import hashlib
import json
import random
import shutil
import subprocess
import sys

import pytest

from crossbearing.archive import Archive, ArchiveTrouble
from crossbearing.archive.bundle import write_bundle
from crossbearing.archive.check_bundle import check
from tests.archive.made import fill, received


@pytest.fixture(scope="module")
def sound(backend, tmp_path_factory):
    folder = tmp_path_factory.mktemp("bundle")
    with Archive.open(backend.new()) as archive:
        fill(archive, 4)
        write_bundle(archive, folder / "evidence")
    return folder / "evidence"


@pytest.fixture
def bag(sound, tmp_path):
    shutil.copytree(sound, tmp_path / "evidence")
    return tmp_path / "evidence"


def alone(bag):
    """Check a bundle as a third party does: with its own script, and none of our code to be found."""
    return subprocess.run(
        [sys.executable, "-I", "-S", str(bag / "verify.py")], capture_output=True, text=True, check=False, cwd="/",
    )


def test_a_sound_bundle_is_found_sound_by_its_own_script(sound):
    done = alone(sound)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("sound")
    assert len((sound / "verify.py").read_text().splitlines()) <= 60


def test_a_bundle_is_a_bag_that_other_tools_know(sound):
    assert (sound / "bagit.txt").read_text() == "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
    payload = [file for file in (sound / "data").rglob("*") if file.is_file()]
    info = dict(line.split(": ", 1) for line in (sound / "bag-info.txt").read_text().splitlines())
    assert info["Payload-Oxum"] == f"{sum(file.stat().st_size for file in payload)}.{len(payload)}"
    manifest = dict(reversed(line.split("  ")) for line in (sound / "manifest-sha256.txt").read_text().splitlines())
    assert manifest == {
        file.relative_to(sound).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest() for file in payload
    }


def test_the_same_archive_gives_the_same_bundle(where, tmp_path):
    with Archive.open(where) as archive:
        fill(archive, 4)
        for name in ("a", "b"):
            write_bundle(archive, tmp_path / name)
    names = sorted(file.relative_to(tmp_path / "a") for file in (tmp_path / "a").rglob("*"))
    for name in names:
        if (tmp_path / "a" / name).is_file():
            assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()


def test_any_changed_byte_of_any_file_is_found(bag):
    chance = random.Random(5)
    for file in sorted(f for f in bag.rglob("*") if f.is_file()):
        data = file.read_bytes()
        for _ in range(3):
            at = chance.randrange(len(data))
            file.write_bytes(data[:at] + bytes([data[at] ^ (1 << chance.randrange(8))]) + data[at + 1:])
            try:
                told = list(check(bag))
            except (ValueError, KeyError, OSError) as error:
                told = [str(error)]
            assert told, (file, at)
        file.write_bytes(data)
    assert list(check(bag)) == []


def reseal(bag):
    """Make the manifests fit again, as somebody would who forges a bundle."""
    for name, files in (
        ("manifest-sha256.txt", [f for f in (bag / "data").rglob("*") if f.is_file()]),
        ("tagmanifest-sha256.txt", [f for f in bag.iterdir() if f.is_file() and not f.name.startswith("tagm")]),
    ):
        lines = (f"{hashlib.sha256(f.read_bytes()).hexdigest()}  {f.relative_to(bag).as_posix()}\n" for f in files)
        (bag / name).write_text("".join(sorted(lines, key=lambda line: line.split("  ")[1])))


@pytest.mark.parametrize("part", ["reports", "readings", "judgements", "events", "ledger"])
def test_a_forged_line_is_found_though_the_manifests_fit(bag, part):
    file = bag / "data" / f"{part}.jsonl"
    for forged in (
        lambda lines: lines[:-1],
        lambda lines: [lines[1], lines[0], *lines[2:]],
        lambda lines: [*lines, lines[0]],
        lambda lines: [lines[0].replace(b'"', b'" ', 1), *lines[1:]],
    ):
        before = file.read_bytes()
        file.write_bytes(b"".join(forged(before.splitlines(keepends=True))))
        reseal(bag)
        assert alone(bag).returncode == 1
        file.write_bytes(before)
    reseal(bag)
    assert list(check(bag)) == []


def test_an_original_that_was_forged_or_left_out_is_found_though_the_manifests_fit(bag):
    [first, second, *_] = sorted((bag / "data" / "originals").iterdir())
    first.write_bytes(first.read_bytes() + b" ")
    second.unlink()
    reseal(bag)
    assert list(check(bag)) == [
        f"original {file.name}: it is gone or was changed" for file in (first, second)
    ]


def test_the_history_is_told_as_prov(sound):
    told = json.loads((sound / "data" / "provenance.json").read_text())
    ledger = [json.loads(line) for line in (sound / "data" / "ledger.jsonl").read_text().splitlines()]
    assert [activity["prov:type"] for _, activity in sorted(told["activity"].items())] == [e["act"] for e in ledger]
    derived = {d["prov:generatedEntity"]: d["prov:usedEntity"] for d in told["wasDerivedFrom"].values()}
    [reading, *_] = (sound / "data" / "readings.jsonl").read_bytes().splitlines()
    report = derived[f"sha256:{hashlib.sha256(reading).hexdigest()}"]
    assert (sound / "data" / "originals" / derived[report].removeprefix("sha256:")).exists()
    assert set(derived) | set(derived.values()) <= set(told["entity"])


def test_a_damaged_archive_is_not_handed_on_and_nothing_is_left_half_written(backend, where, tmp_path):
    with Archive.open(where) as archive:
        archive.take_in([received("5 killed", "a")])
        [name] = archive.originals.packs.names()
        backend.forge(where, name, b"forged")
        with pytest.raises(ArchiveTrouble, match="was changed"):
            write_bundle(archive, tmp_path / "evidence")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_there_is_left_alone(tmp_path):
    (tmp_path / "mine").mkdir()
    with Archive.open(tmp_path / "cases") as archive, pytest.raises(FileExistsError):
        write_bundle(archive, tmp_path / "mine")
