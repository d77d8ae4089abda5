"""`arrivals sensitivity`: which assumption matters most."""

from pathlib import Path

import click

from crossbearing.cli.arguments import ending
from crossbearing.cli.arrivals.options import INSTANCE, SEED, SETTINGS, TROUBLE, read, troubles


@click.command(
    short_help="Tell which assumption of Flee's rules matters most.",
    epilog=ending("crossbearing arrivals sensitivity mali2012 --draws 8", codes={0: "told", 1: TROUBLE}),
)
@INSTANCE
@SETTINGS
@click.option("--draws", type=click.IntRange(1, 1000), default=4, show_default=True, help="Runs for each change.")
@SEED
def sensitivity(folder: Path, rules: Path | None, draws: int, seed: int) -> None:
    """Change each setting of Flee's rules alone and tell how many people end in other camps: a line of JSON each.

    The largest effect comes first; `moved` is a share of all people (0 to 1), `noise` what chance alone moves.
    """
    import msgspec

    from crossbearing.displacement.sensitivity import sensitivity as found

    with troubles():
        instance, settings = read(folder, rules)
        for effect in found(instance, settings, draws=draws, seed=seed):
            click.echo(msgspec.json.encode(effect))
