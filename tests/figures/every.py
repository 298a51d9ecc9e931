"""Every picture that the app can draw, made of made-up rows and of labels that try to do harm."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
from collections.abc import Callable
from functools import cache
from types import SimpleNamespace
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from tests.made_up import PLACES, card, cut, evidence, row
from utils.analysis import rank
from utils.figures import (
    attention,
    bars,
    chance,
    effects,
    icon_array,
    interrupted,
    panels,
    ranking,
    trend,
    years,
)
from utils.figures import map as maps
from utils.figures.frame import Caption
from utils.figures.palette import Theme
from utils.figures.spans import Panel
from utils.model import Place

HOSTILE = '<b onclick="x">bold</b> & <a href="javascript:alert(1)">click</a> <i>i</i> \'"'
CAPTION = Caption(f"A title that is long enough to be wrapped {HOSTILE}", f"s {HOSTILE}", HOSTILE)
NAMES = {code: Place(code, f"{HOSTILE} {code}", HOSTILE, "country", "") for code in "ABCDEFGHIJKL"}
NAMES = {f"{code}AA": place for code, place in NAMES.items()} | PLACES
BROKEN = card(title=HOSTILE, breaks=(cut(2001, label=HOSTILE),))
REACHED = SimpleNamespace(
    plain_title=HOSTILE, title=HOSTILE, unit="percent", decimals=0, aspect="reach", breaks=()
)
DAYS = pd.date_range("2020-01-01", periods=60, freq="D")
EVENT = dt.date(2020, 2, 5)


def lines(groups: int, colours: Theme, changed: bool = False) -> go.Figure:
    rows = evidence(
        *(
            row(y, 5 + at, low=4, high=7 + at, group_by="x", group=f"{HOSTILE} {at}", status=status)
            for at in range(groups)
            for y, status in ((2000, "A"), (2001, "P"), (2002, "P"), (2006, "A"))
        )
    )
    return trend.figure(rows, BROKEN, PLACES, CAPTION, colours, changed)


def everywhere() -> Any:
    rows = [row(2000, at, place=code, low=at, high=at + 2) for at, code in enumerate(NAMES)]
    return evidence(*rows, row(2000, None, place="ZAA"))


def ranked(colours: Theme) -> go.Figure:
    found = rank.ranking(everywhere())
    return ranking.figure(found, BROKEN, NAMES, ["AAA"], CAPTION, colours)


def mapped(colours: Theme) -> go.Figure:
    named = {**NAMES, "ZAA": Place("ZAA", HOSTILE, HOSTILE, "country", "")}
    return maps.figure(everywhere(), BROKEN, named, CAPTION, colours)


def stacked(colours: Theme) -> go.Figure:
    """A statistic over a reach series of days, with a month and a day through both."""
    rows = evidence(*(row(y, 5, low=4, high=7) for y in (1999, 2000, 2001, 2006)))
    reach = evidence(*(row(f"{day:%Y-%m-%d}", 2) for day in DAYS))
    few = [Panel(rows, BROKEN, HOSTILE), Panel(reach, REACHED, HOSTILE)]
    marks = [
        panels.Mark(dt.date(2000, 5, 1), dt.date(2000, 5, 31), "A"),
        panels.Mark(dt.date(2001, 9, 10), dt.date(2001, 9, 10), "B"),
    ]
    return panels.figure(few, marks, (dt.date(1999, 1, 1), dt.date(2020, 12, 31)), CAPTION, colours)


def barred(colours: Theme) -> go.Figure:
    two = evidence(row(2000, 5, low=4, high=7), row(2001, 6)).rows
    named = [(HOSTILE, two.iloc[0]), (f"{HOSTILE} 2", two.iloc[1])]
    return bars.figure(named, BROKEN, CAPTION, colours)


def dotted(colours: Theme) -> go.Figure:
    return icon_array.figure(35.9, "need", CAPTION, colours)


def risen(colours: Theme) -> go.Figure:
    """Attention around a day, with the level that ordinary days stay below."""
    found = SimpleNamespace(event=EVENT, baseline=20.0)
    placebo = SimpleNamespace(ratios=pd.Series([1.0, 1.2, 1.6, 2.0]))
    series = pd.Series([20.0 + day % 7 for day in range(len(DAYS))], index=DAYS)
    return attention.figure(
        series, REACHED, found, placebo, _window(), HOSTILE, CAPTION, colours
    )  # fmt: skip


def _window() -> Any:
    from utils.analysis.attention import DAILY

    return dataclasses.replace(DAILY, first_before=28)


def yearly(colours: Theme) -> go.Figure:
    found = [
        SimpleNamespace(event=dt.date(year, 9, 10), ratio=2.0, ratio_low=1.5, ratio_high=2.6)
        for year in (2018, 2019, 2020)
    ]
    return years.figure(found, CAPTION, colours)


def studied(colours: Theme) -> go.Figure:
    one = {"outcome": HOSTILE, "unit": "points", "estimate": 1.0, "low": -1.0, "high": 3.0}
    found = [SimpleNamespace(**one, year=year) for year in (2018, 2019)]
    return effects.figure(found, CAPTION, colours)


def stepped(colours: Theme) -> go.Figure:
    seen = pd.Series([5.0 + day % 7 for day in range(len(DAYS))], index=DAYS)
    found = SimpleNamespace(
        event=EVENT, observed=seen, fitted=seen + 0.5, counterfactual=seen[30:] - 1
    )
    return interrupted.figure(found, BROKEN, CAPTION, colours)


def dated(colours: Theme) -> go.Figure:
    found = SimpleNamespace(placebo=pd.Series(range(50)), statistic=61.0, scale="difference")
    return chance.dates(found, CAPTION, colours)


def asked(colours: Theme) -> go.Figure:
    outcomes = [
        SimpleNamespace(size=1.0 + at, words=f"{HOSTILE} {at}", share=0.04, unusual=at % 2 == 0)
        for at in range(6)
    ]
    found = SimpleNamespace(asked=SimpleNamespace(scale="ratio"), outcomes=outcomes)
    return chance.choices(found, CAPTION, colours)


def lagged(colours: Theme) -> go.Figure:
    rhythm = SimpleNamespace(noun="months")
    found = SimpleNamespace(lags=(-1, 0, 1), values=(0.1, -0.4, 0.2), band=0.3, grid=rhythm)
    return chance.lags(found, CAPTION, colours)


FIGURES: dict[str, Callable[[Theme], go.Figure]] = {
    "one line": lambda colours: lines(1, colours),
    "six lines": lambda colours: lines(6, colours),
    "small multiples": lambda colours: lines(8, colours),
    "changes": lambda colours: lines(2, colours, changed=True),
    "ranking": ranked,
    "map": mapped,
    "panels": stacked,
    "bars": barred,
    "icons": dotted,
    "attention": risen,
    "years": yearly,
    "effects": studied,
    "interrupted": stepped,
    "dates": dated,
    "choices": asked,
    "lags": lagged,
}


@cache
def figure(name: str, colours: Theme) -> go.Figure:
    """A picture that several tests may read; who changes one draws it anew."""
    return FIGURES[name](colours)


@cache
def parts(name: str, colours: Theme) -> Any:
    """What the browser gets of a picture."""
    return json.loads(figure(name, colours).to_json())
