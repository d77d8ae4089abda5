"""One report with its reading, and what all its claims share: its day, publisher, words, people and places."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise

import msgspec

from crossbearing.actors import Actor, named_in, publisher_family
from crossbearing.language import end_of_headline
from crossbearing.records import Claim, PlaceMention, Reading, Report, Where
from crossbearing.times import anchor_of
from crossbearing.weighing.offices import Office, bearers, offices
from crossbearing.weighing.page import people, telling_text
from crossbearing.weighing.person_names import Parts
from crossbearing.weighing.settings import settings
from crossbearing.weighing.spots import Spot
from crossbearing.weighing.words import length, stems, weighed

_SENTENCE_END = re.compile(r"[.!?][\"”')\]]*\s+(?=[\"“'(\[]?[A-Z0-9])|\n+")
MONITORS = frozenset({"ngo"})
"""Kinds of bodies that "the monitor" or "the watchdog" may mean."""
_SHORT = re.compile(r"[(\[]([A-Z]{3,8})[)\]]")
LONGEST_NAME = 80
"""Code points before brackets in which the name stands that they give a short name for."""
LEAD_CHARACTERS = 300
"""Code points that count as the lead of a text without sentence ends."""


class Context:
    """One report with its reading. `publisher` is its publisher family."""

    def __init__(self, report: Report, reading: Reading) -> None:
        self.report = report
        self.reading = reading
        self.text = report.text
        self.title = report.title or ""
        self.publisher = publisher_family(report.outlet) if report.outlet else report.id
        self.place_words = frozenset(w for p in reading.places for w in stems(p.text))
        self._by_id = {p.place_id: p for p in reading.places if p.place_id}
        self._by_text = {p.text.casefold(): p for p in reversed(reading.places) if p.use != "demonym"}
        self._ends = [m.end() for m in _SENTENCE_END.finditer(self.text)]

    @cached_property
    def day(self) -> int | None:
        """The ordinal of the day on which the report was written, by what it prints of itself or was given with it."""
        day = anchor_of(self.text, self.report.published).day
        return day.toordinal() if day else None

    @cached_property
    def telling(self) -> str:
        """The report's words, title included, without page furniture."""
        body = telling_text(self.text)
        return f"{self.title[: end_of_headline(self.title)]}.\n{body}" if self.report.title_stands_apart else body

    @cached_property
    def counts(self) -> frozenset[str]:
        """The numbers that claims count people and things by: they are compared as counts, and not as words again."""
        figures = (figure for claim in self.reading.claims for figure in claim.figures)
        return frozenset(word for figure in figures for word in stems(figure.text) if word.isdigit())

    @cached_property
    def vector(self) -> dict[str, float]:
        """The bits of the report's telling words."""
        return weighed(stems(self.telling), self.counts)

    @cached_property
    def vector_length(self) -> float:
        """The length of `vector`."""
        return length(self.vector)

    @cached_property
    def people(self) -> frozenset[str]:
        """The last names of those whom the report names in full, but for those whom it quotes: a spokesman speaks of
        many happenings.
        """
        return people(self.telling, self.place_words) - self.quoted

    @cached_property
    def deeds(self) -> frozenset[str]:
        """The words that name what the report's claims tell of ("shelled", "ceasefire")."""
        triggers = ((self.title if c.located == "title" else self.text)[slice(*c.trigger)] for c in self.reading.claims)
        return frozenset(w for words in triggers for w in stems(words))

    @cached_property
    def quoted(self) -> frozenset[str]:
        """The words of the names of those whom the report quotes."""
        said = [self.text[a:b] for each in self.reading.attributions for a, b in each.source]
        return frozenset(w for name in said for w in stems(name))

    @cached_property
    def aftermath(self) -> bool:
        """Whether the headline or lead tells of what comes after a deed: arrests, charges, trials, funerals."""
        lead = self.text[: self._ends[1] if len(self._ends) > 1 else LEAD_CHARACTERS]
        return not settings().aftermath.isdisjoint(stems(f"{self.title} {lead}"))

    @cached_property
    def country(self) -> str | None:
        """The country that most places of the report lie in (of equals the first by code), or null."""
        told = Counter(p.country for p in self.reading.places if p.country)
        return max(sorted(told), key=lambda c: told[c]) if told else None

    @cached_property
    def _bodies(self) -> list[tuple[int, Actor]]:
        """The named bodies that monitor, with the sentences that name them, in the order of the text."""
        found = []
        for number, (start, end) in enumerate(pairwise((0, *self._ends, len(self.text)))):
            found += [(number, actor) for _, actor in named_in(self.text[start:end]) if actor.kind in MONITORS]
        return found

    @cached_property
    def _short_names(self) -> dict[str, str]:
        """Short names with the names that the report gives them for: by its brackets ("the Rasta Relief Committee
        (RRC)"), else by the initials of whom it cites.
        """
        cited = [link.name for claim in self.reading.claims for link in claim.sources if link.named]
        found = {initials: name for name in sorted(cited) for initials in [_initials(name.split())] if initials}
        for match in _SHORT.finditer(self.text):
            words = self.text[max(0, match.start() - LONGEST_NAME) : match.start()].split()
            full = next((words[i:] for i in range(len(words) - 1, -1, -1) if _initials(words[i:]) == match[1]), None)
            if full:
                found[match[1]] = " ".join(full)
        return found

    @cached_property
    def offices(self) -> tuple[Office, ...]:
        """Whom the text tells to head a body or to speak for it."""
        return offices(self.text)

    @cached_property
    def bearers(self) -> dict[str, set[Parts]]:
        """The full names of the text by their last part."""
        return bearers(self.text)

    def in_full(self, name: str) -> str:
        """Return a name with the short name in it, if it has one that the report gives for a longer one, in full."""
        short = next((word for word in re.findall(r"\w+", name) if word in self._short_names), None)
        return self._short_names[short] if short else name

    def body(self, sentence: int) -> Actor | None:
        """Return the monitoring body that "the monitor" means in a sentence: the last one named, else the next one."""
        before = [actor for number, actor in self._bodies if number <= sentence]
        return before[-1] if before else self._bodies[0][1] if self._bodies else None

    @cached_property
    def _turns(self) -> list[tuple[int, str]]:
        found = []
        for number, start in enumerate((0, *self._ends)):
            head = self.text[start : start + 40].casefold().lstrip("\"'“‘([ ")
            words = next((t for t in settings().turns if head.startswith(t)), None)
            if words:
                found.append((number, words))
        return found

    def turn(self, first: int, last: int) -> str:
        """Return the words with which the first of some sentences turns to another matter; empty where none does."""
        at = bisect_left(self._turns, (first, ""))
        return self._turns[at][1] if at < len(self._turns) and self._turns[at][0] <= last else ""

    def sentence_of(self, offset: int) -> int:
        """Return the number of the sentence at an offset of the text, from 0."""
        return bisect_right(self._ends, offset)

    def evidence(self, claims: Sequence[Claim]) -> str:
        """Return the evidence of claims, each sentence once, in one text."""
        spans = sorted({(c.located, c.evidence) for c in claims})
        return "\n".join((self.title if located == "title" else self.text)[a:b] for located, (a, b) in spans)

    def mentioned(self, claims: Sequence[Claim]) -> tuple[Spot, ...]:
        """Return every place that the evidence of claims names, in the order of the text."""
        spans = {c.evidence for c in claims if c.located == "text"}
        found: dict[str, Spot] = {}
        for p in self.reading.places:
            if p.use == "place" and any(a <= p.start < b for a, b in spans):
                found.setdefault(p.place_id or p.name or p.text, self._spot(p))
        return tuple(found.values())

    def _spot(self, place: PlaceMention | Where, mention: PlaceMention | None = None) -> Spot:
        """The spot of a place; one that lies nowhere on the map lies in the country that the report speaks of."""
        spot = Spot.of(place, mention)
        nowhere = spot.country is None and spot.lat is None
        return msgspec.structs.replace(spot, country=self.country) if nowhere else spot

    def spots(self, claim: Claim) -> tuple[Spot, ...]:
        """Return the places of a claim, most specific first."""
        where = claim.where
        found = [self._spot(where, self._by_id.get(where.place_id or ""))] if where is not None else []
        for name in claim.places:
            mention = self._named(name.casefold())
            if mention is None:
                found += [] if found else [Spot.unresolved(name)]
            elif all(mention.place_id is None or s.place_id != mention.place_id for s in found):
                found.append(self._spot(mention))
        return tuple(found)


    def _named(self, told: str) -> PlaceMention | None:
        """The place of a name as a claim tells it, also with words about it: "eastern Dirwan", "Dirwan province"."""
        mention = self._by_text.get(told)
        if mention is not None:
            return mention
        words = f" {told} "
        within = (text for text in self._by_text if f" {text} " in words)
        return self._by_text.get(max(within, key=len, default=""))


def _initials(words: Sequence[str]) -> str:
    """The initials of a name of several words, all with capitals but for the little ones between; else empty."""
    capitals = [word[0] for word in words if word[:1].isupper()]
    little = [word for word in words if not word[:1].isupper()]
    whole = words and words[0][:1].isupper() and words[-1][:1].isupper() and all(w in _LITTLE for w in little)
    return "".join(capitals) if whole and len(capitals) >= FEWEST_INITIALS else ""


_LITTLE = frozenset({"for", "of", "and", "the", "in"})
FEWEST_INITIALS = 3
"""Initials from which a short name is no other's."""
