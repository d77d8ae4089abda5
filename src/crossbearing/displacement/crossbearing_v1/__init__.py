"""Our own forecast of arrivals: a flow driven by conflict, trends of the counts, weighed by their record."""

from crossbearing.displacement.crossbearing_v1.forecast import Forecast, Forecaster

__all__ = ["Forecast", "Forecaster"]
