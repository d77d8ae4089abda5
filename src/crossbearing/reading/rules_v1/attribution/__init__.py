"""Who says what: frames of attribution in a text, and the chain of sources behind each trigger."""

from crossbearing.reading.rules_v1.attribution.chain import Blocks, chain_at, frames_at, telling
from crossbearing.reading.rules_v1.attribution.find import attributions, find_frames
from crossbearing.reading.rules_v1.attribution.frame import Force, Frame
from crossbearing.reading.rules_v1.attribution.speaking import PLACE

__all__ = ["PLACE", "Blocks", "Force", "Frame", "attributions", "chain_at", "find_frames", "frames_at", "telling"]
