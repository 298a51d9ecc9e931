"""README and CONTRIBUTING say what is so: commands, rooms, addresses, files and numbers."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

import utils
from tests.opened import PAGES, ROOT, opened
from utils.cli.__main__ import main
from utils.ui import address, load, tongue
from utils.ui.controls import MOST_PLACES
from utils.ui.headlines import MOST

DOCS = ["README.md", "CONTRIBUTING.md"]
TEXT = {name: (ROOT / name).read_text("utf-8") for name in DOCS}
MAKEFILE = (ROOT / "Makefile").read_text("utf-8")
TARGETS = set(re.findall(r"^([a-z-]+):.*## ", MAKEFILE, re.MULTILINE))
DECK = "1~~level:us-anxiety-or-depression:USA:2024-08-20"
WIDE_OPEN = {
    "statistics": [{"split": "sex", "indicator": "us-depression-diagnosis"}],
    "campaigns": [{}, {"campaign": "world-suicide-prevention-day"}],
    "side_by_side": [
        {},
        {"ask": "step", "indicator": "us-anxiety-or-depression", "split": "sex"},
    ],
    "talking_points": [{"deck": DECK}],
    "present": [{"deck": DECK}],
}
"""Views in which every control of a page is there; other pages have all of them at once."""
WORDS = {4: "four", 5: "five", 6: "six", 7: "seven", 8: "eight"}


def said(pattern: str) -> set[tuple[str, str]]:
    """Every match of a pattern in the documents, with the document."""
    return {(name, found) for name, text in TEXT.items() for found in re.findall(pattern, text)}


@pytest.mark.parametrize(("document", "target"), sorted(said(r"(?:^|`)make ([a-z-]+)")))
def test_a_make_command_exists(document: str, target: str) -> None:
    assert target in TARGETS, f"{document} tells people to run make {target}"


def test_fenced_commands_exist() -> None:
    fenced = "\n".join(re.findall(r"^```\w*\n(.*?)^```", TEXT["README.md"], re.M | re.S))
    found = re.findall(r"^make ([a-z-]+)", fenced, re.MULTILINE)
    assert {"run", "test", "lint"} <= set(found) <= TARGETS


@pytest.mark.parametrize(
    ("document", "command"), sorted(said(r"python -m utils\.cli ([a-z-]+)")) or [("", "verify")]
)
def test_a_command_of_the_terminal_exists(
    document: str, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as end:
        main([command, "--help"])
    assert end.value.code == 0, f"{document} names {command}, {capsys.readouterr().err}"


@pytest.mark.skipif(not shutil.which("make"), reason="make is not installed")
def test_help_describes_every_target() -> None:
    printed = subprocess.run(
        ["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout
    phony = re.search(r"^\.PHONY: (.*)$", MAKEFILE, re.MULTILINE)
    assert phony is not None
    described = re.findall(r"^make ([a-z-]+) +\S.{10,}$", printed, re.MULTILINE)
    assert sorted(described) == sorted(phony[1].split())


def test_the_floor_plan_names_every_room() -> None:
    plan = (utils.__doc__ or "").split("\n\n")[1]
    # a floor that is too long for one line goes on in the next
    floors = [re.split(r" {2,}", line.strip())[0].strip(" |") for line in plan.splitlines()]
    planned = [room for floor in floors for room in floor.split(" | ")]
    folder = ROOT / "utils"
    rooms = [path.parent.name for path in folder.glob("*/__init__.py")]
    rooms += [path.stem for path in folder.glob("*.py") if path.stem != "__init__"]
    assert sorted(planned) == sorted(["pages", *rooms])


@pytest.mark.parametrize(
    ("document", "path"),
    sorted(
        said(r"`((?:utils|data|pages|tests|static|docs)/[\w./-]*)`")
        | said(r"\]\(([\w./-]+\.md|LICENSE)\)")
    ),
)
def test_a_file_that_is_named_exists(document: str, path: str) -> None:
    assert (ROOT / path).exists(), f"{document} names {path}"


def documented() -> dict[str, set[str]]:
    """The parameters that README gives for each page."""
    found: dict[str, set[str]] = {}
    for line in re.findall(r"^\| `/(\w*)` \| (.+?) \|", TEXT["README.md"], re.MULTILINE):
        found.setdefault(line[0] or "overview", set()).update(re.findall(r"`(\w+)`", line[1]))
    return found


@pytest.mark.parametrize("page", PAGES)
def test_readme_lists_the_parameters_of_a_page(page: str) -> None:
    used = set()
    for asked in WIDE_OPEN.get(page, [{}]):
        used |= set(opened(page, **asked).session_state[address.VIEW])
    assert used == {tongue.NAME} | documented().get(page, set())
    assert f"| every page | `{tongue.NAME}` |" in TEXT["README.md"]


def test_readme_lists_no_page_that_is_not_there() -> None:
    assert set(documented()) <= set(PAGES)
    for page in PAGES:
        assert f"**{page.replace('_', ' ').capitalize()}.**" in TEXT["README.md"]


def test_numbers_in_readme_are_those_of_the_code() -> None:
    readme = TEXT["README.md"]
    assert f"one of {len(load.indicators())} series" in readme
    assert f"at most {MOST_PLACES} |" in readme
    assert f"up to {WORDS[MOST]} headline figures" in readme


def test_every_licence_of_a_source_is_listed() -> None:
    listed = (ROOT / "data" / "LICENCES.md").read_text("utf-8")
    for id in load.indicators():
        for source in load.evidence(id).sources:
            assert source.id in listed or source.title in listed, source.id


def test_documents_have_no_line_that_nobody_would_wrap() -> None:
    for name, text in TEXT.items():
        prose = [line for line in text.splitlines() if not line.startswith(("|", "```"))]
        assert max(map(len, prose)) <= 120, f"{name}: {max(prose, key=len)}"


def test_the_documents_are_where_people_look_for_them() -> None:
    for name in (*DOCS, "LICENSE", "CHANGELOG.md"):
        assert Path(ROOT / name).is_file(), name
