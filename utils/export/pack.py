"""The evidence pack: rows, claims, citations, licences, and a program that checks them offline.

The same deck gives the same bytes: no clock, no random order, no compression goes in.
"""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from utils.export import alt, archive, citations, csv, datapackage, door, explain, tables, verify
from utils.export.deck import Deck, Made
from utils.export.door import Parcel
from utils.model import Claim, Source

VERSION = 1
VERIFIER = Path(__file__).with_name("verify.py")


def build(deck: Deck) -> Made:
    """A zip whose layout is described in its README.md.

    Raises `ExportError` and its kinds where something in the deck may not leave
    (`door.checked`). Rows whose licence forbids passing on are not in it.
    """
    parcel = door.checked(deck)
    files: dict[str, bytes] = {}
    resources: list[dict[str, object]] = []
    entries = [
        _claim(parcel, claim, n, files, resources) for n, claim in enumerate(parcel.deck.claims, 1)
    ]
    cited = [one for claim in parcel.deck.claims for one in claim.citations]
    files["claims.json"] = _json(_head(parcel) | {"claims": entries})
    files["claims.csv"] = csv.text(tables.figures(parcel))
    files["datapackage.json"] = _json(_package(parcel, resources))
    files["citations/citations.txt"] = citations.text(cited).encode("utf-8")
    files["citations/citations.bib"] = citations.bibtex(cited).encode("utf-8")
    files["citations/citations.csl.json"] = citations.csl(cited).encode("utf-8")
    files["alt-texts.txt"] = explain.alt_texts(parcel).encode("utf-8")
    files["permalink.txt"] = f"{parcel.deck.link}\n".encode()
    files["LICENCES.md"] = explain.licences(parcel, _sources(parcel)).encode("utf-8")
    files |= _licence_texts(parcel)
    files["README.md"] = explain.readme(parcel).encode("utf-8")
    files["verify.py"] = VERIFIER.read_bytes()
    files[verify.MANIFEST] = manifest(files)
    name = csv.file_name(parcel.deck.title[:60], parcel.deck.date.isoformat(), ending="zip")
    content = archive.zipped(files, compress=False)
    notes = (*parcel.notes, *dict.fromkeys(parcel.withheld.values()))
    return Made(name, "application/zip", content, notes)


def manifest(files: Mapping[str, bytes]) -> bytes:
    """Path, size and SHA-256 of every file, and a seal over the list itself."""
    listed = [
        {"path": path, "bytes": len(one), "sha256": hashlib.sha256(one).hexdigest()}
        for path, one in sorted(files.items())
    ]
    whole: dict[str, Any] = {"version": VERSION, "files": listed}
    return verify.written(whole | {"seal": verify.seal(whole)})


def _json(thing: object) -> bytes:
    text = json.dumps(thing, indent=2, sort_keys=True, ensure_ascii=False, allow_nan=False)
    return (text + "\n").encode("utf-8")


def _head(parcel: Parcel) -> dict[str, object]:
    deck = parcel.deck
    return {
        "version": VERSION,
        "title": deck.title,
        "ask": deck.ask,
        "link": deck.link,
        "snapshot": deck.snapshot,
        "date": deck.date.isoformat(),
        "hashtags": list(deck.hashtags),
        "notes": list(parcel.notes),
        "helplines": [
            {"name": one.name, "contact": one.contact, "hours": one.hours, "url": one.url}
            for one in parcel.helplines()
        ],
    }


def _claim(
    parcel: Parcel,
    claim: Claim,
    n: int,
    files: dict[str, bytes],
    resources: list[dict[str, object]],
) -> dict[str, object]:
    """The entry of a claim; its tables are added to files and resources on the way."""
    paths = {"rows": "", "picture": ""}
    for name, piece in (("rows", claim.evidence), ("picture", claim.drawn)):
        if piece is not None and len(piece):
            path = paths[name] = f"claims/{n:02}/{name}.csv"
            files[path] = csv.text(tables.rows(parcel, piece), mark=False)
            about = (f"claim-{n:02}-{name}", claim.title, claim.sentences.written)
            resources.append(datapackage.resource(about, piece.sources, path, files[path]))
    return _words(parcel, claim, n) | {"rows": paths["rows"], "picture_rows": paths["picture"]}


def _words(parcel: Parcel, claim: Claim, n: int) -> dict[str, object]:
    said, robust = claim.sentences, claim.robustness
    return {
        "number": n,
        "spec": claim.spec,
        "kind": claim.kind,
        "title": claim.title,
        "series": claim.series,
        "place": claim.place,
        "period": claim.period,
        "quantity": _quantity(claim),
        "interval": parcel.interval(claim),
        "sentences": {
            "short": said.short, "written": said.written, "spoken": said.spoken, "plain": said.plain
        },
        "picture": claim.picture,
        "caveats": [{"id": one.id, "text": one.text} for one in claim.caveats],
        "challenge": {"question": claim.challenge.question, "answer": claim.challenge.answer},
        "robustness": robust
        and {"same": robust.same, "choices": robust.choices, "sentence": robust.sentence},
        "grade": {"letter": claim.grade.letter, "reasons": list(claim.grade.reasons)},
        "citations": [one.id for one in claim.citations],
        "source": claim.source_line,
        "statuses": list(claim.statuses),
        "about_suicide": claim.about_suicide,
        "hopeful": claim.hopeful,
        "link": parcel.link(claim),
        "alt": alt.text(parcel, claim),
        "withheld": parcel.withheld.get(claim.spec, ""),
    }  # fmt: skip


def _quantity(claim: Claim) -> dict[str, object]:
    number = claim.quantity
    exact = {name: getattr(number, name) for name in ("value", "low", "high")}
    known = {name: one if math.isfinite(one) else None for name, one in exact.items()}
    return known | {
        "unit": number.unit,
        "decimals": number.decimals,
        "text": number.text,
        "interval": number.interval,
    }


def _package(parcel: Parcel, resources: list[dict[str, object]]) -> dict[str, object]:
    """Data Package v1; a pack of cited figures only has no tables and lists none."""
    return {
        "profile": "tabular-data-package" if resources else "data-package",
        "name": "groundswell-evidence-pack",
        "title": parcel.deck.title,
        "version": parcel.deck.snapshot,
        "resources": resources,
    }


def _sources(parcel: Parcel) -> list[Source]:
    pieces = (piece for claim in parcel.deck.claims for piece in door.pieces(claim))
    return list({one.id: one for piece in pieces for one in piece.sources}.values())


def _licence_texts(parcel: Parcel) -> dict[str, bytes]:
    """The texts of licences that ask to go along, found by the first word of the licence."""
    named = [one.licence for one in _sources(parcel)]
    named += [one.licence for claim in parcel.deck.claims for one in claim.citations]
    words = dict.fromkeys(licence.split()[0] for licence in named if licence.strip())
    texts = parcel.deck.licences
    return {
        f"licences/{csv.file_name(word, ending='txt').removeprefix('groundswell_')}": texts[word]
        for word in words
        if word in texts
    }
