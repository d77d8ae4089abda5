"""Where the work is done, and in which order things come, changes no byte of what comes out."""

import multiprocessing
import os
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor

import msgspec
import pytest

from crossbearing.weighing import Workers, weigh
from evaluation.large.world import days

CHILD = """
import sys
from tests.weighing.test_executors import made, weighed
sys.stdout.buffer.write(weighed(*made(shuffled=True)))
"""


def made(*, shuffled: bool = False):
    told = [one for day in days(7, 30) for one in day]
    if shuffled:
        told.reverse()
    return {t.report.id: t.report for t in told}, {t.report.id: t.reading for t in told}


def weighed(reports, readings, workers=None) -> bytes:
    return msgspec.json.encode(weigh(reports, readings, workers=workers))


@pytest.fixture(scope="module")
def here() -> bytes:
    return weighed(*made())


def test_processes_give_the_same_bytes(here):
    with ProcessPoolExecutor(2, multiprocessing.get_context("spawn")) as executor:
        assert weighed(*made(), Workers(executor, 2)) == here


def test_other_hash_seeds_and_shuffled_input_give_the_same_bytes(here):
    told = {**os.environ, "PYTHONHASHSEED": "271"}
    done = subprocess.run([sys.executable, "-c", CHILD], capture_output=True, check=True, env=told)
    assert done.stdout == here


@pytest.mark.slow
def test_a_dask_cluster_gives_the_same_bytes(here):
    from distributed import Client, LocalCluster

    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster, Client(cluster) as client:
        assert weighed(*made(), Workers(client.get_executor(), 2)) == here
