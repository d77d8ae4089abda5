"""Where work is carried out: here, in processes of this machine, or on a Dask cluster."""

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing.connection import wait
from typing import Any, ParamSpec, TypeVar

from crossbearing.weighing.spread import Workers

Given = ParamSpec("Given")
Got = TypeVar("Got")


class WorkerLost(Exception):  # noqa: N818 - it is the machine's state that is told, mostly its memory
    """A process that was reading came to an end, most likely for want of memory."""


class ClusterMissing(Exception):  # noqa: N818 - it is told to people as it stands
    """A cluster was named, and the package that speaks to clusters is not there, or nobody answers."""


class _Processes(ProcessPoolExecutor):
    """Processes of this machine that leave Ctrl-C to this one."""

    def submit(self, fn: Callable[Given, Got], /, *args: Given.args, **kwargs: Given.kwargs) -> Future[Got]:
        """See `ProcessPoolExecutor`."""
        with _interrupts_held():
            return super().submit(fn, *args, **kwargs)


@contextmanager
def processes(number: int) -> Iterator[Workers]:
    """Give so many other processes to work in.

    At the end, and when work is broken off, the processes finish the task in hand and stop; they also stop when this
    process is killed.
    """
    # Started afresh rather than forked: a fork would copy this process's threads and its hold on the archive.
    executor = _Processes(number, multiprocessing.get_context("spawn"), initializer=_begin_worker)
    try:
        yield Workers(executor, number)
    except BrokenExecutor as error:
        raise WorkerLost(
            "a process that was at work was killed, most likely for want of memory; run this again with --processes 1:"
            " it goes on where it stopped",
        ) from error
    finally:
        executor.shutdown(wait=False, cancel_futures=True)


@contextmanager
def cluster(address: str) -> Iterator[Workers]:
    """Give the workers of the Dask cluster whose scheduler is at an address (tcp://host:8786).

    They need this package in the same version. Raises `ClusterMissing` where it cannot be reached.
    """
    try:
        from distributed import Client
    except ImportError as error:
        raise ClusterMissing('a cluster needs the package distributed: pip install "crossbearing[cluster]"') from error
    try:
        client: Any = Client(address, timeout="10s")  # type: ignore[no-untyped-call]  # it ships half its types
    except (OSError, ValueError) as error:
        told = f"{address}: no Dask scheduler answers there ({error}); start one, or leave --cluster out"
        raise ClusterMissing(told) from error
    try:
        yield Workers(client.get_executor(), max(1, sum(client.nthreads().values())))
    finally:
        client.close()


def reach(address: str) -> None:
    """Raise `ClusterMissing` where no Dask scheduler can be reached at an address."""
    with cluster(address):
        pass


def available_cores() -> int:
    """Return how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Hold back Ctrl-C while a process may be started: it inherits that, and so leaves Ctrl-C to this one for good."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _begin_worker() -> None:
    """End with the process that began the work, and leave Ctrl-C to it also where it could not be held back."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=lambda: (wait([parent.sentinel]), os._exit(1)), daemon=True).start()
