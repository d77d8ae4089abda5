"""Our own forecast: a flow driven by conflict and fitted to the crisis, and trends, weighed by their record."""

from crossbearing.displacement.crossbearing_v1.forecast import Forecast, Forecaster

__all__ = ["Forecast", "Forecaster"]
