"""Holds figures against their baselines. Pure: figures in, verdicts out."""

from typing import Literal

import msgspec

from evaluation.runs import Wanted

MARGIN = 0.01
"""How far a new figure may fall before the gate fails; a larger margin may be written beside it, with its reason."""


class Baseline(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """A checked-in figure and how far it may fall. `reason` says why a margin is not the usual one."""

    value: float
    margin: float
    reason: str = ""


Baselines = dict[str, Baseline]


class Verdict(msgspec.Struct, frozen=True):
    """One gated figure: what it was, should be and is. `now` null: it was not measured."""

    figure: str
    baseline: Baseline | None
    bar: float | None
    now: float | None
    state: Literal["held", "rose", "fell", "new", "unmeasured"]
    below_bar: bool


def judge(wanted: dict[str, Wanted], baselines: Baselines, figures: dict[str, float]) -> list[Verdict]:
    """Return a verdict for each figure wanted, in their order."""
    return [_verdict(name, want, baselines.get(name), figures.get(name)) for name, want in wanted.items()]


def _verdict(name: str, want: Wanted, baseline: Baseline | None, now: float | None) -> Verdict:
    gain = None if now is None or baseline is None else _gain(want, baseline.value, now)
    state: Literal["held", "rose", "fell", "new", "unmeasured"]
    if now is None:
        state = "unmeasured"
    elif baseline is None or gain is None:
        state = "new"
    else:
        # Figures are printed with four decimals: a fall of just the margin is none.
        state = "fell" if gain < -baseline.margin - 1e-9 else "rose" if gain > 0 else "held"
    below = now is not None and want.bar is not None and _gain(want, want.bar, now) < 0
    return Verdict(figure=name, baseline=baseline, bar=want.bar, now=now, state=state, below_bar=below)


def _gain(want: Wanted, before: float, now: float) -> float:
    return before - now if want.lower else now - before


def renew(wanted: dict[str, Wanted], baselines: Baselines, figures: dict[str, float]) -> tuple[Baselines, list[str]]:
    """Return the baselines with today's figures in them, and a line for each that is worse than it was.

    Figures not measured today keep their baselines; baselines that nothing asks for any more are dropped.
    """
    renewed: Baselines = {}
    worse: list[str] = []
    for name, want in wanted.items():
        old, now = baselines.get(name), figures.get(name)
        if now is None:
            if old is not None:
                renewed[name] = old
            continue
        if old is not None and _gain(want, old.value, now) < 0:
            worse.append(f"{name}: {old.value:.4f} -> {now:.4f}")
        renewed[name] = msgspec.structs.replace(old or Baseline(value=now, margin=MARGIN), value=now)
    return renewed, worse
