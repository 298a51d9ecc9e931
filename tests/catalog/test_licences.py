"""data/LICENCES.md says of every source what its card says."""

from __future__ import annotations

import re

import pytest

from utils import catalog
from utils.catalog.cards import DATA
from utils.model import Source

PAGE = (DATA / "LICENCES.md").read_text("utf-8")
SECTIONS = {
    part.partition("\n")[0].strip(): part for part in re.split("^## ", PAGE, flags=re.M)[1:]
}
LISTED = {
    licence: re.findall(r"`([\w-]+)`", sources[0])
    for licence, part in SECTIONS.items()
    if (sources := re.findall(r"^- Sources: (.*)$", part, flags=re.M))
}


@pytest.mark.parametrize("source", catalog.sources().values(), ids=lambda source: source.id)
def test_every_source_stands_under_its_licence(source: Source) -> None:
    assert source.id in LISTED.get(source.licence, []), (
        f"Add `{source.id}` to '{source.licence}' in data/LICENCES.md."
    )
    assert f"<{source.licence_url}>" in SECTIONS[source.licence]


def test_no_source_is_listed_that_has_no_card() -> None:
    listed = [id for ids in LISTED.values() for id in ids]
    assert sorted(listed) == sorted(catalog.sources())


@pytest.mark.parametrize("licence", LISTED)
def test_every_licence_says_what_it_asks(licence: str) -> None:
    assert re.search(r"^- Asks: \S", SECTIONS[licence], flags=re.M)


def test_data_that_may_not_be_passed_on_says_so() -> None:
    for source in catalog.sources().values():
        if not source.redistributable:
            assert "not in the repository" in SECTIONS[source.licence], source.id
