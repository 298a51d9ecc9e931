"""Checks an evidence pack offline, with nothing but Python 3.8 or later: python3 verify.py.

Run it in the unpacked folder, or give it the folder or the zip: python3 verify.py pack.zip.
It compares every file with the checksums in manifest.json and works out the simple numbers
again from the rows. It ends with 0 if everything holds and with 1 if anything does not.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
import math
import re
import sys
import zipfile
from pathlib import Path
from typing import Any

MANIFEST = "manifest.json"
TINY = 1e-9
"""Share by which two numbers may differ because computers round in binary."""


def read(place: Path) -> dict[str, bytes]:
    """All files of a pack, from a folder or a zip; raises `ValueError` where there is no pack."""
    if place.is_dir():
        found = (one for one in sorted(place.rglob("*")) if one.is_file())
        return {one.relative_to(place).as_posix(): one.read_bytes() for one in found}
    if not zipfile.is_zipfile(str(place)):
        raise ValueError(f"{place} is neither a folder nor a zip")
    with zipfile.ZipFile(str(place)) as archive:
        return {name: archive.read(name) for name in archive.namelist() if name[-1] != "/"}


def written(manifest: dict[str, Any]) -> bytes:
    """The manifest exactly as it is written, so that no byte of it can change unseen."""
    text = json.dumps(manifest, indent=2, sort_keys=True, ensure_ascii=False)
    return (text + "\n").encode("utf-8")


def seal(manifest: dict[str, Any]) -> str:
    """The checksum of the manifest without its own seal."""
    rest = {key: value for key, value in manifest.items() if key != "seal"}
    return hashlib.sha256(written(rest)).hexdigest()


def differences(files: dict[str, bytes]) -> list[str]:
    """What differs from the manifest, one sentence each that begins with the file."""
    if MANIFEST not in files:
        return [f"{MANIFEST} is missing"]
    try:
        manifest = json.loads(files[MANIFEST].decode("utf-8"))
        listed = {entry["path"]: entry for entry in manifest["files"]}
        whole = written(manifest) == files[MANIFEST] and manifest["seal"] == seal(manifest)
    except (ValueError, KeyError, TypeError) as error:
        return [f"{MANIFEST} can't be read ({error})"]
    found = [] if whole else [f"{MANIFEST} was changed"]
    for path, entry in sorted(listed.items()):
        if path not in files:
            found.append(f"{path} is missing")
        elif hashlib.sha256(files[path]).hexdigest() != entry["sha256"]:
            found.append(f"{path} was changed")
    extra = sorted(set(files) - set(listed) - {MANIFEST})
    return found + [f"{path} does not belong to this pack" for path in extra]


def table(content: bytes) -> list[dict[str, str]]:
    """The rows of a table that have a value, in the order of the file."""
    rows = csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    return [row for row in rows if row["value"]]


def again(claim: dict[str, Any], rows: list[dict[str, str]]) -> float | None:
    """The number of a claim worked out from its rows; `None` where that takes more than rows.

    A level and a share are the value of the one row, a change is the last value less the first,
    a gap is the first row less the second, a need beside the help for it is the value of the
    need, a peak and a lowest are what they say.
    """
    kind, numbers = claim["kind"], [float(row["value"]) for row in rows]
    if kind in ("level", "one-in") and len(numbers) == 1:
        return numbers[0]
    if kind == "change" and len(numbers) == 2:
        first, last = sorted(rows, key=lambda row: (row["period_start"], row["period_end"]))
        return float(last["value"]) - float(first["value"])
    if kind == "gap" and len(numbers) == 2:
        return numbers[0] - numbers[1]
    if kind == "treatment-gap" and len(numbers) == 2:
        needs = [float(row["value"]) for row in rows if row["series"] == claim["series"]]
        return needs[0] if len(needs) == 1 else None
    if kind == "peak" and numbers:
        return max(numbers)
    return min(numbers) if kind == "lowest" and numbers else None


def printed(value: float, decimals: int) -> str:
    """A number as the claims print it, without sign and unit."""
    return f"{abs(value):,.{decimals}f}"


def shows(text: str, value: float, decimals: int) -> bool:
    """Whether a text has these digits, and not only inside a longer number."""
    digits = re.escape(printed(value, decimals))
    return bool(re.search(rf"(?<![\d.,]){digits}(?!\d|[.,]\d)", text))


def signed(text: str, value: float, decimals: int) -> bool:
    """Whether a printed quantity has the sign of its value; nought has none."""
    down = bool(re.search("\u2212|-(?=\\d)|\\b(lower|fewer|less)\\b", text))
    return down == (value < 0) or not printed(value, decimals).strip("0.,")


def told(claim: dict[str, Any], rows: list[dict[str, str]]) -> bool:
    """Whether the written sentence of a need names the figure of the help beside it, too."""
    if claim["kind"] != "treatment-gap":
        return True
    helps = [float(row["value"]) for row in rows if row["series"] != claim["series"]]
    said = claim["sentences"]["written"]
    return all(any(shows(said, one, n) for n in range(4)) for one in helps)


def verdict(claim: dict[str, Any], files: dict[str, bytes]) -> tuple[str, str]:
    """`holds`, `changed`, `not done` or `cited`, and the words for it."""
    name = f"{claim['number']}. {claim['title']}: {claim['quantity']['text']}"
    if not claim["rows"]:
        return "cited", f"{name} ({claim['withheld'] or 'a cited figure without rows here'})"
    rows = table(files[claim["rows"]])
    found = again(claim, rows)
    if found is None:
        return "not done", f"{name} (a {claim['kind']} is not worked out here)"
    stated, decimals = claim["quantity"]["value"], claim["quantity"]["decimals"]
    same = math.isclose(found, stated, rel_tol=TINY, abs_tol=TINY)
    text = claim["quantity"]["text"]
    right = shows(text, found, decimals) and signed(text, found, decimals)
    if same and right and told(claim, rows):
        return "holds", name
    return "changed", f"{name} (the rows give {found:.{decimals + 2}f})"


def check(files: dict[str, bytes]) -> tuple[bool, list[str]]:
    """Whether a pack holds, and a report of one line a finding."""
    found = differences(files)
    report = [f"FAILED   {one}" for one in found]
    if not found:
        report.append(f"files    {len(files) - 1} files are as they were packed")
    try:
        claims = json.loads(files["claims.json"].decode("utf-8"))["claims"]
        verdicts = [verdict(claim, files) for claim in claims]
    except (KeyError, ValueError, TypeError) as error:
        return False, [*report, f"FAILED   the claims can't be worked out ({error!r})"]
    report += [f"{how:<8} {words}" for how, words in verdicts]
    hows = [how for how, _ in verdicts]
    checked = sum(how in ("holds", "changed") for how in hows)
    report.append(f"figures  {checked} of {len(hows)} checked: worked out again from their rows")
    return not found and "changed" not in hows, report


def main(arguments: list[str]) -> int:
    """Reads a pack, says what was found, gives back the exit code."""
    place = Path(arguments[0]) if arguments else Path(__file__).resolve().parent
    try:
        holds, report = check(read(place))
    except (OSError, ValueError, zipfile.BadZipFile) as error:
        holds, report = False, [f"FAILED   {error}"]
    report.append(
        "Everything that was checked holds." if holds else "This pack is not as it was made."
    )
    sys.stdout.write("\n".join(report) + "\n")
    return 0 if holds else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
