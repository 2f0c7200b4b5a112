"""The names of what a publication date can rest on, as its evidence gives them."""

MANIFEST = "manifest"

# What markup and the address state. "meta" is followed by the element's own name.
JSON_LD = "json-ld datePublished"
META = "meta"
TIME = "time element"
URL = "url"
DISAGREE = "sources disagree"
# The stamp of a change says nothing of publication: a date never rests on it alone.
CHANGE = "modified"

# What lines tell, the clearest first.
PUBLISHED_LINE = "published line"
DATELINE = "dateline"
RELEASE_LINE = "press release line"
FIRST_POST = "first post line"
BYLINE = "byline"
DATE_LINE = "date line"
IN_A_LINE = "date in a line"
LINES = (
    PUBLISHED_LINE, DATELINE, RELEASE_LINE, FIRST_POST, BYLINE, DATE_LINE, IN_A_LINE,
)  # fmt: skip

# What bounds the day, where none is told.
AGO = "counted from the capture"
BY_UPDATE = "bounded by update"
BY_TEXT = "bounded by text"
BY_COPYRIGHT = "bounded by copyright"

EVIDENCE = (
    MANIFEST, JSON_LD, META, TIME, URL, DISAGREE, *LINES, AGO, BY_UPDATE, BY_TEXT, BY_COPYRIGHT,
)  # fmt: skip
