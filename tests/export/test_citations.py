"""Citations: a reference manager reads them, and TeX prints them as they stand."""

from __future__ import annotations

import dataclasses
import json
import re

from hypothesis import given
from hypothesis import strategies as st

from tests.export.made_claims import CITATION
from utils.export import citations

ANY = st.text(st.characters(), max_size=30)


def test_text_names_licence_address_and_day() -> None:
    assert citations.text([CITATION, CITATION]) == (
        "Office of Made-up Figures. Made-up survey, 2000 to 2020. Data set made-up-1. "
        "https://example.org/ Licence: Made-up licence (https://example.org/licence). "
        "Retrieved 2021-02-03.\n"
    )


def test_bibtex_escapes_what_tex_would_act_upon() -> None:
    hostile = dataclasses.replace(
        CITATION, title=r"50% of {all} $x_1$ & #1 ~ ^ \write18{rm}", url="https://example.org/a_b?c=%20#d"
    )  # fmt: skip
    made = citations.bibtex([hostile])
    assert made.startswith("@misc{made-up-source,\n")
    assert (
        r"title = {{50\% of \textbraceleft{}all\textbraceright{} \$x\_1\$ \& \#1 \textasciitilde{} "
        r"\textasciicircum{} \textbackslash{}write18\textbraceleft{}rm\textbraceright{}}}" in made
    )
    assert r"\url{https://example.org/a\_b?c=\%20\#d}" in made
    assert "urldate = {2021-02-03}" in made
    assert "author = {{Office of Made-up Figures}}" in made


@given(ANY, ANY, ANY)
def test_bibtex_is_balanced_whatever_is_in_it(title: str, producer: str, url: str) -> None:
    one = dataclasses.replace(
        CITATION, title=title, producer=producer, url=f"https://example.org/{url}"
    )
    made = citations.bibtex([one])
    depth = 0
    for brace in re.findall("[{}]", made):
        depth += 1 if brace == "{" else -1
        assert depth >= 0
    assert depth == 0
    assert not re.search(r"(?<!\\)[$&#%]", made)


def test_csl_json_is_what_a_reference_manager_expects() -> None:
    undated = dataclasses.replace(CITATION, id="other", retrieved=None)
    first, second = json.loads(citations.csl([CITATION, undated]))
    assert first == {
        "id": "made-up-source",
        "type": "dataset",
        "title": CITATION.title,
        "author": [{"literal": CITATION.producer}],
        "publisher": CITATION.producer,
        "URL": CITATION.url,
        "note": f"{CITATION.text} Licence: {CITATION.licence}.",
        "accessed": {"date-parts": [[2021, 2, 3]]},
    }
    assert "accessed" not in second


@given(st.lists(ANY, max_size=6))
def test_keys_are_unique_and_plain(ids: list[str]) -> None:
    made = citations.distinct(dataclasses.replace(CITATION, id=id) for id in ids)
    keys = [key for key, _ in made]
    assert len(set(keys)) == len(keys) == len(set(ids))
    assert all(re.fullmatch("[A-Za-z0-9-]+", key) for key in keys)
