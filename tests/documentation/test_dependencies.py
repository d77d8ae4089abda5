"""What is asked for is locked; what is locked has its hash and its place in NOTICE."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
LOCKS = {name: (ROOT / "requirements" / f"{name}.txt").read_text("utf-8") for name in ("run", "dev")}
NOTICE = (ROOT / "NOTICE").read_text("utf-8")
ENTRY = re.compile(r"(?m)^(?P<name>[A-Za-z0-9._-]+)==(?P<version>[^\s;]+)(?P<rest>(?:[^\n]*\\\n)*[^\n]*)")
WAY_OUT = "run `make lock setup notice`"

pytestmark = pytest.mark.documentation


def versions(lock: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for entry in ENTRY.finditer(LOCKS[lock]):
        found.setdefault(canonicalize_name(entry["name"]), set()).add(entry["version"])
    return found


@pytest.mark.parametrize(
    ("lock", "asked"), [("run", PROJECT["project"]["dependencies"]), ("dev", PROJECT["dependency-groups"]["dev"])],
)
def test_everything_asked_for_is_locked_in_a_version_that_fits(lock, asked):
    locked = versions(lock)
    for requirement in map(Requirement, asked):
        found = locked.get(canonicalize_name(requirement.name), set())
        assert any(requirement.specifier.contains(v) for v in found), f"{requirement} is not locked: {WAY_OUT}"


def test_development_uses_the_very_versions_that_are_run():
    run, dev = versions("run"), versions("dev")
    assert run == {name: dev.get(name) for name in run}


@pytest.mark.parametrize("lock", sorted(LOCKS))
def test_every_locked_package_has_a_hash(lock):
    entries = list(ENTRY.finditer(LOCKS[lock]))
    assert len(entries) > 20
    assert [e["name"] for e in entries if "--hash=sha256:" not in e["rest"]] == []


@pytest.mark.parametrize("lock", sorted(LOCKS))
def test_no_address_and_no_path_stands_in_the_lock(lock):
    assert re.findall(r"\w+://\S+|(?m:^-\S+.*)| @ |(?<=\s)/\S+", LOCKS[lock]) == []


def test_the_notice_names_every_locked_package_with_its_licence_and_none_that_is_gone():
    table = NOTICE.split("Third-party software")[1].split("Development tools")[0]
    listed = dict(re.findall(r"(?m)^  (\S+) +(\S.*)$", table))
    assert set(listed) == set(versions("run")), WAY_OUT


def test_the_notice_attributes_geonames_as_its_licence_asks():
    assert "GeoNames" in NOTICE
    assert "CC BY 4.0" in NOTICE


def test_nothing_under_the_gpl_alone_is_locked() -> None:
    """Permissive licences and weak copyleft only: "OR" leaves the choice to us, the GPL alone does not."""
    table = (ROOT / "NOTICE").read_text(encoding="utf-8").split("Third-party software", 1)[1]
    bound = [line for line in table.splitlines() if "GPL" in line and "LGPL" not in line and " OR " not in line]
    assert not bound
