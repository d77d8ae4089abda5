"""Where the shared instances lie; tests that use them skip loudly where they are absent."""

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of shared instances; its data stay where they are."""
    folder = Path(os.environ.get("CROSSBEARING_DISPLACEMENT") or ROOT / "../shared/displacement").resolve()
    if not (folder / "instances").is_dir():
        pytest.skip(f"no displacement instances at {folder}: set CROSSBEARING_DISPLACEMENT")
    return folder
