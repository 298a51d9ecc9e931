"""What a pack says to whoever opens it: how it is laid out, how to check it, what may be done."""

from __future__ import annotations

from collections.abc import Sequence

from utils.export import alt, clean
from utils.export.door import Parcel
from utils.model import Claim, Source

LAYOUT = """## What is in here

| file | what it holds |
|---|---|
| `claims.csv` | every talking point with value, interval, period, sentence, caveats and source |
| `claims.json` | the same in full, for programs |
| `claims/NN/rows.csv` | the rows that the number of talking point NN was made from |
| `claims/NN/picture.csv` | the rows of its picture |
| `datapackage.json` | describes every table (Frictionless Data Package) |
| `citations/` | the sources as text, BibTeX and CSL-JSON |
| `LICENCES.md`, `licences/` | what the producers ask of whoever passes the rows on |
| `alt-texts.txt` | descriptions of the pictures for people who can't see them |
| `permalink.txt` | the address of the live view |
| `manifest.json` | size and SHA-256 checksum of every file |
| `verify.py` | checks all this |

In the tables a text that begins with an apostrophe would otherwise be read as a formula by a
spreadsheet: drop the apostrophe to have the text as published. `low` and `high` are empty where
the source gives no interval. `status` is the SDMX observation status; a value with the status
`Q` was suppressed by its producer to protect people and is empty.

## How to check it

    python3 verify.py

Python 3.8 or later is enough; nothing is installed and nothing is sent. The program names every
file that was changed, renamed, added or taken away, and works out again what follows from the
rows alone. It can't tell whether somebody built a whole new pack: compare the `seal` at the end
of `manifest.json` with that of a pack you trust, or make the pack again from the live view. The
same talking points and the same data give the same bytes.
"""
MARKUP = str.maketrans({letter: f"\\{letter}" for letter in "\\`*_[]<>#|~!"})
"""Letters that Markdown would act upon."""


def plain(words: str) -> str:
    """A text as one line of Markdown that shows it as it stands."""
    return words.translate(MARKUP)


def readme(parcel: Parcel) -> str:
    """The pack in words: title, ask, talking points, layout, how to check it."""
    deck = parcel.deck
    parts = [f"# {plain(deck.title)}", plain(deck.ask) if deck.ask else ""]
    day = f"{deck.date.day} {deck.date:%B %Y}"
    parts.append(f"Made on {day} from the data {plain(deck.snapshot)}.")
    parts.append(f"Live view: <{deck.link}>" if deck.link else "")
    parts.append("## Talking points")
    parts += [_point(parcel, claim, n) for n, claim in enumerate(deck.claims, 1)]
    for line in parcel.helplines():
        asked, _, answer = parcel.call(line).partition("? ")
        parts.append(f"**{plain(asked)}?** {plain(answer)}")
    parts += [plain(note) for note in parcel.notes]
    return "\n\n".join(part for part in (*parts, LAYOUT) if part)


def _point(parcel: Parcel, claim: Claim, n: int) -> str:
    said = [f"**{n}. {plain(claim.sentences.short)}**", plain(claim.sentences.written)]
    said.append(plain(f"Figure: {alt.figure(parcel, claim)}."))
    said += [f"- {plain(one.text)}" for one in claim.caveats]
    said.append(plain(claim.source_line))
    if claim.spec in parcel.withheld:
        said.append(plain(parcel.withheld[claim.spec]))
    return "\n\n".join(said)


def alt_texts(parcel: Parcel) -> str:
    """One paragraph a picture."""
    described = (alt.text(parcel, claim) for claim in parcel.deck.claims)
    return "\n\n".join(f"{n}. {words}" for n, words in enumerate(described, 1)) + "\n"


def licences(parcel: Parcel, sources: Sequence[Source]) -> str:
    """Who published what under which licence, rows and cited figures alike."""
    named = {one.id: (one.producer, one.title, one.licence, one.licence_url) for one in sources}
    for claim in parcel.deck.claims:
        for one in claim.citations:
            named.setdefault(one.id, (one.producer, one.title, one.licence, one.licence_url))
    lines = [
        f"- {plain(producer)}, {plain(title)}: {plain(licence)}"
        + (f" <{address}>" if (address := clean.address(url)) else "")
        for producer, title, licence, url in named.values()
    ]
    kept = [f"- {plain(reason)}" for reason in dict.fromkeys(parcel.withheld.values())]
    parts = [
        "# Licences",
        "Our tables are not copies of the publishers' files: they were reshaped.",
    ]
    parts += ["\n".join(lines), *(["## Not in this pack", "\n".join(kept)] if kept else [])]
    return "\n\n".join(parts) + "\n"
