"""In CI a skipped test is a failed one."""

import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
CASES = """
import pytest

def test_skips():
    pytest.skip("no corpora")

@pytest.mark.xfail(strict=True)
def test_fails_as_expected():
    assert False
"""


@pytest.mark.parametrize(
    ("option", "code", "told"), [((), 0, "1 skipped, 1 xfailed"), (("--forbid-skips",), 1, "1 failed, 1 xfailed")],
)
def test_forbidding_skips_fails_what_skips_and_leaves_an_expected_failure_alone(tmp_path, option, code, told):
    (tmp_path / "conftest.py").write_text((HERE / "conftest.py").read_text("utf-8"), "utf-8")
    (tmp_path / "test_cases.py").write_text(CASES, "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *option],
        cwd=tmp_path, capture_output=True, text=True, check=False,
    )
    assert done.returncode == code
    assert told in done.stdout
