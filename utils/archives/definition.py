"""The count itself, once: what is a post, when it counts, and how posts become numbers of a day.

`posts` reads; it runs in the embedded engine on every machine, so that a line is read alike
everywhere. `FOLD` and the three questions below count; they are kept in the dialect of DuckDB
and turned into that of Spark by sqlglot, never written twice.
"""

from __future__ import annotations

from utils.archives.asked import Asked
from utils.archives.shapes import NUMBERS, Shape

TROUBLES = ("", "blank", "line too long", "not UTF-8", "file breaks off", "row of another width")
"""What the reader of lines may have found, by number."""

_WIDE_MARK = "\uff03"
_BODY = r"#[0-9A-Za-z_\x{80}-\x{10FFFF}]+"
IN_TEXT = rf"(?:^|[^0-9A-Za-z_/&=?.\-])((?:{_BODY})+)"
"""A hashtag that stands free, or several in a row; the same rule as for a person's own export."""

MOST = 1_000_000_000_000
"""No post has more likes or views than this; a larger number is not believed."""

PRECISION = 14
"""Bits of an account's sum that choose one of 16,384 registers of the estimate."""


def keyed(kind: str, value: str) -> str:
    """63 bits of SHA-256 over the key of the run and a value; ``kind`` keeps ids apart."""
    hexed = f"left(sha256(getvariable('key') || '{kind}' || {value}), 16)"
    return f"(('0x' || {hexed})::UBIGINT >> 1)::BIGINT"


def _number(value: str) -> str:
    return f"CASE WHEN matched AND {value} BETWEEN 0 AND {MOST} THEN {value} END"


def posts(shape: Shape, asked: Asked, parsed: str) -> str:
    """One row for each line: why it is left out, or its day and, if it is asked for, its sums.

    ``parsed`` is a query for `p`, `trouble`, `sound` and `place`, where in the file it stands.
    The columns are those of `FOLD`. A post without an id counts by its place.
    """
    names = [one.replace("'", "''") for one in asked.keys if one.isascii()]
    plain = "|".join(names) or "#"  # nothing is called like that
    return f"""
WITH parsed AS NOT MATERIALIZED ({parsed}),
fields AS NOT MATERIALIZED (
  SELECT trouble, sound, coalesce({shape.post}, false) AS post, {shape.post_id} AS post_id, place,
    {shape.account} AS account, {shape.day} AS day, {shape.passed_on} AS passed_on,
    {shape.likes}::BIGINT AS likes, {shape.reposts}::BIGINT AS reposts,
    {shape.replies}::BIGINT AS replies, {shape.views}::BIGINT AS views,
    replace({shape.text}, '{_WIDE_MARK}', '#') AS text, {shape.listed} AS listed FROM parsed),
spelt AS NOT MATERIALIZED (
  SELECT *,
    CASE WHEN contains(text, '#')
      THEN array_to_string(regexp_extract_all(text, '{IN_TEXT}', 1), '') ELSE '' END
    || CASE WHEN len(listed) > 0 THEN '#' || array_to_string(listed, '#') ELSE '' END AS tags,
    CASE WHEN trouble > 0 THEN {_spoken("trouble")} WHEN NOT sound THEN 'not JSON'
      WHEN NOT post THEN 'not a post' WHEN passed_on THEN 'a post passed on'
      WHEN day IS NULL THEN 'no readable day'
      WHEN NOT day BETWEEN '{asked.first}' AND '{asked.last}' THEN 'outside the days'
      ELSE '' END AS reason FROM fields),
found AS NOT MATERIALIZED (
  SELECT *, CASE WHEN reason = '' AND (strlen(tags) > length(tags)
      OR regexp_matches(lower(tags), '#({plain})($|[^a-z0-9_])'))
    THEN asked_for(tags) ELSE 0 END AS mask FROM spelt),
told AS NOT MATERIALIZED (SELECT *, mask > 0 AS matched FROM found)
SELECT CASE WHEN matched THEN {keyed("p", "coalesce(post_id, place)")} END AS id, reason,
  CASE WHEN reason = '' THEN day END AS day, mask,
  CASE WHEN matched AND account <> '' THEN {keyed("a", "account")} END AS account,
  {_number("likes")} AS likes, {_number("reposts")} AS reposts,
  {_number("replies")} AS replies, {_number("views")} AS views, CAST(1 AS BIGINT) AS lines
FROM told"""


