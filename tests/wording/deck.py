"""A small deck of claims made up for the tests, restated honestly and nearly so."""

from __future__ import annotations

from utils.model import Quantity, periods
from utils.wording.numbers import Known, Stated

NAN = float("nan")


def stated(
    value: float, unit: str, text: str, period: str, low: float = NAN, high: float = NAN
) -> Stated:
    """One number of a claim; the printed interval is empty without bounds."""
    interval = "" if low != low else f"{low} to {high}"
    return Stated(Quantity(value, low, high, unit, 1, text, interval), period)


SYMPTOMS = Known("symptoms", (stated(21.43, "percent", "21.4%", "Sep 2024", 20.7, 22.2),))
RATE = Known("rate", (stated(14.21, "per 100,000", "14.2 per 100,000", "2022", 13.9, 14.5),))
DEATHS = Known("deaths", (stated(48_183, "deaths", "48,183 deaths", "2021"),))
ASKED = Known("asked", (stated(24.8, "percent", "about 1 in 4", "Jan to Mar 2023"),))
CALLS = Known(
    "calls",
    (
        stated(1_200, "calls", "+1,200 calls", "2019 to 2021"),
        stated(2_000, "calls", "2,000 calls", "2019"),
        stated(3_200, "calls", "3,200 calls", "2021"),
    ),
    1.6,
)
SADNESS = Known(
    "sadness",
    (
        stated(5.8, "percent", "+5.8 points", "2018 to 2020"),
        stated(30.6, "percent", "30.6%", "2018"),
        stated(36.4, "percent", "36.4%", "2020"),
    ),
    36.4 / 30.6,
)
DECK = (SYMPTOMS, RATE, DEATHS, ASKED, CALLS, SADNESS)

HONEST = (
    "In September 2024, 21.4% of adults reported symptoms.",
    "In Sep 2024, 21% of adults reported symptoms.",
    "21.4 percent reported symptoms in September 2024.",
    "21.4% (95% interval 20.7 to 22.2) reported symptoms.",
    "The share was 21.43% in 2024.",
    "Over 21% reported symptoms.",
    "More than 1 in 5 adults reported symptoms in September 2024.",
    "About 21 in 100 adults reported symptoms.",
    "Just under 22% of adults reported symptoms.",
    "About 1 in 5 adults, 21.4%, reported symptoms in 2024.",
    "Between 20.7% and 22.2% reported symptoms in September 2024.",
    "About a fifth of adults reported symptoms in Sep 2024.",
    "The rate was 14.2 per 100,000 in 2022.",
    "There were 14.2 deaths per 100,000 people in 2022.",
    "14 of every 100,000 people died so in 2022.",
    "The rate was about 14 per 100,000.",
    "In 2022 the rate was 14.2 (13.9 to 14.5) per 100,000.",
    "Over 14 in 100,000 people died so in 2022.",
    "14.21 per 100,000, the 2022 rate.",
    "There were 48,183 deaths in 2021.",
    "In 2021, about 48,000 people died.",
    "Over 48,000 people died in 2021.",
    "Nearly 48,200 deaths were counted in 2021.",
    "About 50,000 people died in 2021.",
    "48.2 thousand deaths were counted in 2021.",
    "More than 48,100 deaths in one year, 2021.",
    "At least 48,000 people died in 2021.",
    "About 1 in 4 was asked in early 2023.",
    "One in four was asked.",
    "A quarter of people were asked in 2023.",
    "25% were asked, Jan to Mar 2023.",
    "24.8% were asked in January to March 2023.",
    "Nearly 1 in 4 was asked in 2023.",
    "About 25 in 100 people were asked.",
    "Calls rose from 2,000 in 2019 to 3,200 in 2021.",
    "Calls rose by 60% from 2019 to 2021.",
    "3,200 calls in 2021 were 1.6 times the 2,000 calls of 2019.",
    "There were 1,200 more calls in 2021 than in 2019.",
    "Calls rose by 1,200 between 2019 and 2021.",
    "Calls were 60% higher in 2021 than in 2019.",
    "Calls grew to 1.6 times their number.",
    "From 2019 to 2021 calls were up 60 percent.",
    "Over half as many again: calls were up by 60%.",
    "2,000 calls came in 2019.",
    "3,200 calls came in 2021, up 60%.",
    "About 3,000 calls came in 2021.",
    "More than 3,000 calls came in 2021.",
    "The share rose from 30.6% in 2018 to 36.4% in 2020.",
    "The share rose by 5.8 points from 2018 to 2020.",
    "The share rose 6 percentage points between 2018 and 2020.",
    "It was 5.8 points higher in 2020 than in 2018.",
    "It rose by about 6 points.",
    "31% in 2018, 36% in 2020.",
    "The share was up by 19% on 2018.",
    "In 2020, 36.4% felt sad; in 2018, 30.6% did.",
    "Sadness was 5.8 percentage points higher in 2020.",
    "36.4% in 2020, against 30.6% in 2018, is 5.8 points more.",
    "More than 36% felt sad in 2020.",
    "Nearly 31% felt sad in 2018.",
    "About 3 in 10 felt sad in 2018 (30.6%).",
    "The share was 1.2 times that of 2018.",
    "Over 30% felt sad in 2018.",
)


def _years(template: str, right: int) -> list[str]:
    """Every wrong year around the right one."""
    years = range(right - 6, right + 5)
    return [template.format(year) for year in years if year != right and str(year) not in template]


