"""Arrivals: how many people reach which camp, and when."""

from crossbearing.displacement.instance import Closure, Correction, Counts, Instance, Location, Route
from crossbearing.displacement.observed import Observed
from crossbearing.displacement.read import read_instance
from crossbearing.displacement.settings import Settings, read_settings
from crossbearing.displacement.trouble import Finding, InstanceTrouble
from crossbearing.displacement.write import write_instance

__all__ = [
    "Closure", "Correction", "Counts", "Finding", "Instance", "InstanceTrouble", "Location", "Observed", "Route",
    "Settings", "read_instance", "read_settings", "write_instance",
]
