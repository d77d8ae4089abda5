"""Where the archives of tests lie: in folders, and in databases of a server that is started for them."""

import pytest

from crossbearing.archive import Archive
from tests.archive.backends import Databases, Folders
from tests.archive.server import Server

BACKENDS = ("sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql))


@pytest.fixture(scope="session")
def server():
    """A PostgreSQL server; mark tests that use it `postgresql`."""
    running = Server()
    yield running
    running.stop()


@pytest.fixture(scope="session", params=BACKENDS)
def backend(request, tmp_path_factory):
    """Each kind of place where an archive may lie."""
    if request.param == "sqlite":
        return Folders(tmp_path_factory.mktemp("archives"))
    return Databases(request.getfixturevalue("server"))


@pytest.fixture
def where(backend):
    """A place where no archive is yet."""
    return backend.new()


@pytest.fixture
def archive(where):
    """A new archive."""
    with Archive.open(where, actor="ada") as opened:
        yield opened
