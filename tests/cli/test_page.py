from pathlib import Path

from click.testing import CliRunner

from crossbearing.cli import main


def run(*arguments: str):
    return CliRunner().invoke(main, ["page", *arguments])


def test_the_page_of_an_archive_is_one_file_and_the_same_each_time(demonstrated, tmp_path):
    for name in ("one.html", "two.html"):
        assert run("--archive", demonstrated.archive, str(tmp_path / name)).exit_code == 0
    assert [path.name for path in sorted(tmp_path.iterdir())] == ["one.html", "two.html"]
    assert (tmp_path / "one.html").read_bytes() == (tmp_path / "two.html").read_bytes()


def test_the_map_shows_the_towns_around_from_the_gazetteer(demonstrated):
    assert '"Idlib"' in (demonstrated.folder / "page.html").read_text("utf-8")


def test_a_page_that_cannot_be_written_leaves_what_was_there(demonstrated, tmp_path):
    missing = tmp_path / "no" / "page.html"
    ran = run("--archive", demonstrated.archive, str(missing))
    assert ran.exit_code == 1
    assert "crossbearing:" in ran.stderr
    assert list(Path(tmp_path).iterdir()) == []
