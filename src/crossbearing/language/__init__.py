"""What every reader needs: which language a text is in, normalising, and the English parser."""

from crossbearing.language.identify import identify
from crossbearing.language.pipeline import parse

__all__ = ["identify", "parse"]
