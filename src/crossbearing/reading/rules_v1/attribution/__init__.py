"""Who says what: frames of attribution in a text, and the chain of sources behind each trigger."""

from crossbearing.reading.rules_v1.attribution.chain import chain_at, frames_at
from crossbearing.reading.rules_v1.attribution.find import attributions, find_frames
from crossbearing.reading.rules_v1.attribution.frame import Force, Frame

__all__ = ["Force", "Frame", "attributions", "chain_at", "find_frames", "frames_at"]
