"""Claims to events: what is told of the same happening, who stands behind it, and where accounts contradict."""

from crossbearing.weighing.weigh import weigh

__all__ = ["weigh"]
