"""Headline figures as publishers printed them, each made by the line of a claim."""

from __future__ import annotations

import pytest

from tests.claims.asked import TODAY, library
from utils.claims.make import make
from utils.model import Claim

MMWR_PULSE = "CDC, MMWR 2021;70(13):490-494, abstract"
NCHS_PULSE = "NCHS, Household Pulse Survey, Anxiety and Depression (data set 8pt5-q6wp)"
BRIEF_362 = "NCHS Data Brief 362, April 2020"
BRIEF_330 = "NCHS Data Brief 330, November 2018"
VSRR_16 = "NCHS, Vital Statistics Rapid Release 16, November 2021"
LEADING = "NCHS, Leading Causes of Death: United States, data set bi63-dtpu"
KFF = "Kaiser Family Foundation, July 2021, after CDC"
SU72 = "CDC, MMWR Suppl 2023;72(1):45-54, abstract"
SU73 = "CDC, MMWR Suppl 2024;73(4):79-86, abstract"
SU69 = "CDC, MMWR Suppl 2020;69(1)"
AHR = "America's Health Rankings, frequent mental distress, data of 2019"
NHS_2024 = "NHS England, Talking Therapies annual report 2023-24, headline"
NHS_2022 = "NHS Digital, press release of 30 September 2022"
PSY = "psyreflect.com, after NHS England, annual report 2024-25"
ONS_2023 = "ONS, Suicides in England and Wales: 2023 registrations"
ONS_2021 = "ONS, Quarterly suicide death registrations in England, 8 December 2021"
MHLW = "Japan, Ministry of Health, Labour and Welfare, report on suicides in 2024, March 2025"
WHITE_PAPER = "Japan, White Paper on Suicide Prevention"
JIJI = "Jiji Press, 29 March 2024, after the ministry"
OWID = "Our World in Data, Wellcome Global Monitor 2020, chart"
STATCAN = "Statistics Canada, Perceived mental health, quality of life hub"
EUROSTAT = "Eurostat news, 8 September 2023"
CENSUS = "US Census Bureau, Vintage 2024 national and state population estimates"
BELL = "Bell Canada, news release on Bell Let's Talk Day"
NIMH = "NIMH, Mental Illness, September 2024"
NEWS = "ABC News, 11 February 2023, after SAMHSA"
WANG = "Wang et al., Lancet 2007;370:841-850, table 3"
BMJ = "Niederkrotenthaler et al., BMJ 2021;375:e067726, abstract"
PAPAGENO = "Niederkrotenthaler et al., European Psychiatry 2021, abstract"
IASP = "IASP, WSPD and WMHD short report, 15 December 2020"

MINUS = "\N{MINUS SIGN}"
GIRLS = "us-suicide-rate-crude:USA:2017:sex_age=Female~3A_10-14_years"
PULSE, YOUTH = "us-anxiety-or-depression", "us-youth-considered-suicide"
RECOVERY = "gb-talking-therapies-recovery"

