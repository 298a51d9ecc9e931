"""What all rows together say: which days, which numbers, what is left out and why."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from utils.language.phrase import phrase
from utils.model import limits
from utils.uploads import dates, questions
from utils.uploads import numbers as figures
from utils.uploads.dates import Decision, Trouble
from utils.uploads.errors import UploadError
from utils.uploads.numbers import Style
from utils.uploads.outcome import Question, Unused
from utils.uploads.platforms.metrics import METRICS
from utils.uploads.questions import Answers
from utils.uploads.tally import BETWEEN, NETWORK_BITS, Floats, Tally

REASONS: dict[Trouble, str] = {
    "blank": phrase("No date"),
    "total": phrase("Row of totals"),
    "bad": phrase("Date that can't be read"),
    "early": phrase("Dated before {year}", year=str(limits.UPLOAD_FIRST_YEAR)),
    "late": phrase("Dated in the future"),
}
Spans = dict[int, tuple[dt.date, dt.date]]


@dataclass(frozen=True)
class Decided:
    """First and last day by number of spelling, the decimal sign by metric, what is left out."""

    dates: Decision
    spans: Spans
    styles: Mapping[str, Style]
    unused: tuple[Unused, ...]
    questions: tuple[Question, ...]


def decide(
    tally: Tally, labels: Mapping[str, str], answers: Answers, today: dt.date, *, english: bool
) -> Decided:
    """Interpret a tally; ``labels`` names the column of each metric in messages."""
    parts = {part for text in tally.days for part in text.split(BETWEEN)}
    decision = dates.decide(parts, today, answers.get("date-order", ""))
    spans, troubles = _spans(tally, decision)
    rows = _rows(tally)
    asked = []
    if len(decision.orders) > 1:
        asked.append(questions.date_order(decision.orders, tally.plan.format.order))
    share = _unread(rows, troubles)
    if share > limits.UPLOAD_UNREAD_SHARE and not asked:
        asked.append(questions.unread_dates(share))
    styles, unsure = _styles(tally, labels, answers, english=english)
    if unsure:
        asked.append(questions.number_style(labels[unsure]))
    left = questions.still_open(asked, answers)
    if not spans:
        raise UploadError("no-rows")
    return Decided(decision, spans, styles, _unused(tally, rows, troubles), left)


def _spans(tally: Tally, decision: Decision) -> tuple[Spans, dict[int, Trouble]]:
    """Days by number of spelling; the last day of a period that names its end is the one before."""
    spans: Spans = {}
    troubles: dict[int, Trouble] = {}
    for text, number in tally.days.items():
        start, _, end = text.partition(BETWEEN)
        first = decision.days.get(start)
        last = decision.days.get(end) if end else first
        if first is None:
            troubles[number] = decision.troubles.get(start, "bad")
        elif last is None or (end and last <= first):
            troubles[number] = "bad"
        else:
            spans[number] = (first, last - dt.timedelta(days=1) if end else last)
    return spans, troubles


def _rows(tally: Tally) -> Floats:
    """Number of rows by number of spelling."""
    keys, sums = tally.cells.result()
    counted = np.bincount(keys >> NETWORK_BITS, sums[:, 0], len(tally.days))
    return counted.astype("float64")


def _unread(rows: Floats, troubles: Mapping[int, Trouble]) -> float:
    """Share of rows with a date that can't be read, of all rows that have one."""
    none = sum(rows[number] for number, why in troubles.items() if why in ("blank", "total"))
    bad = sum(rows[number] for number, why in troubles.items() if why == "bad")
    return float(bad / max(1.0, rows.sum() - none))


def _unused(tally: Tally, rows: Floats, troubles: Mapping[int, Trouble]) -> tuple[Unused, ...]:
    found = []
    for why, reason in REASONS.items():
        numbers = [number for number, one in troubles.items() if one == why]
        if numbers:
            count = int(sum(rows[number] for number in numbers))
            found.append(Unused(reason, count, min(tally.near[number] for number in numbers)))
    return tuple(found)


def _styles(
    tally: Tally, labels: Mapping[str, str], answers: Answers, *, english: bool
) -> tuple[dict[str, Style], str]:
    """The decimal sign of each metric, and the first metric that leaves it open.

    A column that proves nothing follows those of the same file that do, if that makes its
    figures whole; else, in a file with English headings from a platform that is known, a comma
    separates thousands. Counts with three decimals each are never assumed.
    """
    said = {metric: figures.style(signs) for metric, signs in tally.signs.items()}
    for metric, one in said.items():
        if one == "mixed":
            raise UploadError("mixed-numbers", column=labels[metric])
    proved = {one for one in said.values() if one in ("dot", "comma")}
    styles: dict[str, Style] = {}
    open_: list[str] = []
    for metric, one in said.items():
        signs = tally.signs[metric]
        if one in ("dot", "comma"):
            styles[metric] = one
        elif one == "plain" or (proved == {"dot"} and not signs.unsure_dot):
            styles[metric] = "dot"
        elif proved == {"comma"} and not signs.unsure_comma:
            styles[metric] = "comma"
        elif answers.get("numbers") in ("dot", "comma"):
            styles[metric] = "dot" if answers["numbers"] == "dot" else "comma"
            open_.append(metric)
        else:
            styles[metric] = "dot"
            if proved or not english or signs.unsure_dot:
                open_.append(metric)
    return styles, open_[0] if open_ else ""


def totals_agree(tally: Tally, decided: Decided) -> bool | None:
    """Whether a row of totals equals the rows that were counted; `None` if there is none.

    Says nothing about by how much: that would give a withheld figure away.
    """
    numbers = [number for text, number in tally.days.items()
               if decided.dates.troubles.get(text) == "total"]  # fmt: skip
    if not numbers:
        return None
    keys, sums = tally.cells.result()
    days = keys >> NETWORK_BITS
    good = np.isin(days, list(decided.spans))
    for place, metric in enumerate(tally.plan.metrics):
        column = 1 + 4 * place + (2 if decided.styles[metric] == "comma" else 0)
        said = sums[np.isin(days, numbers), column].sum()
        if METRICS[metric].additive and said != sums[good, column].sum():
            return False
    return True
