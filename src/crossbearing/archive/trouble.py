"""What can go wrong with an archive, said so that a person knows what to do."""


class ArchiveTrouble(Exception):  # noqa: N818 - it is not always an error: the archive may be in use, or the disk full
    """Something about an archive that stops the work; nothing that was acknowledged is lost by it.

    >>> print(ArchiveTrouble("cases", "it is in use by another process", "wait until that has ended"))
    archive cases: it is in use by another process; wait until that has ended
    """

    def __init__(self, archive: str, reason: str, way_out: str) -> None:
        super().__init__(archive, reason, way_out)
        self.archive = archive
        self.reason = reason
        self.way_out = way_out

    def __str__(self) -> str:
        told = f"archive {self.archive}: {self.reason}; {self.way_out}"
        return "".join(c if c.isprintable() else c.encode("unicode_escape", "backslashreplace").decode() for c in told)


def no_archive(name: str) -> ArchiveTrouble:
    """Return what to raise where there is no archive and none is to be made."""
    return ArchiveTrouble(name, "there is no archive", "make one with `crossbearing run PATHS --archive`")
