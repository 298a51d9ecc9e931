"""Citations as text, as BibTeX and as CSL-JSON, for a list of sources or a reference manager."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable

from utils.export import clean
from utils.model import Citation

TEX = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "$": r"\$",
    "&": r"\&",
    "#": r"\#",
    "_": r"\_",
    "%": r"\%",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}
"""Letters that TeX would act upon, and what prints them. BibTeX counts an escaped brace, too."""
INSIDE_URL = {"{": "%7B", "}": "%7D", "\\": "%5C", "%": r"\%", "#": r"\#", "_": r"\_", "&": r"\&"}
Keyed = tuple[str, Citation]


def distinct(citations: Iterable[Citation]) -> list[Keyed]:
    """Each citation once, by its id, cleaned, with a key of letters, digits and hyphens."""
    found: dict[str, Citation] = {}
    for one in citations:
        found.setdefault(one.id, clean.every(one, []))
    keys: dict[str, Citation] = {}
    for id, one in found.items():
        key = plain = re.sub(r"[^A-Za-z0-9-]+", "-", id)[:80].strip("-") or "source"
        count = 1
        while key in keys:
            count += 1
            key = f"{plain}-{count}"
        keys[key] = one
    return list(keys.items())


def text(citations: Iterable[Citation]) -> str:
    """One citation a paragraph, with licence, address and date of retrieval."""
    return "\n\n".join(_paragraph(one) for _, one in distinct(citations)) + "\n"


def _paragraph(one: Citation) -> str:
    licence = f"Licence: {one.licence}" + (f" ({one.licence_url})" if one.licence_url else "")
    retrieved = f"Retrieved {one.retrieved.isoformat()}." if one.retrieved else ""
    return " ".join(part for part in (one.text, one.url, f"{licence}.", retrieved) if part)


def bibtex(citations: Iterable[Citation]) -> str:
    """`@misc` entries with every special letter escaped; titles keep their capitals."""
    return "\n".join(_entry(key, one) for key, one in distinct(citations))


def _entry(key: str, one: Citation) -> str:
    address = clean.address(one.url)
    fields = {
        "author": f"{{{tex(one.producer)}}}",
        "title": f"{{{tex(one.title)}}}",
        "howpublished": f"\\url{{{''.join(INSIDE_URL.get(x, x) for x in address)}}}"
        * bool(address),
        "urldate": one.retrieved.isoformat() if one.retrieved else "",
        "note": tex(f"{one.text} Licence: {one.licence}."),
    }
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    return f"@misc{{{key},\n{lines}}}\n"


def tex(words: str) -> str:
    """Words that TeX prints as they stand."""
    return "".join(TEX.get(letter, letter) for letter in words)


def csl(citations: Iterable[Citation]) -> str:
    """CSL-JSON 1.0.2: a list of data sets, https://citationstyles.org/."""
    items = [_item(key, one) for key, one in distinct(citations)]
    return json.dumps(items, indent=2, ensure_ascii=False) + "\n"


def _item(key: str, one: Citation) -> dict[str, object]:
    day = one.retrieved
    accessed = {"accessed": {"date-parts": [[day.year, day.month, day.day]]}} if day else {}
    return {
        "id": key,
        "type": "dataset",
        "title": one.title,
        "author": [{"literal": one.producer}],
        "publisher": one.producer,
        "URL": one.url,
        "note": f"{one.text} Licence: {one.licence}.",
        **accessed,
    }
