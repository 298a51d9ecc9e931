"""What docs/deploy.md and deploy/ say is so: limits, variables, files; nginx takes its file."""

from __future__ import annotations

import argparse
import re
import subprocess
from pathlib import Path

import pytest

from tests.browser.server import ROOT
from tests.serve import proxy
from utils import catalog
from utils.cli import collect_options, refresh_command
from utils.model import limits
from utils.serve import settings

DOC = (ROOT / "docs" / "deploy.md").read_text("utf-8")
COMPOSE = (ROOT / "deploy" / "compose.yaml").read_text("utf-8")
UNIT = (ROOT / "deploy" / "groundswell.service").read_text("utf-8")
UNITS = sorted((ROOT / "deploy").glob("groundswell-*.service"))
IMAGE = (ROOT / "deploy" / "Containerfile").read_text("utf-8")
NAMES = sorted(name for name in vars(limits) if name.startswith("SERVER_"))
TESTS = "\n".join(path.read_text("utf-8") for path in (ROOT / "tests" / "serve").glob("test_*.py"))
START = "utils/serve/start.py"


@pytest.mark.parametrize("name", NAMES)
def test_a_limit_stands_in_the_document_with_its_value_and_has_a_test(name: str) -> None:
    told = re.search(rf"^\| `{name}` \| ([\d,.]+) \|", DOC, re.MULTILINE)
    assert told, f"docs/deploy.md does not list {name}"
    assert float(told[1].replace(",", "")) == getattr(limits, name)
    assert f"limits.{name}" in TESTS or f'"{name}"' in TESTS, f"no test in tests/serve uses {name}"


def test_the_document_lists_no_limit_that_is_not_there() -> None:
    assert sorted(re.findall(r"^\| `(SERVER_\w+)`", DOC, re.MULTILINE)) == NAMES


def test_every_limit_says_why() -> None:
    text = (ROOT / "utils" / "model" / "limits.py").read_text("utf-8")
    for name in NAMES:
        assert re.search(rf'^{name} = .+\n"""\w.+', text, re.MULTILINE), name


def test_variables_are_documented_and_used() -> None:
    told = set(re.findall(r"`((?:STREAMLIT|GROUNDSWELL|FORWARDED)_\w+)`", DOC))
    assert settings.FRAME_ANCESTORS in told
    for name in ("STREAMLIT_SERVER_ALLOWED_HOSTS", settings.FRAME_ANCESTORS):
        assert name in COMPOSE
        assert name in UNIT


@pytest.mark.parametrize("words", [IMAGE, UNIT, (ROOT / "Makefile").read_text("utf-8")])
def test_everybody_starts_the_same_server(words: str) -> None:
    assert START in words
    assert (ROOT / START).is_file()


def test_the_image_holds_what_the_app_needs_and_no_more() -> None:
    copied = re.findall(r"^COPY (.+) \S+$", IMAGE, re.MULTILINE)
    names = {name for line in copied for name in line.split()}
    assert all((ROOT / name).exists() for name in names)
    assert {"app.py", "pages", "utils", "data", "static", ".streamlit"} <= names
    assert "tests" not in names
    assert "USER groundswell" in IMAGE


def test_files_of_deploy_are_named_in_the_document() -> None:
    for path in (ROOT / "deploy").iterdir():
        if path.name != "nginx.conf.template":  # compose brings it along
            assert f"deploy/{path.name}" in DOC, path.name
    assert "nginx.conf.template" in COMPOSE


def test_collecting_gets_every_variable_that_a_card_names_and_replicas_get_none() -> None:
    told = (ROOT / "docs" / "collect.md").read_text("utf-8")
    collect = COMPOSE.partition("x-collect:")[2].partition("services:")[0]
    replica = COMPOSE.partition("x-app:")[2].partition("x-collect:")[0]
    named = {"DATABASE_URL", "GROUNDSWELL_CONTACT"}
    for card in catalog.sources().values():
        if card.collect:
            names = (card.collect.credential, card.collect.user, card.collect.servers)
            named |= {name for name in names if name}
    for name in named:
        assert f"    {name}: " in collect
        assert name not in replica
        assert f"`{name}`" in told


@pytest.mark.parametrize("unit", UNITS, ids=lambda path: path.name)
def test_units_call_commands_that_exist_and_are_as_locked_up(unit: Path) -> None:
    text = unit.read_text("utf-8")
    (words,) = re.findall(r"^ExecStart=\S+ -m utils\.cli (.+)$", text, re.MULTILINE)
    parser = argparse.ArgumentParser()
    commands = parser.add_subparsers()
    collect_options.add(commands)
    refresh_command.add(commands)
    assert parser.parse_args(words.split())
    guards = re.findall(
        r"^(?:Protect|Private|NoNew|Capability|Restrict|System|Lock).+$", UNIT, re.M
    )
    for guard in guards:
        assert guard in text or guard.startswith("Restart")
    if unit.name != "groundswell-count.service":
        assert unit.with_suffix(".timer").is_file()


def test_compose_fills_in_everything_that_nginx_needs() -> None:
    wanted = {"GROUNDSWELL_CACHE", "GROUNDSWELL_LISTEN", "GROUNDSWELL_REPLICAS"}
    assert proxy.unfilled() == wanted
    assert all(f"{name}:" in COMPOSE for name in proxy.unfilled())
    assert "$" + "{GROUNDSWELL_COOKIE_SECRET:?" in COMPOSE, "replicas must share a secret"


@pytest.mark.enable_socket
def test_nginx_takes_the_configuration(tmp_path: Path) -> None:
    whole, _ = proxy.written(tmp_path, [8501, 8502])
    checked = subprocess.run(
        [proxy.nginx(), "-t", "-p", str(tmp_path), "-c", str(whole)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert checked.returncode == 0, checked.stderr
