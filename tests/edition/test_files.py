"""Every file of an edition is there, leads somewhere, weighs little and is the same each time."""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.browser.server import ROOT
from tests.edition.conftest import BASE, DAY, LIVE
from tests.edition.reading import Read, read, target
from utils.edition import files
from utils.edition.told import Told
from utils.ui import load

MOST = 300_000
"""Bytes of a page with its chart, before plotly."""
TWO = ("us-anxiety-or-depression", "world-suicide-prevention-day")


@pytest.fixture(scope="session")
def pages(edition: dict[str, bytes]) -> dict[str, Read]:
    return {path: read(raw) for path, raw in edition.items() if path.endswith(".html")}


def test_every_default_view_has_a_page(everything: Told, edition: dict[str, bytes]) -> None:
    if not everything.only:
        assert set(everything.statistics) == set(load.indicators())
        assert set(everything.campaigns) == set(load.campaigns())
    wanted = {f"statistics/{id}.html" for id in everything.statistics}
    wanted |= {f"campaigns/{id}.html" for id in everything.campaigns}
    wanted |= {"index.html", "calendar.html", "sources.html", "404.html", "sitemap.xml"}
    assert wanted <= set(edition)
    topics = {card.topic for card in everything.statistics.values()}
    assert sum(path.startswith("topics/") for path in edition) == len(topics)


def test_every_link_leads_somewhere(pages: dict[str, Read], edition: dict[str, bytes]) -> None:
    broken = []
    for path, page in pages.items():
        for address in page.addresses:
            inside = address.removeprefix(BASE) if address.startswith(BASE) else address
            if urlsplit(inside).scheme:
                assert urlsplit(inside).scheme in ("http", "https"), (path, address)
                continue
            where = path if inside == address else "index.html"
            file, part = target(where, inside)
            there = file in edition or file == files.MANIFEST
            if not there or (part and part not in pages[file].ids):
                broken.append((path, address))
    assert not broken


def test_nothing_is_loaded_from_elsewhere(pages: dict[str, Read]) -> None:
    for path, page in pages.items():
        for tag, given in page.tags:
            if tag in ("script", "img", "iframe") or given.get("rel") == "stylesheet":
                address = given.get("src") or given.get("href") or ""
                ours = address.startswith(BASE) if path == "404.html" else True
                assert ours, (path, address)
                assert path == "404.html" or not urlsplit(address).netloc, (path, address)


def test_no_page_runs_a_script_that_is_written_into_it(pages: dict[str, Read]) -> None:
    data = {"application/json", "application/ld+json"}
    for path, page in pages.items():
        for tag, given in page.tags:
            assert tag != "script" or given.get("src") or given.get("type") in data, path
            assert not [name for name in given if name.startswith("on") or name == "style"], path


def test_a_page_with_its_chart_is_light(pages: dict[str, Read], edition: dict[str, bytes]) -> None:
    shared = [path for path in edition if re.fullmatch(r"assets/(page|style)\..+(js|css)", path)]
    assert len(shared) == 2
    heaviest = {path: len(edition[path]) + sum(len(edition[one]) for one in shared)
                for path in pages}  # fmt: skip
    assert max(heaviest.values()) < MOST, max(heaviest, key=lambda path: heaviest[path])
    assert sum(path.startswith("assets/plotly") for path in edition) == 2


def test_ids_stand_once_and_every_page_has_a_title_and_a_question(pages: dict[str, Read]) -> None:
    titles = [page.words["title"][0] for page in pages.values()]
    assert len(set(titles)) == len(titles)
    for path, page in pages.items():
        assert len(set(page.ids)) == len(page.ids), path
        assert len(page.words["h1"]) == 1, path
        (whole,) = [given for tag, given in page.tags if tag == "html"]
        assert whole["lang"] == "en"


def test_pages_about_suicide_say_who_to_call(everything: Told, pages: dict[str, Read]) -> None:
    about = {f"statistics/{id}.html": card.about_suicide
             for id, card in everything.statistics.items()}  # fmt: skip
    about |= {f"campaigns/{id}.html": card.about_suicide
              for id, card in everything.campaigns.items()}  # fmt: skip
    assert sum(about.values()) >= 3
    for path, touches in about.items():
        said = any("This page is about suicide" in one for one in pages[path].words["p"])
        assert said == touches, path
    lines = everything.helplines
    tokyo = " ".join(pages["statistics/jp-suicides-monthly.html"].words["p"])
    assert lines["JPN"].contact in tokyo
    for path, page in pages.items():
        assert lines["WLD"].contact in " ".join(page.words["p"]), path


def test_links_to_the_live_view_and_to_itself(pages: dict[str, Read]) -> None:
    path = "statistics/us-loneliness.html"
    assert BASE + path in pages[path].addresses
    assert f"{LIVE}statistics?indicator=us-loneliness" in pages[path].addresses


def test_shared_files_are_named_after_their_content(edition: dict[str, bytes]) -> None:
    for path, raw in edition.items():
        if path.startswith("assets/"):
            raw = gzip.decompress(raw) if path.endswith(".gz") else raw
            assert path.removesuffix(".gz").split(".")[-2] == hashlib.sha256(raw).hexdigest()[:16]


def test_the_manifest_names_every_file(everything: Told, edition: dict[str, bytes]) -> None:
    sums = {path: (len(raw), hashlib.sha256(raw).hexdigest()) for path, raw in edition.items()}
    told = json.loads(files.manifest(everything, sums))
    assert set(told["files"]) == set(edition)
    assert told["snapshot"] == everything.snapshot
    assert told["date"] == DAY.isoformat()


def published(out: Path, *more: str, seed: str) -> dict[str, bytes]:
    """An edition as the command writes it, in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "utils.cli", "publish", str(out), "--date", DAY.isoformat(), *more],
        cwd=ROOT, env=os.environ | {"PYTHONHASHSEED": seed}, capture_output=True, text=True,
        check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return {
        path.relative_to(out).as_posix(): path.read_bytes()
        for path in out.rglob("*")
        if path.is_file()
    }


def test_the_same_data_give_the_same_bytes(tmp_path: Path) -> None:
    only = [part for id in TWO for part in ("--only", id)]
    one, other = (published(tmp_path / seed, *only, seed=seed) for seed in ("1", "2"))
    assert one == other
    assert {f"statistics/{TWO[0]}.html", f"campaigns/{TWO[1]}.html"} <= set(one)
    for path, raw in one.items():
        page = read(raw) if path.endswith(".html") else None
        for address in page.addresses if page and path != files.MISSING else []:
            if not urlsplit(address).scheme:
                assert target(path, address)[0] in one, (path, address)


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_the_same_data_give_the_same_bytes_on_every_page(tmp_path: Path) -> None:
    one, other = (published(tmp_path / seed, seed=seed) for seed in ("3", "4"))
    assert one == other
