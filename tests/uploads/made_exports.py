"""Made-up exports in the layouts of the platforms. Nobody wrote or saw any of these posts."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from xml.sax.saxutils import escape

ACCOUNT = "canary_account_77"
TEXT = "a canary sings of made-up things"
ID = "1799999999999999977"
URL = "https://example.org/canary_account_77/status/1799999999999999977"
CANARIES = (ACCOUNT, "canary sings", "canary", ID, URL, "example.org")
"""What must never come out again, in any spelling of any result."""

POSTS = 12
"""Rows of each made-up export: more than ten, so that something is shown."""


def csv(rows: Sequence[Sequence[object]], sign: str = ",") -> bytes:
    """Rows with every cell quoted, as X writes them."""
    lines = (sign.join(f'"{str(cell).replace(chr(34), chr(34) * 2)}"' for cell in r) for r in rows)
    return ("\n".join(lines) + "\n").encode()


def apart(at: int) -> str:
    """An id of its own for each post; the first one is the canary's."""
    return str(int(ID) + at)


def posts(headings: Sequence[str], cells: dict[str, str], days: Sequence[str] = ()) -> bytes:
    """One row a post: `cells` by heading, `{day}` from the days in turn, each with its own id."""
    days = days or ["2024-10-10"] * POSTS
    rows = [
        [cells[h].replace("{day}", day).replace(ID, apart(at)) for h in headings]
        for at, day in enumerate(days)
    ]
    return csv([headings, *rows])


X_ACTIVITY = posts(
    ["Tweet id", "Tweet permalink", "Tweet text", "time", "impressions", "engagements",
     "engagement rate", "retweets", "replies", "favorites", "promoted impressions"],
    {
        "Tweet id": ID, "Tweet permalink": URL, "Tweet text": f"{TEXT} #BellLetsTalk",
        "time": "{day} 18:42 +0000", "impressions": "424.0", "engagements": "10.0",
        "engagement rate": "0.0235", "retweets": "2.0", "replies": "1.0", "favorites": "5.0",
        "promoted impressions": "-",
    },
)  # fmt: skip
X_CONTENT = posts(
    ["Post id", "Date", "Post text", "Post Link", "Impressions", "Likes", "Engagements",
     "Bookmarks", "Shares", "New follows", "Replies", "Reposts"],
    {
        "Post id": ID, "Date": "{day}", "Post text": f"@{ACCOUNT} {TEXT} #BellLetsTalk",
        "Post Link": URL, "Impressions": "1000", "Likes": "20", "Engagements": "30",
        "Bookmarks": "", "Shares": "3", "New follows": "1", "Replies": "2", "Reposts": "4",
    },
    ["Thu, Oct 10, 2024"] * POSTS,
)  # fmt: skip
X_CONTENT_PORTUGUESE = posts(
    ["Data", "Texto do post", "Link do post", "Impressões", "Curtidas", "Engajamentos"],
    {
        "Data": "{day}", "Texto do post": f"{TEXT} #SetembroAmarelo", "Link do post": URL,
        "Impressões": "1.234", "Curtidas": "20", "Engajamentos": "30,5",
    },
    ["10 de out. de 2024"] * POSTS,
)  # fmt: skip
X_DAYS = csv(
    [
        [
            "Date",
            "Impressions",
            "Likes",
            "Engagements",
            "Bookmarks",
            "Shares",
            "Replies",
            "Reposts",
        ],
        ["Thu, Oct 10, 2024", 5000, 40, 90, 10, 12, 11, 5],
        ["Fri, Oct 11, 2024", 7000, 60, 99, 0, 14, 15, 16],
    ]
)
X_ACTIVITY_DAYS = csv(
    [
        ["Date", "Tweets published", "impressions", "retweets", "replies", "favorites"],
        ["2015-09-30", 3, "424.0", "20.0", "11.0", "50.0"],
    ]
)
INSTAGRAM = posts(
    ["Post ID", "Account ID", "Account username", "Account name", "Description",
     "Duration (sec)", "Publish time", "Permalink", "Post type", "Data comment", "Date",
     "Views", "Reach", "Likes", "Shares", "Follows", "Comments", "Saves"],
    {
        "Post ID": ID, "Account ID": ID, "Account username": ACCOUNT, "Account name": ACCOUNT,
        "Description": f"{TEXT} #BellLetsTalk", "Duration (sec)": "0",
        "Publish time": "{day} 18:00", "Permalink": URL, "Post type": "IG image",
        "Data comment": "", "Date": "Lifetime", "Views": "15,000", "Reach": "9,500",
        "Likes": "987", "Shares": "3", "Follows": "1", "Comments": "2", "Saves": "4",
    },
    ["09/15/2026"] * POSTS,
)  # fmt: skip
FACEBOOK = posts(
    ["Post ID", "Page ID", "Page name", "Title", "Description", "Publish time", "Permalink",
     "Post type", "Views", "Reach", "Reactions", "Comments", "Shares"],
    {
        "Post ID": ID, "Page ID": ID, "Page name": ACCOUNT, "Title": f"{TEXT} #Bell",
        "Description": "", "Publish time": "{day} 18:00", "Permalink": URL,
        "Post type": "Photos", "Views": "150", "Reach": "95", "Reactions": "9", "Comments": "2",
        "Shares": "1",
    },
    ["09/15/2026"] * POSTS,
)  # fmt: skip
_INSIGHTS = ["Post ID", "Permalink", "Post Message", "Type", "Posted",
             "Lifetime Post Total Reach", "Lifetime Post organic reach",
             "Lifetime Post Total Impressions", "Lifetime Organic views to 95%",
             "Lifetime Organic views to 95%"]  # fmt: skip
