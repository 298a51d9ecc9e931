"""Reach series against what was published about them, to the printed digit."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar

import pandas as pd
import pytest

from utils import catalog
from utils.analysis import attention
from utils.store import snapshot

JMIR = "sums of the counts that Metzler et al. (JMIR 2022;24:e34705) published"
ANZJP = "Niederkrotenthaler et al. 2023, doi 10.1177/00048674221126649, abstract"
FILE = "from the file itself: a check of the import only"


def rows(series: str, group: str = "all") -> pd.Series:
    """Values of one group by first day."""
    frame = snapshot.read(series).rows
    frame = frame[frame["group"] == group]
    return frame.set_index("start")["value"]


PRINTED = [
    # series, group, first day, value, where printed
    ("bell-lets-talk-interactions", "all", "2013-02-12", 96_266_266, "Bloomberg/CNW 2013"),
    ("bell-lets-talk-interactions", "all", "2014-01-28", 109_451_718, "Stockhouse/CNW 2014"),
    ("bell-lets-talk-interactions", "all", "2019-01-30", 145_442_699, "CNW, 31 January 2019"),
    ("bell-lets-talk-interactions", "all", "2022-01-26", 164_298_820, "CNW, 27 January 2022"),
    ("bell-lets-talk-donations", "all", "2012-02-08", 3_926_014.20, "MobileSyrup 2013"),
    ("bell-lets-talk-donations", "all", "2018-01-31", 6_919_199.75, "BCE, 1 February 2018"),
    ("bell-lets-talk-donations", "all", "2023-01-25", 10_000_000, "MobileSyrup 2023"),
    ("bell-lets-talk-tweets", "all", "2013-02-12", 1_562_485, "Bloomberg/CNW 2013"),
    ("bell-lets-talk-tweets", "all", "2014-01-28", 3_016_621, "Wellington Advertiser 2014"),
    ("bell-lets-talk-tweets", "all", "2016-01-27", 6_826_114, "Cartt.ca 2016"),
    ("bell-lets-talk-tweets", "all", "2017-01-25", 7_320_400, "Newhouse School 2017"),
    ("bell-lets-talk-social-interactions", "all", "2016-01-27", 7_409_845, "The Hub 2017"),
    ("bell-lets-talk-social-interactions", "all", "2017-01-25", 22_008_855, "The Hub 2017"),
    ("bell-lets-talk-social-interactions", "all", "2022-01-26", 47_819_868, "CNW 2022"),
    ("us-suicide-mentions-with-retweets", "all", "2017-12-12", 125_218, FILE),
    ("us-suicide-mentions", "all", "2017-12-12", 8_923, FILE),
    ("us-suicide-mentions", "all", "2013-01-02", 5_158, FILE),
    ("us-suicide-mentions-with-retweets", "all", "2013-01-02", 9_758, FILE),
    ("us-suicide-mentions-with-retweets", "all", "2021-03-30", 11_831, FILE),
    ("us-suicide-mentions", "all", "2021-03-30", 4_926, FILE),
    ("us-suicide-message-mix", "Awareness", "2016-01-01", 5.1545, FILE),
    ("br-hashtag-posts", "#ansiedadenaoefrescura", "2017-04-24", 1, FILE),
    ("br-hashtag-authors", "#ansiedadenaoefrescura", "2017-04-24", 1, FILE),
    ("br-hashtag-likes", "#ansiedadenaoefrescura", "2017-04-24", 3, FILE),
    ("br-hashtag-retweets", "#ansiedadenaoefrescura", "2017-04-24", 3, FILE),
    ("br-hashtag-replies", "#ansiedadenaoefrescura", "2017-04-24", 0, FILE),
    ("wikipedia-en", "Suicide prevention", "2019-09-09", 4_498, FILE),
    ("wikipedia-en", "Suicide prevention", "2019-10-07", 5_499, FILE),
    ("wikipedia-en", "Suicide prevention", "2020-09-07", 4_379, FILE),
    ("us-search-mental-health", "mental health", "2018-10-07", 72, FILE),
    ("us-search-mental-health", "mental health", "2019-10-06", 79, FILE),
    ("us-search-mental-health", "mental health", "2020-10-04", 73, FILE),
    ("us-search-mental-health", "mental health", "2021-10-10", 71, FILE),
    ("us-search-mental-health", "mental health", "2022-10-09", 88, FILE),
    ("us-search-mental-health", "mental health", "2022-05-01", 100, FILE),
]


@pytest.mark.parametrize(("series", "group", "day", "value", "where"), PRINTED)
def test_figures_are_as_printed(series, group, day, value, where):
    assert rows(series, group)[day] == value, where


class TestBell:
    def test_nine_years_add_up_to_the_billion_that_bell_printed(self):
        assert rows("bell-lets-talk-interactions")["2011":"2019"].sum() == 1_013_915_275

    def test_the_gift_is_five_cents_an_interaction_until_2022(self):
        gifts = rows("bell-lets-talk-donations")["2011":"2022"]
        expected = rows("bell-lets-talk-interactions")["2011":"2022"] * 0.05
        assert gifts.round(2).tolist() == expected.round(2).tolist()

    def test_commitments_add_up_to_the_cent(self):
        gifts = rows("bell-lets-talk-donations")
        facts = catalog.reach_facts()
        assert facts["blt-2020-cum"].value == round(50_000_000 + gifts["2011":"2020"].sum(), 2)
        # CAD 5 million were added between two days of the event, says the release of 2021
        more = facts["blt-2022-cum"].value - 5_000_000
        assert more == round(50_000_000 + gifts["2011":"2022"].sum(), 2)

    def test_derived_years_say_so_and_from_2023_there_is_no_count(self):
        frame = snapshot.read("bell-lets-talk-interactions").rows.set_index("start")
        assert frame["status"].tolist() == ["E", "E", *["A"] * 10, "M"]
        assert pd.isna(frame["value"]["2023-01-25"])

    @pytest.mark.parametrize(
        ("series", "kinds"),
        [
            ("bell-lets-talk-interactions", ["int"]),
            ("bell-lets-talk-donations", ["don"]),
            ("bell-lets-talk-tweets", ["tw"]),
            ("bell-lets-talk-social-interactions", ["soc"]),
        ],
    )
    def test_each_figure_has_the_address_of_the_cited_fact(self, series, kinds):
        evidence = snapshot.read(series)
        frame = evidence.rows[lambda frame: frame["status"] == "A"]
        urls = {origin.id: origin.url for origin in evidence.origins}
        for row in frame.itertuples():
            fact = catalog.reach_facts()[f"blt-{row.start.year}-{kinds[0]}"]
            assert (fact.value, fact.url) == (row.value, urls[row.origin]), fact.id

    def test_calls_and_texts_are_97_in_100(self):
        calls = catalog.reach_facts()["blt-2014-calls"].value
        assert round(100 * calls / rows("bell-lets-talk-interactions")["2014-01-28"]) == 97


class TestMentions:
    LAST = "2021-03-31"
    PARTIAL: ClassVar = {"us-suicide-mentions-with-retweets": 510, "us-suicide-mentions": 211}

    @pytest.mark.parametrize(
        ("series", "total"),
        [
            ("us-suicide-mentions-with-retweets", 42_221_150),
            ("us-suicide-mentions", 16_111_769),
        ],
    )
    def test_sums_are_the_published_ones_but_for_the_day_held_back(self, series, total):
        values = rows(series)
        assert pd.isna(values[self.LAST])
        assert values.sum() == total - self.PARTIAL[series], JMIR

    def test_every_day_is_there(self):
        days = rows("us-suicide-mentions").index
        assert len(days) == 3_011
        assert days.equals(pd.date_range("2013-01-02", self.LAST, unit="s"))

    def test_deaths_in_the_news_peak_on_the_day_of_the_news(self):
        # news of 8 June 2018 (morning, US time) and of 10 August 2019
        for day in ("2018-06-08", "2019-08-10"):
            around = rows("us-suicide-mentions-with-retweets")[
                pd.Timestamp(day) - pd.Timedelta("3D") : pd.Timestamp(day) + pd.Timedelta("3D")
            ]
            assert f"{around.idxmax():%F}" == day

    @pytest.mark.parametrize(
        ("year", "times"),
        [
            (2013, 4.8),
            (2014, 3.5),
            (2015, 5.0),
            (2016, 3.1),
            (2017, 3.4),
            (2018, 5.7),
            (2019, 4.7),
            (2020, 4.4),
        ],
    )
    def test_world_suicide_prevention_day_lifts_the_count(self, year, times):
        values = rows("us-suicide-mentions-with-retweets")
        found = attention.around(values, dt.date(year, 9, 10))
        assert round(found.event_ratio, 1) == times

    @pytest.mark.parametrize("year", range(2013, 2021))
    def test_world_mental_health_day_lifts_it_only_by_retweets_of_two_years(self, year):
        day = dt.date(year, 10, 10)
        found = [
            round(attention.around(rows(series), day).event_ratio, 1) for series in self.PARTIAL
        ]
        if year in (2017, 2020):
            assert found == {2017: [2.4, 1.0], 2020: [2.0, 0.9]}[year]
        else:
            assert 1.0 <= found[0] <= 1.5


class TestMessageMix:
    @pytest.mark.parametrize(
        ("group", "share"),
        [
            ("Awareness", 15.4),
            ("Prevention", 13.8),
            ("Reports of a death", 12.3),
            ("Suicidal thoughts and attempts", 2.4),
            ("Coping", 0.8),
        ],
    )
    def test_mean_shares_of_2016_to_2018_are_those_of_the_paper(self, group, share):
        mean = rows("us-suicide-message-mix", group)["2016":"2018"].mean()
        assert round(mean, 1) == share, ANZJP
        fact = {
            "Reports of a death": "suicide_cases",
            "Suicidal thoughts and attempts": "suicidal_ideation_without_coping",
        }.get(group, group.lower())
        assert catalog.studies()[f"tw7m-share-{fact}"].estimate == share

    @pytest.mark.parametrize(
        ("year", "share"), [(2016, 49), (2017, 36), (2018, 40), (2019, 38), (2020, 50)]
    )
    def test_prevention_rises_on_world_suicide_prevention_day(self, year, share):
        values = rows("us-suicide-message-mix", "Prevention")
        assert round(values[f"{year}-09-10"]) == share
        assert 6 < values[f"{year}-08-01" : f"{year}-08-31"].median() < 14

    def test_six_shares_make_a_whole_on_every_day_that_has_them_all(self):
        frame = snapshot.read("us-suicide-message-mix").rows
        whole = frame.groupby("start")["value"].agg(["sum", "count"]).query("count == 6")
        assert len(whole) == 1_925
        assert whole["sum"].round(2).eq(100).all()

    def test_what_is_absent_is_missing_and_never_zero(self):
        frame = snapshot.read("us-suicide-message-mix").rows
        assert not (frame["value"] == 0).any()
        missing = frame[frame["status"] == "M"]
        days = missing.groupby(missing["start"].dt.strftime("%F"))["group"].apply(list).to_dict()
        assert days.pop("2016-07-08") == ["Coping"]
        assert {day: len(groups) for day, groups in days.items()} == {"2017-03-26": 6}

    def test_days_on_which_europe_changed_its_clocks_are_absent(self):
        days = rows("us-suicide-message-mix", "Prevention").index
        every = pd.date_range("2016-01-01", "2021-04-13", unit="s")
        absent = [f"{day:%F}" for day in every.difference(days)]
        assert absent == ["2016-03-27", "2018-03-25", "2019-03-31"]


class TestBrazil:
    POSTS: ClassVar = {
        "#autocuidado": 6_121,
        "#terapiaonline": 2_441,
        "#depressaonaoefrescura": 1_775,
        "#sessaodeterapia": 1_268,
        "#eumeimporto": 1_124,
        "#suavidaimporta": 930,
        "#facaterapia": 873,
        "#janeirobranco": 782,
        "#saudeemocional": 442,
        "#ansiedadenaoefrescura": 133,
    }

    def test_posts_by_hashtag(self):
        sums = snapshot.read("br-hashtag-posts").rows.groupby("group")["value"].sum()
        assert sums.sum() == 16_362
        assert sums[list(self.POSTS)].to_dict() == self.POSTS
        assert sums.drop(list(self.POSTS)).between(38, 112).all()
        assert len(sums) == 16

    def test_white_january_is_a_january(self):
        values = rows("br-hashtag-posts", "#janeirobranco")
        january = values[values.index.month == 1]
        assert (january.sum(), values.sum()) == (736, 782)
        assert january.groupby(january.index.year).sum().to_dict() == {
            2017: 91,
            2018: 105,
            2019: 88,
            2020: 182,
            2021: 270,
        }

    @pytest.mark.parametrize(
        ("group", "month", "posts"),
        [("#depressaonaoefrescura", "2019-05", 706), ("#eumeimporto", "2021-02", 365)],
    )
    def test_months_of_many_posts(self, group, month, posts):
        assert rows("br-hashtag-posts", group)[month].sum() == posts

    def test_a_day_without_a_post_is_absent_and_never_zero(self):
        frame = snapshot.read("br-hashtag-posts").rows
        assert (frame["value"] >= 1).all()
        assert len(frame) == 5_742

    def test_the_five_series_stand_for_the_same_days(self):
        keys = [
            snapshot.read(f"br-hashtag-{measure}").rows[["group", "start"]]
            for measure in ("posts", "authors", "likes", "retweets", "replies")
        ]
        assert all(key.equals(keys[0]) for key in keys)

    def test_no_day_has_more_accounts_than_posts(self):
        frame = snapshot.read("br-hashtag-posts").rows
        assert (snapshot.read("br-hashtag-authors").rows["value"] <= frame["value"]).all()


class TestWikipedia:
    def test_a_usual_week_of_suicide_prevention_and_two_that_are_not(self):
        values = rows("wikipedia-en", "Suicide prevention")
        assert values.median() == 2_270
        assert round(values["2019-09-09"] / values.median(), 1) == 2.0
        assert round(values["2019-10-07"] / values.median(), 1) == 2.4

    @pytest.mark.parametrize(
        ("language", "articles", "gaps"),
        [("en", 50, 0), ("de", 30, 0), ("fr", 37, 14), ("it", 31, 182), ("ja", 35, 65)],
    )
    def test_every_article_has_every_week(self, language, articles, gaps):
        frame = snapshot.read(f"wikipedia-{language}").rows
        assert frame["group"].nunique() == articles
        assert len(frame) == 91 * articles
        assert frame["value"].isna().sum() == gaps
        assert (frame["value"].dropna() > 0).all()

    def test_weeks_end_on_sundays_and_only_the_first_is_short(self):
        frame = snapshot.read("wikipedia-en").rows
        assert set(frame["end"].dt.day_of_week) == {6}
        days = (frame["end"] - frame["start"]).dt.days + 1
        assert set(days[frame["start"] > "2019-01-01"]) == {7}
        assert set(days[frame["start"] == "2019-01-01"]) == {6}


class TestSearch:
    @pytest.mark.parametrize(
        ("week", "before"),
        [
            ("2018-10-07", 51.5),
            ("2019-10-06", 57),
            ("2020-10-04", 56.8),
            ("2021-10-10", 62.3),
            ("2022-10-09", 75.5),
        ],
    )
    def test_the_four_weeks_before_world_mental_health_day(self, week, before):
        values = rows("us-search-mental-health", "mental health")
        end = values.index.get_loc(pd.Timestamp(week))
        assert abs(values.iloc[end - 4 : end].mean() - before) <= 0.06

    def test_one_download_whole_and_without_a_gap(self):
        values = rows("us-search-mental-health", "mental health")
        assert len(values) == 260
        assert values.idxmax() == pd.Timestamp("2022-05-01")
        assert set(values.index.to_series().diff().dropna().dt.days) == {7}
