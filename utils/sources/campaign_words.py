"""Our words for the cited campaign figures: campaigns by id, dates and notes where needed.

The file of figures names campaigns as printed, leaves dates open, and has notes to its makers.
"""

from __future__ import annotations

TIKTOK = "tiktok-mental-health"
CAMPAIGNS = {
    "Bell Let's Talk Day": "bell-lets-talk",
    "Bell Let's Talk Day 2016: suicide-related tweets geolocated to Ontario": "bell-lets-talk",
    "Mental Health Awareness Month 2020 (#LetsTalk / #TogetherWeCan emoji)": (
        "mental-health-awareness-month"
    ),
    "Mental Health Month 2020": "mental-health-awareness-month",
    "Mental well-being conversation, India, second COVID wave": "india-well-being",
    'World Suicide Prevention Day 2020 (film "Step Closer")': "world-suicide-prevention-day",
    "World Suicide Prevention Day 2020": "world-suicide-prevention-day",
    "World Mental Health Day 2019 (WFMH campaign)": "world-mental-health-day",
    "#MyTipsForMentalHealth (around World Mental Health Day 2017)": "world-mental-health-day",
    "National Suicide Prevention Month 2017 (#BeThe1To)": "bethe1to",
    "Heads Together": "heads-together",
    'Heads Together (radio "Global takeover")': "heads-together",
    "Time to Change": "time-to-talk",
    "Time to Talk Day": "time-to-talk",
    "Time to Talk Day 2018": "time-to-talk",
    "Mental Health Awareness Week (UK)": "mental-health-awareness-week",
    'Eating Disorders ("ED" hashtag label)': "eating-disorders-awareness-week",
    "University Mental Health Day (UK)": "university-mental-health-day",
    "OCD Awareness Week": "ocd-awareness-week",
    "#mentalhealth on TikTok": TIKTOK,
    "#mentalhealth on TikTok (100 most prominent videos)": TIKTOK,
    "#TherapistsOfTikTok": TIKTOK,
    "#MentalHealthAction": TIKTOK,
    "TikTok mental health advice (content quality)": TIKTOK,
    "#teenmentalhealth on TikTok (top 100 videos)": TIKTOK,
    "#WhyWeTweetMH (study-specific hashtag)": "whywetweetmh",
    "#MyDepressionLooksLike": "mydepressionlookslike",
    'Logic song "1-800-273-8255"': "logic-song",
    "Depression or suicide tweets": "depression-and-suicide-tweets",
    "US suicide-related tweets": "us-suicide-tweets",
    "Mental health mentions UK, one year": "uk-mental-health-mentions",
    "988 Lifeline": "us-988-launch",
    "988 Suicide & Crisis Lifeline": "us-988-launch",
    "R U OK?Day": "ruok-day",
    "Every Mind Matters": "every-mind-matters",
    "Breaking the Silence (Oregon)": "breaking-the-silence",
}
"""Campaign as printed -> id of its card, or a name of ours where there is no card."""

OPEN = ""
UNDATED = "The page gives no date."
PAPER = (
    "The day of counting isn't given; the year is that of the paper "
    "(Journal of Pediatric Psychology 2024, doi 10.1093/jpepsy/jsae039)."
)
YEAR = ("2024-01-01", "2024-12-31", PAPER)
DATES = {
    "blt-2019-cumint": ("2011-02-09", "2019-01-30", ""),
    "tt-20b-mh": (
        "2021-10-01",
        "2021-10-31",
        "The page gives no date; it is about World Mental Health Day, probably in October 2021. "
        "A weak source.",
    ),
    "tt-action": (OPEN, OPEN, f"{UNDATED} It names no first source either: a weak one."),
    **{f"tt-teen-{what}": YEAR for what in ("views", "likes", "comments", "saves", "shares")},
    "uk-listen-reach": (
        OPEN,
        OPEN,
        f"“The last year” on a page without a date. {UNDATED} Nearly three times the population "
        "of the world: potential reach counts the same people many times.",
    ),
    "uk-listen-tweets": (OPEN, OPEN, f"“Last year” on a page without a date. {UNDATED}"),
    "emm-plans": (
        "2019-10-07",
        "2019-10-28",
        "Three weeks from the launch on 7 October 2019; the page itself gives no dates.",
    ),
}
"""First day, last day and what to say about them, where the file leaves them open or wrong."""
AS_OF = "Counted up to this day; the first day isn't stated."

NOTES = {
    "blt-2012-don": "",
    "blt-2015-int": "One news report of 2015 misprints the figure.",
    "blt-2019-cumint": "The sum of the nine years, of which 2011 and 2012 are worked out.",
    "blt-2023-don": "From 2023 Bell publishes no count of interactions: a break, not a fall.",
    "blt-2015-noon": (
        "Part of a day: 25% of the final count. It may not be compared with a whole day."
    ),
    "blt-2015-3pm": "Part of a day. It may not be compared with a whole day.",
    "blt-2011-int-rounded": "Agrees with the 66,079,236 worked out from the donation.",
    "wspd-2020-film": "Other pages say “over 30 million”.",
    "wspd-2020-people": "Probably accounts; how they were counted isn't stated.",
    "wmhd-2019-people": "What “met the campaign” means isn't said: a weak source.",
    "ht-2017-eng": "The page doesn't print the hashtag.",
    "emm-plans": "",
    "ttd-2018-able": "Sample and wording of the question aren't given.",
    "mhaw-17-23": (
        "How the tweets were collected and how many are missing isn't documented; no figures by "
        "year."
    ),
    "umhd-17-23": "How the tweets were collected isn't documented.",
    "edaw-17-23": "How the tweets were collected isn't documented.",
    "ocd-17-23": "How the tweets were collected isn't documented.",
    "tt-20b-mh": "",
    "tt-action": "",
    "uk-listen-reach": "",
    "blt-on-2016": "Doi 10.1177/0706743720982428.",
    "mcclellan-n": "Known from the paper's abstract only.",
    "us-suicide-tw": (
        "The same posts as in the series us-suicide-message-mix; at most about 10,000 a day were "
        "sampled."
    ),
    "ttd-2018-shares": (
        "The day isn't named, most likely 1 February 2018; what a share is isn't said; rounded."
    ),
    "tt-plush-mislead": (
        "A company's study of 500 videos, not peer-reviewed. A video also counts when its maker "
        "shows no qualification and gives no warning."
    ),
    "tt-plush-damaging": (
        "A company's study of 500 videos, not peer-reviewed. Views don't say whether advice was "
        "right."
    ),
    "988-launch6m": "Most likely contacts and not different people; the words are the paper's.",
}
"""Notes in our own words; the others stand as they are in the file."""


def sentence(text: str) -> str:
    """Text as a sentence: a capital at the start, a full stop at the end; empty stays empty."""
    text = text.strip()
    if not text:
        return ""
    end = "" if text.endswith((".", "?", "!")) else "."
    return f"{text[0].upper()}{text[1:]}{end}"


def joined(*texts: str) -> str:
    """Sentences beside each other, empty ones left out."""
    return " ".join(filter(None, map(sentence, texts)))
