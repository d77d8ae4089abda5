"""The command line: one file per verb, loaded when it is called."""

from crossbearing.cli.group import main

__all__ = ["main"]
