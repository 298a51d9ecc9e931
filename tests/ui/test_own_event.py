"""A person's own counts around a day: measured where that is honest, refused where it is not."""

from __future__ import annotations

import datetime as dt

from streamlit.testing.v1 import AppTest

from tests.made_up import evidence, row
from utils.analysis.attention import DAILY
from utils.ui import own_event

DAY = dt.date(2024, 10, 10)


def page(low: float, status: str) -> None:
    """Eighty days of made-up posts with a jump on one of them."""
    import dataclasses
    import datetime as dt

    from tests.made_up import evidence, row
    from utils import catalog
    from utils.ui import own_event

    days = [dt.date(2024, 8, 1) + dt.timedelta(days=n) for n in range(100)]
    rows = [
        row(
            day.isoformat(),
            None if status == "Q" and n % 9 == 0 else low + n % 7 + (400 if n == 70 else 0),
            status="Q" if status == "Q" and n % 9 == 0 else "A",
        )
        for n, day in enumerate(days)
    ]
    card = dataclasses.replace(catalog.reach()["us-suicide-mentions"], place="WLD")
    own_event.around(card, evidence(*rows))


def shown(low: float, status: str) -> AppTest:
    app = AppTest.from_function(page, args=(low, status), default_timeout=30).run()
    assert not app.exception, app.exception[0].stack_trace
    return app


def test_a_jump_is_measured_with_its_usual_level_and_its_placebo() -> None:
    app = shown(100, "A")
    assert app.date_input[0].value == DAY
    assert "times the usual 103 posts" in app.markdown[0].value.replace("\\", "")
    assert "other days in this series" in app.markdown[0].value
    (chart,) = app.get("plotly_chart")
    assert "usual level" in chart.proto.alt


def test_withheld_days_leave_no_honest_usual_level() -> None:
    app = shown(100, "Q")
    assert not app.get("plotly_chart")
    assert "hold fewer than 10 and are withheld" in app.info[0].value


def test_only_withheld_days_inside_the_window_count() -> None:
    rows = [row(day, None, status="Q") for day in ("2024-01-01", "2024-10-01", "2024-10-24")]
    rows += [row("2024-10-02", 50.0), row("2024-11-30", None, status="Q")]
    assert own_event.withheld(evidence(*rows), DAY, DAILY) == 2
