"""What an event is called: its type, when and where it was, in words."""

from collections import Counter
from collections.abc import Sequence

from crossbearing.ontology import kinds
from crossbearing.records import NOT_YET, Claim, EventFigure, When, Where
from crossbearing.weighing.accounts import Account
from crossbearing.weighing.spots import COUNTRY, RANKS, VILLAGE


def type_of(accounts: Sequence[Account]) -> str:
    """Return the most specific means that most accounts give; where none gives a means, the kind most tell.

    What an account only fears or supposes counts where it tells of nothing that was.
    """
    means = [_means(a.claims) for a in accounts]
    telling = [m for m in means if kinds()[m].means > 0] or means
    often = Counter(telling)
    return max(sorted(often), key=lambda k: (often[k], kinds()[k].means))


def _means(claims: Sequence[Claim]) -> str:
    told = {c.type for c in claims if c.certainty not in NOT_YET} or {c.type for c in claims}
    return max(sorted(told), key=lambda kind: (kinds()[kind].means, kind))


def when_of(claims: Sequence[Claim]) -> When | None:
    """Return the shortest span of days that claims give; of equals the one told most, then the earliest."""
    dated = [c.when for c in claims if c.when and c.when.earliest and c.when.latest]
    if not dated:
        return None
    often = Counter((w.earliest, w.latest) for w in dated)

    def rank(when: When) -> tuple[bool, int, int, int, str]:
        assert when.earliest is not None
        assert when.latest is not None
        width = (when.latest - when.earliest).days
        return when.cumulative, width, -often[when.earliest, when.latest], when.earliest.toordinal(), when.text or ""

    best = min(dated, key=rank)
    return When(edtf=best.edtf, earliest=best.earliest, latest=best.latest, cumulative=best.cumulative)


def where_of(claims: Sequence[Claim]) -> Where | None:
    """Return the place told most among those below a country; of equals the most specific."""
    placed = [c.where for c in claims if c.where]
    if not placed:
        return None
    often = Counter(w.place_id or w.name for w in placed)

    def rank(where: Where) -> tuple[bool, int, int, str]:
        kind = RANKS.get(where.kind, VILLAGE)
        return kind > COUNTRY, often[where.place_id or where.name], kind, where.name

    return max(placed, key=rank)


def label_of(kind: str, where: Where | None, when: When | None, figures: dict[str, EventFigure]) -> str:
    """Return a line for people: "Airstrike, Douma, 2015-02-09: 15 killed".

    >>> label_of("troop_movement", None, None, {})
    'Troop movement'
    """
    parts = [kind.replace("_", " ").capitalize()]
    if where:
        parts.append(where.name)
    if when and when.earliest:
        parts.append(str(when.earliest) if when.earliest == when.latest else f"{when.earliest} to {when.latest}")
    tolls = [f"{figures[m].best} {m}" for m in ("killed", "injured") if m in figures]
    return ", ".join(parts) + (": " + ", ".join(tolls) if tolls else "")
