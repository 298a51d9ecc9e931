"""Fits the columns to the values: least squares for rates, a log link for counts."""

from __future__ import annotations

import warnings
from dataclasses import dataclass

import numpy as np

from utils.analysis.interrupted.result import Dispersion, Kind

OVERDISPERSED = 10.0
"""Above this ratio of variance to mean, counts are weighted as negative binomial."""
_ROUNDS = 25


@dataclass(frozen=True, eq=False)
class Fit:
    """A fitted model and its working regression, whose errors have one variance.

    ``x`` (periods by coefficients) and ``residuals`` are divided by each period's standard
    deviation up to the common factor; for rates they are the plain ones. ``dispersion`` is
    nan for rates.
    """

    coefficients: np.ndarray
    x: np.ndarray
    residuals: np.ndarray
    means: np.ndarray
    family: str
    dispersion: float
    converged: bool


def fit(
    kind: Kind, y: np.ndarray, x: np.ndarray, offset: np.ndarray, dispersion: Dispersion | None
) -> Fit:
    """The model of ``kind``; ``offset`` is the log of what counts are counted in, 0 if nothing."""
    return _least_squares(y, x) if kind == "rate" else _log_linear(y, x, offset, dispersion)


def _least_squares(y: np.ndarray, x: np.ndarray) -> Fit:
    import statsmodels.api as sm

    found = sm.OLS(y, x).fit()
    b = np.asarray(found.params)
    means = x @ b
    return Fit(b, x, y - means, means, "normal", float("nan"), bool(np.isfinite(b).all()))


def _log_linear(
    y: np.ndarray, x: np.ndarray, offset: np.ndarray, dispersion: Dispersion | None
) -> Fit:
    b, means, converged = _glm(y, x, offset, 0.0)
    chi = float(((y - means) ** 2 / means).sum() / (len(y) - x.shape[1]))
    family: Dispersion = dispersion or (
        "negative binomial" if chi > OVERDISPERSED else "quasi-poisson"
    )
    alpha = 0.0
    if family == "negative binomial" and converged:
        b, means, converged, alpha = _negative_binomial(y, x, offset, means)
    spread = np.sqrt(means + alpha * means**2)
    weighted = x * (means / spread)[:, None]
    return Fit(b, weighted, (y - means) / spread, means, family, chi, converged)


def _negative_binomial(
    y: np.ndarray, x: np.ndarray, offset: np.ndarray, means: np.ndarray
) -> tuple[np.ndarray, np.ndarray, bool, float]:
    """Variance mean + alpha mean², alpha by moments (Breslow, Appl Stat 1984;33:38-44)."""
    alpha, left = 0.0, len(y) - x.shape[1]
    for _ in range(_ROUNDS):
        weight = 1 / (1 + alpha * means) ** 2
        excess = (weight * ((y - means) ** 2 - means)).sum() / (weight * means**2).sum()
        new = max(0.0, float(excess) * len(y) / left)
        b, means, converged = _glm(y, x, offset, new)
        if not converged or abs(new - alpha) <= 1e-6 * max(new, 1e-12):
            break
        alpha = new
    return b, means, converged, new


def _glm(
    y: np.ndarray, x: np.ndarray, offset: np.ndarray, alpha: float
) -> tuple[np.ndarray, np.ndarray, bool]:
    import statsmodels.api as sm

    families = sm.families  # the deviance of enormous counts is too coarse to converge on
    family = families.NegativeBinomial(alpha=alpha) if alpha else families.Poisson()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a model that does not converge is refused below
        found = sm.GLM(y, x, family=family, offset=offset).fit(tol_criterion="params")
        b, means = np.asarray(found.params), np.asarray(found.fittedvalues)
    sound = bool(found.converged) and bool(np.isfinite(means).all()) and bool((means > 0).all())
    return b, means, sound
