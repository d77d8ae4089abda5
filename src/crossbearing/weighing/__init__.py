"""Claims to events: what is told of the same happening, who stands behind it, and where accounts contradict."""

from crossbearing.weighing.decisions import Decisions
from crossbearing.weighing.memory import Memory, Remembered, Wording
from crossbearing.weighing.notes import Note, Ref
from crossbearing.weighing.parts import Room, Wholes, room_of
from crossbearing.weighing.spread import Workers
from crossbearing.weighing.weigh import Weighing, in_order, place_in_order, weigh

__all__ = [
    "Decisions", "Memory", "Note", "Ref", "Remembered", "Room", "Weighing", "Wholes", "Wording", "Workers",
    "in_order",     "place_in_order", "room_of", "weigh",
]
