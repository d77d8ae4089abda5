"""What a folder may hold: nothing of it stops the rest, and each refusal names its file and a way out."""

import os
from collections.abc import Callable
from pathlib import Path

from crossbearing.intake import Refusal, take_in
from crossbearing.records import Report

NOBODY = 65534


def reports_and_refusals(path: Path) -> tuple[list[Report], dict[str, Refusal]]:
    reports = []
    refused = {}
    for got in take_in(path):
        if isinstance(got, Report):
            reports.append(got)
        else:
            refused[Path(got.file).name] = got
    return reports, refused


def as_nobody(work: Callable[[], str]) -> str:
    """Do something in a child process that has no right to others' files, even where the tests run as root."""
    out, into = os.pipe()
    child = os.fork()
    if child == 0:
        if os.geteuid() == 0:
            os.setgroups([])
            os.setgid(NOBODY)
            os.setuid(NOBODY)
        try:
            os.write(into, work().encode())
        finally:
            os._exit(0)
    os.close(into)
    with os.fdopen(out, encoding="utf-8") as told:
        os.waitpid(child, 0)
        return told.read()


def test_a_folder_of_trouble_gives_its_good_reports_and_names_the_rest(tmp_path):
    (tmp_path / "good.txt").write_text("Shells fell.", encoding="utf-8")
    (tmp_path / "zz").mkdir()
    (tmp_path / "zz" / "also good.txt").write_text("The town was shelled.", encoding="utf-8")
    (tmp_path / "zz" / "hollow").mkdir()
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 40)
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "blank.jsonl").write_bytes(b"\n\n")
    (tmp_path / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n0000")
    (tmp_path / "style.css").write_text("p {}", encoding="utf-8")
    (tmp_path / ".hidden.txt").write_text("not looked at", encoding="utf-8")
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "dangling.txt").symlink_to(tmp_path / "gone.txt")
    with (tmp_path / "line.txt").open("wb") as line:
        line.write(b"shelling " * (50 * 2**20 // 9))
    with (tmp_path / "line.jsonl").open("wb") as line:
        line.write(b'{"text": "' + b"shelling " * (50 * 2**20 // 9) + b'"}\n{"text": "After the long row."}\n')
    reports, refused = reports_and_refusals(tmp_path)
    assert [r.text for r in reports] == ["Shells fell.", "After the long row.", "The town was shelled."]
    assert {name: refusal.reason for name, refusal in refused.items()} == {
        "binary.txt": "these bytes are no text in any encoding known here (binary, or damaged)",
        "blank.jsonl": "it holds no rows",
        "dangling.txt": "there is no such file",
        "empty.txt": "it holds no text",
        "hollow": "the folder is empty",
        "line.jsonl": "the row is longer than 24 MiB",
        "line.txt": "it is larger than 4 MiB, which is more than one report",
        "picture.txt": "it is a PNG picture, which is not read here",
        "pipe.txt": "it is neither file nor folder",
        "style.css": ".css files are not read",
    }
    assert all(refusal.way_out for refusal in refused.values())


def test_the_same_bytes_have_the_same_id_and_other_bytes_another(tmp_path):
    for name, text in (("a.txt", "Shells fell."), ("b.txt", "Shells fell."), ("c.txt", "Shells fell!")):
        (tmp_path / name).write_text(text, encoding="utf-8")
    a, b, c = (report.id for report in reports_and_refusals(tmp_path)[0])
    assert a == b != c


def test_the_same_text_under_another_id_is_another_report(tmp_path):
    (tmp_path / "r.jsonl").write_bytes(b'{"id": "a", "text": "Shells fell."}\n{"id": "b", "text": "Shells fell."}\n')
    assert [report.id for report in reports_and_refusals(tmp_path)[0]] == ["a", "b"]


def test_what_may_not_be_read_is_named(tmp_path):
    tmp_path.chmod(0o755)
    for parent in tmp_path.parents[:2]:
        parent.chmod(0o755)
    (tmp_path / "open.txt").write_text("Shells fell.", encoding="utf-8")
    secret = tmp_path / "secret.txt"
    secret.write_text("hidden", encoding="utf-8")
    secret.chmod(0)
    (tmp_path / "room").mkdir(mode=0)
    told = as_nobody(lambda: "\n".join(map(str, take_in(tmp_path))))
    assert "secret.txt: no permission to read it" in told
    assert "room: no permission to read it" in told
    assert "Shells fell." in told


def test_names_that_are_no_text_and_names_that_paint_the_terminal_are_shown_safely(tmp_path):
    for name in (b"\xff\xfe.txt", b"red\x1b[31m.txt"):
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name)).write_bytes(b"")
    lines = [str(refusal) for refusal in take_in(tmp_path)]
    assert len(lines) == 2
    assert all(line.isprintable() for line in lines)
    "".join(lines).encode("utf-8")


def test_a_name_with_a_nul_and_a_missing_file_are_refusals():
    for name in ("no\0name", "no such file"):
        assert [type(got) for got in take_in(Path(name))] == [Refusal]


def test_a_very_deep_folder_is_walked(tmp_path):
    deep = tmp_path
    for _ in range(600):
        deep /= "d"
        try:
            deep.mkdir()
        except OSError:  # the path has become longer than this system allows
            deep = deep.parent
            break
    (deep / "a.txt").write_text("Shells fell.", encoding="utf-8")
    [report] = reports_and_refusals(tmp_path)[0]
    assert report.text == "Shells fell."
