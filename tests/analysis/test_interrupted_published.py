"""Interrupted series reproduce what others have printed about public figures."""

from __future__ import annotations

import datetime as dt

import numpy as np
import pandas as pd
import pytest

from utils.analysis.comparable import Refusal
from utils.analysis.interrupted import Interruption, Model, analyse, table


def series(figures: str, index: pd.DatetimeIndex) -> pd.Series:
    """Figures as they are printed, one a period."""
    return pd.Series([float(one) for one in figures.split()], index)


# Hospital admissions for acute coronary events in Sicily, January 2002 to November 2006,
# and the age-standardised population: Lopez Bernal, Cummins and Gasparrini, Int J
# Epidemiol 2017;46:348-355, file sicily.csv in gasparrini/2017_lopezbernal_IJE_codedata.
MONTHS = pd.date_range("2002-01-01", periods=59, freq="MS")
SICILY = series(
    """
    728 659 791 734 757 726 760 740 720 814 795 858
    887 766 851 769 781 756 766 752 765 831 879 928
    914 808 937 840 916 828 845 818 860 839 887 886
    831 796 833 820 877 758 767 738 781 843 850 908
    1021 859 976 888 962 838 810 876 843 936 912
    """,
    MONTHS,
)
PEOPLE = series(
    """
    379875.3 376495.5 377040.8 377116.4 377383.4 374113.1 379513.3 376295.5 374653.2
    378485.6 375955.5 378349.7 376762.4 379032.3 379360.4 376162.0 377972.4 381830.7
    379888.6 380872.2 380966.9 381240.4 382104.9 381802.7 381656.3 383680.0 383504.2
    386462.9 383783.1 380836.8 383483.0 380906.2 382926.8 384052.4 384449.6 383428.4
    388153.2 388373.2 386470.1 386033.2 383686.4 385509.3 385901.9 386516.6 388436.5
    383255.2 390148.7 385874.9 391613.6 391750.4 394005.6 391364.9 391664.6 389022.3
    391878.5 388575.3 392989.0 390018.8 390712.3
    """,
    MONTHS,
)
SMOKING_BAN = dt.date(2005, 1, 10)

# Packs of cigarettes sold per head and year, 1970 to 2000: Abadie, Diamond and Hainmueller, J Am
# Stat Assoc 2010;105:493-505, file california_prop99.csv in synth-inference/synthdid.
YEARS = pd.date_range("1970-01-01", periods=31, freq="YS")
CALIFORNIA = series(
    """
    123 121 123.5 124.4 126.7 127.1 128 126.4 126.1 121.9 120.2 118.6 115.4 110.8
    104.8 102.8 99.7 97.5 90.1 82.4 77.8 68.7 67.5 63.4 58.6 56.4 54.5 53.8 52.3
    47.2 41.6
    """,
    YEARS,
)
COLORADO = series(
    """
    124.8 125.5 134.3 137.9 132.8 131 134.2 132 129.2 131.5 131 133.8 130.5 125.3
    119.7 112.4 109.9 102.4 94.6 88.8 87.4 90.2 88.3 88.6 89.1 85.4 83.1 81.3
    81.2 79.6 73
    """,
    YEARS,
)
IDAHO = series(
    """
    102.4 108.5 126.1 121.8 125.6 123.3 125.1 125 122.8 117.5 115.2 114.1 111.5
    111.3 103.6 100.7 96.7 95 84.5 78.4 90.1 85.4 85.1 86.7 93 78.2 73.6 75
    78.9 75.1 66.9
    """,
    YEARS,
)
MONTANA = series(
    """
    111.2 115.6 122.2 119.9 121.9 123.7 124.9 127 127.2 120.3 122 121.1 122.4 113.7
    110.1 103.6 97.8 91.7 87.1 86.2 84.7 82.9 86.6 86 88.2 90.5 87.3 88.9 89.1
    82.6 75.5
    """,
    YEARS,
)
TAX = dt.date(1989, 1, 1)

# Car drivers killed or seriously injured in Great Britain, January 1980 to December 1984: the end
# of the series `UKDriverDeaths` that comes with R (Harvey 1989, pp. 519-523).
DRIVERS = series(
    """
    1665 1361 1506 1360 1453 1522 1460 1552 1548 1827 1737 1941
    1474 1458 1542 1404 1522 1385 1641 1510 1681 1938 1868 1726
    1456 1445 1456 1365 1487 1558 1488 1684 1594 1850 1998 2079
    1494 1057 1218 1168 1236 1076 1174 1139 1427 1487 1483 1513
    1357 1165 1282 1110 1297 1185 1222 1284 1444 1575 1737 1763
    """,
    pd.date_range("1980-01-01", periods=60, freq="MS"),
)
SEAT_BELTS = dt.date(1983, 1, 31)


