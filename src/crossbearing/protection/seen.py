"""An archive as one reader may see it: the gate that every page, export, answer and log goes through."""

import re
from collections.abc import Callable, Iterator
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

import msgspec

from crossbearing.archive import Archive, ArchiveTrouble, Entry, Found, Query
from crossbearing.archive.seal import content, sha256
from crossbearing.archive.search import has_words
from crossbearing.language.normalise import fold
from crossbearing.protection.hiding import Hidden, hide_picture, hide_reading
from crossbearing.protection.key import Key, find_key
from crossbearing.protection.persons import Persons, Scope
from crossbearing.records import Anchor, Claim, Judgement, Picture, Reading, Report, in_force

if TYPE_CHECKING:
    from crossbearing.weighing.harmed import Harmed

DIGEST = re.compile(r"[0-9a-f]{64}")
EVENT = re.compile(r"e-[0-9a-f]{16}")


class Seen:
    """An archive for a reader who may not see the protected names, or for one who may.

    Where nobody is protected, everything passes as it is. Else the key of the pseudonyms must be there; to see the
    names (`unprotected`), the archive must be one that can be written, too, for its ledger tells who looked, when and
    with which verb. Raises `ArchiveTrouble` where one of them is missing: nothing is shown then.
    """

    def __init__(self, archive: Archive, *, verb: str, unprotected: bool = False) -> None:
        self.archive = archive
        protecting = [j for j in in_force(archive.judgements.all()) if j.verdict == "protect"]
        self._key = find_key(archive) if protecting else Key(b"")
        self.persons = Persons(protecting, self._key)
        self.open = unprotected or not self.persons
        if unprotected and self.persons:
            self._tell(verb)

    def _tell(self, verb: str) -> None:
        if not self.archive.writable:
            raise ArchiveTrouble(
                self.archive.database.name, "it cannot be written, so its ledger could not tell who saw the names",
                "leave --unprotected out, or name an archive where you may write",
            )
        with self.archive.database.transaction():
            self.archive.ledger.append("reveal", {"verb": verb}, {"persons": len(self.persons.finders)})

    @cached_property
    def _all(self) -> tuple[Picture, dict[str, Hidden], dict[str, str]]:
        return (self._plain, {}, {}) if self.open else self.redacted

    @cached_property
    def redacted(self) -> tuple[Picture, dict[str, Hidden], dict[str, str]]:
        """What a reader without the right gets, whoever looks (see `hide_picture`)."""
        return hide_picture(self._plain, self.persons, self._key)

    @cached_property
    def _plain(self) -> Picture:
        return self.archive.picture()

    @cached_property
    def _changed(self) -> frozenset[str]:
        """Reports that are shown otherwise than they are: those hidden, and those that a correction put a name into."""
        read, shown = self._plain.readings, self._all[0].readings
        return frozenset(self.hidden) | {id_ for id_, reading in read.items() if shown.get(id_) != reading}

    @property
    def hidden(self) -> dict[str, Hidden]:
        """The reports that name somebody who is protected, by their own ids, with their redacted derivatives."""
        return self._all[1]

    @property
    def ids(self) -> dict[str, str]:
        """What stands for which id."""
        return self._all[2]

    def picture(self, query: Query | None = None) -> Picture:
        """Return the picture, or the events that a query finds, with what tells of them (see `Archive.picture`)."""
        picture = self._all[0]
        return picture if query is None else picture.part({found.event for found in self.find(query)})

    def people(self, query: Query | None = None) -> "tuple[Harmed, ...]":
        """Return those whom the picture, or the part that a query finds, names as harmed (see `people_harmed`).

        Who is one person is told by what the reports say, and only then are names hidden.
        """
        from crossbearing.protection.harmed import hide_people  # with weighing, it takes a second to load
        from crossbearing.weighing.harmed import people_harmed

        plain = self._plain
        if query is not None:
            plain = plain.part({self.own(found.event) for found in self.find(query) if found.event})
        people = people_harmed(plain)
        return people if self.open else hide_people(people, self._plain, self._all[0], self.ids, self.persons)

    def moved(self, beginning: str) -> list[tuple[str, str]]:
        """Return where ids of events that begin so have led (see `Events.moved`), as this reader knows them.

        Without the right only for an id that is given whole: one that events had before may be made of hidden words.
        """
        led = self.archive.events.moved(beginning)
        return led if self.open else [(old, self.ids.get(new, new)) for old, new in led if old == beginning]

    def find(self, query: Query, limit: int | None = None) -> list[Found]:
        """Return the claims that meet a query, as this reader knows them, in order of their events; at most so many.

        Words and names are looked for in what is shown: who asks for a protected name, or for all without it, learns
        nothing by it.
        """
        if self.open:
            return self.archive.find(query) if limit is None else self.archive.find(query, limit)
        plain = [found for found in self.archive.find(query) if found.report not in self._changed]
        of_records = msgspec.structs.replace(query, words="", source="", outlet="")
        redacted = [
            found for found in self.archive.find(of_records)
            if found.report in self._changed and self._meets(query, found)
        ]
        order = {event.id: n for n, event in enumerate(self._all[0].events)}
        met = [self._shown(found) for found in (*plain, *redacted)]
        met.sort(key=lambda found: (order.get(found.event or "", len(order)), found.report, found.ordinal))
        return met[:limit]

    def _shown(self, found: Found) -> Found:
        """A claim that was found, by the ids that this reader knows its report and its event by."""
        return msgspec.structs.replace(
            found, report=self.ids.get(found.report, found.report),
            event=found.event and self.ids.get(found.event, found.event),
        )

    def _meets(self, query: Query, found: Found) -> bool:
        """Whether a claim that is shown otherwise than it is meets also as it is shown what a query asks of it."""
        report = self.report(self.ids.get(found.report, found.report))
        if report is None:
            return False
        if query.words and not has_words(report, query.words):
            return False
        if query.outlet and fold(query.outlet) not in fold(report.outlet or ""):
            return False
        id_ = self.claim_at(found.reading, found.ordinal).id
        judged = self._all[0].readings[report.id].claims
        claim = next((claim for claim in judged if claim.id == id_), None)
        if claim is None or (query.near and claim.where is None):
            return False
        return not query.source or any(fold(query.source) in fold(link.name) for link in claim.sources)

    def claim_at(self, reading: int, ordinal: int) -> Claim:
        """Return a claim by the number of its reading and its place in it, as this reader may see it."""
        return self.reading(self.archive.readings.at(reading)).claims[ordinal]

    def reading(self, reading: Reading) -> Reading:
        """Return a reading by any version of a reader as this reader may see it."""
        hidden = self.hidden.get(reading.report)
        if hidden is None:
            return reading
        # Claims that an older version found are not in the picture: their ids were made of the report's words, too.
        ids = {claim.id: self._key.id(claim.id) for claim in reading.claims}
        return hide_reading(reading, hidden, self.persons, {**ids, **self.ids})

    def report(self, id_: str) -> Report | None:
        """Return a report by the id that this reader knows it by, as they may see it; null where there is none."""
        own = self.own(id_)
        hidden = self.hidden.get(own)
        return hidden.report if hidden else self.archive.reports.get(own)

    def own(self, shown: str) -> str:
        """Return the archive's own id for one that this reader was shown; the same where none stands for another.

        Empty, which no record has as its id, for one that another stands for: to know it would confirm a guess.
        """
        return self._own.get(shown, "" if shown in self.ids else shown)

    @cached_property
    def _own(self) -> dict[str, str]:
        return {new: old for old, new in self.ids.items()}

    def claims(self, beginning: str) -> tuple[Claim, ...]:
        """Return the claims, as they were read, whose id as this reader knows it is this or begins with it."""
        others = [old for old, new in self.ids.items() if new.startswith(beginning) and new.startswith("c-")]
        found = [claim for old in others for claim in self.archive.claims(old)]
        plain = [claim for claim in self.archive.claims(beginning) if claim.id not in self.ids]
        return tuple(found + plain)

    def judgements(self) -> tuple[Judgement, ...]:
        """Return what people decided, in order; without names for who may not see them."""
        return tuple(self.judgement(judgement) for judgement in self.archive.judgements.all())

    def judgement(self, judgement: Judgement) -> Judgement:
        """Return a judgement as this reader may see it; one with a name in it has another id, for ids are digests."""
        if self.open:
            return judgement
        ids = self._judgement_ids
        return msgspec.structs.replace(
            judgement, id=self._judgement_id(judgement), by=self._who(judgement.by),
            why=self.words(judgement.why, numbers=judgement.verdict == "protect"), value=self._value(judgement),
            about=tuple(map(self._anchor, judgement.about)), apart=tuple(map(self._anchor, judgement.apart)),
            withdraws=ids.get(judgement.withdraws or "", judgement.withdraws),
        )

    @cached_property
    def _judgement_ids(self) -> dict[str, str]:
        return {j.id: self._judgement_id(j) for j in self.archive.judgements.all()}

    def _judgement_id(self, judgement: Judgement) -> str:
        names = judgement.verdict == "protect" or self._names(judgement)
        return self._key.id(judgement.id) if names else judgement.id

    def judged(self, beginning: str) -> tuple[Judgement, ...]:
        """Return the judgements, as they are, whose id as this reader knows it is this or begins with it.

        The own id of one that protects is answered, too: its salt makes that no guess can be confirmed by it.
        """
        return tuple(
            j for j in self.archive.judgements.all()
            if (j.id if self.open else self._judgement_ids[j.id]).startswith(beginning)
            or (j.verdict == "protect" and j.id.startswith(beginning))
        )

    def _names(self, judgement: Judgement) -> bool:
        told = msgspec.json.encode((judgement.why, judgement.value)).decode()
        return self.words(told) != told or any(anchor.report in self.hidden for anchor in judgement.anchors)

    def _anchor(self, anchor: Anchor) -> Anchor:
        hidden = self.hidden.get(anchor.report)
        if hidden is None:
            return anchor
        text = hidden.title if anchor.located == "title" else hidden.text
        return msgspec.structs.replace(anchor, report=hidden.report.id, span=text.moved(anchor.span))

    def _value(self, judgement: Judgement) -> Any:
        if judgement.verdict == "protect":
            at = next((n for n, j in enumerate(self.persons.judgements) if j.id == judgement.id), None)
            names = [self.persons.pseudonyms[at]] if at is not None else []
            return {"names": names, "role": judgement.value["role"]}
        return _each_string(judgement.value, self.words)

    def record_export(self, name: str, digest: str, asked: Query | None = None) -> None:
        """Record that something was written out (see `Archive.record_export`), and seal what was redacted for it.

        A redacted derivative follows from its report, the judgements and the key; its digest, in the ledger from the
        first time that it was handed out, shows later that it was this.
        """
        self.archive.record_export(name, digest, asked)
        if not self.archive.writable or not self.hidden:
            return
        entries = (entry for entry in self.archive.ledger.entries() if entry.act == "redact")
        sealed = {each["seal"] for entry in entries for each in entry.outputs["derivatives"]}
        made = [
            {"report": each.report.id, "seal": sha256(content(each.report))} for _, each in sorted(self.hidden.items())
        ]
        fresh = [each for each in made if each["seal"] not in sealed]
        if fresh:
            with self.archive.database.transaction():
                self.archive.ledger.append("redact", {"persons": len(self.persons.finders)}, {"derivatives": fresh})

    def keyed(self, digest: str) -> str:
        """Return what stands for a digest, for who may not see what it is of."""
        return self._key.digest(digest)

    def words(self, told: str, *, numbers: bool = False) -> str:
        """Return words that belong to no report as this reader may see them; `numbers`: no telephone number is one."""
        return told if self.open else self.ids.get(told) or self.persons.hide_words(told, numbers=numbers)

    def _who(self, actor: str) -> str:
        """Who acted: hidden only where the whole name of a protected person is told."""
        return actor if self.open else self.persons.hide(actor, Scope(self.persons.anywhere.active, frozenset()))

    def entries(self) -> Iterator[tuple[Entry, dict[str, Any]]]:
        """Yield the ledger's entries in order, each with what this reader may see of it.

        Without the right, digests are keyed (a digest of words with a name in them confirms a guess at the name), but
        for those of what was redacted; so are ids of events, also of those that are no more.
        """
        for entry in self.archive.ledger.entries():
            told = msgspec.to_builtins(entry)
            if not self.open:
                for original in told["inputs"].get("originals", ()):
                    del original["bytes"]  # it would tell how long the name is
                change = partial(self._told, shown=entry.act == "redact")
                told |= {part: _each_string(told[part], change) for part in ("inputs", "outputs")}
                told |= {"actor": self._who(entry.actor), "previous": self._key.digest(entry.previous)}
            yield entry, told

    def _told(self, told: str, *, shown: bool) -> str:
        if DIGEST.fullmatch(told):
            return told if shown else self._key.digest(told)
        if self.hidden and EVENT.fullmatch(told):
            return self._key.id(told)
        return self._judgement_ids.get(told) or self.words(told)


def _each_string(value: Any, change: Callable[[str], str]) -> Any:
    if isinstance(value, str):
        return change(value)
    if isinstance(value, dict):
        return {change(name): _each_string(part, change) for name, part in value.items()}
    return [_each_string(part, change) for part in value] if isinstance(value, list | tuple) else value
