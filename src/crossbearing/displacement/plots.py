"""Drawings of a forecast: fans, a map of flows, days on which camps fill; as SVG or PNG, the same bytes each time."""

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import matplotlib as mpl
import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure

from crossbearing.displacement.crossbearing_v1 import Forecast
from crossbearing.displacement.filling import filling
from crossbearing.displacement.gravity import pulls
from crossbearing.displacement.instance import Instance
from crossbearing.displacement.situation import Situation

INK, GREY, BLUE, RED, LAND = "#1b1b1b", "#9a9a9a", "#1f5f99", "#b3261e", "#d9d9d9"
SHOWN_DAYS = 60
"""Days of the past that a fan shows."""


def fans(known: Situation, forecast: Forecast, later: Sequence[tuple[dt.date, int]] = ()) -> Figure:
    """Draw for each camp what was counted, the median forecast and its 50 % and 90 % intervals, and its capacity.

    `later` are counts of days after the forecast, drawn as rings; of use where there is one camp.
    """
    camps = forecast.camps
    columns = min(3, max(len(camps), 1))
    rows = -(-max(len(camps), 1) // columns)
    figure = Figure(figsize=(4.2 * columns, 2.8 * rows), layout="constrained")
    axes = figure.subplots(rows, columns, squeeze=False).ravel()
    start, day = known.known.start, forecast.day
    past = range(max(0, day - SHOWN_DAYS), day + 1)
    ahead = [start + dt.timedelta(days=day + lead) for lead in range(1, len(forecast.median) + 1)]
    limits = {place.name: place.capacity or 0 for place in known.known.camps}
    for column, (camp, axis) in enumerate(zip(camps, axes, strict=False)):
        axis.plot([start + dt.timedelta(days=d) for d in past], known.people[list(past), column], color=INK, lw=1.4)
        for share, alpha in ((0.9, 0.2), (0.5, 0.4)):
            low, high = forecast.interval(share)
            axis.fill_between(ahead, low[:, column], high[:, column], color=BLUE, alpha=alpha, lw=0,
                              label=f"{share:.0%} interval")
        axis.plot(ahead, forecast.median[:, column], color=BLUE, lw=1.6, label="median")
        if limits.get(camp):
            axis.axhline(limits[camp], color=RED, lw=0.8, ls="--", label=f"room for {limits[camp]:,}")
        if later:
            axis.plot(*zip(*later, strict=True), "o", color=INK, mfc="none", ms=5, label="counted later")
        axis.set_title(camp, loc="left", fontsize=10, fontweight="bold")
        axis.set_ylim(bottom=0)
        axis.tick_params(labelsize=7)
        axis.tick_params(axis="x", rotation=30)
        axis.spines[["top", "right"]].set_visible(False)
    for axis in axes[len(camps):]:
        axis.set_visible(False)
    if len(camps):
        axes[0].legend(fontsize=7, frameon=False)
    figure.suptitle(f"People in camps: counted to {start + dt.timedelta(days=day)}, forecast after it", fontsize=11)
    return figure


def flows(known: Situation, forecast: Forecast) -> Figure:
    """Draw roads, places and camps, and lines from zones to camps as wide as the new arrivals expected on them."""
    instance, day = known.known, forecast.day
    at = {place.name: (place.lon, place.lat) for place in instance.locations}
    figure = Figure(figsize=(8, 7), layout="constrained")
    axis = figure.subplots()
    for route in instance.routes:
        axis.plot(*zip(at[route.a], at[route.b], strict=True), color=LAND, lw=1, zorder=1)
    growth = np.maximum(forecast.median[-1] - known.people[-1], 0.0)
    pull = pulls(instance, day, forecast.camps, by_road=True, power=1.5)
    split = pull / np.maximum(pull.sum(axis=0), 1e-12)
    arriving = split * growth
    widest = max(float(arriving.max(initial=0.0)), 1.0)
    for zone, row in zip(instance.conflict_places, arriving, strict=True):
        for camp, people in zip(forecast.camps, row, strict=True):
            if people >= 0.01 * widest:
                axis.annotate("", at[camp], at[zone], zorder=2, arrowprops={
                    "arrowstyle": "-|>", "color": BLUE, "alpha": 0.6, "lw": 0.5 + 4.0 * people / widest,
                    "connectionstyle": "arc3,rad=0.12"})
    _places(axis, instance, day)
    total = round(float(growth.sum()))
    axis.set_title(f"About {total:,} new arrivals in {len(forecast.median)} days after "
                   f"{instance.start + dt.timedelta(days=day)}", loc="left", fontsize=11)
    axis.set_aspect(1.0 / np.cos(np.radians(np.mean([lat for _, lat in at.values()]))))
    axis.tick_params(labelsize=7)
    return figure


def _places(axis: Any, instance: Instance, day: int) -> None:
    hot = {name for name, value in zip(instance.conflict_places, instance.conflicts[day], strict=True) if value > 0}
    for place in instance.locations:
        colour, marker, size = (RED, "o", 40) if place.name in hot else (GREY, "o", 14)
        if place.is_camp:
            colour, marker, size = BLUE, "^", 55
        axis.scatter(place.lon, place.lat, c=colour, marker=marker, s=size, zorder=3)
        if place.is_camp or place.name in hot:
            axis.annotate(place.name, (place.lon, place.lat), xytext=(4, 4), textcoords="offset points", fontsize=7)


def fillings(known: Situation, forecast: Forecast) -> Figure:
    """Draw for each camp with a capacity when it fills: a line from a tenth to nine tenths of draws, a dot at half."""
    found = filling(known.known, forecast.camps, forecast.draws)
    horizon = len(forecast.median)
    figure = Figure(figsize=(7, 1.2 + 0.4 * max(len(found), 1)), layout="constrained")
    axis = figure.subplots()
    for row, each in enumerate(reversed(found)):
        if each.early is not None:
            axis.plot([each.early, each.late or horizon], [row, row], color=BLUE, lw=3, alpha=0.5)
        if each.middle is not None:
            axis.plot(each.middle, row, "o", color=BLUE)
        axis.annotate(f"{each.chance:.0%}", (horizon, row), xytext=(6, -3), textcoords="offset points", fontsize=8)
    axis.set_yticks(range(len(found)), [f"{each.camp} ({each.capacity:,})" for each in reversed(found)], fontsize=8)
    axis.set_xlim(0, horizon)
    axis.set_xlabel(f"days after {known.known.start + dt.timedelta(days=forecast.day)}", fontsize=8)
    axis.set_title("When camps fill (right: chance within the horizon)" if found else "No camp has a known capacity",
                   loc="left", fontsize=10)
    axis.spines[["top", "right"]].set_visible(False)
    return figure


def save(figure: Figure, path: Path) -> None:
    """Write a figure as `.svg` or `.png`, by its suffix. Raises OSError where it cannot be written."""
    canvas: Any = FigureCanvasSVG(figure) if path.suffix == ".svg" else FigureCanvasAgg(figure)
    with mpl.rc_context({"svg.hashsalt": "crossbearing", "svg.fonttype": "none", "font.family": "DejaVu Sans"}):
        if path.suffix == ".svg":
            canvas.print_svg(path, metadata={"Date": None, "Creator": "crossbearing"})
        else:
            canvas.print_png(path, metadata={"Software": "crossbearing"})


PLOTS = {"fans": fans, "flows": flows, "fillings": fillings}
"""All drawings by the names of their files."""
