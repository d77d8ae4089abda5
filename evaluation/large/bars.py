"""`python -m evaluation.large.bars`: weighing made-up archives of 10k, 100k and 1M claims, against the bars set for it.

Each size in a process of its own. A larger archive is a longer one, with as many reports, happenings and places a day:
what a report may share its happenings with does not grow, as in real archives. Ends with 1 where cost per claim grows
by more than half from the smallest to the largest, where adding a hundred reports takes more than ten seconds of
processor time, or memory goes beyond 8 GiB.
"""

import argparse
import subprocess
import sys

import msgspec

from evaluation.large.weighing import Cost

SIZES = (10_000, 100_000, 1_000_000)
GROWTH, ADDING_SECONDS, MEBIBYTES = 1.5, 10.0, 8192.0


def main() -> int:
    """Measure every size, print each as it is done, and return 1 where a bar is missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--claims", type=int, nargs="+", default=SIZES, help="the sizes, smallest first")
    costs: list[Cost] = []
    for claims in parser.parse_args().claims:
        command = (sys.executable, "-m", "evaluation.large.weighing", "--claims", str(claims))
        done = subprocess.run(command, stdout=subprocess.PIPE, check=True)
        print(done.stdout.decode().strip(), flush=True)
        costs.append(msgspec.json.decode(done.stdout, type=Cost))
    growth = costs[-1].milliseconds_a_claim / costs[0].milliseconds_a_claim
    print(f"cost per claim grew {growth:.2f}-fold from {costs[0].claims} to {costs[-1].claims} claims")
    adding = max(cost.adding_100_reports_seconds for cost in costs)
    memory = max(cost.mebibytes for cost in costs)
    return int(growth > GROWTH or adding > ADDING_SECONDS or memory > MEBIBYTES)


if __name__ == "__main__":
    sys.exit(main())
