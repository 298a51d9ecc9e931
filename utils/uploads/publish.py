"""From sums to the counts that leave the room: the commonest hashtags, protected rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np
import pyarrow as pa

from utils.analysis import suppress
from utils.model import COLUMNS, ReachSeries, limits
from utils.uploads.cards import ORIGIN, card
from utils.uploads.cube import ALL, Cube
from utils.uploads.hashtags import Bools
from utils.uploads.outcome import Period
from utils.uploads.platforms import networks
from utils.uploads.platforms.metrics import METRICS, Metric
from utils.uploads.tally import Floats, Tally

_WORDS = pa.dictionary(pa.int32(), pa.string())
SCHEMA = pa.schema(
    {
        **dict.fromkeys(COLUMNS, _WORDS),
        **dict.fromkeys(("start", "end"), pa.date32()),
        **dict.fromkeys(("value", "low", "high"), pa.float64()),
    }
)
"""The columns of `Evidence`; words are stored once each."""


def rows(tally: Tally, cube: Cube, period: Period) -> tuple[list[pa.Table], list[ReachSeries]]:
    """Protected tidy rows and the cards of their series, one for each platform and metric."""
    plan = tally.plan
    made: list[pa.Table] = []
    cards: list[ReachSeries] = []
    wanted = [METRICS[metric] for metric in plan.metrics]
    if plan.format.basis == "post" and plan.format.counts_posts:
        wanted.insert(0, METRICS["posts"])
    for network in sorted(set(cube.network.tolist())):
        platform = networks.NAMES[network] if plan.network is not None else plan.platform
        here = cube.only(cube.network == network)
        here = here.only(_common(here, by_post=plan.format.basis == "post"))
        for metric in wanted:
            series = card(plan.format, platform, metric, period)
            tidy = _series(here, metric, series.id, tally)
            if len(tidy):
                made.append(tidy)
                cards.append(series)
    return made, cards


def _common(cube: Cube, *, by_post: bool) -> Bools:
    """Only hashtags of which one period has ten posts; at most fifty, those with most posts."""
    everything: Bools = cube.tag == ALL
    if not by_post or everything.all():
        return everything
    tags = np.unique(cube.tag[~everything])
    place = np.searchsorted(tags, cube.tag[~everything])
    posts = np.bincount(place, cube.behind[~everything])
    most = np.zeros(len(tags))
    np.maximum.at(most, place, cube.behind[~everything])
    shown = np.flatnonzero(most >= limits.SMALLEST_COUNT)
    first = shown[np.argsort(-posts[shown], kind="stable")][: limits.UPLOAD_HASHTAGS]
    listed: Bools = np.isin(cube.tag, tags[first])
    return everything | listed


def _series(cube: Cube, metric: Metric, id: str, tally: Tally) -> pa.Table:
    by_post = tally.plan.format.basis == "post"
    if metric.id == "posts" and by_post:
        values = cube.behind
    else:
        values, number = cube.metrics[metric.id]
        cube, values = cube.only(number > 0), values[number > 0]
    labels = {tag: tally.tags.label(tag) for tag in set(cube.tag.tolist()) - {ALL}}
    names = np.array(["all", *labels.values()])
    place = {tag: i for i, tag in enumerate([ALL, *labels])}
    group = np.array([place[tag] for tag in cube.tag.tolist()], "int32")
    value, withheld = suppress.protect(values, cube.behind if by_post else None)
    order = np.lexsort((cube.start, names[group], group > 0))
    return table(
        {
            "series": id,
            "place": "WLD",
            "group_by": _words((group > 0).astype("int32")[order], ["all", "hashtag"]),
            "group": _words(group[order], names.tolist()),
            "start": _days(cube.start[order]),
            "end": _days(cube.end[order]),
            "value": value[order],
            "status": _words(withheld.astype("int32")[order], ["A", "Q"]),
        },
        len(order),
    )


def _words(codes: np.ndarray[tuple[int], np.dtype[np.int32]], words: list[str]) -> pa.Array:
    return pa.DictionaryArray.from_arrays(pa.array(codes), pa.array(words, pa.string()))


def _days(numbers: np.ndarray[tuple[int], np.dtype[np.int64]]) -> pa.Array:
    return pa.array(numbers.astype("int32")).cast(pa.date32())


def table(columns: Mapping[str, pa.Array | Floats | str], size: int) -> pa.Table:
    """Tidy rows in the columns of `Evidence`; one word stands for every row."""
    whole = {"low": np.nan, "high": np.nan, "origin": ORIGIN, **columns}
    arrays = []
    for field in SCHEMA:
        cells = whole[field.name]
        if isinstance(cells, str):
            cells = _words(np.zeros(size, "int32"), [cells])
        elif isinstance(cells, float):
            cells = pa.nulls(size, pa.float64())
        elif isinstance(cells, np.ndarray):
            cells = pa.array(cells, field.type, from_pandas=True)
        arrays.append(cells)
    return pa.table(arrays, schema=SCHEMA)


def together(pieces: Iterable[pa.Table]) -> pa.Table:
    """All rows on end; an empty table with the right columns if there are none."""
    return pa.concat_tables([SCHEMA.empty_table(), *pieces]).unify_dictionaries()
