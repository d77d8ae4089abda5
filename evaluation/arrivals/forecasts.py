"""Forecasts beside the baselines, from day to day, each crisis with the priors that the others give."""

from typing import get_args

import msgspec
import numpy as np
from rich.console import Console
from rich.table import Table

from crossbearing.displacement import read_instance
from crossbearing.displacement.crossbearing_v1 import Forecaster
from crossbearing.displacement.crossbearing_v1.parameters import parameters
from crossbearing.displacement.crossbearing_v1.young import youth
from crossbearing.displacement.known import Protocol, truth_of
from crossbearing.displacement.rolling import roll
from crossbearing.displacement.scores import mae
from evaluation.arrivals.instances import folders
from evaluation.arrivals.priors import priors, with_priors


def forecasts(console: Console, horizons: tuple[int, ...] = (7, 14, 30)) -> None:
    """Print forecasts beside the baselines, under both protocols."""
    for protocol in get_args(Protocol):
        results = [result for folder in folders() for result in roll(
            read_instance(folder), horizons, protocol=protocol,
            told=with_priors(parameters(), priors(without=folder.name)))]
        names = list(dict.fromkeys(name for result in results for name in result.mae))
        table = Table(title=f"forecasts, {protocol}: mean absolute error, people a camp and day")
        for column in ("instance", "days", *names, "by the best", "MASE", "CRPS", "50 %", "90 %", "left out"):
            table.add_column(column, justify="left" if column == "instance" else "right")
        for each in sorted(results, key=lambda result: result.horizon):
            errors = (f"{each.mae[name]:,.1f}" if name in each.mae else "-" for name in names)
            table.add_row(each.instance, str(each.horizon), *errors, f"{each.skill:.3f} {each.best_baseline}",
                          f"{each.mase:.1f}", f"{each.crps:,.1f}", f"{each.covered[0.5]:.2f}",
                          f"{each.covered[0.9]:.2f}", str(len(each.left_out)))
        console.print(table)


def young(console: Console) -> None:
    """Print the errors over the first month of each crisis, with and without trust in the flow in its first days."""
    table = Table(title="first month, published: mean absolute error 14 days ahead, people a camp and day")
    for column in ("instance", "forecasts", "trusting the flow", "not", "by that"):
        table.add_column(column, justify="left" if column == "instance" else "right")
    for folder in folders():
        crisis = read_instance(folder)
        told = with_priors(parameters(), priors(without=folder.name))
        old = msgspec.structs.replace(told, young=msgspec.structs.replace(told.young, halving_days=0.01))
        ways = [Forecaster(crisis, told=each) for each in (told, old)]
        errors = []
        for day in range(2, 31, 2):
            known = ways[0].situation(day)
            if youth(known, told.young) > 0:
                truth = truth_of(crisis, day, known.camps)[day + 1 : day + 15]
                errors.append([mae(way.forecast(day, 14, draws=1).median, truth) for way in ways])
        if errors:
            with_flow, without = np.mean(errors, axis=0)
            table.add_row(folder.name, str(len(errors)), f"{with_flow:,.0f}", f"{without:,.0f}",
                          f"{with_flow / without:.3f}")
    console.print(table)
