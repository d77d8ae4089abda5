"""What people decided, as weighing must keep to it: what comes together, what never may, what did not happen so."""

from collections.abc import Collection, Iterable, Mapping

Pair = tuple[str, str]


class Decisions:
    """The pairs of claims that are the same happening and those that are not, by their ids.

    Claims that were said to be the same, directly or through others, are one class. `not the same` is never given up:
    a `same` that would bring two such claims together does not hold, and stands in `unfit`. `refuted` are the claims of
    which people said that it did not happen so.

    >>> decided = Decisions(same=[("a", "b"), ("b", "c")], apart=[("a", "c")])
    >>> decided.unfit, decided.apart(["a"], ["c"]), decided.class_of("b")
    ((('b', 'c'),), True, 'a')
    """

    def __init__(
        self, same: Iterable[Pair] = (), apart: Iterable[Pair] = (), homes: Mapping[str, str] | None = None,
        refuted: Iterable[str] = (),
    ) -> None:
        self.refuted = frozenset(refuted)
        self._members: dict[str, list[str]] = {}
        self._class: dict[str, str] = {}
        self._enemies: dict[str, set[str]] = {}
        for a, b in apart:
            self._enemies.setdefault(a, set()).add(b)
            self._enemies.setdefault(b, set()).add(a)
        unfit = []
        for a, b in sorted(set(same)):
            one, two = sorted((self.class_of(a), self.class_of(b)))
            if two in self._enemies.get(one, ()):
                unfit.append((a, b))
            elif one != two:
                self._unite(one, two)
        known = homes or {}
        self.homes = {c: known[c] for c in {*self._class, *self._enemies} if c in known}
        self.unfit: tuple[Pair, ...] = tuple(unfit)

    def _unite(self, one: str, two: str) -> None:
        members = sorted([*self._members.pop(one, [one]), *self._members.pop(two, [two])])
        enemies = self._enemies.pop(one, set()) | self._enemies.pop(two, set())
        for enemy in enemies:
            self._enemies[enemy] = self._enemies[enemy] - {one, two} | {members[0]}
        self._members[members[0]] = members
        self._class.update(dict.fromkeys(members, members[0]))
        if enemies:
            self._enemies[members[0]] = enemies

    def class_of(self, claim: str) -> str:
        """Return the first claim, by id, of those that are the same as this one."""
        return self._class.get(claim, claim)

    def classes(self, claims: Iterable[str]) -> frozenset[str]:
        """Return the classes of claims about which anything was decided."""
        found = {self.class_of(claim) for claim in claims}
        return frozenset(c for c in found if c in self._members or c in self._enemies)

    def members(self, class_: str) -> Collection[str]:
        """Return the claims of a class, by id."""
        return self._members.get(class_, [class_])

    def together(self, a: Iterable[str], b: Iterable[str]) -> bool:
        """Whether a claim of the one and a claim of the other are the same happening."""
        one = self.classes(a)
        return bool(one) and not one.isdisjoint(self.classes(b))

    def apart(self, a: Iterable[str], b: Iterable[str]) -> bool:
        """Whether a claim of the one and a claim of the other are not the same happening."""
        two = self.classes(b)
        return bool(two) and any(not two.isdisjoint(self._enemies.get(c, ())) for c in self.classes(a))

    def one_account(self, a: str, b: str) -> bool:
        """Whether two claims of one report may stand in one account, which is joined and kept apart as a whole.

        Not where they are apart; and not where the one must stay apart from some claim while the other must come
        together with some: that other could bring the two together.
        """
        one, two = self.class_of(a), self.class_of(b)
        if one == two:
            return True
        if two in self._enemies.get(one, ()):
            return False
        barred = {c for c in (one, two) if c in self._enemies}
        bound = {c for c in (one, two) if c in self._members}
        return not any(x != y for x in barred for y in bound)
