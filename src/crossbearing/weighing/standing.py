"""Who stands behind an event: the roots of each of its claims, per report, and who is blamed by whom."""

from collections.abc import Mapping, Sequence

from crossbearing.actors import Actor, find_doer
from crossbearing.ontology import kinds
from crossbearing.records import Claim, affirms
from crossbearing.weighing.accounts import Account
from crossbearing.weighing.accused import RUIN
from crossbearing.weighing.grades import Blame
from crossbearing.weighing.independence import Told, count
from crossbearing.weighing.reprints import Reprints, alike
from crossbearing.weighing.roots import Root, roots_of, wording_root
from crossbearing.weighing.tellings import SPEECH

DOERS = frozenset({"military", "armed_group", "government", "police"})
"""Kinds of actors that can be blamed for violence."""
BESIDE = frozenset({"deny_reject", "demand", "support", "threaten", "sanction_resolution", "consult"})
"""Acts of speech that vouch for nothing. Who accuses or condemns says that it happened."""
Reports = Mapping[str, Sequence[Account]]
"""The accounts of an event by report, reports in order."""


class Standing:
    """The roots of every claim of an event. `roots` holds them by claim id, `lent` the ids of those among them whom
    only a reprint cites for a sentence that the claim's own report tells without a source.
    """

    def __init__(self, reports: Reports, reprints: Reprints) -> None:
        self._reports = reports
        self._reprints = reprints
        self.roots: dict[str, tuple[Root, ...]] = {}
        self._taken_back: frozenset[str] = frozenset()
        self.lent: dict[str, frozenset[str]] = {}
        told = [c for accounts in reports.values() for a in accounts for c in a.facts.claims]
        self._tells = any(kinds()[c.type].family != SPEECH for c in told)
        for report, accounts in reports.items():
            context = accounts[0].facts.context
            outlet = None if report in reprints.unclear else context.report.outlet
            for claim in (c for a in accounts for c in a.claims):
                self.roots[claim.id] = roots_of(claim, context, outlet)
        for report in reports:
            original = reprints.original_of.get(report)
            if original in reports:
                self._share(reports[report], reports[original or ""], original or "")
        self._share_sentences()

    def _share(self, copies: Sequence[Account], originals: Sequence[Account], original: str) -> None:
        """Give a reprint's claims that name nobody the roots of the same sentence of its original, or all of that
        one's roots for what it tells in other words; where it names none, both the wording's unknown author.
        """
        theirs = _worded(originals)
        nameless = [(w, c) for w, c in _worded(copies) if all(r.sort == "unnamed" for r in self.roots[c.id])]
        known = {claim.id: {r for r in self.roots[claim.id] if r.sort != "wording"} for _, claim in theirs}
        shared = frozenset[Root]().union(*known.values())
        if not shared:
            for _, claim in (*theirs, *nameless):
                self.roots[claim.id] = (wording_root(original),)
            return
        same = alike([(original, words) for words, _ in theirs] + [("", words) for words, _ in nameless])
        for at, (_, claim) in enumerate(nameless, len(theirs)):
            meant = _of_kind(claim, [theirs[i][1] for i in same.get(at, ())])
            found = set[Root]().union(*(known[c.id] for c in meant)) if meant else shared
            self.roots[claim.id] = tuple(sorted(found))

    def _share_sentences(self) -> None:
        """Give claims that cite nobody, in a sentence that another report has too, whom that report cites for it; where
        neither cites anybody, the unknown author of the sentence. Whom only reprints cite for it are noted, since they
        add to no count.
        """
        told = [(report, *worded) for report, accounts in self._reports.items() for worded in _worded(accounts)]
        held = dict(self.roots)
        for sentence, others in alike([(report, words) for report, words, _ in told]).items():
            claim = told[sentence][2]
            if not held[claim.id]:
                meant = _of_kind(claim, [told[other][2] for other in others])
                cited = {root for other in meant for root in held[other.id]}
                original = told[min(sentence, *others)][0]
                self.roots[claim.id] = tuple(sorted(cited)) or (wording_root(original),)
                first = {root for other in meant if not self._repeats(other.report) for root in held[other.id]}
                if cited != first and not self._repeats(claim.report):
                    self.lent[claim.id] = frozenset(root.id for root in cited - first)

    def _repeats(self, report: str) -> bool:
        return report in self._reprints.original_of

    def leave_out(self, taken_back: frozenset[str]) -> None:
        """Let claims that their roots took back stand for nothing."""
        self._taken_back = taken_back

    def vouching(self, claim: Claim) -> tuple[Root, ...]:
        """Return the roots of a claim that stand for its event having happened: none where it is feared or denied, or
        where what is said about the happening vouches for nothing ("Russia demanded an inquiry").
        """
        beside = claim.type in BESIDE and self._tells
        return self.roots[claim.id] if affirms(claim) and not beside and claim.id not in self._taken_back else ()

    def told(self, party: str | None = None) -> list[Told]:
        """Return each report's part: the roots of its claims, or of those that blame a party; deniers are no roots."""
        parts = []
        for report, accounts in self._reports.items():
            told = (c for a in accounts for c in a.facts.claims if c.id not in self._taken_back)
            claims = [c for c in told if c.certainty != "denied"]
            if party is not None:
                claims = [c for c in claims if affirms(c) and party in blamed(c)]
            if claims or party is None:
                found = {r.id: r for c in claims for r in self.vouching(c) if r.id not in self.lent.get(c.id, ())}
                publisher = accounts[0].facts.context.publisher
                original = self._reprints.original_of.get(report)
                parts.append(Told(report, publisher, tuple(found[i] for i in sorted(found)), original))
        return parts

    def blame(self) -> Blame | None:
        """Return the party that most reports name as the doer of violence or ruin (of equals the first by id), or null.

        Who is only feared, denied or no longer said to have done it is not blamed.
        """
        reports: dict[str, set[str]] = {}
        claims: dict[str, list[str]] = {}
        names: dict[str, str] = {}
        for report, accounts in self._reports.items():
            told = (c for a in accounts for c in a.facts.claims if "violence" in a.facts.families or c.type in RUIN)
            for claim in (c for c in told if affirms(c) and c.id not in self._taken_back):
                for ident, actor in blamed(claim).items():
                    reports.setdefault(ident, set()).add(report)
                    claims.setdefault(ident, []).append(claim.id)
                    names[ident] = actor.name
        if not reports:
            return None
        party = max(sorted(reports), key=lambda i: len(reports[i]))
        return Blame(names[party], count(self.told(party)), len(reports[party]), tuple(sorted(claims[party])))


def _worded(accounts: Sequence[Account]) -> list[tuple[str, Claim]]:
    """The claims of some accounts, each with its sentence."""
    return [(a.facts.context.evidence([claim]), claim) for a in accounts for claim in a.facts.claims]


def _of_kind(claim: Claim, others: Sequence[Claim]) -> Sequence[Claim]:
    """Those of a sentence's claims that tell what a claim tells, by its kind; all of them where none does."""
    return [other for other in others if other.type == claim.type] or others


def blamed(claim: Claim) -> dict[str, Actor]:
    """Return which parties a claim names as the doer, by id.

    A description that fits several sides ("gunmen", "snipers") names none: two who use it need not mean the same.
    """
    found = [actor for name in claim.actor if (actor := find_doer(name)) is not None and actor.kind in DOERS]
    return {actor.id: actor for actor in found if actor.side is not None or not actor.generic}
