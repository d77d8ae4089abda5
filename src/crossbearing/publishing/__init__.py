"""What leaves the archive: one file per format out, the page, and the drawings that explain."""

from crossbearing.publishing.formats import Format, formats

__all__ = ["Format", "formats"]
