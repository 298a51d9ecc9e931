"""When no verdict is given: breaks, too few periods, values or fits that can't carry one."""

from __future__ import annotations

import datetime as dt

import numpy as np
import pandas as pd

from utils.analysis.comparable import Refusal, breaks, crossed, told
from utils.analysis.interrupted.checks import Checks
from utils.analysis.interrupted.model import Fit
from utils.analysis.interrupted.periods import CYCLES, Axis, days
from utils.analysis.interrupted.result import Model
from utils.analysis.timeline import counted
from utils.language import later, say, units
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


def irregular() -> Refusal:
    """Periods that make no time axis."""
    return _no(
        say(
            "The periods are too few, repeated, or not regular days, weeks, months, quarters or "
            "years."
        ),
        say("Choose one place and one group of a regular series."),
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
                f"{say('The date falls on a registered break.')} {told([one])}",
                say("Choose a date at least two periods away from a break."),
            )
    between = crossed(card, group_by, index[0].date(), index[-1].date())
    if not between:
        return None
    return Refusal(
        "S15",
        f"{say('The series holds a registered break.')} {told(between)}",
        say("Use the periods on one side of the break."),
    )


def values(y: np.ndarray, model: Model) -> Refusal | None:
    """Values that no model of this kind can take."""
    if not np.isfinite(y).all():
        return _no(
            say("Some values are not finite numbers."), say("Check the table the series is from.")
        )
    if model.kind == "count" and (y < 0).any():
        return _no(
            say("Some counts are below zero."), say("Use the model for rates, or check the table.")
        )
    if np.ptp(y) == 0:
        return _no(
            say("All values are the same, so chance can't be measured."),
            say("Choose another series."),
        )
    return None


def length(axis: Axis, model: Model) -> Refusal | None:
    """Too few periods before, after or in all."""
    before, after = int((~axis.after).sum()), int(axis.after.sum())
    seasonal = model.season > 0 and axis.period != "year"
    least = LEAST_MONTHS if seasonal and axis.period == "month" else LEAST_PERIODS
    if min(before, after) < least:
        return _no(
            say(
                "There are {before} before the date and {after} from it on; {least} on either "
                "side are needed.",
                before=counted(before, f"{axis.period}s"),
                after=after,
                least=least,
            ),
            say("Choose a longer series or an earlier date."),
        )
    if seasonal and axis.number[-1] + 1 < LEAST_CYCLES * CYCLES[axis.period]:
        return _no(
            say("The series is too short to tell season from trend."), say("Leave the season out.")
        )
    return None


def sides(y: np.ndarray, axis: Axis, model: Model) -> Refusal | None:
    """Counts of nothing at all on one side, whose ratio has no bounds."""
    if model.kind == "count" and not (y[axis.after].any() and y[~axis.after].any()):
        return _no(say("All counts on one side of the date are zero."), say("Sum longer periods."))
    return None


def columns(x: np.ndarray) -> Refusal | None:
    """More terms than the periods can carry, or terms that can't be told apart."""
    periods, terms = x.shape
    if periods - terms < LEAST_SPARE or np.linalg.matrix_rank(x) < terms:
        return _no(
            say("The series is too short for so many terms."), say("Use fewer season terms.")
        )
    return None


def fit_at_all(fit: Fit, y: np.ndarray) -> Refusal | None:
    """A model that did not converge, fits without error, or scatters wider than its level."""
    if not fit.converged or not np.isfinite(fit.coefficients).all():
        return _no(
            say("The model could not be fitted to these values."), say("Choose another series.")
        )
    if ((y - fit.means) ** 2).sum() <= 1e-20 * (y**2).sum():
        return _no(
            say("The curve runs through every value, so chance can't be measured."), say(_OTHER)
        )
    if fit.family == "normal":
        return None
    scatter = np.sqrt(np.mean((y / fit.means - 1) ** 2))
    if scatter > WILDEST:
        return _no(
            say("The counts scatter more widely than their own level."), say("Sum longer periods.")
        )
    return None


def trust(checks: Checks, rho: float, step: float, reach: float) -> Refusal | None:
    """Memory that the model does not describe, or a lone period that decides the direction.

    ``step`` and ``reach`` are the step and half its interval, on the scale of the model.
    """
    if rho > STRONGEST_MEMORY:
        return _no(
            say(
                "The series wanders: neighbouring periods correlate by about {rho} after trend "
                "and season, so a step can't be told from wandering.",
                rho=units.number(rho, 1),
            ),
            say("Compare with a control series, or use longer periods."),
        )
    if checks.ljung_box_p < LEFT_OVER:
        return _no(
            say(
                "The values around the curve still follow a pattern that the model does not "
                "describe (Ljung-Box p = {p}).",
                p=units.number(checks.ljung_box_p, 4),
            ),
            say("Try more season terms, a shorter series, or a control series."),
        )
    turned = np.sign(checks.without) != np.sign(step)
    if (turned & (np.maximum(np.abs(checks.without), abs(step)) > reach)).any():
        return _no(say("One single period decides which way the step goes."), say(_OTHER))
    return None


_OTHER = later("Choose another series, or describe the values without a verdict.")


def _no(reason: str, instead: str) -> Refusal:
    return Refusal("S03", reason, instead)
