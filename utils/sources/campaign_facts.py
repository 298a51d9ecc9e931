"""Cited figures about campaigns: one number a row, with who says it and how exactly.

The quoted sentences are not carried over. Dates come whole, as a month, as a year or not at
all; `same` as a title means the title of the row above.
"""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterable, Iterator, Mapping

from utils.model.reach import Grade, ReachFact, Rung
from utils.sources.campaign_words import AS_OF, CAMPAIGNS, DATES, NOTES, joined

QUALIFIERS = {"exact", "over", "almost", "approx", "at least", "estimate"}
STUDY: Grade = "peer-reviewed study"
ORGANISER: Grade = "platform or organiser"
COLLECTION: Grade = "research collection"
PRESS: Grade = "press"
AGENCY: Grade = "agency"
GRADES: dict[str, Grade] = {
    "peer-reviewed study": STUDY,
    "peer-reviewed study (abstract)": STUDY,
    "peer-reviewed study (open access)": STUDY,
    "organisation press release": ORGANISER,
    "press release reproduced by third party": ORGANISER,
    "organisation report": ORGANISER,
    "organisation blog": ORGANISER,
    "platform blog": ORGANISER,
    "university blog": COLLECTION,
    "repository README": COLLECTION,
    # what was read is a report, whoever it quotes
    "trade/news report of press release": PRESS,
    "news report of platform statement": PRESS,
    "news report of peer-reviewed study": PRESS,
    "news report of government statement": PRESS,
    "news report of analysis": PRESS,
    "news report of poll": PRESS,
    "news report": PRESS,
    "news brief": PRESS,
    "blog citing the organiser": PRESS,
    "agency case study": AGENCY,
    "agency blog": AGENCY,
    "agency awards entry": AGENCY,
    # weaker than an agency, but the scale ends there; the note says so
    "marketing blog": AGENCY,
    "aggregator page": AGENCY,
}
UNITS: dict[str, tuple[Rung, str]] = {
    "CAD": ("donations", "CAD"),
    "interactions": ("interactions", "interactions"),
    "tweets": ("posts counted", "posts"),
    "posts": ("posts counted", "posts"),
    "users": ("accounts counted", "accounts"),
    "users (duplicated)": ("follower-sum ceiling", "users, counted many times"),
    "views": ("measured views", "views"),
    "contacts": ("contacts", "contacts"),
    "percent of respondents": ("survey answer", "percent"),
    "items": ("news share", "news items"),
    **{
        doing: ("interactions", doing)
        for doing in (
            "calls and texts",
            "comments",
            "downloads",
            "engagements",
            "events",
            "likes",
            "plans",
            "retweets",
            "saves",
            "shares",
        )
    },
}
METRICS: dict[str, tuple[Rung, str]] = {
    "site users": ("interactions", "users"),
    "people joining the conversation": ("accounts counted", "people"),
    "people met by the campaign": ("modelled reach", "people"),
    "share of British adults reached in one day": ("modelled reach", "percent"),
    "people using the service in first six months": ("contacts", "people"),
    "growth in tweets and retweets over 2015": ("posts counted", "percent"),
    "increase in conversation volume": ("posts counted", "percent"),
    "videos rated misleading (500 videos)": ("message share", "percent"),
    "videos rated potentially damaging (500 videos)": ("message share", "percent"),
    "additional people who talked about mental health in the core campaign period": (
        ("survey answer", "people")
    ),
    "adults with improved attitudes": ("survey answer", "people"),
    "improvement in adult attitudes since 2008": ("survey answer", "percent"),
    "attitudes changed for the better 2008-2016": ("survey answer", "percent"),
    "people who felt able to talk about mental health": ("survey answer", "percent"),
    "Americans at least somewhat familiar with 988": ("survey answer", "percent"),
    "Americans very or somewhat familiar with 988": ("survey answer", "percent"),
}
"""Rung and unit where the printed unit alone doesn't give them: what was measured decides."""
PLATFORMS = {
    "all": "Phone and social media",
    "all (calls, texts, tweets, shares)": "Phone and social media",
    "all social media": "Social media",
    "offline/online events": "Events",
    "social media (not specified)": "Social media, not specified",
    "web (bethe1to.com)": "Web",
    "survey (n=2,013 in 2017)": "Survey",
}
PLACES = {
    "UK": "United Kingdom",
    "USA": "United States",
    "Oregon, USA": "Oregon, United States",
    "worldwide": "World",
    "not limited": "World",
    "worldwide (English keywords)": "World, in English",
    "English-language tweets": "World, in English",
}


def facts(rows: Iterable[Mapping[str, str]]) -> Iterator[ReachFact]:
    """One fact a row, in the order of the file.

    Raises `ValueError` for a campaign, kind of source, qualifier, or unit that no rule knows,
    and for a date that is open without a rule of ours.
    """
    title = ""
    for row in rows:
        title = title if row["source_title"] == "same" else row["source_title"]
        yield _fact(row, title)


def _fact(row: Mapping[str, str], title: str) -> ReachFact:
    id = row["fact_id"]
    if row["campaign"] not in CAMPAIGNS or row["source_type"] not in GRADES:
        raise ValueError(f"{id}: unknown campaign or source: {row['campaign']}.")
    if row["qualifier"] not in QUALIFIERS:
        raise ValueError(f"{id}: unknown qualifier {row['qualifier']}.")
    known = METRICS.get(row["metric"]) or UNITS.get(row["unit"])
    if known is None:
        raise ValueError(f"{id}: no rung for {row['metric']} in {row['unit']}.")
    rung, unit = known
    start, end, dated = _days(row)
    platform = PLATFORMS.get(row["platform"], row["platform"])
    return ReachFact(
        id=id,
        campaign=CAMPAIGNS[row["campaign"]],
        hashtag=row["hashtag"],
        platform=platform[0].upper() + platform[1:],
        metric=row["metric"],
        rung=rung,
        unit=unit,
        value=float(row["value"]),
        qualifier=row["qualifier"],
        start=start,
        end=end,
        geography=PLACES.get(row["geography"], row["geography"]),
        publisher=row["publisher"],
        grade=GRADES[row["source_type"]],
        source=title,
        url=row["source_url"],
        note=joined(NOTES.get(id, row["notes"]), dated),
    )


def _days(row: Mapping[str, str]) -> tuple[dt.date | None, dt.date | None, str]:
    """First and last day, and what must be said about them."""
    if row["fact_id"] in DATES:
        first, last, said = DATES[row["fact_id"]]
        if not first:
            return None, None, said
        return dt.date.fromisoformat(first), dt.date.fromisoformat(last), said
    if not row["period_end"]:
        raise ValueError(f"{row['fact_id']}: no date. Say which days are meant.")
    end = last_day(row["period_end"])
    if not row["period_start"]:
        return end, end, AS_OF
    return first_day(row["period_start"]), end, ""


def first_day(text: str) -> dt.date:
    """`2017`, `2017-09` and `2017-09-10` as their first day."""
    year, month, day = [*map(int, text.split("-")), 1, 1][:3]
    return dt.date(year, month, day)


def last_day(text: str) -> dt.date:
    """`2017`, `2017-09` and `2017-09-10` as their last day."""
    year, month, day = [*map(int, text.split("-")), 0, 0][:3]
    month = month or 12
    return dt.date(year, month, day or calendar.monthrange(year, month)[1])
