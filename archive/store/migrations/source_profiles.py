"""Schema 4: what an ingest knew of a source is kept, for one that was cut off."""

MAKE_SOURCE_PROFILES = (
    """
    CREATE TABLE source_profiles (
        source TEXT NOT NULL,
        pages INTEGER NOT NULL,
        profile BLOB NOT NULL,
        PRIMARY KEY (source)
    )
    """,
)
