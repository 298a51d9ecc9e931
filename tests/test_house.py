"""The house stays one to live in: small files and functions, each saying what it is for."""

from __future__ import annotations

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import pytest

ROOT = Path(__file__).resolve().parents[1]
CODE = sorted(path for room in ("utils", "pages") for path in (ROOT / room).rglob("*.py"))
ALL = sorted([ROOT / "app.py", *CODE, *(ROOT / "tests").rglob("*.py")])
LONGEST_FILE, LONGEST_FUNCTION, LONGEST_PAGE, USUAL_FUNCTION = 200, 40, 40, 15
MACHINE = re.compile(r"(?<![\w.~:/-])/(?:home|root|Users|w[o]rk|mnt|var/folders)/\w|[A-Z]:\\Users")
"""The start of a path that exists on one machine only."""
FIRST_LINE = re.compile(r'(?:r)?"""[\w`].*[.:]?')


def name(path: Path) -> str:
    """A file as it is called in the project."""
    return path.relative_to(ROOT).as_posix()


def functions(path: Path) -> Iterator[tuple[str, int]]:
    """Every function of a file and its number of lines."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            yield node.name, (node.end_lineno or node.lineno) - node.lineno + 1


@pytest.mark.parametrize("path", CODE, ids=name)
def test_a_file_is_short(path: Path) -> None:
    lines = len(path.read_text("utf-8").splitlines())
    assert lines <= (LONGEST_PAGE if path.parent.name == "pages" else LONGEST_FILE)
    long = {name: lines for name, lines in functions(path) if lines > LONGEST_FUNCTION}
    assert not long


def test_functions_are_mostly_short() -> None:
    assert median(lines for path in CODE for _, lines in functions(path)) <= USUAL_FUNCTION


@pytest.mark.parametrize("path", ALL, ids=name)
def test_a_file_says_in_its_first_line_what_it_is_for(path: Path) -> None:
    text = path.read_text("utf-8")
    assert FIRST_LINE.match(text.partition("\n")[0]), name(path)
    words = (ast.get_docstring(ast.parse(text)) or "").split("\n\n")[0]
    assert len(words.split()) >= 3, name(path)


def tracked() -> list[Path]:
    """Every file under version control that is there."""
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout
    return [ROOT / file for file in listed.split("\0") if file and (ROOT / file).is_file()]


@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="not a checkout")
def test_no_file_knows_the_machine_it_was_written_on() -> None:
    found = []
    for path in tracked():
        try:
            text = path.read_text("utf-8")
        except UnicodeDecodeError:
            continue
        if told := MACHINE.search(text):
            found.append(f"{name(path)}: {text[told.start() : told.start() + 60]}")
    assert not found


@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="not a checkout")
def test_nothing_is_tracked_that_commands_make() -> None:
    made = (".venv/", "__pycache__/", ".pytest_cache/", ".DS_Store")
    assert not [name(path) for path in tracked() if any(part in name(path) for part in made)]
