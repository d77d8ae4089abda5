"""Claims to events: what is told of the same happening, who stands behind it, and where accounts contradict."""

from crossbearing.weighing.decisions import Decisions
from crossbearing.weighing.memory import Memory, Remembered
from crossbearing.weighing.weigh import Weighing, in_order, weigh

__all__ = ["Decisions", "Memory", "Remembered", "Weighing", "in_order", "weigh"]
