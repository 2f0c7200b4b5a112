"""Cities by their initials, as written, and the name the gazetteer has them under."""

SHORT_NAMES = {
    "NYC": "new york city",
    "N.Y.C": "new york city",
    "L.A": "los angeles",
    "D.C": "washington d c",
    "DC": "washington d c",
    "SF": "san francisco",
    "CDMX": "mexico city",
    "MTL": "montreal",
}

# Names that the gazetteer gives to few or to the wrong place.
NICKNAMES = {
    "new york": 5128581,
    "new york city": 5128581,
    "washington d c": 4140963,
    "quebec city": 6325494,
    "ville de quebec": 6325494,
    "saint johns": 6324733,
    "newcastle": 2641673,
}
