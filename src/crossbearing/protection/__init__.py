"""The one gate between the archive and every page, export and answer: who may see which name."""

from crossbearing.protection.key import make_key
from crossbearing.protection.seen import Seen

__all__ = ["Seen", "make_key"]