def _spoken(trouble: str) -> str:
    cases = " ".join(f"WHEN {i} THEN '{word}'" for i, word in enumerate(TROUBLES) if word)
    return f"CASE {trouble} {cases} END"


def json_lines(shape: Shape) -> str:
    """Lines of JSON as `parsed`; what is no JSON becomes an unsound row, never an error."""
    structure = " ".join(shape.structure.split())
    return f"""
SELECT from_json(doc, '{structure}') AS p, trouble, sound, place FROM (
  SELECT {shape.each} AS doc, trouble, sound, place FROM (
    SELECT CASE WHEN sound THEN line ELSE 'null' END AS line, trouble, sound, place FROM (
      SELECT line, trouble, place, json_valid(line) AS sound FROM lines)))"""


def fold(rows: str) -> str:
    """Every post once, with its earliest day and largest numbers; other lines by why and day.

    Order and grouping of the lines make no difference, so parts may be folded again.
    """
    return f"""
SELECT id, min(reason) AS reason, min(day) AS day, bit_or(mask) AS mask, min(account) AS account,
  max(likes) AS likes, max(reposts) AS reposts, max(replies) AS replies, max(views) AS views,
  CAST(sum(lines) AS BIGINT) AS lines
FROM ({rows}) AS unfolded
GROUP BY id, CASE WHEN id IS NULL THEN reason END, CASE WHEN id IS NULL THEN day END"""


def _cells(asked: Asked) -> str:
    """Posts by the hashtags they carry; number -1 stands for any of them."""
    bits = ", ".join(f"({i}, CAST({1 << i} AS BIGINT))" for i in range(len(asked.labels)))
    whole = (1 << len(asked.labels)) - 1
    return f"""posts CROSS JOIN (VALUES (-1, CAST({whole} AS BIGINT)), {bits}) AS tags(tag, bit)
WHERE id IS NOT NULL AND (mask & bit) <> 0"""


def sums(asked: Asked) -> str:
    """Posts and what they gathered, by day and hashtag; `_n` is how many posts say a number."""
    metrics = ", ".join(
        f"CAST(sum({one}) AS BIGINT) AS {one}, count({one}) AS {one}_n" for one in NUMBERS
    )
    return f"""SELECT day, tag, count(*) AS posts, count(account) AS accounts_n, {metrics}
FROM {_cells(asked)} GROUP BY day, tag ORDER BY day, tag"""


def accounts(asked: Asked) -> str:
    """Distinct accounts by day and hashtag, counted one by one."""
    return f"""SELECT day, tag, count(DISTINCT account) AS accounts
FROM {_cells(asked)} GROUP BY day, tag ORDER BY day, tag"""


def registers(asked: Asked) -> str:
    """How many registers of HyperLogLog hold which run of leading noughts, by day and hashtag."""
    size = 1 << PRECISION
    rest = f"(account >> {PRECISION})"
    length = f"CASE WHEN {rest} = 0 THEN 0 ELSE length(bin({rest})) END"
    return f"""SELECT day, tag, run, count(*) AS registers FROM (
  SELECT day, tag, account % {size} AS bucket, max({64 - PRECISION} - {length}) AS run
  FROM {_cells(asked)} AND account IS NOT NULL GROUP BY day, tag, account % {size}) AS sketch
GROUP BY day, tag, run ORDER BY day, tag, run"""


def read() -> str:
    """All lines by why they were left out and by day; a line beyond the first is a repeat."""
    return """SELECT reason, day, CAST(sum(lines) AS BIGINT) AS lines,
  CAST(sum(CASE WHEN id IS NULL THEN 0 ELSE lines - 1 END) AS BIGINT) AS repeats
FROM posts GROUP BY reason, day ORDER BY reason, day"""
