"""The same model with the errors that other papers print, to compare ours with theirs."""

from __future__ import annotations

import datetime as dt
from typing import Literal

import numpy as np
import pandas as pd

from utils.analysis.interrupted.analysis import prepared
from utils.analysis.interrupted.design import columns
from utils.analysis.interrupted.model import Fit, fit
from utils.analysis.interrupted.result import Model

Errors = Literal["poisson", "model", "newey-west"]


def table(
    values: pd.Series,
    event: dt.date,
    model: Model,
    errors: Errors,
    *,
    population: pd.Series | None = None,
    control: pd.Series | None = None,
    lags: int | None = None,
) -> pd.DataFrame:
    """Every term with `estimate`, `error`, `low`, `high`, as logs for counts.

    ``errors``: `poisson` fixes the dispersion of counts at 1, `model` scales by it (quasi-Poisson,
    ordinary least squares), `newey-west` allows for autocorrelation up to ``lags`` (default
    `usual_lags`) with the factor n / (n - k). Intervals use the normal distribution for counts
    and Student's t for rates. No verdict is given from these: see `docs/interrupted.md`.
    Raises ValueError where the periods are irregular.
    """
    data, axis = prepared(values, event, model, population, control)
    if axis is None:
        raise ValueError("The periods are repeated, too few or irregular.")
    y, offset = data["y"].to_numpy(), data["offset"].to_numpy()
    if model.kind == "rate":
        y, offset = y - offset, np.zeros(len(y))
    x, names = columns(axis, model)
    found = fit(model.kind, y, x, offset, model.dispersion)
    error = np.sqrt(np.diag(_covariance(found, errors, lags)))
    reach = error * _wide(model, len(y) - len(names))
    b = found.coefficients
    bounds = {"estimate": b, "error": error, "low": b - reach, "high": b + reach}
    return pd.DataFrame(bounds, index=list(names))


def usual_lags(periods: int) -> int:
    """The rule of thumb floor(4 (n / 100)^(2/9)) (Newey and West, Rev Econ Stud 1994;61:631)."""
    return int(4 * (periods / 100) ** (2 / 9))


def _wide(model: Model, spare: int) -> float:
    from scipy.stats import norm, t

    return float(norm.ppf(0.975) if model.kind == "count" else t.ppf(0.975, spare))


def _covariance(found: Fit, errors: Errors, lags: int | None) -> np.ndarray:
    from statsmodels.stats.sandwich_covariance import S_hac_simple

    periods, terms = found.x.shape
    bread = np.linalg.inv(found.x.T @ found.x)
    if errors == "newey-west":
        scores = found.x * found.residuals[:, None]
        kept = usual_lags(periods) if lags is None else lags
        meat = S_hac_simple(scores, nlags=kept)
        return np.asarray(bread @ meat @ bread * periods / (periods - terms))
    scale = 1.0 if errors == "poisson" else (found.residuals**2).sum() / (periods - terms)
    return np.asarray(bread * scale)
