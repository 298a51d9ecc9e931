"""The words that numbers are written with, and the expressions that find them.

Every expression reads a bounded stretch from where it starts, so time grows with the text only.
"""

from __future__ import annotations

import re

SMALL = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
]
TENS = {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80}
WORDS = {word: value for value, word in enumerate(SMALL)} | TENS | {"ninety": 90, "hundred": 100}
PARTS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10}
LARGE = {"thousand": 1e3, "k": 1e3, "million": 1e6, "m": 1e6, "billion": 1e9, "bn": 1e9}
TIMES = {
    "doubled": 2, "doubling": 2, "double": 2, "twice": 2, "tripled": 3, "tripling": 3,
    "trebled": 3, "triple": 3, "quadrupled": 4, "halved": 0.5, "halving": 0.5,
}  # fmt: skip
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

NUM = r"(?:\d{1,3}(?:,\d{3}){1,5}|\d{1,12})(?:\.\d{1,9})?"
WORD = rf"(?:{'|'.join(sorted(WORDS, key=len, reverse=True))})"
EITHER = rf"(?:{NUM}|{WORD})"
PART = rf"(?:{'|'.join(PARTS)})"
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
YEAR = r"(?:19|20)\d\d(?![\d,.]?\d|%| ?percent)"
UP = (
    r"rose|risen|rises?|rising|up|increas(?:e|ed|es|ing)|grew|grown|grows?|growth|climbed|gained|"
    r"gains?|higher|more|larger|jumped|added|soared|surged|"
    r"skyrocketed|shot up"
)
DOWN = (
    r"fell|fallen|falls?|falling|down|decreas(?:e|ed|es|ing)|declin(?:e|ed|es|ing)|drop|dropped|"
    r"drops|dropping|lower|fewer|less|smaller|shrank|reduced|reduction|cut|lost|"
    r"plunged|plummeted|tumbled"
)
HEDGES = {
    "about": "about|around|roughly|approximately|approx\\.?|some|close to|circa|~",
    "over": "just over|a little over|slightly more than|over|more than|at least|above",
    "under": "just under|a little under|slightly less than|nearly|almost|less than|fewer than"
    "|under|below|up to|at most|not quite",
}
HEDGE = re.compile(
    "(?:^|[ (])(?:" + "|".join(f"(?P<{name}>{words})" for name, words in HEDGES.items()) + ") ?$"
)
BEFORE = re.compile(
    rf"(?:^|[ (])(?:(?P<up>{UP}|\+)|(?P<down>{DOWN}|-|minus))(?: in \w{{1,20}})?(?: of| by)? ?$"
)
AFTER = re.compile(rf" ?(?:percent |percentage )?(?:points? )?(?:(?P<up>{UP})|(?P<down>{DOWN}))\b")
DATE = re.compile(
    rf"(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?)?(?P<month>{MONTH})"
    rf"(?: (?P<later>\d{{1,2}}),?(?!\d))?,? (?P<year>{YEAR})|(?P<alone>{YEAR})"
    r"(?:(?P<short>[-–/]\d\d)(?!\d))?"
)
HALF_DATE = re.compile(
    rf"(?:(?P<day>\d{{1,2}}) )?(?P<month>{MONTH})(?= ?(?:to|–|-|and|through|until) ?"
    rf"(?:\d{{1,2}} )?{MONTH} (?P<year>{YEAR}))"
)
DAY_RANGE = re.compile(
    rf"(?P<day>\d{{1,2}})(?= ?(?:to|–|-) ?\d{{1,2}} (?P<month>{MONTH}) (?P<year>{YEAR}))"
)
SKIP = re.compile(
    rf"{NUM} ?(?:%|percent|per cent) (?:confidence|interval|ci\b|credible|uncertainty)"
    r"|(?:call|text|phone|dial|ring)(?:ing)?(?: or text(?:ing)?)?(?: us)?(?: on| at| to)?:? ?"
    r"(?:\d[\d -]{1,16}\d)|1-\d{3}-\d{3}-\d{4}|\b988\b|(?<![\d,])116 ?123\b"
    r"|\baged? \d{1,3}(?: ?(?:to|-|–|and) ?(?:\d{1,3}|over|older|under|above))?"
    r"|\b\d{1,3}(?: ?(?:to|-|–) ?\d{1,3})?(?: and (?:over|older)|[ -]years?[ -](?:olds?|of age))"
    r"|\bper 100,?000\b"
    r"|\b24/7\b|\b24 hours\b|\bcovid-?19\b"
)
BARE = re.compile(r" ?(?:$|[(),;.–-]|to |and |in |or )")
"""What follows a number that has no unit and no noun of its own."""
SAYS_YEAR = re.compile(r"(?:\b(?:in|to|and|from|since|until|of|for|by|after|before) |–)$")
COUNTED = re.compile(r" (?:deaths|people|calls|suicides|times|posts|adults|visits|percent|per )")
"""Words that make four digits a number and not a year."""
