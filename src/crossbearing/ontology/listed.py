"""Reads the lists of words and weights that rooms keep as YAML beside their code."""

from importlib.resources import files
from typing import TypeVar

import msgspec

T = TypeVar("T")


def listed(package: str, name: str, shape: type[T]) -> T:
    """Return what a YAML file of a package holds, in the shape given; `name` may begin with a folder of the package.

    Raises FileNotFoundError where there is no such file, and msgspec.ValidationError where it holds something else.

    >>> listed("crossbearing.ontology", "words.yaml", dict[str, dict[str, str]])["grades"]["single"]
    'One root stands behind it.'
    """
    text = files(package).joinpath(*name.split("/")).read_text(encoding="utf-8")
    return msgspec.yaml.decode(text, type=shape)
