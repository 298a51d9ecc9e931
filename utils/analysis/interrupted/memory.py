"""Errors that remember: intervals for a series whose neighbours resemble each other.

Newey-West errors with the usual lag call far too many short series changed (the figures are in
`docs/interrupted.md`), so the memory is modelled: a part of each residual carries over to the
next period (correlation rho to the power of their distance, a gap being a longer distance), and
a part, the share ``noise``, does not, as the sampling error of a survey or the chance in a count.
How strong the memory is stays uncertain in a short series. Every pair on a grid is therefore
used, weighted by its restricted likelihood (Harville, J Am Stat Assoc 1977;72:320-338; Turner and
others, BMC Med Res Methodol 2021;21:181, prefer it for interrupted series) and the reference
prior of rho (Berger and Yang, Econometric Theory 1994;10:461-482), not one best guess.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

STRENGTHS = np.linspace(0.0, 0.95, 20)
"""Values of rho. Below zero would only make intervals narrower."""
NOISE = np.array([0.0, 0.25, 0.5, 0.75])
"""Shares of the variance that do not carry over."""
LEAST_SPARE = 3.0
"""Degrees of freedom that are always granted."""
_RHO, _SHARE = (grid.ravel() for grid in np.meshgrid(STRENGTHS, NOISE, indexing="ij"))


@dataclass(frozen=True, eq=False)
class Memory:
    """``neighbours``: average correlation of neighbours; ``covariance``: of the coefficients.

    ``equivalent`` are the degrees of freedom: the spare periods, times (1 - r) / (1 + r) for
    neighbours that correlate by r. ``rest`` is what remains of the residuals once the likeliest
    memory is taken out.
    """

    neighbours: float
    equivalent: float
    covariance: np.ndarray
    rest: np.ndarray


def weigh(x: np.ndarray, residuals: np.ndarray, number: np.ndarray) -> Memory:
    """The memory of a working regression and what it does to the least-squares coefficients.

    ``x`` is periods by coefficients, ``number`` the position of each period. The covariance is
    `P R P'` times the residual variance under R, with `P` the pseudo-inverse of x, averaged.
    """
    periods, terms = x.shape
    power = _RHO[:, None] ** np.diff(number)[None, :]
    white, spread = _innovations(np.column_stack([x, residuals]), power)
    q, r = np.linalg.qr(white[:, :, :terms])
    error = white[:, :, terms:]
    rest = (error - q @ (q.transpose(0, 2, 1) @ error))[:, :, 0]
    left = np.maximum((rest**2).sum(axis=1), np.finfo(float).tiny)
    corner = np.log(np.abs(np.diagonal(r, axis1=1, axis2=2))).sum(axis=1)
    prior = -0.5 * np.log(1 - _RHO**2)
    likelihood = prior - 0.5 * spread - corner - 0.5 * (periods - terms) * np.log(left)
    weight = np.exp(likelihood - likelihood.max())
    weight /= weight.sum()
    inverse = np.linalg.pinv(x)
    each = inverse @ _correlate(inverse.T, power)
    covariance = np.tensordot(weight * left / (periods - terms), each, axes=1)
    near = _RHO * (1 - _SHARE)
    equivalent = max(LEAST_SPARE, (periods - terms) * float(weight @ ((1 - near) / (1 + near))))
    return Memory(float(weight @ near), equivalent, covariance, rest[int(likelihood.argmax())])


def _innovations(values: np.ndarray, power: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """What each row adds to the rows before it, in standard deviations; and log det R.

    Kalman filter of a first-order autoregression seen through noise (Harvey, Forecasting,
    structural time series models, 1989, ch. 3), for every pair on the grid at once.
    """
    grid, columns = len(power), values.shape[1]
    out = np.empty((grid, len(values), columns))
    mean, variance, spread = np.zeros((grid, columns)), 1 - _SHARE, np.zeros(grid)
    for row, value in enumerate(values):
        if row:
            keep = power[:, row - 1]
            mean = keep[:, None] * mean
            variance = keep**2 * variance + (1 - _SHARE) * (1 - keep**2)
        total = variance + _SHARE
        new = value - mean
        out[:, row] = new / np.sqrt(total)[:, None]
        spread += np.log(total)
        mean = mean + (variance / total)[:, None] * new
        variance = variance * _SHARE / total
    return out, spread


def _correlate(values: np.ndarray, power: np.ndarray) -> np.ndarray:
    """The correlation matrices times ``values``, without writing those matrices down."""
    forward = np.repeat(values[None, :, :], len(power), axis=0)
    backward = forward.copy()
    for row in range(1, len(values)):
        forward[:, row] += power[:, row - 1, None] * forward[:, row - 1]
        back = len(values) - 1 - row
        backward[:, back] += power[:, back, None] * backward[:, back + 1]
    share = _SHARE[:, None, None]
    out: np.ndarray = (1 - share) * (forward + backward - values[None]) + share * values[None]
    return out
