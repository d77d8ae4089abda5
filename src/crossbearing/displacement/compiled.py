"""One way to compile the inner loops, with their types kept."""

from collections.abc import Callable
from typing import Any, TypeVar, cast

import numba

Function = TypeVar("Function", bound=Callable[..., Any])


def compiled(function: Function) -> Function:
    """Return a function as machine code, made at its first call and kept beside the source (or in the user's cache).

    Chance comes in as a numpy Generator, so that the same seed gives the same numbers as uncompiled code would.
    """
    return cast("Function", numba.njit(cache=True, nogil=True)(function))
