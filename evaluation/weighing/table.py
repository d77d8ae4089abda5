"""Writes learnt weights into the table of the room `weighing`, keeping its words and comments."""

import re
from pathlib import Path

from crossbearing.weighing.settings import Scale

TABLE = Path(__file__).parents[2] / "src" / "crossbearing" / "weighing" / "weights.yaml"

_COMPARISON = re.compile(r"^    (\w+):$")
_LEVEL = re.compile(r"^(      (\w+): \[)[-+.\d]+(, .*)$")
_PRIOR = re.compile(r"^  prior: .*$")


def write(across: Scale) -> None:
    """Put the weights between reports into `weights.yaml`."""
    TABLE.write_text(with_weights(TABLE.read_text(encoding="utf-8"), across), encoding="utf-8")


def with_weights(text: str, across: Scale) -> str:
    """Return the text of the table with other weights in its part `across`; all else stays as it is."""
    head, _, tail = text.partition("across:\n")
    body, _, rest = tail.partition("within:\n")
    lines = []
    comparison = ""
    for line in body.splitlines():
        if named := _COMPARISON.match(line):
            comparison = named[1]
        if level := _LEVEL.match(line):
            lines.append(f"{level[1]}{across.weight(comparison, level[2])}{level[3]}")
        else:
            lines.append(_PRIOR.sub(f"  prior: {across.prior}", line))
    return f"{head}across:\n" + "\n".join(lines) + f"\nwithin:\n{rest}"
