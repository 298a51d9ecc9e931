"""Numbers that say whether a fit can be trusted: memory left over, periods far off the curve."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from utils.analysis.interrupted.model import Fit

FAR = 3.0
"""Studentised residuals beyond this are named; chance gives about 3 in 1,000 periods."""
COOK = 1.0
"""Cook's distance beyond this is named (Cook and Weisberg 1982)."""
_NAMED = 3


@dataclass(frozen=True, eq=False)
class Checks:
    """``far`` are positions of influential periods, ``without`` the step without each period."""

    lag1: float
    durbin_watson: float
    ljung_box_p: float
    far: np.ndarray
    studentised: np.ndarray
    without: np.ndarray


def check(fit: Fit, rest: np.ndarray, step: int) -> Checks:
    """The checks of a fit; ``step`` is the column of the step, ``rest`` as in `Memory`."""
    from statsmodels.stats.diagnostic import acorr_ljungbox
    from statsmodels.stats.stattools import durbin_watson

    e = fit.residuals
    lags = max(1, min(10, len(e) // 5))
    tested = acorr_ljungbox(rest, lags=[lags], model_df=0)["lb_pvalue"].iloc[0]
    studentised, without, cook = _left_out(fit, step)
    far = np.flatnonzero((np.abs(studentised) > FAR) | (cook > COOK))
    return Checks(
        float((e[1:] * e[:-1]).sum() / (e**2).sum()),
        float(durbin_watson(e)),
        float(tested),
        far[np.argsort(-np.abs(studentised[far]), kind="stable")][:_NAMED],
        studentised,
        without,
    )


def _left_out(fit: Fit, step: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Studentised residuals, the step without each period (one Newton step), Cook's distance."""
    e, (periods, terms) = fit.residuals, fit.x.shape
    hat = np.clip((np.linalg.qr(fit.x)[0] ** 2).sum(axis=1), 0.0, 1 - 1e-9)
    variance = (e**2).sum() / (periods - terms)
    inner = (variance * (periods - terms) - e**2 / (1 - hat)) / (periods - terms - 1)
    studentised = e / np.sqrt(np.maximum(inner, np.finfo(float).tiny) * (1 - hat))
    without = fit.coefficients[step] - np.linalg.pinv(fit.x)[step] * e / (1 - hat)
    cook = e**2 * hat / ((1 - hat) ** 2 * terms * variance)
    return studentised, without, cook
