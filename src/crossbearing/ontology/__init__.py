"""The words of the system as data: kinds of event, measures, certainties, grades, source kinds."""

from crossbearing.ontology.listed import listed
from crossbearing.ontology.load import Kind, Words, kinds, words

__all__ = ["Kind", "Words", "kinds", "listed", "words"]
