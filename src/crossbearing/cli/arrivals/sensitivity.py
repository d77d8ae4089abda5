"""`arrivals sensitivity`: which assumption matters most."""

from pathlib import Path

import click

from crossbearing.cli.arguments import ending
from crossbearing.cli.arrivals.options import DAY, HORIZON, INSTANCE, SEED, SETTINGS, TROUBLE, known_day, read, troubles
from crossbearing.cli.progress import Shown


@click.command(
    short_help="Tell which assumption matters most.",
    epilog=ending(
        "crossbearing arrivals sensitivity mali2012 --day 100",
        "crossbearing arrivals sensitivity mali2012 --day 100 | jq -c 'select(.moved > 0.01)'",
        "crossbearing arrivals sensitivity mali2012 --engine flee_v3 --draws 8",
        codes={0: "told", 1: TROUBLE},
    ),
)
@INSTANCE
@click.option(
    "--engine", type=click.Choice(["crossbearing_v1", "flee_v3"]), default="crossbearing_v1", show_default=True,
    help="Our forecast, or Flee's rules.",
)
@SETTINGS
@DAY
@HORIZON
@click.option("--draws", type=click.IntRange(1, 100_000), help="Draws (default: 500), or runs of Flee's rules (4).")
@SEED
def sensitivity(
    folder: Path, engine: str, rules: Path | None, day: int | None, horizon: int, draws: int | None, seed: int,
) -> None:
    """Change each assumption alone and tell what it does: a line of JSON each, the largest effect first.

    crossbearing_v1: each number of its parameters, and the conflict from --day on. `moved` are the people whom the
    median of the last day puts elsewhere, by all; `wider` is how wide the 90 % intervals are by what they were.

    flee_v3: each setting of Flee's rules. `moved` is the share of people who end in other camps, `noise` what chance
    alone moves.
    """
    import msgspec

    from crossbearing.displacement.crossbearing_v1.parameters import parameters
    from crossbearing.displacement.crossbearing_v1.sensitivity import effects, variations
    from crossbearing.displacement.sensitivity import sensitivity as of_rules

    with troubles():
        instance, settings = read(folder, rules)
        if engine == "flee_v3":
            for effect in of_rules(instance, settings, draws=draws or 4, seed=seed):
                click.echo(msgspec.json.encode(effect))
            return
        day = known_day(instance, day)
        found = []
        with Shown() as shown:
            shown.begin("assumptions", len(variations(parameters())))
            for each in effects(instance, day, horizon, draws=draws or 500, seed=seed):
                found.append(each)
                shown.advance()
        for each in sorted(found, key=lambda one: (-one.moved, -abs(one.wider - 1.0), one.assumption, one.value)):
            click.echo(msgspec.json.encode(each))
