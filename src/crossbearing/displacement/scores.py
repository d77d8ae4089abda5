"""Scores: Flee's relative differences, errors in people, and what tells whether an interval is honest.

Shapes: `simulated` and `observed` have a row a day and a column a camp.
"""

import numpy as np
from numpy.typing import NDArray

Days = NDArray[np.float64] | NDArray[np.int64]


def ard(simulated: Days, observed: Days, *, rescaled: bool = False) -> float:
    """Return Flee's averaged relative difference: the mean over days of the misplaced people by the observed ones.

    0 is perfect, 2 all in wrong camps. `rescaled`: each day's simulated people are first scaled to the observed sum.
    A day on which nobody is observed counts by one person. Source: Flee 3.1, "Error (normal)" and "(rescaled)";
    Suleimenova, Bell and Groen, Scientific Reports 7, 13377 (2017).

    >>> ard(np.array([[6.0, 4.0]]), np.array([[4.0, 4.0]]))
    0.25
    >>> round(ard(np.array([[6.0, 4.0]]), np.array([[4.0, 4.0]]), rescaled=True), 6)
    0.2
    """
    seen = observed.sum(axis=1).astype(float)
    moved = simulated.astype(float)
    if rescaled:
        here = moved.sum(axis=1)
        moved *= np.divide(seen, here, out=np.zeros_like(seen), where=here > 0)[:, None]
    return float(np.mean(np.abs(moved - observed).sum(axis=1) / np.maximum(seen, 1)))


def mae(forecast: Days, observed: Days) -> float:
    """Return the mean absolute error in people over days and camps.

    >>> mae(np.array([[1.0, 2.0]]), np.array([[3.0, 2.0]]))
    1.0
    """
    return float(np.mean(np.abs(forecast - observed)))


def mase(forecast: Days, observed: Days, past: Days, *, step: int = 1) -> float:
    """Return the mean absolute error by that of "as it was `step` days ago" over the known `past`.

    Infinite where the past never changed and the forecast errs. Source: Hyndman and Koehler, International Journal of
    Forecasting 22 (2006) 679-688.

    >>> mase(np.array([[4.0]]), np.array([[6.0]]), np.array([[0.0], [1.0], [2.0]]))
    2.0
    """
    naive = mae(past[step:], past[:-step]) if len(past) > step else 0.0
    error = mae(forecast, observed)
    if naive == 0:
        return 0.0 if error == 0 else float("inf")
    return error / naive


def crps(draws: NDArray[np.float64], observed: Days) -> NDArray[np.float64]:
    """Return the continuous ranked probability score in people of each observed value.

    `draws` has one more axis in front (the ensemble). For one draw it is the absolute error. Source: Gneiting and
    Raftery, JASA 102 (2007) 359-378, in the form E|X-y| - E|X-X'|/2 over the ensemble's own distribution.

    >>> crps(np.array([[0.0], [2.0]]), np.array([1.0])).tolist()
    [0.5]
    """
    ranked = np.sort(draws, axis=0)
    size = len(ranked)
    weights = (2 * np.arange(1, size + 1) - size - 1).reshape(-1, *[1] * (ranked.ndim - 1))
    spread = (weights * ranked).sum(axis=0) / size**2
    result: NDArray[np.float64] = np.abs(ranked - observed).mean(axis=0) - spread
    return result


def crps_of_quantiles(
    quantiles: NDArray[np.float64], levels: tuple[float, ...], observed: Days,
) -> NDArray[np.float64]:
    """Return the ranked score in people of each observed value, as far as some quantiles of a forecast tell it.

    `quantiles` has an axis for `levels` in front. Twice the mean loss of the quantiles: the more levels, spread evenly,
    the nearer it is to the score of the whole ensemble. Where all quantiles are one number, it is the error.
    Source: Gneiting and Raftery (2007), section 6.

    >>> crps_of_quantiles(np.full((3, 1), 4.0), (0.25, 0.5, 0.75), np.array([6.0])).tolist()
    [2.0]
    """
    below = np.array(levels).reshape(-1, *[1] * (quantiles.ndim - 1))
    short = observed - quantiles
    result: NDArray[np.float64] = 2.0 * np.maximum(below * short, (below - 1.0) * short).mean(axis=0)
    return result


def coverage(low: Days, high: Days, observed: Days) -> float:
    """Return the share of observed values within their intervals, ends included.

    >>> coverage(np.array([1.0, 5.0]), np.array([2.0, 6.0]), np.array([2.0, 7.0]))
    0.5
    """
    return float(np.mean((observed >= low) & (observed <= high)))
