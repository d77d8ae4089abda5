"""What every reader needs: the language of a text, writing it in one way, its sentences, the English parser."""

from crossbearing.language.identify import identify
from crossbearing.language.normalise import Normalised, fold, normalise
from crossbearing.language.pipeline import parse, text_of
from crossbearing.language.rows import written_words
from crossbearing.language.sentences import sentence_spans
from crossbearing.language.titles import end_of_headline

__all__ = [
    "Normalised",
    "end_of_headline",
    "fold",
    "identify",
    "normalise",
    "parse",
    "sentence_spans",
    "text_of",
    "written_words",
]
