"""`python -m evaluation.arabic`: how well Arabic is read, on open reports and on those held back."""

import tempfile
from pathlib import Path

from evaluation.arabic.corpus import gold, reports
from evaluation.arabic.measure import LOOKED_AT, measure
from evaluation.measure import scorer


def main() -> None:
    """Print a table of the figures of both parts."""
    with tempfile.TemporaryDirectory() as folder:
        found = {part: measure(part, scorer(), Path(folder)) for part in ("open", "held")}
    print(f"{'':22}{'open':>8}{'held':>8}")
    print(f"{'reports':22}{len(reports('open')):8}{len(reports('held')):8}")
    print(f"{'claims':22}{len(gold('open')):8}{len(gold('held')):8}")
    for name in LOOKED_AT:
        print(f"{name:22}{found['open'][name]:8.3f}{found['held'][name]:8.3f}")


if __name__ == "__main__":
    main()
