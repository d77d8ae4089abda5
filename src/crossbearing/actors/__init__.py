"""Who is who: parties, forces, agencies and outlets, the sides they stand on, and which outlets are one publisher."""

from crossbearing.actors.lookup import find_actor, find_doer, named_in, names_body
from crossbearing.actors.outlets import may_be_called, sorts_called
from crossbearing.actors.publishers import agency_of, publisher_family
from crossbearing.actors.sides import opposed, same_side
from crossbearing.actors.tables import Actor

__all__ = [
    "Actor", "agency_of", "find_actor", "find_doer", "may_be_called", "named_in", "names_body", "opposed",
    "publisher_family", "same_side", "sorts_called",
]  # fmt: skip
