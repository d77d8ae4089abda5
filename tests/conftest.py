"""Fixtures for what lies outside the repository, and the option that lets no test be skipped."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PROGRAMS = {"browser": ("chromium", "chromium-browser", "google-chrome"), "postgresql": ("initdb", "postgres")}
"""What a mark needs on PATH: any one of the names for a browser, for PostgreSQL the first."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--forbid-skips", action="store_true", help="count a skipped test as failed, as CI does")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    report = yield
    if report.skipped and not hasattr(report, "wasxfail") and item.config.getoption("--forbid-skips"):
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid} was skipped, and no test may be skipped here: {reason}"
    return report


def pytest_runtest_setup(item: pytest.Item) -> None:
    for mark, names in PROGRAMS.items():
        if item.get_closest_marker(mark) and not any(map(program, names)):
            pytest.skip(f"no {names[0]} on this machine: apt-get install {'chromium' if mark == 'browser' else mark}")


def program(name: str) -> str | None:
    """Debian keeps PostgreSQL's server programs out of PATH, in a folder for each version."""
    return shutil.which(name) or next((str(p) for p in sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"))), None)


@pytest.fixture(scope="session")
def corpora() -> Path:
    """The folder of labelled corpora; mark tests that use it `corpora`."""
    folder = Path(os.environ.get("CROSSBEARING_CORPORA") or ROOT / "../shared/corpora").resolve()
    if not folder.is_dir():
        pytest.skip(f"no labelled corpora at {folder}: set CROSSBEARING_CORPORA")
    return folder


@pytest.fixture(scope="session")
def chromium() -> str:
    """The browser's program; mark tests that use it `browser`."""
    found = next(filter(None, map(program, PROGRAMS["browser"])), None)
    if not found:
        pytest.skip("no chromium on this machine: apt-get install chromium")
    return found
