"""Places by their initials, as written without the last point, and the name they are found by."""

SHORT_NAMES = {
    "NYC": "new york city",
    "N.Y.C": "new york city",
    "L.A": "los angeles",
    "D.C": "washington d c",
    "DC": "washington d c",
    "SF": "san francisco",
    "CDMX": "mexico city",
    "MTL": "montreal",
    "B.C": "british columbia",
    "P.E.I": "prince edward island",
    "PEI": "prince edward island",
    "N.B": "new brunswick",
    "N.W.T": "northwest territories",
    "N.Y": "new york state",
    "N.J": "new jersey",
    "C.-B": "british columbia",
    "Î.-P.-É": "prince edward island",
    "T.-N.-L": "newfoundland and labrador",
    "N.-B": "new brunswick",
    "N.-É": "nova scotia",
    "T.N.-O": "northwest territories",
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
