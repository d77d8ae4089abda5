"""Where: the gazetteer, matching of names across transliterations, and resolving place names in context."""

from crossbearing.places.countries import Country, countries, country_code, country_name
from crossbearing.places.entry import Candidate, Place
from crossbearing.places.find import find_places, resolve_given, same_place
from crossbearing.places.gazetteer import Gazetteer
from crossbearing.places.geometry import distance_km

__all__ = [
    "Candidate", "Country", "Gazetteer", "Place", "countries", "country_code", "country_name", "distance_km",
    "find_places", "resolve_given", "same_place",
]
