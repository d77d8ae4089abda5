"""Who stands with whom: whether two actors share an interest in a crisis or are opposed."""

from functools import lru_cache

from crossbearing.actors.tables import Actor, sides

AGAINST_A_STATE = frozenset({"opposition", "jihadist", "separatist"})


@lru_cache(maxsize=1 << 14)
def _blocs(actor: Actor, crisis: str | None) -> dict[str, str]:
    """Crisis -> the bloc the actor belongs to there; only the one crisis where it is given."""
    found: dict[str, str] = {}
    for country, blocs in sides().crises.items():
        if crisis is None or crisis == country:
            for bloc, members in blocs.items():
                if {actor.id, f"{actor.side}/{actor.country or country}", f"{actor.side}/*"} & set(members):
                    found.setdefault(country, bloc)
    return found


def same_side(a: Actor, b: Actor, crisis: str | None = None) -> bool:
    """Whether two actors share an interest: one side of one country, or one bloc in a crisis that both are party to.

    `crisis` is the ISO code of the country it is about; null looks at all.

    >>> from crossbearing.actors import find_actor
    >>> same_side(find_actor("Syrian army"), find_actor("Russian warplanes"), "SY")
    True
    """
    if a.side and a.side == b.side and a.country == b.country:
        return True
    one, two = _blocs(a, crisis), _blocs(b, crisis)
    return any(two.get(country) == bloc for country, bloc in one.items()) and not opposed(a, b, crisis)


def opposed(a: Actor, b: Actor, crisis: str | None = None) -> bool:
    """Whether two actors are parties of hostile blocs in one crisis, or a state and those who fight it.

    `crisis` is the ISO code of the country it is about; null looks at all.

    >>> from crossbearing.actors import find_actor
    >>> opposed(find_actor("SANA"), find_actor("SOHR")), opposed(find_actor("UNICEF"), find_actor("SANA"))
    (True, False)
    """
    if a.side is None or b.side is None or a.id == b.id:
        return False
    one, two = _blocs(a, crisis), _blocs(b, crisis)
    for country in one.keys() & two.keys():
        friends = [set(pair) for pair in sides().friends.get(country, ())]
        if one[country] != two[country] and {one[country], two[country]} not in friends:
            return True
    against = AGAINST_A_STATE & {a.side, b.side}
    return a.country == b.country and "government" in (a.side, b.side) and bool(against)