def test_sicily_with_poisson_errors_is_the_printed_rate_ratio() -> None:
    plain = Model("count", season=0)
    step = np.exp(table(SICILY, SMOKING_BAN, plain, "poisson", population=PEOPLE).loc["step"])
    assert f"{step['estimate']:.3f}" == "0.894"
    assert (f"{step['low']:.3f}", f"{step['high']:.3f}") == ("0.865", "0.925")


def test_sicily_with_quasi_poisson_errors_is_wider_by_the_overdispersion() -> None:
    plain = Model("count", season=0)
    narrow = table(SICILY, SMOKING_BAN, plain, "poisson", population=PEOPLE)
    wide = table(SICILY, SMOKING_BAN, plain, "model", population=PEOPLE)
    found = analyse(SICILY, SMOKING_BAN, plain, population=PEOPLE)
    assert isinstance(found, Interruption)
    assert np.allclose(wide["error"] / narrow["error"], found.dispersion**0.5)
    assert found.dispersion == pytest.approx(3.56, abs=0.01)


def test_sicily_with_season_has_the_terms_that_r_prints() -> None:
    # harmonic(month, 2, 12) and quasi-Poisson; the printout has all sines, then all cosines
    season = Model("count", season=2)
    found = table(SICILY, SMOKING_BAN, season, "model", population=PEOPLE)["estimate"]
    names = ["sine 1", "sine 2", "cosine 1", "cosine 2"]
    printed = ["0.0370967", "-0.0182122", "0.0381608", "0.0147634"]
    assert [f"{found[name]:.7f}" for name in names] == printed


def test_the_counterfactual_of_sicily_is_the_ratio_away_from_the_fit() -> None:
    found = analyse(SICILY, SMOKING_BAN, Model("count"), population=PEOPLE)
    assert isinstance(found, Interruption)
    assert found.first_after == dt.date(2005, 1, 1)
    assert (found.n_before, found.n_after) == (36, 23)
    after = found.fitted[found.counterfactual.index] / found.counterfactual
    assert np.allclose(after, found.level.value)
    assert found.is_step


def test_california_has_the_printed_level_and_trend_change() -> None:
    # Linden, Stata J 2015;15:480-500; summary(lm()) of the same model prints these digits
    both = Model("rate", slope=True)
    found = table(CALIFORNIA, TAX, both, "model")
    assert [f"{value:.4f}" for value in found["estimate"]] == [
        *("132.2258", "-1.7795", "-20.0581", "-1.4947")
    ]
    assert [f"{value:.4f}" for value in found["error"]] == ["2.2866", "0.2170", "3.7471", "0.4846"]


def test_california_with_newey_west_errors_of_lag_1() -> None:
    found = table(CALIFORNIA, TAX, Model("rate", slope=True), "newey-west", lags=1)
    step, slope = found.loc["step"], found.loc["change of slope"]
    assert f"{step['low']:.2f} {step['high']:.2f}" == "-29.75 -10.36"
    assert f"{slope['low']:.2f} {slope['high']:.2f}" == "-2.39 -0.60"


def test_california_beside_three_states_has_the_printed_differences() -> None:
    # summary(lm()) of California against Colorado, Idaho and Montana, the matches of Linden 2015
    control = (COLORADO + IDAHO + MONTANA) / 3
    both = Model("rate", slope=True)
    found = table(CALIFORNIA, TAX, both, "model", control=control)["estimate"]
    assert f"{found['start']:.4f} {found['trend']:.4f}" == "1.7312 -0.3150"
    assert f"{found['step']:.4f} {found['change of slope']:.4f}" == "-6.4694 -1.9693"


def test_california_alone_gets_no_verdict_because_it_wanders() -> None:
    found = analyse(CALIFORNIA, TAX, Model("rate", slope=True))
    assert isinstance(found, Refusal)
    assert "wanders" in found.reason


def test_seat_belts_agree_with_the_published_fall_but_for_the_model() -> None:
    # Harvey and Durbin, J R Stat Soc A 1986;149:187-227, a structural model: 23 % fewer
    found = analyse(DRIVERS, SEAT_BELTS, Model("count"))
    assert isinstance(found, Interruption)
    assert found.first_after == dt.date(1983, 2, 1)
    assert found.is_step
    assert found.level.low < 1 - 0.23 < found.level.high
    assert round(found.level.value, 2) == 0.78
