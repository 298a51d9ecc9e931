"""Small counts: the one rule for every figure made from a person's own file.

The rule has three parts, and needs nobody to look for cells that give others away:

1. **Fewer than ten are withheld.** A count of 1 to 9 gets the status `Q` and no value. Where
   the posts behind a figure are known and are fewer than ten, every figure about them is
   withheld: the views of a single post are that post. Nought is shown, it is about nobody.
2. **Everything else is rounded** by the table of the US Census Bureau's Disclosure Review
   Board: 10 to 99 to tens, then fifties, hundreds, five hundreds and thousands, and from a
   million to four digits, halves to the even neighbour.
3. **No figure that is shown is the sum of others that are shown.** Platforms are never added,
   parts of a total (organic, paid) are not read, hashtags overlap because a post may carry
   several, one length of period is made per series, and whoever wants the total of a period
   adds up the rounded figures (`total`), so there is nothing exact to subtract from.

What the third part buys: all that links two figures is that posts with a hashtag are among all
posts. Whatever else is shown, a withheld count can still be anything from 1 to 9; the tests
enumerate this. It does not protect against somebody who knows more than the figures, for
example that every post carried exactly one of the hashtags.

Source of the table: US Census Bureau, Disclosure Review Board rounding rules, which begin with
"fewer than 15"; ours begins at 10, the threshold of CDC WONDER.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from utils.language.phrase import phrase
from utils.model.limits import SMALLEST_COUNT

if TYPE_CHECKING:  # the process that reads uploads applies the rule and starts without pandas
    import pandas as pd

Counts = npt.NDArray[np.float64]


def rounded(counts: Counts) -> Counts:
    """Counts by the rounding table; `nan` stays `nan`, what lies below ten is not for here."""
    size = np.maximum(np.nan_to_num(counts), 1)
    digits = np.floor(np.log10(size) + 1e-12) + 1
    steps = np.select(
        [size < 100, size < 1_000, size < 10_000, size < 100_000, size < 1_000_000],
        [10, 50, 100, 500, 1_000],
        10.0 ** (digits - 4),
    )
    return np.asarray(np.rint(counts / steps) * steps, dtype="float64")


def protect(counts: Counts, behind: Counts | None = None) -> tuple[Counts, npt.NDArray[np.bool_]]:
    """Counts as they may be shown, and which of them are withheld.

    ``behind`` holds the number of posts that each figure is about, `nan` where no post stands
    behind it, as in a total that the platform printed itself. Raises `ValueError` for counts
    below nought: those are differences, and protect nobody.
    """
    if np.any(counts < 0) or (behind is not None and np.any(behind < 0)):
        raise ValueError("A count can't be below nought.")
    withheld = (counts > 0) & (counts < SMALLEST_COUNT)
    if behind is not None:
        withheld |= (behind > 0) & (behind < SMALLEST_COUNT)
    return np.where(withheld, np.nan, rounded(counts)), withheld


def rows(tidy: pd.DataFrame, behind: pd.Series[Any] | None = None) -> pd.DataFrame:
    """Tidy rows with protected values: `Q` where withheld, other statuses untouched."""
    posts = None if behind is None else behind.to_numpy(dtype="float64")
    values, withheld = protect(tidy["value"].to_numpy(dtype="float64"), posts)
    return tidy.assign(value=values, status=tidy["status"].mask(withheld, "Q"))


def total(tidy: pd.DataFrame) -> tuple[float, int]:
    """The sum of the figures that are shown, and how many are withheld and so not in it."""
    return float(tidy["value"].sum()), int((tidy["status"] == "Q").sum())


def words(count: int) -> str:
    """One count in words, by the same rule: "none", "fewer than 10", "about 1,250"."""
    shown, withheld = protect(np.array([float(count)]))
    if withheld[0]:
        return phrase("fewer than {least}", least=SMALLEST_COUNT)
    return phrase("about {many}", many=int(shown[0])) if count else phrase("none")
