"""Why the windows before and after a day can't be compared, in words that name the way out."""

from __future__ import annotations

import datetime as dt

from utils.analysis import comparable
from utils.analysis.comparable import Refusal
from utils.analysis.timeline import Timeline, counted
from utils.analysis.windows import Compared, Plan
from utils.language import say
from utils.language.periods import label


def few(many: int, least: int) -> Refusal:
    """Too few other dates to call anything unusual (S03)."""
    return Refusal(
        "S03",
        say(
            "Only {many} other dates can be compared. With fewer than {least} nothing can be "
            "called unusual at 5 in 100.",
            many=many,
            least=least,
        ),
        say("Choose a shorter window or a longer series."),
    )


def own(line: Timeline, plan: Plan, every: Compared, at: int, event: dt.date) -> Refusal | None:
    """Why the event's own windows can't be compared; `None` where they can.

    ``at`` is the period at which the two windows meet.
    """
    if plan.baseline == "a year before" and not line.in_a_year:
        return Refusal(
            "S02",
            say(
                "The same time a year before can't be found: the periods of this series aren't "
                "days, weeks, months or quarters that follow one another."
            ),
            say("Compare with the time just before."),
        )
    values = {"periods": counted(plan.periods, line.noun), "day": label(event, event)}
    if at >= len(every.first) or not every.inside[at]:
        return Refusal(
            "S02",
            say("There are fewer than {periods} on one side of {day}.", **values),
            say("Choose a shorter window or an event further inside the series."),
        )
    starts = line.rows["start"]
    ends = starts.iloc[every.first[at]], starts.iloc[every.last[at]]
    broken = comparable.refuse_periods(line.card, line.group_by, *ends)
    if broken:
        return broken
    if not every.usable[at]:
        return Refusal(
            "S17",
            say(
                "Too many of the {periods} before or after {day} have no figure, or all of them "
                "are zero.",
                **values,
            ),
            say("Choose another window or another event."),
        )
    return None
