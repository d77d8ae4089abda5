"""What ensembles, many people and many places take."""

import resource
import time
from concurrent.futures import ProcessPoolExecutor

from rich.console import Console
from rich.table import Table

from crossbearing.displacement import Settings, read_instance
from crossbearing.displacement.ensemble import ensemble
from crossbearing.displacement.flee_v3 import simulate
from evaluation.arrivals.instances import made_up, shared


def speed(console: Console, rules: Settings) -> None:
    """Print what ensembles, many people and many places take."""
    table = Table(title="speed")
    for column in ("job", "seconds", "at most", "CPU s"):
        table.add_column(column, justify="left" if column == "job" else "right")
    mali = read_instance(shared() / "instances/mali2012")
    begun, spent = time.monotonic(), _spent()
    with ProcessPoolExecutor(2) as executor:
        runs = sum(len(block) for block in ensemble(mali, rules, 500, executor=executor))
    table.add_row(f"{runs} runs of mali2012, 2 processes", f"{time.monotonic() - begun:.1f}", "60",
                  f"{_spent() - spent:.1f}")
    jobs = (("23 million people, 120 places, 180 days", made_up(120, 20, 180, 23_000_000), 10),
            ("5,000 places, 500 camps, 5 years", made_up(5000, 500, 1826, 2_000_000), 120))
    for job, instance, most in jobs:
        begun, spent = time.monotonic(), _spent()
        simulate(instance, rules, 1)
        table.add_row(job, f"{time.monotonic() - begun:.1f}", str(most), f"{_spent() - spent:.1f}")
    console.print(table)
    console.print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB (at most 2048)")


def _spent() -> float:
    # CPU seconds of this process and of those that it has ended.
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in used)
