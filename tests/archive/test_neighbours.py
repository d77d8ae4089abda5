"""What weighing remembers beside an archive is never trusted where it may be wrong, and never in anybody's way."""

from crossbearing.archive.beside import InFile
from crossbearing.archive.neighbours import Neighbours
from crossbearing.weighing import Note
from crossbearing.weighing.notes import AccountNote

NOTE = Note("r1", 735000, (AccountNote(("c1",), (), (), True, (3,)),), (7,))


def noted(file, *, whole: bool) -> None:
    neighbours = Neighbours(InFile(file))
    neighbours.begin()
    neighbours.put_notes([NOTE])
    if whole:
        neighbours.end({"reader": "x"})
    neighbours.close()


def test_what_was_weighed_is_there_again(tmp_path):
    noted(tmp_path / "n.sqlite", whole=True)
    again = Neighbours(InFile(tmp_path / "n.sqlite"))
    assert again.weighed_from() == {"reader": "x"}
    assert again.notes(["r1"]) == {"r1": NOTE}


def test_what_was_broken_off_is_not_trusted(tmp_path):
    noted(tmp_path / "n.sqlite", whole=False)
    assert Neighbours(InFile(tmp_path / "n.sqlite")).weighed_from() is None


def test_a_spoilt_file_is_made_anew(tmp_path):
    (tmp_path / "n.sqlite").write_bytes(b"no database" * 100)
    again = Neighbours(InFile(tmp_path / "n.sqlite"))
    assert again.weighed_from() is None
    assert again.notes(["r1"]) == {}


def test_two_at_once_do_not_share_the_file(tmp_path):
    noted(tmp_path / "n.sqlite", whole=True)
    first, second = Neighbours(InFile(tmp_path / "n.sqlite")), Neighbours(InFile(tmp_path / "n.sqlite"))
    assert second.weighed_from() is None
    second.begin()
    second.put_notes([NOTE])
    second.end({})
    assert first.weighed_from() == {"reader": "x"}
