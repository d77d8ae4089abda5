"""Gives the towns or the groups of a labelled corpus other names: what is read must not hang on knowing them.

A run of `runs.yaml` with `renamed` measures so. `found` tells which names of the texts are towns and groups, `made`
thinks of other names for them, `rewritten` puts those into reports and labels alike.
"""

from evaluation.renaming.rewritten import rename

__all__ = ["rename"]
