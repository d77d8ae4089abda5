"""Where accounts of one event cannot both hold, as rows: the field, the sides, and who stands on each."""

from collections.abc import Sequence

from crossbearing.records import Contradiction
from crossbearing.weighing.contradictions.blame import perpetrators
from crossbearing.weighing.contradictions.means import weapons
from crossbearing.weighing.contradictions.tolls import tolls
from crossbearing.weighing.contradictions.truth import dates, denying, happened
from crossbearing.weighing.contradictions.victims import victims
from crossbearing.weighing.contradictions.voices import Voice

__all__ = ["Voice", "denying", "find"]


def find(voices: Sequence[Voice], kind: str) -> tuple[Contradiction, ...]:
    """Return every contradiction among the reports of one event of a kind, by field, sides by value."""
    blame = perpetrators(voices, kind)
    return (
        *tolls(voices, "killed"),
        *tolls(voices, "injured"),
        *blame,
        *weapons(voices),
        *dates(voices),
        *victims(voices),
        *happened(voices, kind, blame),
        # What an event is called by goes by its means; that people were killed in it may be what is denied.
        *(happened(voices, "killing", blame) if kind != "killing" else ()),
    )
