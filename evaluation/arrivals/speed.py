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
    for column in ("job", "seconds", "at most"):
        table.add_column(column, justify="left" if column == "job" else "right")
    mali = read_instance(shared() / "instances/mali2012")
    begun = time.monotonic()
    with ProcessPoolExecutor(2) as executor:
        runs = sum(len(block) for block in ensemble(mali, rules, 500, executor=executor))
    table.add_row(f"{runs} runs of mali2012, 2 processes", f"{time.monotonic() - begun:.1f}", "60")
    jobs = (("23 million people, 120 places, 180 days", made_up(120, 20, 180, 23_000_000), 10),
            ("5,000 places, 500 camps, 5 years", made_up(5000, 500, 1826, 2_000_000), 120))
    for job, instance, most in jobs:
        begun = time.monotonic()
        simulate(instance, rules, 1)
        table.add_row(job, f"{time.monotonic() - begun:.1f}", str(most))
    console.print(table)
    console.print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB (at most 2048)")
