"""Native charts: lines with open gaps, bars with intervals, an estimate; all can be edited."""

from __future__ import annotations

import datetime as dt
from typing import Any

from pptx.chart.chart import Chart
from pptx.enum.chart import (
    XL_AXIS_CROSSES,
    XL_CHART_TYPE,
    XL_LEGEND_POSITION,
    XL_MARKER_STYLE,
    XL_TICK_LABEL_POSITION,
)
from pptx.enum.dml import MSO_LINE
from pptx.oxml.ns import qn
from pptx.oxml.xmlchemy import OxmlElement
from pptx.util import Pt

from utils.export import alt
from utils.export.office import book, intervals
from utils.export.office.look import GRID, TEXT, Box, rgb
from utils.export.series import PALE, Panel

LABEL = 14
"""Points of the letters on the axes."""
LONG, MARKS = 1_100, 7
"""Days beyond which an axis names years and not months; marks on an axis, about."""


def line(shapes: Any, box: Box, panel: Panel, about: book.About, span: Any = None) -> Any:
    """A line a series over time; a gap in the rows is a gap in the line.

    ``span`` holds the first and last day of the axis, so that charts under each other share it.
    """
    data = book.PanelData(panel, about)
    frame = shapes.add_chart(XL_CHART_TYPE.LINE_MARKERS, *box.emu, data)
    chart = frame.chart
    _dress(chart, panel)
    for n, (drawn, one) in enumerate(zip(chart.plots[0].series, panel.series, strict=True)):
        colour = rgb(one.colour)
        drawn.smooth = False
        drawn.format.line.color.rgb = colour
        drawn.format.line.width = Pt(2.5)
        drawn.marker.size = 5
        drawn.marker.format.fill.solid()
        drawn.marker.format.fill.fore_color.rgb = colour
        drawn.marker.format.line.color.rgb = colour
        intervals.add(drawn, panel, n, "y")
    if isinstance(panel.categories[0], dt.date):
        _dates(chart, panel, span)
    return frame


def bars(shapes: Any, box: Box, panel: Panel, about: book.About) -> Any:
    """Bars from nought, the first on top; those that the claim is about in full colour."""
    data = book.PanelData(panel, about)
    frame = shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, *box.emu, data)
    chart = frame.chart
    _dress(chart, panel)
    chart.plots[0].gap_width = 45
    chart.category_axis.reverse_order = True
    chart.category_axis.crosses = XL_AXIS_CROSSES.MAXIMUM
    if any(point and (point.value or 0) < 0 for point in panel.series[0].points):
        chart.category_axis.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    drawn, one = chart.plots[0].series[0], panel.series[0]
    drawn.invert_if_negative = False
    _fill(drawn, one.colour)
    if any(point and point.used for point in one.points):
        for n, point in enumerate(one.points):
            if point is None or not point.used:
                _fill(drawn.points[n], PALE)
    intervals.add(drawn, panel, 0, "")
    if len(one.points) > 8:
        chart.category_axis.tick_labels.font.size = Pt(12)
        _add(chart.category_axis._element, "c:tickLblSkip", "1")
        chart.category_axis._element.append(
            chart.category_axis._element.find(qn("c:noMultiLvlLbl"))
        )
    return frame


def estimate(shapes: Any, box: Box, estimate: book.Estimate, about: book.About, colour: str) -> Any:
    """One estimate as a dot on its interval; the dashed upright marks no difference."""
    data = book.EstimateData(estimate, about)
    frame = shapes.add_chart(XL_CHART_TYPE.XY_SCATTER_LINES_NO_MARKERS, *box.emu, data)
    chart = frame.chart
    _text(chart)
    chart.has_legend = chart.has_title = False
    chart.value_axis.visible = False
    chart.value_axis.has_major_gridlines = chart.category_axis.has_major_gridlines = False
    chart.value_axis.minimum_scale, chart.value_axis.maximum_scale = 0, 2
    _title(chart.category_axis, alt.unit_title(estimate.unit))
    interval, dot, nought = chart.plots[0].series
    for drawn, shade, width in ((interval, colour, 5), (dot, colour, 5), (nought, TEXT, 1.5)):
        drawn.format.line.color.rgb = rgb(shade)
        drawn.format.line.width = Pt(width)
    nought.format.line.dash_style = MSO_LINE.DASH
    dot.marker.style, dot.marker.size = XL_MARKER_STYLE.CIRCLE, 16
    dot.marker.format.fill.solid()
    dot.marker.format.fill.fore_color.rgb = rgb(colour)
    return frame


def _dress(chart: Chart, panel: Panel) -> None:
    """Letters, grid and axes as everywhere in the house; a legend only for several series."""
    _text(chart)
    chart.has_title = False
    chart.has_legend = len(panel.series) > 1
    if chart.has_legend:
        chart.legend.position = XL_LEGEND_POSITION.BOTTOM
        chart.legend.include_in_layout = False
    chart.value_axis.major_gridlines.format.line.color.rgb = rgb(GRID)
    chart.value_axis.format.line.fill.background()
    chart.category_axis.format.line.color.rgb = rgb(TEXT)
    chart.category_axis.has_major_gridlines = False
    _title(chart.value_axis, alt.unit_title(panel.unit))
    values = [one.value or 0.0 for line in panel.series for one in line.points if one]
    lows = [one.low or 0.0 for line in panel.series for one in line.points if one]
    if min((*values, *lows), default=0.0) >= 0:
        # as in the app: a scale that begins elsewhere makes a small change look large
        chart.value_axis.minimum_scale = 0
    if max(map(abs, values), default=0) >= 1_000:
        chart.value_axis.tick_labels.number_format = "#,##0"
        chart.value_axis.tick_labels.number_format_is_linked = False


def _text(chart: Chart) -> None:
    chart.font.size = Pt(LABEL)
    chart.font.color.rgb = rgb(TEXT)


def _title(axis: Any, words: str) -> None:
    axis.has_title = True
    axis.axis_title.text_frame.text = words
    run = axis.axis_title.text_frame.paragraphs[0].runs[0]
    run.font.size, run.font.bold = Pt(LABEL), False
    run.font.color.rgb = rgb(TEXT)


def _fill(thing: Any, colour: str) -> None:
    thing.format.fill.solid()
    thing.format.fill.fore_color.rgb = rgb(colour)


def _dates(chart: Chart, panel: Panel, span: Any) -> None:
    """An axis of days that names years, or months where the whole spans less than three years."""
    days = [day for day in panel.categories if isinstance(day, dt.date)]
    first, last = span or (days[0], days[-1])
    labels = chart.category_axis.tick_labels
    labels.number_format = "yyyy" if (last - first).days > LONG else "mmm yyyy"
    labels.number_format_is_linked = False
    axis = chart.category_axis._element
    if span and first < last:
        chart.category_axis.minimum_scale, chart.category_axis.maximum_scale = map(_serial, span)
    unit, length = ("years", 365.25) if (last - first).days > LONG else ("months", 30.44)
    steps = max(1, round((last - first).days / length / MARKS))
    _add(axis, "c:majorUnit", str(steps))
    _add(axis, "c:majorTimeUnit", unit)


def _add(parent: Any, tag: str, value: str) -> None:
    child = OxmlElement(tag)
    child.set("val", value)
    parent.append(child)


def _serial(day: dt.date) -> int:
    """The number under which a spreadsheet knows a day."""
    return (day - dt.date(1899, 12, 30)).days
