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
"""Seconds of computing that reading any upload may take."""

UPLOAD_PATIENCE = 3.0
"""Seconds by the clock for each of computing: a busy machine computes slower than its clock."""

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

SERVER_MESSAGES_BURST = 30
"""Messages a visitor's page may send at once; dragging a slider from end to end sends about 20."""

SERVER_MESSAGES_PER_SECOND = 2.0
"""Messages a second after that; each may redraw a page, which takes about 0.3 s of computing."""

SERVER_DRAWINGS = 4
"""Pages that are drawn at the same time; they share one core, so more would only wait longer."""

SERVER_REDRAWS = 3
"""Times a page may be asked for anew while it is being drawn; each is a thread for a while."""

SERVER_REST_SECONDS = 10.0
"""Longest rest of a page that sends too fast, which else lasts as long as drawing it took; and
longest that a page being drawn holds up another one, as while a file is read elsewhere."""

SERVER_MESSAGE_BYTES = 1_000_000
"""Largest message from a visitor's page. A deck of 40 claims has 5,000; files come another way."""

SERVER_CONNECTIONS = 200
"""Most pages that are open at the same time on one server; an idle one holds 0.15 MB."""

SERVER_CONNECTIONS_PER_ADDRESS = 60
"""Most of them from one internet address: a class or an office often shares one."""

SERVER_OPENINGS_PER_SECOND = 1.0
"""Pages one address may open each second, after as many at once as it may have open."""

SERVER_ADDRESSES = 10_000
"""Most internet addresses that are remembered, in memory only; the oldest go first."""

SERVER_UPLOADS_SECONDS = 3_600.0
"""How long an upload counts against the limits below."""

SERVER_UPLOADS_PER_SESSION = 20
"""Most files that one open page may send in that time."""

SERVER_UPLOAD_BYTES_PER_SESSION = 600_000_000
"""Most bytes of them: two files of the largest size."""

SERVER_UPLOADS_PER_ADDRESS = 120
"""Most files from one internet address in that time: two for everybody in a full class."""

SERVER_UPLOAD_BYTES_PER_ADDRESS = 2_000_000_000
"""Most bytes of them."""

SERVER_UPLOAD_BYTES = 4_000_000_000
"""Most bytes from everybody together in that time."""

SERVER_PACKED_BYTES = 32_000_000
"""Memory for packed scripts and styles; all that Streamlit has take about 8,000,000."""

SERVER_PACKED_FILE_BYTES = 16_000_000
"""Largest single file that is packed; plotly's is 4,700,000."""

SERVER_PACKED_FROM_BYTES = 1_000
"""Smallest file that is worth packing."""

SERVER_TAKEN_BYTES = 32_000_000
"""Memory for whole series that somebody took along; all tables, packed, have about 2,000,000."""

SERVER_HEALTH_SECONDS = 5.0
"""Seconds that checking every table may take before the server says that it is not well."""

SERVER_HEALTH_KEPT_SECONDS = 1.0
"""Seconds for which an answer about health is given again without looking."""

ARCHIVE_HASHTAGS = 60
"""Most hashtags of one count of an archive; each takes one bit of a number of 63."""

ARCHIVE_LINE_BYTES = 8_000_000
"""Longest line of an archive. A post has a few thousand; a page of 500 of them, two million."""

ARCHIVE_EXACT_POSTS = 20_000_000
"""Most posts with the hashtags whose distinct accounts are counted one by one, not estimated."""

ARCHIVE_MEMORY = 2_000_000_000
"""Memory that a count takes at most, unless somebody says otherwise."""

ARCHIVE_LEAST_MEMORY = 600_000_000
"""Least memory that a count can do with: about half of it is for reading."""