PRINTED = [
    # line of the claim, the figure as printed, its interval where printed, publisher and page
    (f"level:{PULSE}:USA:2020-08-19", "36.4%", "35.9 to 36.9", MMWR_PULSE),
    (f"level:{PULSE}:USA:2021-01-20", "41.5%", "40.7 to 42.2", MMWR_PULSE),
    (f"level:{PULSE}:USA:2020-04-23", "35.9%", "35.0 to 36.8", NCHS_PULSE),
    (f"level:{PULSE}:USA:2024-08-20", "21.4%", "20.7 to 22.2", NCHS_PULSE),
    (f"peak:{PULSE}:USA:2020-08-19..2021-07-07", "42.6%", "41.8 to 43.4", NCHS_PULSE),
    (f"one-in:{PULSE}:US-NV:2021-05-26", "36.5%", "32.5 to 40.6", NCHS_PULSE),
    ("level:us-unmet-need-for-counselling:USA:2020-08-19", "9.2%", "8.8 to 9.6", MMWR_PULSE),
    ("level:us-unmet-need-for-counselling:USA:2021-01-20", "11.7%", "11.1 to 12.2", MMWR_PULSE),
    ("level:us-medication:USA:2020-08-19", "19.4%", "19.0 to 19.8", NCHS_PULSE),
    ("level:us-suicide-rate:USA:2018", "14.2 per 100,000", "", BRIEF_362),
    ("level:us-suicide-rate:USA:1999", "10.5 per 100,000", "", BRIEF_362),
    ("level:us-suicide-rate:USA:2018:sex=Male", "22.8 per 100,000", "", BRIEF_362),
    ("level:us-suicide-rate:USA:2018:sex=Female", "6.2 per 100,000", "", BRIEF_362),
    ("level:us-suicide-rate-by-state:USA:2017", "14.0 per 100,000", "", BRIEF_330),
    (
        f"level:{GIRLS}",
        "1.7 per 100,000",
        "",
        BRIEF_330,
    ),
    ("level:us-suicide-rate-by-state:US-NJ:2019", "8.0 per 100,000", "", KFF),
    ("level:us-suicide-deaths-by-state:USA:2017", "47,173 deaths", "", LEADING),
    ("level:us-suicide-rate-12-months:USA:2020", "13.5 per 100,000", "", VSRR_16),
    ("level:us-suicide-deaths-monthly:USA:2019-04", "4,029 deaths", "", VSRR_16),
    (f"level:{YOUTH}:USA:2023", "20.4%", "", SU73),
    ("level:us-youth-attempted-suicide:USA:2023", "9.5%", "", SU73),
    (f"level:{YOUTH}:USA:2021:sex=Female", "30.0%", "", SU72),
    ("level:us-youth-attempted-suicide:USA:2021:sex=Female", "13.3%", "", SU72),
    (f"level:{YOUTH}:USA:2019", "18.8%", "", SU69),
    ("level:us-youth-suicide-plan:USA:2019:sex=Female", "19.9%", "", SU69),
    ("level:us-frequent-mental-distress:US-WV:2019", "20.6%", "", AHR),
    ("level:us-frequent-mental-distress:US-HI:2019", "11.1%", "", AHR),
    ("level:gb-talking-therapies-referrals:GB-ENG:2023-04", "1,829,202 referrals", "", NHS_2024),
    ("level:gb-talking-therapies-finished-courses:GB-ENG:2023-04", "671,648 courses", "", NHS_2024),
    (f"level:{RECOVERY}:GB-ENG:2023-04", "50.1%", "", NHS_2024),
    (f"level:{RECOVERY}:GB-ENG:2021-04", "50.2%", "", NHS_2022),
    ("level:gb-talking-therapies-finished-courses:GB-ENG:2024-04", "670,419 courses", "", PSY),
    ("level:ew-suicide-rate:GB-EAW:2023", "11.4 per 100,000", "", ONS_2023),
    ("level:ew-suicide-rate:GB-EAW:2023:sex=Male", "17.4 per 100,000", "", ONS_2023),
    ("level:ew-suicides:GB-EAW:2023", "6,069 deaths", "", ONS_2023),
    ("level:eng-suicides-quarterly:GB-ENG:2021-07", "1,265 deaths", "", ONS_2021),
    ("level:jp-suicides:JPN:2024", "20,320 deaths", "", MHLW),
    ("peak:jp-suicides:JPN:1978..2024", "34,427 deaths", "", WHITE_PAPER),
    ("level:jp-suicides:JPN:2023:sex=Male", "14,862 deaths", "", JIJI),
    ("level:jp-suicide-rate:JPN:2023", "17.6 per 100,000", "", JIJI),
    ("level:not-comfortable-speaking:WLD:2020", "27.9%", "", OWID),
    ("level:not-comfortable-speaking:JPN:2020", "47.1%", "", OWID),
    ("level:ca-perceived-mental-health:CAN:2024", "53.7%", "", STATCAN),
    ("level:eu-suicide-rate:LTU:2020", "21.3 per 100,000", "", EUROSTAT),
    ("level:us-state-population:USA:2024-07", "340,110,988 people", "", CENSUS),
    ("level:us-state-population:US-CA:2024-07", "39,431,263 people", "", CENSUS),
    ("reach:bell-lets-talk-interactions:CAN:2022-01-26", "164,298,820 interactions", "", BELL),
    ("reach:bell-lets-talk-donations:CAN:2018-01-31", "6,919,199.75 CAD", "", BELL),
    ("reach:blt-2019-cumint", "1,013,915,275 interactions", "", BELL),
    ("reach:wspd-2020-film", "over 33,000,000 views", "", IASP),
    ("fact:nsduh-any-mental-illness-adults-2022-percent", "23.1%", "", NIMH),
    ("fact:nsduh-any-mental-illness-adults-2022-people", "59,300,000 people", "", NIMH),
    ("fact:nsduh-treated-any-mental-illness-adults-2022-percent", "50.6%", "", NIMH),
    ("fact:lifeline-contacts-2022-12", "371,655 contacts", "", NEWS),
    ("fact:treated-severe-nga-2003", "21.3%", "", WANG),
    ("effect:logic-calls-n", "9,915 calls", "6,594 to 13,236", BMJ),
    ("effect:logic-suic-pct", f"{MINUS}5.5%", f"{MINUS}10.1 to {MINUS}0.8", BMJ),
    (
        "effect:papageno-rct",
        "\N{MINUS SIGN}0.17 points",
        "\N{MINUS SIGN}0.33 to \N{MINUS SIGN}0.03",
        PAPAGENO,
    ),
]


@pytest.mark.parametrize(("line", "figure", "interval", "where"), PRINTED)
def test_a_published_figure_is_made_by_the_line_of_a_claim(line, figure, interval, where):
    claim = make(line, library(), TODAY)
    assert isinstance(claim, Claim), claim
    assert claim.spec == line
    bare = claim.quantity.text.partition("(")[2].rstrip(")") or claim.quantity.text
    assert bare == figure, where
    if interval:
        assert claim.quantity.interval == interval, where
    digits = figure.removeprefix("+").removeprefix("over ").split(" ")[0]
    said = claim.sentences
    short = claim.kind == "fact" and claim.quantity.unit == "people"  # told in millions
    assert short or digits in said.written


def test_there_are_at_least_forty_of_them_and_of_many_publishers():
    assert len(PRINTED) >= 40
    assert len({where for *_, where in PRINTED}) >= 20
