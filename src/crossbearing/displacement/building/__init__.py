"""From a picture to an instance: places, roads, intensities, camps and counts, each number with the claim behind it."""

from crossbearing.displacement.building.build import Area, Built, build, write_built
from crossbearing.displacement.building.until import until

__all__ = ["Area", "Built", "build", "until", "write_built"]
