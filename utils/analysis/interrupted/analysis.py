"""Interrupted time series of one place and group: is there a step at a date fixed beforehand?"""

from __future__ import annotations

import dataclasses
import datetime as dt

import numpy as np
import pandas as pd

from utils.analysis.comparable import Refusal
from utils.analysis.interrupted import refuse, words
from utils.analysis.interrupted.design import LEVEL, SLOPE
from utils.analysis.interrupted.periods import Axis, axis
from utils.analysis.interrupted.result import NO_STEP, STEP, Interruption, Model
from utils.analysis.interrupted.solve import Solved, solve
from utils.model import Card


def analyse(
    values: pd.Series,
    event: dt.date,
    model: Model,
    *,
    card: Card | None = None,
    group_by: str = "all",
    population: pd.Series | None = None,
    control: pd.Series | None = None,
) -> Interruption | Refusal:
    """Whether ``values`` step at ``event``, with an interval that allows for their memory.

    ``values``: one number a period, indexed by its first day (days, weeks, months, quarters or
    years, in any order; gaps and nan are left out). ``population``: what counts are counted in,
    on the same index. ``control``: a series without the event, on the same index; rates are
    then modelled as the difference to it, counts as a ratio to it (Bottomley, Scott and Isham,
    Epidemiol Methods 2019;8:20180010). ``card`` and ``group_by`` give the registered breaks.

    A refusal says why no verdict is given (rule S15 for breaks, S03 else). Raises TypeError when
    the index holds no dates and ValueError when a population is given for rates.
    """
    day = event.date() if isinstance(event, dt.datetime) else event
    data, line = prepared(values, day, model, population, control)
    if line is None:
        return refuse.irregular()
    index = pd.DatetimeIndex(data.index)
    near = refuse.breaks_near(card, group_by, index, day, line.period) if card else None
    if near:
        return near
    solved = solve(data["y"].to_numpy(), data["offset"].to_numpy(), line, model)
    if isinstance(solved, Refusal):
        return solved
    return _told(solved, index, day, model, control is not None)


def prepared(
    values: pd.Series,
    event: dt.date,
    model: Model,
    population: pd.Series | None = None,
    control: pd.Series | None = None,
) -> tuple[pd.DataFrame, Axis | None]:
    """Columns `y` and `offset` of the usable periods, sorted, and their time axis.

    ``offset`` is a log for counts, plain for rates. The axis is `None` where periods are too
    few, repeated or irregular. Raises as `analyse`.
    """
    if not isinstance(values.index, pd.DatetimeIndex):
        raise TypeError("An interrupted series is indexed by the first days of its periods.")
    if population is not None and model.kind == "rate":
        raise ValueError("A rate is already divided by its population: leave the population out.")
    if values.index.has_duplicates:
        return pd.DataFrame({"y": values, "offset": 0.0}), None
    offset = pd.Series(0.0, index=values.index)
    for beside in (population, control):
        if beside is not None:
            offset += _on_scale(beside, model).reindex(values.index)
    data = pd.DataFrame({"y": values.astype(float), "offset": offset}).dropna().sort_index()
    index = pd.DatetimeIndex(data.index)
    return data, axis(index, event) if len(data) > 1 else None


def _on_scale(beside: pd.Series, model: Model) -> pd.Series:
    plain = beside.astype(float)
    if model.kind == "rate":
        return plain
    # nothing can be counted per nobody: such periods are left out
    return plain.where(plain > 0).map(np.log, na_action="ignore")


def _told(
    solved: Solved, index: pd.DatetimeIndex, event: dt.date, model: Model, controlled: bool
) -> Interruption:
    """The numbers of a trusted fit as the app shows them."""
    line, checks = solved.axis, solved.checks
    found = Interruption(
        verdict=STEP if solved.is_step else NO_STEP,
        kind=model.kind,
        level=solved.estimate(LEVEL, model.kind),
        slope=solved.estimate(SLOPE, model.kind) if model.slope else None,
        event=event,
        first_after=index[line.after][0].date(),
        period=line.period,
        n_before=int((~line.after).sum()),
        n_after=int(line.after.sum()),
        observed=pd.Series(solved.y, index=index, name="observed"),
        fitted=pd.Series(solved.fit.means, index=index, name="fitted"),
        counterfactual=_carried_on(solved, index, model),
        family=solved.fit.family,
        dispersion=solved.fit.dispersion,
        memory=solved.memory.neighbours,
        lag1=checks.lag1,
        durbin_watson=checks.durbin_watson,
        ljung_box_p=checks.ljung_box_p,
        influential=tuple(index[at].date() for at in checks.far),
        fragile=solved.fragile,
        controlled=controlled,
        seasonal=any(name.startswith("cosine") for name in solved.names),
        diagnostics=(),
    )
    return dataclasses.replace(found, diagnostics=words.diagnostics(found))


def _carried_on(solved: Solved, index: pd.DatetimeIndex, model: Model) -> pd.Series:
    """The curve without step and change of slope, from the first period after."""
    terms = [at for at, name in enumerate(solved.names) if name in (LEVEL, SLOPE)]
    added = solved.x[:, terms] @ solved.fit.coefficients[terms]
    means = solved.fit.means
    without = means * np.exp(-added) if model.kind == "count" else means - added
    return pd.Series(without, index=index, name="counterfactual")[solved.axis.after]
