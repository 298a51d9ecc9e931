"""Limits of the house as named constants: what may be how large, how many, how old."""

HELPLINE_MAX_AGE_DAYS = 400
"""Days after which a helpline must be looked up again; a test fails beyond it."""

SMALLEST_COUNT = 10
"""Smallest count of posts, accounts or clicks from a person's own file that is shown."""

UPLOAD_BYTES = 300_000_000
"""Largest export that is read; the server's `maxUploadSize` may set it lower."""

UPLOAD_HEAD_BYTES = 65_536
"""What is looked at before anything is read: what it really is, columns, headings."""

UPLOAD_COLUMNS = 200
"""Most columns of an export. Brandwatch writes 197; ten thousand are an attack or a mistake."""

UPLOAD_LINE_BYTES = 1_000_000
"""Longest line of a text file. The longest post of any platform is far shorter."""

UPLOAD_WORKBOOK_BYTES = 200_000_000
"""Largest unpacked size of a workbook."""

UPLOAD_WORKBOOK_RATIO = 100
"""Most times that a workbook may grow when unpacked; real ones grow five to twenty times."""

UPLOAD_WORKBOOK_CELLS = 15_000_000
"""Most cells of one sheet: a million rows of fifteen columns."""

UPLOAD_SECONDS = 10.0
"""Seconds, by the clock and of computing, that reading any upload may take."""

UPLOAD_SECONDS_PER_MB = 0.2
"""Seconds that each megabyte adds to `UPLOAD_SECONDS`."""

UPLOAD_MEMORY_BYTES = 1_000_000_000
"""Memory, libraries included, of the process that reads an upload."""

UPLOAD_HASHTAGS = 50
"""Most hashtags that are listed by themselves; those with the most posts come first."""

UPLOAD_HASHTAGS_SEEN = 200_000
"""Most different hashtags that are told apart while reading."""

UPLOAD_DAYS_SEEN = 50_000
"""Most different spellings of dates in one file: 23 years of days have 8,400."""

UPLOAD_UNREAD_SHARE = 0.01
"""Share of dates or numbers that may be unreadable before the reader asks how to go on."""

UPLOAD_FIRST_YEAR = 2004
"""Posts dated earlier are left out: no platform that is read here existed."""

CLAIM_LETTERS = 320
"""Longest line of a claim: two of the longest groups there are fit in."""

CLAIM_GROUP_LETTERS = 130
"""Longest label of a group in such a line, signs written out."""

DECK_CLAIMS = 40
"""Most claims of a deck; an address of 2,000 letters holds 20 of the usual length."""

DECK_TITLE_LETTERS = 100
"""Longest title of a deck."""

DECK_ASK_LETTERS = 300
"""Longest ask: what the listener is asked to do."""

DECK_BYTES = 200_000
"""Largest deck file that is read."""

CLAIM_ROWS_KEPT = 12
"""Most rows of a claim that a deck file keeps word for word, to name the one that changed."""
WORDING_CHARACTERS = 100_000
"""Longest text whose wording is checked, about 60 pages; a talking point has a few hundred."""

WORDING_FINDINGS = 50
"""Most findings of one rule in one text; more would only repeat what has to be mended."""

PACK_BYTES = 50_000_000
"""Largest evidence pack that is opened to be verified; one of 40 claims has about a megabyte."""

PACK_CLAIMS_BYTES = 2_000_000
"""Largest list of claims inside such a pack, unpacked."""