FACEBOOK_INSIGHTS = csv(
    [
        _INSIGHTS,
        ["", "", "", "", "", "Lifetime: The total number of people your Page post was served to.",
         "Lifetime: organic", "Lifetime: The number of impressions of your Page post.",
         "Lifetime: 95%", "Lifetime: 95%"],
        *([apart(at), URL, TEXT, "Photo", "10/13/2015 21:00", "500", "400", "800", "1", "1"]
          for at in range(POSTS)),
    ]
)  # fmt: skip
TIKTOK = posts(
    ["Video title", "Video link", "Video publish time", "Total views", "Total likes",
     "Total comments", "Total shares", "Average watch time"],
    {
        "Video title": f"{TEXT} #BellLetsTalk", "Video link": URL,
        "Video publish time": "{day} 18:30:00", "Total views": "1.2K", "Total likes": "300",
        "Total comments": "12", "Total shares": "7", "Average watch time": "3.5",
    },
)  # fmt: skip
TIKTOK_SPANISH = posts(
    ["Título del video", "Hora de publicación", "Enlace del video", "Visualizaciones",
     "Me gusta", "Comentarios", "Veces que se compartió"],
    {
        "Título del video": f"{TEXT} #SaludMental", "Hora de publicación": "{day}",
        "Enlace del video": URL, "Visualizaciones": "1200", "Me gusta": "300",
        "Comentarios": "12", "Veces que se compartió": "7",
    },
    ["10 de octubre de 2024"] * POSTS,
)  # fmt: skip
_YOUTUBE = ["Content", "Video title", "Video publish time", "Duration", "Views",
            "Watch time (hours)", "Subscribers", "Impressions",
            "Impressions click-through rate (%)"]  # fmt: skip
YOUTUBE = csv(
    [
        _YOUTUBE,
        ["Total", "", "", "", 1200 * POSTS, "46.8", 3, 9000 * POSTS, "3.51"],
        *[[" -i5vcanary", f"{TEXT} #BellLetsTalk", "Aug 28, 2025", "61", "1200", "3.9", "0",
           "9000", "3.51"]] * POSTS,
    ]
)  # fmt: skip
YOUTUBE_DAYS = csv(
    [
        ["Date", "Views", "Watch time (hours)"],
        ["Total", "3400", "50.1"],
        ["2025-08-28", "1200", "20.1"],
        ["2025-08-29", "2200", "30.0"],
    ]
)
_LINKEDIN = ["Date", "Impressions (organic)", "Impressions (sponsored)", "Impressions (total)",
             "Unique impressions (organic)", "Clicks (total)", "Reactions (total)",
             "Comments (total)", "Reposts (total)", "Engagement rate (total)"]  # fmt: skip
LINKEDIN_DAYS = csv(
    [
        ["Made-up description of what was exported."],
        _LINKEDIN,
        ["10/13/2024", 90, 10, 100, 80, 12, 20, 11, 4, "0.05"],
        ["10/14/2024", 190, 10, 200, 180, 22, 30, 0, 14, "0.05"],
    ]
)
LINKEDIN_POSTS = posts(
    ["Post title", "Post link", "Post type", "Created date", "Impressions",
     "Click through rate (CTR)", "Engagement rate"],
    {
        "Post title": f"{TEXT} #BellLetsTalk", "Post link": URL, "Post type": "Organic",
        "Created date": "{day}", "Impressions": "100", "Click through rate (CTR)": "0.01",
        "Engagement rate": "0.02",
    },
    ["10/13/2024"] * POSTS,
)  # fmt: skip
_MENTIONS = ["Query Id", "Query Name", "Date", "Mention Id", "Resource Id", "Url",
             "Original Url", "Page Type", "Content Source Name", "Language", "Title", "Author",
             "Snippet", "Hashtags"]  # fmt: skip
