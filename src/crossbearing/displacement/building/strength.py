"""How hard one event presses people to leave, by its kind, how well it stands, and its dead."""

import math

from crossbearing.displacement.building.rules import rules
from crossbearing.records import Event


def strength(event: Event) -> float:
    """Return what an event puts on its place: by kind, by how well it stands, and by its dead."""
    told = rules()
    killed = event.figures.get("killed")
    toll = told.toll * math.log10(1 + killed.best) if killed else 0.0
    kind = told.kinds.get(event.type, 0.0)
    return (kind + toll) * told.grades[event.grade.happened] if kind else 0.0
