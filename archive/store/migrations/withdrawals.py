"""Schema 7: what is withdrawn leaves a tombstone; backups are recorded."""

MAKE_WITHDRAWALS = (
    """
    CREATE TABLE withdrawals (
        id INTEGER NOT NULL,
        sequence BIGINT NOT NULL,
        document_id TEXT NOT NULL,
        kind TEXT NOT NULL,
        reason TEXT NOT NULL,
        who TEXT NOT NULL,
        made TEXT NOT NULL,
        until TEXT,
        since TEXT,
        ended TEXT,
        ended_by TEXT,
        replaced BOOLEAN NOT NULL,
        erased TEXT,
        PRIMARY KEY (id),
        UNIQUE (sequence)
    )
    """,
    "CREATE INDEX ix_withdrawals_document_id ON withdrawals (document_id)",
    """
    CREATE TABLE withdrawn_digests (
        withdrawal INTEGER NOT NULL,
        digest TEXT NOT NULL,
        redacted TEXT,
        PRIMARY KEY (withdrawal, digest),
        FOREIGN KEY(withdrawal) REFERENCES withdrawals (id)
    )
    """,
    "CREATE INDEX withdrawn_digests_by_digest ON withdrawn_digests (digest)",
    """
    CREATE TABLE withheld (
        document_id TEXT NOT NULL,
        rows TEXT NOT NULL,
        seal TEXT NOT NULL,
        PRIMARY KEY (document_id)
    )
    """,
    """
    CREATE TABLE withheld_bodies (
        document_id TEXT NOT NULL,
        digest TEXT NOT NULL,
        bytes_count BIGINT NOT NULL,
        bytes_stored BIGINT NOT NULL,
        packed BLOB NOT NULL,
        PRIMARY KEY (document_id, digest),
        FOREIGN KEY(document_id) REFERENCES withheld (document_id)
    )
    """,
    """
    CREATE TABLE backups (
        id INTEGER NOT NULL,
        kind TEXT NOT NULL,
        made TEXT NOT NULL,
        moment TEXT NOT NULL,
        file TEXT NOT NULL,
        digest TEXT NOT NULL,
        bytes_count BIGINT NOT NULL,
        sequence BIGINT NOT NULL,
        documents INTEGER NOT NULL,
        PRIMARY KEY (id)
    )
    """,
)
