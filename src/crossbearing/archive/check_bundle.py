"""Checks an evidence bundle with nothing but Python (3.9 or newer): `python3 verify.py`, in the bundle's own folder.

Checked: each file of the bag (RFC 8493), ledger entry, record and original against its digest, unless it was expunged.
"""

import hashlib
import json
import pathlib
import sys


def sha256(data: bytes) -> str:
    """Return the SHA-256 of some bytes."""
    return hashlib.sha256(data).hexdigest()


def check(bag: pathlib.Path):  # type: ignore[no-untyped-def] # noqa: ANN201 - kept short for those who read it first
    """Yield one line for everything that is wrong with the bundle in this folder."""
    data = bag / "data"
    for name in ("manifest-sha256.txt", "tagmanifest-sha256.txt"):
        listed = {line[66:]: line[:64] for line in (bag / name).read_text("utf-8").splitlines()}
        for path, digest in listed.items():
            if not (bag / path).is_file() or sha256((bag / path).read_bytes()) != digest:
                yield f"{path}: it is gone or was changed"
        there = {file.relative_to(bag).as_posix() for file in data.rglob("*") if file.is_file() and name[0] == "m"}
        yield from (f"{path}: no manifest lists it" for path in sorted(there - listed.keys()))
    parts = ("ledger", "reports", "readings", "judgements", "events")
    rows = {name: (data / f"{name}.jsonl").read_bytes().split(b"\n")[:-1] for name in parts}
    seals = {name: [sha256(line) for line in lines] for name, lines in rows.items()}
    told, gone = {}, set()  # type: ignore[var-annotated]
    sealed, weighed, previous = [], None, "0" * 64
    for number, entry in enumerate(map(json.loads, rows["ledger"]), 1):
        if entry["previous"] != previous or entry["seq"] != number:
            yield f"ledger entry {number}: it does not follow the one before it"
        previous = seals["ledger"][number - 1]
        sealed += [("original", each["sha256"]) for each in entry["inputs"].get("originals", ())]
        sealed += [("timestamp", each["sha256"]) for each in entry["outputs"].get("timestamps", ())]
        told.update(((name, each["seal"]), None) for name in parts[1:4] for each in entry["outputs"].get(name, ()))
        weighed = entry["outputs"] if entry["act"] in {"weigh", "expunge"} else weighed
        for name, seal in ((n, s) for n, taken in entry["outputs"].get("expunged", {}).items() for s in taken):
            told.pop((name, seal), None)
            gone.add(seal)
    yield from (f"{n}: not those of the ledger" for n in parts[1:4] if [s for of, s in told if of == n] != seals[n])
    for kind, digest in sealed:
        file = data / f"{kind}s" / digest
        if digest not in gone and (not file.is_file() or sha256(file.read_bytes()) != digest):
            yield f"{kind} {digest}: it is gone or was changed"
    if weighed and weighed["seal"] != sha256("".join(f"{seal}\n" for seal in seals["events"]).encode()):
        yield "events: they are not those of the ledger's last weighing"
    if f"Ledger-Head: {len(rows['ledger'])}:{previous}" not in (bag / "bag-info.txt").read_text("utf-8").splitlines():
        yield "bag-info.txt: it names another head of the ledger"


if __name__ == "__main__":
    try:
        wrong = list(check(pathlib.Path(__file__).resolve().parent))
    except (OSError, ValueError, KeyError, TypeError) as error:
        wrong = [f"the bundle is damaged: {error!r}"]
    print("\n".join(wrong) or "sound: every file, record and ledger entry is as it was written")  # noqa: T201
    sys.exit(bool(wrong))