BRANDWATCH = csv(
    [
        ["Report:", "Bulk Mentions Download"],
        ["Brand:", ACCOUNT],
        ["From:", "Sat Jan 01 00:00:00 UTC 2020"],
        ["To:", "Sun Jan 02 00:00:00 UTC 2020"],
        ["Label:", ""],
        [],
        _MENTIONS,
        *([ID, "made up", "2020-01-01 10:00:00.0", apart(at), apart(at), URL, URL, "twitter",
           "Twitter", "en", TEXT, ACCOUNT, TEXT, "BellLetsTalk, mentalhealth"]
          for at in range(POSTS)),
        *([ID, "made up", "2020-01-01 11:00:00.0", apart(-1 - at), apart(-1 - at), URL, URL,
           "blog", URL, "en", TEXT, ACCOUNT, f"{TEXT} #BellLetsTalk", ""] for at in range(POSTS)),
    ]
)  # fmt: skip
SPROUT = posts(
    ["Date", "Post ID", "Network", "Post Type", "Content Type", "Profile", "Post", "Impressions",
     "Organic Impressions", "Reach", "Engagements", "Engagement Rate (per Impression)",
     "Video Views", "Saves", "Link"],
    {
        "Date": "{day} 1:05 pm", "Post ID": ID, "Network": "Instagram", "Post Type": "Post",
        "Content Type": "Photo", "Profile": ACCOUNT, "Post": f"{TEXT} #BellLetsTalk",
        "Impressions": "1,234", "Organic Impressions": "1,230", "Reach": "999",
        "Engagements": "56", "Engagement Rate (per Impression)": "5.6%", "Video Views": "",
        "Saves": "3", "Link": URL,
    },
    ["10/13/2024"] * POSTS,
)  # fmt: skip
SPROUT_DAYS = csv(
    [
        ["Date", "Network", "Audience", "Published Posts (Total)", "Impressions", "Engagements"],
        ["10-13-2024", "Facebook", "4,000", "12", "12,340", "1,100"],
        ["10-13-2024", "X", "4,000", "15", "2,340", "100"],
    ]
)
MELTWATER = posts(
    ["Date", "Headline", "URL", "Opening Text", "Hit Sentence", "Source", "Influencer",
     "Country", "Language", "Reach", "Engagement", "AVE", "Sentiment", "Input Name", "Keywords"],
    {
        "Date": "{day} 05:30AM", "Headline": TEXT, "URL": URL, "Opening Text": TEXT,
        "Hit Sentence": f"{TEXT} #BellLetsTalk", "Source": "Twitter", "Influencer": ACCOUNT,
        "Country": "Canada", "Language": "English", "Reach": "120000", "Engagement": "12",
        "AVE": "1110.5", "Sentiment": "Neutral", "Input Name": "made up", "Keywords": "bell",
    },
    ["13-Oct-2024"] * POSTS,
)  # fmt: skip
TALKWALKER = posts(
    ["title", "content", "published", "extra_author_attributes.name",
     "extra_source_attributes.name", "reach", "engagement", "url", "lang", "source_type"],
    {
        "title": TEXT, "content": f"{TEXT} #BellLetsTalk", "published": "{day} 10:00",
        "extra_author_attributes.name": ACCOUNT, "extra_source_attributes.name": ACCOUNT,
        "reach": "5000", "engagement": "12", "url": URL, "lang": "en", "source_type": "BLOG",
    },
    ["13/10/2024"] * POSTS,
)  # fmt: skip
DETERM = posts(
    ["mention_snippet", "date", "time", "reach", "engagement_rate"],
    {
        "mention_snippet": f"{TEXT} #BellLetsTalk", "date": "{day}", "time": "10:00",
        "reach": "500", "engagement_rate": "0.1",
    },
)  # fmt: skip
VOLUME_TABS = b"date\tnumberOfDocuments\n2018-01-01T00:00:00.000+0000\t5\n" + (
    b"2018-01-02T00:00:00.000+0000\t335\n2018-01-03T00:00:00.000+0000\t54\n"
)
VOLUME_ENDS = (
    b'startDate,endDate,numberOfDocuments\n"2018-01-01T00:00:00","2018-01-02T00:00:00",0\n'
    b'"2018-01-02T00:00:00","2018-01-03T00:00:00",120\n'
)
TRENDS = (
    b"Category: All categories\n\nWeek,mental health: (United States)\n"
    b"2018-01-28,44\n2018-02-04,<1\n2018-02-11,100\n"
)
TWO_TERMS = (
    b"Category: All categories\n\nWeek,@someone: (www.example.org),sleep: (Canada)\n"
    b"2018-01-28,44,3\n2018-02-04,<1,5\n2018-02-11,100,8\n"
)
"""Two terms, one of which reads like an account, in places of which one reads like an address."""


