"""Do changes in one series come before changes in another? Always beside what chance does.

Only differences with the season taken out are ever compared: two series that merely grow, or
merely follow the year, are alike at every lag and say nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from utils.analysis import grid
from utils.analysis.comparable import Refusal
from utils.analysis.timeline import Numbers, counted
from utils.language import later, say, units
from utils.model import Card, Evidence

BOUND = {"P1D": 28, "P1W": 8, "P1M": 6, "P3M": 4, "P1Y": 2}
"""Furthest lag that is looked at, in periods. Fixed, because whoever looks far finds something."""
LEAST_PERIODS = 40
"""Shared changes needed. With fewer, the largest of the correlations that chance gives at a
dozen lags passes 0.4 more often than not in one of twenty, so only the crudest link shows."""
SAME = {
    "day": later("in the same day"),
    "week": later("in the same week"),
    "month": later("in the same month"),
    "quarter": later("in the same quarter"),
    "year": later("in the same year"),
}
"""When two move at once, by what a period is called."""
SURROGATES = 999
"""Surrogates of one question; with the data themselves a thousand."""
SEED = 20_261
LEVEL = 0.05


@dataclass(frozen=True, eq=False)
class LeadLag:
    """Correlation of changes at each lag, and how high chance goes over all lags at once.

    ``values[i]`` sets changes of the first series beside changes of the second ``lags[i]``
    periods later: a positive lag means that the second series moves after the first. ``band`` is
    what the largest of all `abs(values)` stays within in 95 of 100 surrogates; ``largest`` is
    the lag furthest from zero and ``share`` how many in one surrogates reach as far, the data
    counted in. ``changes`` is the number of shared changes, from ``start`` to ``end``.
    """

    lags: tuple[int, ...]
    values: tuple[float, ...]
    band: float
    largest: int
    share: float
    changes: int
    grid: grid.Grid
    names: tuple[str, str]

    @property
    def beyond_chance(self) -> bool:
        """Whether any lag lies beyond what chance reaches over all lags."""
        return self.share <= LEVEL

    @property
    def verdict(self) -> str:
        """One or two sentences; they say when, never why."""
        if not self.beyond_chance:
            return say(
                "Nothing beyond chance at any lag up to {furthest}, in {changes} shared changes.",
                furthest=counted(max(self.lags), self.grid.noun),
                changes=units.number(self.changes, 0),
            )
        return say(
            "{together} more closely than chance does in 95 of 100 tries over all lags. One in "
            "twenty unrelated pairs looks like this, and it does not say why.",
            together=self._together(),
        )

    def _together(self) -> str:
        one, other = self.names
        value = self.values[self.lags.index(self.largest)]
        way = say("in the same direction") if value > 0 else say("in opposite directions")
        if self.largest == 0:
            return say(
                "“{one}” and “{other}” change {way} {same}",
                one=one,
                other=other,
                way=way,
                same=say(SAME[self.grid.one]),
            )
        first, second = (one, other) if self.largest > 0 else (other, one)
        return say(
            "“{second}” lies {apart} behind “{first}”, {way},",
            second=second,
            first=first,
            apart=counted(abs(self.largest), self.grid.noun),
            way=way,
        )


def compare(
    one: Evidence, one_card: Card, other: Evidence, other_card: Card, seed: int = SEED
) -> LeadLag | Refusal:
    """Cross-correlation of two lines' changes, with a band from phase-randomised surrogates.

    Both are brought onto the coarser of the two rhythms (`grid.shared`), differenced, and freed
    of what their calendar month (weekday for days) usually does. A surrogate keeps the power
    spectrum, and so the memory, of the first series and loses every tie to the second (Theiler
    et al., Physica D 1992;58:77-94). Refused where there is no shared rhythm, where fewer than
    `LEAST_PERIODS` changes follow each other without gap or registered break, or where a series
    never changes. Raises `SelectionError` for more than one line.
    """
    shared = grid.shared(one, one_card, other, other_card)
    if isinstance(shared, Refusal):
        return shared
    first, second, found = shared.first, shared.second, shared.grid
    if len(first) < LEAST_PERIODS:
        return _few(len(first))
    if min(first.std(), second.std()) < 1e-12:
        return Refusal("S12", say("One of the two never changes."), say("Choose another series."))
    bound = BOUND[found.frequency]
    values = correlations(first, second, bound)
    largest = int(np.argmax(np.abs(values)))
    highest = np.abs(_surrogate_values(shared, bound, seed)).max(axis=1)
    reach = np.sort(np.append(highest, abs(values[largest])))
    return LeadLag(
        lags=tuple(range(-bound, bound + 1)),
        values=tuple(values.tolist()),
        band=float(np.sort(highest)[round((1 - LEVEL) * (SURROGATES + 1)) - 1]),
        largest=largest - bound,
        share=float((reach >= abs(values[largest])).mean()),
        changes=len(first),
        grid=found,
        names=(one_card.plain_title, other_card.plain_title),
    )


def _few(many: int) -> Refusal:
    """Too few changes in a row for chance to be told from a link."""
    return Refusal(
        "S03",
        say(
            "The two share only {many} changes in a row without a gap or a break. With fewer than "
            "{least} chance alone gives high correlations at some lag.",
            many=many,
            least=LEAST_PERIODS,
        ),
        say("Choose longer series, or days or weeks instead of months."),
    )


def correlations(first: Numbers, second: Numbers, bound: int) -> Numbers:
    """Correlation of ``first[t]`` with ``second[t + lag]`` for lags -bound to bound.

    Divided by the full length, so that far lags, with fewer pairs, can't stand out by chance.
    """
    return np.asarray(_by_lag(_scaled(first)[None], _scaled(second), bound)[0])


def surrogates(series: Numbers, count: int, seed: int) -> Numbers:
    """``count`` series with the same spectrum and random phases; shape (count, len(series))."""
    random = np.random.default_rng(seed)
    spectrum = np.fft.rfft(series - series.mean())
    turns = np.exp(2j * np.pi * random.random((count, len(spectrum))))
    turns[:, 0] = 1
    if len(series) % 2 == 0:
        # the highest frequency has no phase of its own: it can only change its sign
        turns[:, -1] = np.sign(turns[:, -1].real)
    drawn = np.fft.irfft(np.abs(spectrum) * turns, n=len(series), axis=1)
    return np.asarray(drawn + series.mean())


def _surrogate_values(shared: grid.Shared, bound: int, seed: int) -> Numbers:
    """Correlations by surrogate and lag.

    The season is taken out of each surrogate as it was of the data. Otherwise part of it could
    never correlate with the second series, and the band of a short series would be too narrow.
    """
    drawn = grid.without_season(surrogates(shared.first, SURROGATES, seed), shared.seasons)
    alike: Numbers = drawn - drawn.mean(axis=1, keepdims=True)
    return _by_lag(alike / alike.std(axis=1, keepdims=True), _scaled(shared.second), bound)


def _by_lag(many: Numbers, second: Numbers, bound: int) -> Numbers:
    length = len(second)
    columns: Sequence[Numbers] = [
        many[:, max(0, -lag) : length - max(0, lag)] @ second[max(0, lag) : length + min(0, lag)]
        for lag in range(-bound, bound + 1)
    ]
    return np.asarray(np.stack(columns, axis=1) / length)


def _scaled(series: Numbers) -> Numbers:
    return np.asarray((series - series.mean()) / series.std())
