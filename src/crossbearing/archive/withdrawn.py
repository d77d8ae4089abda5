"""What a weighing says of an event that it built and that a later report changed after all."""

import msgspec


class Withdrawn(msgspec.Struct, frozen=True):
    """Says among events that one of those that came before is no more: its number among them, from 0."""

    number: int