def sheet(rows: Sequence[Sequence[object]]) -> bytes:
    """A workbook of one sheet, written by hand: numbers as numbers, the rest as text."""
    return workbook({"Made up": rows})


def workbook(sheets: dict[str, Sequence[Sequence[object]]], **more: bytes) -> bytes:
    """A minimal Excel workbook; ``more`` adds or replaces files in it, `/` written as `__`."""
    parts = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/'
        'content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}"><Relationship Id="rId1" '
        f'Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": _book(list(sheets)),
        "xl/_rels/workbook.xml.rels": _relations(len(sheets)),
    }
    for number, rows in enumerate(sheets.values(), 1):
        parts[f"xl/worksheets/sheet{number}.xml"] = _sheet_xml(rows)
    files = {name: text.encode() for name, text in parts.items()}
    files |= {name.replace("__", "/"): content for name, content in more.items()}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def _book(names: list[str]) -> str:
    tags = "".join(
        f'<sheet name="{escape(name)}" sheetId="{i}" r:id="rId{i}"/>'
        for i, name in enumerate(names, 1)
    )
    return f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>{tags}</sheets></workbook>'


def _relations(count: int) -> str:
    tags = "".join(
        f'<Relationship Id="rId{i}" Type="{_OFFICE}/worksheet" Target="worksheets/sheet{i}.xml"/>'
        for i in range(1, count + 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}">{tags}</Relationships>'


def _sheet_xml(rows: Sequence[Sequence[object]]) -> str:
    out = []
    for r, row in enumerate(rows, 1):
        cells = (_cell(cell, f"{_letter(c)}{r}") for c, cell in enumerate(row))
        out.append(f'<row r="{r}">{"".join(cells)}</row>')
    return f'<worksheet xmlns="{_MAIN}"><sheetData>{"".join(out)}</sheetData></worksheet>'


def _cell(cell: object, place: str) -> str:
    if isinstance(cell, int | float):
        return f'<c r="{place}"><v>{cell}</v></c>'
    return f'<c r="{place}" t="inlineStr"><is><t>{escape(str(cell))}</t></is></c>' if cell else ""


def _letter(number: int) -> str:
    return chr(65 + number) if number < 26 else chr(64 + number // 26) + chr(65 + number % 26)


LINKEDIN_PERSON = workbook(
    {
        "DISCOVERY": [["Overall Performance", "made up"], ["Impressions", 1000]],
        "TOP POSTS": [
            ["Maximum of 50 posts available to include in this list"],
            [""],
            ["Post URL", "Post publish date", "Engagements", "", "Post URL", "Post publish date",
             "Impressions"],
            *[[URL, "10/13/2024", 30, "", URL, "10/14/2024", 900]] * POSTS,
        ],
    }
)  # fmt: skip
EVERY = {
    "x-activity": X_ACTIVITY,
    "x-activity-days": X_ACTIVITY_DAYS,
    "x-content": X_CONTENT,
    "x-days": X_DAYS,
    "instagram": INSTAGRAM,
    "facebook": FACEBOOK,
    "facebook-insights": FACEBOOK_INSIGHTS,
    "tiktok": TIKTOK,
    "youtube": YOUTUBE,
    "youtube-days": YOUTUBE_DAYS,
    "linkedin-days": LINKEDIN_DAYS,
    "linkedin-posts": LINKEDIN_POSTS,
    "linkedin-person": LINKEDIN_PERSON,
    "brandwatch-mentions": BRANDWATCH,
    "brandwatch-volume": VOLUME_ENDS,
    "sprout-posts": SPROUT,
    "sprout-days": SPROUT_DAYS,
    "meltwater": MELTWATER,
    "talkwalker": TALKWALKER,
    "determ": DETERM,
    "google-trends": TRENDS,
}
"""One made-up export of every format that is known."""
