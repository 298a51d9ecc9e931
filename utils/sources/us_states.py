"""Codes of the United States, its states and territories, by printed name or postal code."""

from __future__ import annotations

import pandas as pd

NAMES = """
AL Alabama|AK Alaska|AZ Arizona|AR Arkansas|CA California|CO Colorado|CT Connecticut|DE Delaware
DC District of Columbia|FL Florida|GA Georgia|HI Hawaii|ID Idaho|IL Illinois|IN Indiana|IA Iowa
KS Kansas|KY Kentucky|LA Louisiana|ME Maine|MD Maryland|MA Massachusetts|MI Michigan|MN Minnesota
MS Mississippi|MO Missouri|MT Montana|NE Nebraska|NV Nevada|NH New Hampshire|NJ New Jersey
NM New Mexico|NY New York|NC North Carolina|ND North Dakota|OH Ohio|OK Oklahoma|OR Oregon
PA Pennsylvania|RI Rhode Island|SC South Carolina|SD South Dakota|TN Tennessee|TX Texas|UT Utah
VT Vermont|VA Virginia|WA Washington|WV West Virginia|WI Wisconsin|WY Wyoming
GU Guam|PR Puerto Rico|VI Virgin Islands
"""
POSTAL = {entry[:2]: entry[3:].strip() for entry in NAMES.strip().replace("\n", "|").split("|")}
TERRITORIES = {"GU": "GUM", "PR": "PRI", "VI": "VIR"}
"""Territories have an ISO 3166-1 code of their own and are kept under it."""


def code(name: str) -> str:
    """`California` or `CA` -> `US-CA`; `United States` or `US` -> `USA`.

    Raises `ValueError` for any other text: an unknown place is never dropped.
    """
    if name in ("United States", "US"):
        return "USA"
    if name not in CODES:
        raise ValueError(f"'{name}' is not a state or territory of the United States.")
    return CODES[name]


def codes(names: pd.Series) -> pd.Series:
    """`code` for a whole column."""
    return names.map({name: code(name) for name in names.unique()})


CODES = {
    key: TERRITORIES.get(postal, f"US-{postal}")
    for postal, name in POSTAL.items()
    for key in (postal, name)
}
