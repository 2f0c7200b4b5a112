"""Schema 3: texts that may have near-copies; all that are there wait until groups are next made."""

MAKE_COPY_GROUPS = (
    """
    CREATE TABLE copy_texts (
        key TEXT NOT NULL,
        sketch BLOB NOT NULL,
        phrases INTEGER NOT NULL,
        leader TEXT,
        share FLOAT NOT NULL,
        PRIMARY KEY (key)
    ) WITHOUT ROWID
    """,
    "CREATE INDEX ix_copy_texts_leader ON copy_texts (leader)",
    """
    CREATE TABLE copy_bands (
        band BIGINT NOT NULL,
        leads BOOLEAN NOT NULL,
        key TEXT NOT NULL,
        PRIMARY KEY (band, leads, key)
    ) WITHOUT ROWID
    """,
    "CREATE TABLE waiting_texts (key TEXT NOT NULL, PRIMARY KEY (key)) WITHOUT ROWID",
    """
    INSERT INTO waiting_texts (key)
    SELECT DISTINCT same_text FROM documents WHERE same_text IS NOT NULL
    """,
)
