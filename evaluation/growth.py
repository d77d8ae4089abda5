"""`python -m evaluation.growth`: whether the memory of reading grows with the number of reports.

Reads N real reports and four times as many, every one another, each number in a process of its own on one core, and
watches the peak of what it holds. Fails where four times the reports take more than a tenth more.
"""

import argparse
import sys
import tempfile
from itertools import islice
from pathlib import Path

from evaluation.bench import PROGRAM, measure
from evaluation.measure import corpora

FILES = ("syria/unlabelled/reports.jsonl", "gva/dev/reports.jsonl")
TIMES = 4
MOST = 1.10
"""Growth of the peak from N to four times N reports that is held for noise and words never met before."""


def main() -> int:
    """Print the peaks; return 1 where memory grows, 2 where it could not be measured."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=int, default=200, metavar="N", help="how many reports (default: 200)")
    fewest = parser.parse_args().reports
    lines = [line for name in FILES if (corpora() / name).exists() for line in (corpora() / name).open("rb")]
    if len(lines) < TIMES * fewest:
        print(f"NOT MEASURED: {TIMES * fewest} reports are wanted of {', '.join(FILES)} in {corpora()}: "
              "set CROSSBEARING_CORPORA", file=sys.stderr)
        return 2
    peaks = []
    with tempfile.TemporaryDirectory() as folder:
        for count in (fewest, TIMES * fewest):
            given, layers = Path(folder, f"{count}.jsonl"), Path(folder, f"{count}.layers")
            given.write_bytes(b"".join(islice(lines[:: len(lines) // count], count)))
            got = measure((PROGRAM, "read", str(given), "--layers", str(layers), "--processes", "1"))
            if got.code:
                return 2
            peaks.append(got.mebibytes)
            print(f"{count} reports: {got.mebibytes:.0f} MiB at most, {got.seconds:.0f} s", flush=True)
    growth = peaks[1] / peaks[0]
    print(f"growth {growth:.3f} (at most {MOST:.2f})")
    return int(growth > MOST)


if __name__ == "__main__":
    sys.exit(main())