def near_misses() -> list[tuple[Known, str]]:
    """Each claim with sentences off by one thing: year, value, base, unit or direction."""
    made = {
        "symptoms": (SYMPTOMS, _symptoms()),
        "rate": (RATE, _rate()),
        "deaths": (DEATHS, _deaths()),
        "asked": (ASKED, _asked()),
        "calls": (CALLS, _calls()),
        "sadness": (SADNESS, _sadness()),
    }
    return [(claim, sentence) for claim, found in made.values() for sentence in found]


def _symptoms() -> list[str]:
    found = _years("In September {} it was 21.4%.", 2024)
    months = (*periods.MONTHS[:8], *periods.MONTHS[9:])
    found += [f"In {month} 2024, 21.4% reported symptoms." for month in months]
    values = (12.4, 20.4, 21.3, 21.5, 22.4, 24.1, 19, 20, 22, 23, 25, 31.4)
    found += [f"In September 2024, {value}% reported symptoms." for value in values]
    found += [f"About 1 in {base} reported symptoms." for base in (2, 3, 4, 6, 7, 10)]
    found += ["Over 22% reported symptoms.", "Under 21% had symptoms.", "Nearly 21% had symptoms."]
    found += ["Half of adults reported symptoms.", "A third of adults reported symptoms."]
    found += ["A quarter of adults, 21.4%, had symptoms.", "21.4 points of adults had symptoms."]
    found += ["21.4 in 1,000 adults had symptoms.", "21.4 per 100,000 had symptoms."]
    return [*found, "21.4% (20.7 to 23.2) reported symptoms.", "21.4% (19.7 to 22.2) did."]


def _rate() -> list[str]:
    found = _years("In {} the rate was 14.2 per 100,000.", 2022)
    bases = ("1,000", "10,000", "million", "100")
    found += [f"14.2 per {base} died in 2022." for base in bases]
    found += [f"14.2 deaths in {base} people in 2022." for base in ("1,000", "10,000", "100")]
    found += ["14.2% died in 2022.", "The rate was 14.2% in 2022.", "The rate was 14.2 points."]
    rates = (12.4, 13.2, 14.1, 14.3, 15.2, 12, 13, 15, 16, 24.1)
    return [*found, *(f"The rate was {value} per 100,000 in 2022." for value in rates)]


def _deaths() -> list[str]:
    found = _years("There were 48,183 deaths in {}.", 2021)
    counts = "48,138 41,883 84,183 47,183 49,183 38,183 49,000 47,000 60,000".split()  # noqa: SIM905
    found += [f"There were {count} deaths in 2021." for count in counts]
    found += ["Over 49,000 people died in 2021.", "Fewer than 48,000 people died in 2021."]
    return [*found, "4.8 million people died in 2021.", "48,183 per 100,000 died in 2021."]


def _asked() -> list[str]:
    found = _years("About 1 in 4 was asked in {}.", 2023)
    found += [f"About 1 in {base} was asked." for base in (2, 3, 5, 6, 8, 10, 20)]
    return [*found, "Two thirds were asked in 2023.", "A third of them were asked in 2023."]


def _calls() -> list[str]:
    found = _years("Calls rose by 60% from {} to 2021.", 2019)
    times = ("doubled", "tripled", "quadrupled", "halved", "more than doubled", "nearly doubled")
    found += [f"Calls {word} from 2019 to 2021." for word in times]
    found += ["Calls were twice as many in 2021.", "Calls were twice the number of 2019."]
    found += [f"Calls grew {ratio} times." for ratio in (1.4, 1.5, 1.7, 2, 2.6, 3, 6)]
    percent = (6, 16, 38, 40, 50, 59, 61, 62, 70, 100, 120, 160)
    found += [f"Calls rose by {change}% from 2019 to 2021." for change in percent]
    found += ["Calls fell by 60%.", "Calls were 60% lower in 2021 than in 2019.", "Down 60%."]
    found += ["Calls were up by half.", "Calls were up by a third.", "Calls fell by half."]
    size = (200, 1_000, 1_100, 1_400)
    found += [f"Calls rose by {change:,} between 2019 and 2021." for change in size]
    found += ["There were 1,200 fewer calls in 2021 than in 2019."]
    return [*found, "2,000 calls in 2021, 3,200 calls in 2019.", "3,200 calls came in 2019."]


def _sadness() -> list[str]:
    found = _years("The share rose by 5.8 points from 2018 to {}.", 2020)
    found += ["In 2020 it was 30.6%, in 2018 it was 36.4%.", "In 2020 it was 30.6%."]
    found += ["30.6% in 2020 and 36.4% in 2018.", "It was 5.8% higher in 2020 than in 2018."]
    found += [
        "The share rose by 5.8% from 2018 to 2020.",
        "The share rose by 6% from 2018 to 2020.",
    ]
    points = (1.9, 4.8, 5.7, 5.9, 8.5, 5, 7, 19)
    found += [f"The share rose by {change} points." for change in points]
    found += ["The share fell by 5.8 points.", "It was 5.8 points lower in 2020."]
    lower, upper = (20.6, 30.5, 30.7, 31.6, 36.0, 29), (34.6, 36.3, 36.5, 37.4, 46.4, 37)
    found += [f"It rose from {low}% to 36.4%." for low in lower]
    found += [f"It rose from 30.6% to {high}%." for high in upper]
    return [*found, "Sadness doubled from 2018 to 2020.", "The share tripled.", "The share halved."]
