"""From values to a fit that may be trusted, or to the reason why there is none."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from utils.analysis.comparable import Refusal
from utils.analysis.interrupted import refuse
from utils.analysis.interrupted.checks import Checks, check
from utils.analysis.interrupted.design import LEVEL, columns
from utils.analysis.interrupted.memory import Memory, weigh
from utils.analysis.interrupted.model import Fit, fit
from utils.analysis.interrupted.periods import Axis
from utils.analysis.interrupted.result import Estimate, Kind, Model

LEVEL_OF_INTERVALS = 0.95


@dataclass(frozen=True, eq=False)
class Solved:
    """A fit with its columns (periods by terms), memory and checks; ``y`` as it was modelled."""

    y: np.ndarray
    x: np.ndarray
    names: tuple[str, ...]
    axis: Axis
    fit: Fit
    memory: Memory
    checks: Checks

    def reach(self, name: str) -> float:
        """Half the width of the interval of one term, on the scale of the model."""
        from scipy.stats import t

        at = self.names.index(name)
        share = (1 + LEVEL_OF_INTERVALS) / 2
        wide = t.ppf(share, self.memory.equivalent)
        return float(wide * np.sqrt(self.memory.covariance[at, at]))

    def value(self, name: str) -> float:
        """The coefficient of one term, on the scale of the model."""
        return float(self.fit.coefficients[self.names.index(name)])

    def estimate(self, name: str, kind: Kind) -> Estimate:
        """A term with its interval: a ratio for counts, a difference for rates."""
        value, reach = self.value(name), self.reach(name)
        bounds = np.array([value, value - reach, value + reach])
        if kind == "count":
            bounds = np.exp(np.clip(bounds, -700, 700))
        return Estimate(*(float(one) for one in bounds))

    @property
    def is_step(self) -> bool:
        """Whether the interval of the step leaves out no change."""
        return abs(self.value(LEVEL)) > self.reach(LEVEL)

    @property
    def fragile(self) -> bool:
        """Whether the step is within its interval once some single period is left out."""
        return self.is_step and bool((np.abs(self.checks.without) <= self.reach(LEVEL)).any())


def solve(y: np.ndarray, offset: np.ndarray, axis: Axis, model: Model) -> Solved | Refusal:
    """The model on one series of ``y``; ``offset`` is on the scale of the model."""
    if model.kind == "rate":
        y, offset = y - offset, np.zeros(len(y))
    refusal = refuse.values(y, model) or refuse.length(axis, model)
    refusal = refusal or refuse.sides(y, axis, model)
    if refusal:
        return refusal
    x, names = columns(axis, model)
    refusal = refuse.columns(x)
    if refusal:
        return refusal
    found = fit(model.kind, y, x, offset, model.dispersion)
    refusal = refuse.fit_at_all(found, y)
    if refusal:
        return refusal
    memory = weigh(found.x, found.residuals, axis.number)
    checks = check(found, memory.rest, names.index(LEVEL))
    solved = Solved(y, x, names, axis, found, memory, checks)
    return (
        refuse.trust(checks, memory.neighbours, solved.value(LEVEL), solved.reach(LEVEL)) or solved
    )
