"""What crises tell of each other: the rates of the flow, fitted to each of the shared crises with hardly any prior."""

import json
from functools import cache

import msgspec
import numpy as np
from numpy.typing import NDArray
from rich.console import Console
from rich.table import Table

from crossbearing.displacement import read_instance
from crossbearing.displacement.crossbearing_v1.flow import Flow
from crossbearing.displacement.crossbearing_v1.parameters import Parameters, Prior, parameters
from crossbearing.displacement.situation import Situation
from evaluation.arrivals.instances import folders

Floats = NDArray[np.float64]
VAGUE = {
    "leaving": Prior(0.0003, 10), "halving": Prior(30, 2), "steady": Prior(0.1, 3), "waiting": Prior(3, 2),
    "returning": Prior(0.0003, 4), "moving": Prior(0.0003, 4),
}
"""What is held possible before any crisis was looked at."""
FIRST_DAY, STEP, LEFT = 14, 28, 30
"""Rates are fitted on every so many-th day from the first on, up to a month before the end."""


@cache
def fitted() -> dict[str, tuple[Floats, Floats]]:
    """Return for each shared crisis the means of the logarithms of its rates over the days, and of their variances."""
    told = with_priors(parameters(), VAGUE).flow
    spreads = np.log([prior.spread for prior in VAGUE.values()])
    found = {}
    for folder in folders():
        crisis = read_instance(folder)
        fits = [Flow.of(Situation.of(crisis, day), told).fitted for day in range(FIRST_DAY, crisis.days - LEFT, STEP)]
        unsure = [np.diag(fit.spread @ fit.spread.T) * spreads**2 for fit in fits]
        found[folder.name] = (np.mean([np.log(fit.rates) for fit in fits], axis=0), np.mean(unsure, axis=0))
    return found


def priors(without: str = "") -> dict[str, Prior]:
    """Return the priors that all shared crises but one give: the spread is that between crises and within each.

    A rate of which the counts say little keeps a wide prior, however alike its fits are.
    """
    means, unsure = (np.array([told[part] for name, told in fitted().items() if name != without]) for part in (0, 1))
    middle, spread = means.mean(axis=0), np.sqrt(means.var(axis=0, ddof=1) + unsure.mean(axis=0))
    return {name: Prior(float(np.exp(m)), float(np.exp(s))) for name, m, s in zip(VAGUE, middle, spread, strict=True)}


def with_priors(told: Parameters, given: dict[str, Prior]) -> Parameters:
    """Return assumptions with other priors of the flow."""
    fit = msgspec.structs.replace(told.flow.fit, priors=given)
    return msgspec.structs.replace(told, flow=msgspec.structs.replace(told.flow, fit=fit))


def show(console: Console) -> None:
    """Print the rates of each crisis, the priors that all give, and those in parameters.yaml."""
    table = Table(title="rates of the flow, fitted to each crisis")
    for column in ("crisis", *VAGUE):
        table.add_column(column, justify="left" if column == "crisis" else "right")
    for name, (means, _) in fitted().items():
        table.add_row(name, *(f"{value:.2g}" for value in np.exp(means)))
    rows = (("all", priors()), ("parameters.yaml", parameters().flow.fit.priors))
    for name, given in rows:
        table.add_row(name, *(f"{given[rate].middle:.2g} x/: {given[rate].spread:.2g}" for rate in VAGUE))
    console.print(table)
    console.print_json(json.dumps(msgspec.to_builtins(priors())))
