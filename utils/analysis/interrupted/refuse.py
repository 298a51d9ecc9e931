"""When no verdict is given: breaks, too few periods, values or fits that can't carry one."""

from __future__ import annotations

import datetime as dt

import numpy as np
import pandas as pd

from utils.analysis.comparable import Refusal, breaks, crossed
from utils.analysis.interrupted.checks import Checks
from utils.analysis.interrupted.model import Fit
from utils.analysis.interrupted.periods import CYCLES, Axis, days
from utils.analysis.interrupted.result import Model
from utils.model import Card

LEAST_PERIODS = 8
"""On either side (Penfold and Zhang, Acad Pediatr 2013;13:S38-44)."""
LEAST_MONTHS = 12
"""On either side where the season of months is modelled (Wagner 2002, as above)."""
LEAST_CYCLES = 2
"""Whole seasons in the series: with fewer, season and trend can't be told apart."""
LEAST_SPARE = 8
"""Periods more than coefficients."""
STRONGEST_MEMORY = 0.8
"""Beyond it a series wanders so slowly that any date looks like a step."""
LEFT_OVER = 0.005
"""Ljung-Box p below it: the residuals still resemble each other."""
WILDEST = 1.0
"""Standard deviation of counts around the curve, as a multiple of their level."""

IRREGULAR = Refusal(
    "S03",
    "The periods are too few, repeated, or not regular days, weeks, months, quarters or years.",
    "Choose one place and one group of a regular series.",
)


def breaks_near(
    card: Card, group_by: str, index: pd.DatetimeIndex, event: dt.date, period: str
) -> Refusal | None:
    """Rule S15: a registered break on or beside the date, or anywhere in the series."""
    reach = dt.timedelta(days=days(period))
    for one in breaks(card, group_by):
        if abs(one.date - event) <= reach:
            return Refusal(
                "S15",
                f"The date falls on a registered break. {one.label} "
                f"({one.date:%Y-%m-%d}): {one.reason}",
                "Choose a date at least two periods away from a break.",
            )
    between = crossed(card, group_by, index[0].date(), index[-1].date())
    if not between:
        return None
    reasons = " ".join(f"{b.label} ({b.date:%Y-%m-%d}): {b.reason}" for b in between)
    return Refusal(
        "S15",
        f"The series holds a registered break. {reasons}",
        "Use the periods on one side of the break.",
    )


def values(y: np.ndarray, model: Model) -> Refusal | None:
    """Values that no model of this kind can take."""
    if not np.isfinite(y).all():
        return _no("Some values are not finite numbers.", "Check the table the series is from.")
    if model.kind == "count" and (y < 0).any():
        return _no("Some counts are below zero.", "Use the model for rates, or check the table.")
    if np.ptp(y) == 0:
        return _no(
            "All values are the same, so chance can't be measured.", "Choose another series."
        )
    return None


def length(axis: Axis, model: Model) -> Refusal | None:
    """Too few periods before, after or in all."""
    before, after = int((~axis.after).sum()), int(axis.after.sum())
    seasonal = model.season > 0 and axis.period != "year"
    least = LEAST_MONTHS if seasonal and axis.period == "month" else LEAST_PERIODS
    if min(before, after) < least:
        return _no(
            f"There are {before} {axis.period}s before the date and {after} from it on; "
            f"{least} on either side are needed.",
            "Choose a longer series or an earlier date.",
        )
    if seasonal and axis.number[-1] + 1 < LEAST_CYCLES * CYCLES[axis.period]:
        return _no("The series is too short to tell season from trend.", "Leave the season out.")
    return None


def sides(y: np.ndarray, axis: Axis, model: Model) -> Refusal | None:
    """Counts of nothing at all on one side, whose ratio has no bounds."""
    if model.kind == "count" and not (y[axis.after].any() and y[~axis.after].any()):
        return _no("All counts on one side of the date are zero.", "Sum longer periods.")
    return None


def columns(x: np.ndarray) -> Refusal | None:
    """More terms than the periods can carry, or terms that can't be told apart."""
    periods, terms = x.shape
    if periods - terms < LEAST_SPARE or np.linalg.matrix_rank(x) < terms:
        return _no("The series is too short for so many terms.", "Use fewer season terms.")
    return None


def fit_at_all(fit: Fit, y: np.ndarray) -> Refusal | None:
    """A model that did not converge, fits without error, or scatters wider than its level."""
    if not fit.converged or not np.isfinite(fit.coefficients).all():
        return _no("The model could not be fitted to these values.", "Choose another series.")
    if ((y - fit.means) ** 2).sum() <= 1e-20 * (y**2).sum():
        return _no("The curve runs through every value, so chance can't be measured.", _OTHER)
    if fit.family == "normal":
        return None
    scatter = np.sqrt(np.mean((y / fit.means - 1) ** 2))
    if scatter > WILDEST:
        return _no("The counts scatter more widely than their own level.", "Sum longer periods.")
    return None


def trust(checks: Checks, rho: float, step: float, reach: float) -> Refusal | None:
    """Memory that the model does not describe, or a lone period that decides the direction.

    ``step`` and ``reach`` are the step and half its interval, on the scale of the model.
    """
    if rho > STRONGEST_MEMORY:
        return _no(
            f"The series wanders: neighbouring periods correlate by about {rho:.1f} after trend "
            "and season, so a step can't be told from wandering.",
            "Compare with a control series, or use longer periods.",
        )
    if checks.ljung_box_p < LEFT_OVER:
        return _no(
            "The values around the curve still follow a pattern that the model does not "
            f"describe (Ljung-Box p = {checks.ljung_box_p:.4f}).",
            "Try more season terms, a shorter series, or a control series.",
        )
    turned = np.sign(checks.without) != np.sign(step)
    if (turned & (np.maximum(np.abs(checks.without), abs(step)) > reach)).any():
        return _no("One single period decides which way the step goes.", _OTHER)
    return None


_OTHER = "Choose another series, or describe the values without a verdict."


def _no(reason: str, instead: str) -> Refusal:
    return Refusal("S03", reason, instead)
