"""What a refresh changed in a series: values that are new, revised or withdrawn."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from utils.model.evidence import KEY


@dataclass(frozen=True, eq=False)
class Revisions:
    """Rows that differ between two states of one series.

    ``revised`` has the columns of `KEY`, `old` and `new`; ``added`` and ``gone`` count values.
    """

    series: str
    revised: pd.DataFrame
    added: int
    gone: int

    @property
    def any(self) -> bool:
        """Whether anything that was published changed or was withdrawn, or something is new."""
        return bool(len(self.revised) or self.added or self.gone)


def between(series: str, old: pd.DataFrame, new: pd.DataFrame) -> Revisions:
    """Compares rows key by key; a value that only gained or lost is no revision but a count."""
    columns = [*KEY, "value"]
    both = old[columns].merge(new[columns], how="outer", on=list(KEY), suffixes=("_old", "_new"))
    before, now = both["value_old"].notna(), both["value_new"].notna()
    changed = both[before & now & (both["value_old"] != both["value_new"])]
    revised = changed.rename(columns={"value_old": "old", "value_new": "new"})
    return Revisions(
        series,
        revised.reset_index(drop=True),
        int((~before & now).sum()),
        int((before & ~now).sum()),
    )
