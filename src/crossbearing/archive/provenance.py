"""The ledger as W3C PROV-JSON: which record came of which act, from what, by whom, with which software."""

from collections.abc import Iterable, Iterator
from typing import Any

from crossbearing.archive.ledger import Entry
from crossbearing.archive.seal import canonical

PREFIXES = {"sha256": "urn:sha256:", "act": "urn:crossbearing:act:", "agent": "urn:crossbearing:agent:"}


def provenance(entries: Iterable[Entry]) -> Iterator[bytes]:
    """Yield the one line of a PROV-JSON document (W3C Member Submission, 24 April 2013) for a ledger.

    Entities are originals, reports, readings, judgements, timestamps and weighings, named by their digests; activities
    are the ledger's entries; agents are people and software.
    """
    told: dict[str, dict[str, Any]] = {
        "prefix": dict(PREFIXES), "entity": {}, "activity": {}, "agent": {}, "used": {}, "wasGeneratedBy": {},
        "wasAssociatedWith": {}, "wasDerivedFrom": {},
    }
    reports: dict[str, str] = {}
    for entry in entries:
        _tell(entry, told, reports)
    yield canonical(told).encode()


def _tell(entry: Entry, told: dict[str, dict[str, Any]], reports: dict[str, str]) -> None:
    """Add one act to the document; `reports` keeps the digest of each report by its id."""
    act = f"act:{entry.seq}"
    told["activity"][act] = {"prov:startTime": entry.at, "prov:endTime": entry.at, "prov:type": entry.act}
    for number, (name, kind) in enumerate(((entry.actor, "prov:Person"), (entry.software, "prov:SoftwareAgent"))):
        told["agent"][f"agent:{name}"] = {"prov:type": {"$": kind, "type": "prov:QUALIFIED_NAME"}}
        told["wasAssociatedWith"][f"_:a{entry.seq}.{number}"] = {"prov:activity": act, "prov:agent": f"agent:{name}"}
    originals = [each["sha256"] for each in entry.inputs.get("originals", ())]
    for number, digest in enumerate(originals):
        _entity(told, digest, "original")
        told["used"][f"_:u{entry.seq}.{number}"] = {"prov:activity": act, "prov:entity": f"sha256:{digest}"}
    made = [("report", each["seal"]) for each in entry.outputs.get("reports", ())]
    made += [("reading", each["seal"]) for each in entry.outputs.get("readings", ())]
    made += [("judgement", each["seal"]) for each in entry.outputs.get("judgements", ())]
    made += [("timestamp", each["sha256"]) for each in entry.outputs.get("timestamps", ())]
    made += [("weighing", entry.outputs["seal"])] if entry.act == "weigh" else []
    for number, (kind, digest) in enumerate(made):
        _entity(told, digest, kind)
        told["wasGeneratedBy"][f"_:g{entry.seq}.{number}"] = {"prov:activity": act, "prov:entity": f"sha256:{digest}"}
    came = list(zip((d for kind, d in made if kind == "report"), originals, strict=False))
    came += [
        (each["seal"], reports[each["report"]])
        for each in entry.outputs.get("readings", ()) if each["report"] in reports
    ]
    for number, (digest, source) in enumerate(came):
        told["wasDerivedFrom"][f"_:d{entry.seq}.{number}"] = {
            "prov:generatedEntity": f"sha256:{digest}", "prov:usedEntity": f"sha256:{source}",
        }
    reports.update((each["id"], each["seal"]) for each in entry.outputs.get("reports", ()))


def _entity(told: dict[str, dict[str, Any]], digest: str, kind: str) -> None:
    told["entity"].setdefault(f"sha256:{digest}", {"prov:type": kind})
