"""The workbook inside a chart: exactly the rows shown, their intervals, and where they are from."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Sequence
from typing import NamedTuple

import xlsxwriter  # type: ignore[import-untyped]
from pptx.chart.data import CategoryChartData, XyChartData
from pptx.chart.xlsx import CategoryWorkbookWriter, XyWorkbookWriter
from xlsxwriter.utility import xl_rowcol_to_cell  # type: ignore[import-untyped]

from utils.export.series import Panel, Point

SHEET = "Sheet1"
DAY_ONE = dt.datetime(1980, 1, 1)
OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
EXTRA = ("low", "high", "above", "below", "status", "period")
"""Columns after the values, for each series; `above` and `below` are what error bars take."""
Cell = float | str | dt.date | None
About = Sequence[tuple[str, str]]


class PanelData(CategoryChartData):
    """Chart data that brings a workbook of our own along."""

    def __init__(self, panel: Panel, about: About) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.categories = panel.categories
        for one in panel.series:
            values = [point.value if point else None for point in one.points]
            self.add_series(one.name, values)  # type: ignore[no-untyped-call]
        self._book = _Book(self)  # type: ignore[no-untyped-call]
        self._book.blob = workbook(table(panel), about)

    @property
    def _workbook_writer(self) -> _Book:
        return self._book


class Estimate(NamedTuple):
    """One number with its interval, and the value that would mean no difference."""

    name: str
    unit: str
    value: float
    low: float
    high: float
    nought: float


class EstimateData(XyChartData):
    """The interval, the estimate and no difference, as three series of points."""

    def __init__(self, estimate: Estimate, about: About) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        value, low, high, nought = estimate[2:]
        cells: list[list[Cell]] = []
        for name, points in (
            (f"{estimate.name}: interval", [(low, 1.0), (high, 1.0)]),
            (f"{estimate.name}: estimate", [(value, 1.0)]),
            ("no difference", [(nought, 0.4), (nought, 1.6)]),
        ):
            series = self.add_series(name)  # type: ignore[no-untyped-call]
            cells.append([None, name])
            for point in points:
                series.add_data_point(*point)
                cells.append(list(point))
            cells.append([])
        self._book = _XyBook(self)  # type: ignore[no-untyped-call]
        self._book.blob = workbook(cells, about)

    @property
    def _workbook_writer(self) -> _XyBook:
        return self._book


class _Book(CategoryWorkbookWriter):
    blob = b""

    @property
    def xlsx_blob(self) -> bytes:
        return self.blob


class _XyBook(XyWorkbookWriter):
    blob = b""

    @property
    def xlsx_blob(self) -> bytes:
        return self.blob


def table(panel: Panel) -> list[list[Cell]]:
    """Column A holds days or names, then one column a series, then the bounds of each."""
    head: list[Cell] = [None, *(one.name for one in panel.series)]
    head += [f"{one.name}: {name}" for one in panel.series for name in EXTRA]
    found = [head]
    for n, category in enumerate(panel.categories):
        points = [one.points[n] for one in panel.series]
        line: list[Cell] = []
        line.append(category)
        line += [point.value if point else None for point in points]
        found.append(line + [cell for point in points for cell in _extra(point)])
    return found


def _extra(point: Point | None) -> tuple[Cell, ...]:
    if point is None:
        return (None,) * len(EXTRA)
    if point.value is None or point.low is None or point.high is None:
        return (None, None, None, None, point.status, point.label)
    above, below = point.high - point.value, point.value - point.low
    return (point.low, point.high, above, below, point.status, point.label)


def workbook(cells: list[list[Cell]], about: About) -> bytes:
    """A workbook without a formula: the figures, and on a second sheet what is said of them."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, OPTIONS)
    book.set_properties({"created": DAY_ONE})
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    sheet = book.add_worksheet(SHEET)
    for row, line in enumerate(cells):
        for at, cell in enumerate(line):
            if isinstance(cell, dt.date):
                sheet.write_datetime(row, at, dt.datetime.combine(cell, dt.time()), day)
            elif isinstance(cell, str):
                sheet.write_string(row, at, cell)
            elif cell is not None:
                sheet.write_number(row, at, cell)
    source = book.add_worksheet("Source")
    for row, pair in enumerate(about):
        for at, text in enumerate(pair):
            source.write_string(row, at, text)
    book.close()
    return out.getvalue()


def address(first: int, name: str, rows: int) -> str:
    """`Sheet1!$D$2:$D$9`: where a bound stands of the series whose bounds begin there."""
    at = first + EXTRA.index(name)
    top, bottom = (xl_rowcol_to_cell(row, at, True, True) for row in (1, rows))
    return f"{SHEET}!{top}:{bottom}"
