"""A PostgreSQL server for tests: made in a folder of its own, reached by a socket there, gone at the end."""

import getpass
import os
import pwd
import shutil
import subprocess
import tempfile
import time
from itertools import count
from pathlib import Path
from urllib.parse import quote

import psycopg

from tests.conftest import program

OWNER = "crossbearing"
QUICK = ("fsync=off", "full_page_writes=off", "shared_buffers=32MB", "max_connections=60", "listen_addresses=")
"""Nothing here must outlive a power cut, and nobody outside must reach it."""


class Server:
    """A running server; each `database` is new."""

    def __init__(self) -> None:
        # A socket's path has at most 107 bytes, which a test's own folder may have by itself.
        self.folder = Path(tempfile.mkdtemp(prefix="pg-"))
        self._numbers = count(1)
        user = _harmless_user()
        if user:
            shutil.chown(self.folder, user)
        self.folder.chmod(0o755)
        data = self.folder / "data"
        subprocess.run(
            [program("initdb"), "-D", str(data), "-U", OWNER, "--auth=trust", "--encoding=UTF8", "--locale=C",
             "--no-sync"],
            check=True, capture_output=True, user=user, cwd=self.folder,
        )
        settings = [part for setting in QUICK for part in ("-c", setting)]
        with (self.folder / "log").open("wb") as log:
            self._process = subprocess.Popen(
                [program("postgres"), "-D", str(data), "-k", str(self.folder), *settings], user=user, cwd=self.folder,
                stdout=log, stderr=log,
            )
        self._wait()

    def _wait(self) -> None:
        until = time.monotonic() + 60
        while True:
            try:
                psycopg.connect(self.url("postgres")).close()
            except psycopg.OperationalError:
                if self._process.poll() is not None or time.monotonic() > until:
                    raise RuntimeError((self.folder / "log").read_text()) from None
                time.sleep(0.05)
            else:
                return

    def url(self, database: str, user: str = OWNER) -> str:
        """Return the URL of a database, there or not."""
        return f"postgresql://{user}@/{database}?host={quote(str(self.folder), safe='')}"

    def run(self, sql: str, database: str = "postgres") -> None:
        """Run one statement outside any transaction."""
        with psycopg.connect(self.url(database), autocommit=True) as connection:
            connection.execute(sql)

    def database(self, like: str | None = None) -> str:
        """Make a database, empty or as another is, and return its URL."""
        name = f"cases{next(self._numbers)}"
        template = like.split("?")[0].rsplit("/", 1)[1] if like else "template0"
        self.run(f"CREATE DATABASE {name} TEMPLATE {template}")
        return self.url(name)

    def stop(self) -> None:
        """End the server and remove all that it wrote."""
        self._process.send_signal(2)  # SIGINT: it ends at once and in order, whoever is still connected
        self._process.wait(60)
        shutil.rmtree(self.folder)


def _harmless_user() -> str | None:
    """PostgreSQL will not run as root; return who it is to run as, null for ourselves."""
    if os.geteuid():
        return None
    known = {entry.pw_name for entry in pwd.getpwall()}
    return next((name for name in ("postgres", "nobody") if name in known), getpass.getuser())
