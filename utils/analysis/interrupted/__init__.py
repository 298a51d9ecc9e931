"""Interrupted time series: a step at a date fixed beforehand, with honest intervals.

`analyse` gives an `Interruption` or a `Refusal`; `table` the same model with the errors that
other papers print. What is assumed, refused and measured stands in `docs/interrupted.md`.
"""

from utils.analysis.interrupted.analysis import analyse
from utils.analysis.interrupted.coefficients import table
from utils.analysis.interrupted.result import NO_STEP, STEP, Estimate, Interruption, Model

__all__ = ["NO_STEP", "STEP", "Estimate", "Interruption", "Model", "analyse", "table"]
