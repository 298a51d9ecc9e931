"""Published effects: nothing found is no zero, asides leave the unit, caveats in our words."""

import pytest

from utils.sources import campaign_studies

ROW = {
    "effect_id": "made-up",
    "study": "Cote, Williams, 2021",
    "year": "2021",
    "campaign_or_exposure": "A day",
    "country": "Oregon, USA",
    "period": "2016",
    "design": "before/after",
    "outcome": "calls",
    "estimate": "5",
    "unit": "percent (SD 7.6)",
    "ci95_low": "",
    "ci95_high": "",
    "p_value": "<.001",
    "direction": "increase",
    "source_url": "https://one.org/",
    "doi": "",
    "quote": "a sentence that is not carried over",
    "caveat": "categories overlap",
}


def _one(**cells: str):
    return next(campaign_studies.effects([{**ROW, **cells}]))


def test_an_aside_moves_from_the_unit_to_the_caveat():
    effect = _one()
    assert (effect.unit, effect.estimate) == ("percent", 5.0)
    assert effect.caveat == "Standard deviation 7.6. Categories overlap."
    assert (effect.study, effect.country) == ("Côté, Williams, 2021", "Oregon, United States")
    assert effect.p_value == "<0.001"
    assert not any("carried over" in str(cell) for cell in vars(effect).values())


def test_nothing_found_has_neither_estimate_nor_unit():
    effect = _one(estimate="", unit="no associated change", direction="no effect found")
    assert (effect.estimate, effect.unit, effect.low) == (None, "", None)


@pytest.mark.parametrize(
    "cells",
    [
        {"estimate": ""},
        {"estimate": "", "direction": "no effect found"},
        {"direction": "no effect found"},
        {"caveat": "unheard of"},
        {"unit": "percent (more or less)"},
    ],
)
def test_what_does_not_fit_raises(cells):
    with pytest.raises(ValueError, match=r"made-up|more or less"):
        _one(**cells)
