"""The words and rules of time as data, and how they are read."""

import re
from importlib.resources import files
from typing import Any

import yaml


class _Plain(yaml.SafeLoader):
    """Leaves dates, and words such as "on" and "no", as the text they are written in."""


_Plain.yaml_implicit_resolvers = {
    first: [(tag, regex) for tag, regex in resolvers if not tag.endswith((":timestamp", ":bool"))]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
_Plain.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(?:true|false)$"), list("tf"))


def load(name: str) -> Any:
    """Return the content of a data file of this folder by its name without ending."""
    raw = files("crossbearing.times.data").joinpath(f"{name}.yaml").read_text(encoding="utf-8")
    return yaml.load(raw, Loader=_Plain)  # noqa: S506 - a safe loader, less one resolver
