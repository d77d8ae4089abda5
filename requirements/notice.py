"""Writes the table of third-party software in NOTICE from the locked dependencies and what they say of themselves.

Run it with `make notice`, after `make lock` and `make setup`.
"""

import re
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path

HERE = Path(__file__).parent
NOTICE = HERE.parent / "NOTICE"
BEGIN = "Third-party software (from requirements/run.txt)\n"
END = "\nDevelopment tools"

UNSAID = {
    "colorama": "BSD-3-Clause",  # installed on Windows alone, so its metadata is not at hand elsewhere
    "contourpy": "BSD-3-Clause",
    "cycler": "BSD-3-Clause",
    "datasketch": "MIT",
    "kiwisolver": "BSD-3-Clause",
    "matplotlib": "Matplotlib licence (in the manner of PSF-2.0)",
    "scipy": "BSD-3-Clause",
}
"""Licences that a package's metadata does not give in one short line."""

NAMES = {
    "BSD License": "BSD-3-Clause",
    "BSD": "BSD-3-Clause",
    "MIT License": "MIT",
    "ISC License": "ISC",
    "ISC License (ISCL)": "ISC",
    "Apache Software License": "Apache-2.0",
    "The BSD 2-Clause License": "BSD-2-Clause",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "GPL": "GPL-2.0-or-later",
}
"""SPDX names for the words that packages use."""


def locked(path: Path) -> list[str]:
    """Return the names of the packages that a requirements file pins, once each, in order."""
    return sorted({m[1] for m in re.finditer(r"(?m)^([a-z0-9][a-z0-9._-]*)==", path.read_text(encoding="utf-8"))})


def licence(package: str) -> str:
    """Return the SPDX name of a package's licence, as its metadata gives it.

    Raises:
        LookupError: nothing says what the licence is; look it up and enter it in UNSAID.
    """
    if package in UNSAID:
        return UNSAID[package]
    try:
        said = metadata(package)
    except PackageNotFoundError as missing:
        message = f"{package} is locked but not installed: run `make setup` first"
        raise LookupError(message) from missing
    classifiers = [c.rsplit(" :: ", 1)[-1] for c in said.get_all("Classifier") or [] if c.startswith("License ::")]
    told = said.get("License-Expression") or said.get("License") or (classifiers[0] if classifiers else "")
    if not told or len(told) > 60:
        message = f"{package} does not say its licence in one line: look it up and enter it in {Path(__file__).name}"
        raise LookupError(message)
    return NAMES.get(told, told)


def table() -> str:
    """Return the lines of the table, one package a line."""
    names = locked(HERE / "run.txt")
    width = max(map(len, names)) + 2
    return "".join(f"  {name:<{width}}{licence(name)}\n" for name in names)


if __name__ == "__main__":
    text = NOTICE.read_text(encoding="utf-8")
    head, rest = text.split(BEGIN)
    _, tail = rest.split(END)
    NOTICE.write_text(head + BEGIN + "\n" + table() + END + tail, encoding="utf-8")
