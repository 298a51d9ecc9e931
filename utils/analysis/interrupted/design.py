"""The model as columns: level, trend, step, change of slope, season."""

from __future__ import annotations

import numpy as np

from utils.analysis.interrupted.periods import CYCLES, Axis
from utils.analysis.interrupted.result import Model

LEVEL, SLOPE = "step", "change of slope"


def columns(axis: Axis, model: Model) -> tuple[np.ndarray, tuple[str, ...]]:
    """The design matrix (periods in rows) and the names of its columns.

    Segmented regression of Wagner and others, J Clin Pharm Ther 2002;27:299-309; Lopez Bernal
    and others, Int J Epidemiol 2017;46:348-355. The change of slope counts from the first
    period after, so that the step is the difference at that period.
    """
    first = axis.number[axis.after][0]
    parts = {
        "start": np.ones(len(axis.number)),
        "trend": axis.number,
        LEVEL: axis.after.astype(float),
    }
    if model.slope:
        parts[SLOPE] = np.clip(axis.number - first, 0.0, None)
    parts |= season(axis, model.season)
    return np.column_stack(list(parts.values())), tuple(parts)


def season(axis: Axis, pairs: int) -> dict[str, np.ndarray]:
    """Sine and cosine pairs; what a season is too short for is left out (none for years)."""
    cycle = CYCLES[axis.period]
    found = {}
    for pair in range(1, pairs + 1):
        angle = 2 * np.pi * pair * axis.phase / cycle
        if pair < cycle / 2:
            found[f"sine {pair}"] = np.sin(angle)
        if pair <= cycle / 2:
            found[f"cosine {pair}"] = np.cos(angle)
    return found
