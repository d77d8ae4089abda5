"""What the demo leaves behind, made once, with the real command line."""

from pathlib import Path
from typing import NamedTuple

import pytest
from click.testing import CliRunner

from crossbearing.cli import main


class Demonstrated(NamedTuple):
    """The demo's folder and what it said."""

    folder: Path
    said: str

    @property
    def archive(self) -> str:
        return str(self.folder / "archive")


@pytest.fixture(scope="session")
def demonstrated(tmp_path_factory) -> Demonstrated:
    """The demo, run once on the samples, in a folder that a shell must be given in quotes."""
    folder = tmp_path_factory.mktemp("demo") / "shown here"
    ran = CliRunner().invoke(main, ["demo", str(folder), "--processes", "1"])
    assert ran.exit_code == 0, ran.output
    return Demonstrated(folder, ran.stdout)
