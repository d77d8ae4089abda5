"""Arrivals: Flee's rules beside Flee itself, forecasts beside the baselines, what crises tell of each other, speed."""
