"""The tables. What is here is the truth: every index can be made again from it.

    bodies ◄── captures ◄── removed_lines
                  ▲ ▲
                  │ └── documents (current capture) ◄── corrections
                 runs ◄── refusals

    documents ◄── source_pages ◄── source_lines, source_profiles

    documents (same_text) ··· copy_texts ··· copy_bands
                          ··· waiting_texts

    withdrawals ◄── withdrawn_digests
    withheld ◄── withheld_bodies         backups

Change a table only together with a step in `migrations`.
"""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    UniqueConstraint,
)

from archive.store.column_types import Day, Moment, Words

metadata = MetaData()

# One row for each schema that this archive has had; the highest is its schema now.
schema_versions = Table(
    "schema_versions",
    metadata,
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("made", Moment, nullable=False),
)

# Raw bytes, once however often they were captured.
bodies = Table(
    "bodies",
    metadata,
    Column("digest", Words, primary_key=True),  # SHA-256 of the raw bytes, 64 hex digits
    Column("bytes_count", BigInteger, nullable=False),  # of the raw bytes
    Column("bytes_stored", BigInteger, nullable=False),  # of `packed`
    Column("packed", LargeBinary, nullable=False),  # Zstandard
)

runs = Table(
    "runs",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("started", Moment, nullable=False),
    Column("finished", Moment),
    Column("command", Words, nullable=False),
    Column("inputs", Words, nullable=False),  # JSON list
    Column("new", Integer, nullable=False, default=0),
    Column("changed", Integer, nullable=False, default=0),
    Column("same", Integer, nullable=False, default=0),
    Column("refused", Integer, nullable=False, default=0),
    Column("passed_over", Integer, nullable=False, default=0),
)

captures = Table(
    "captures",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("document_id", Words, nullable=False),
    Column("digest", Words, ForeignKey("bodies.digest"), nullable=False),
    Column("captured", Moment),  # when these bytes were first fetched
    Column("seen_last", Moment),  # when they were last fetched
    Column("ingested", Moment, nullable=False),
    Column("run", Integer, ForeignKey("runs.id"), nullable=False),
    Column("url", Words),
    Column("media_type", Words, nullable=False),
    Column("charset", Words),
    Column("origin", Words, nullable=False),
    Column("supplied", Words, nullable=False),  # JSON object; see `store.supplied`
    Column("removed_count", Integer, nullable=False),  # rows in removed_lines
    Column("ledger_seal", Words),  # see `store.seals`
    UniqueConstraint("document_id", "digest"),
    Index("captures_by_digest", "digest"),
)

# The ledger: what cleaning took from a capture, in the original's order.
removed_lines = Table(
    "removed_lines",
    metadata,
    Column("capture", Integer, ForeignKey("captures.id"), primary_key=True),
    Column("position", Integer, primary_key=True),  # 0-based
    Column("number", Integer, nullable=False),  # of the line in the original, 1-based
    Column("text", Words, nullable=False),
    Column("rule", Words, nullable=False),
    Column("reason", Words, nullable=False),
    Column("score", Float),  # 0-1
    sqlite_with_rowid=False,
)

# Documents as found; corrections are laid over when they are read. The long text comes last,
# so that what is short is read without it.
documents = Table(
    "documents",
    metadata,
    Column("id", Words, primary_key=True),
    Column("sequence", BigInteger, nullable=False, unique=True),
    Column("capture", Integer, ForeignKey("captures.id"), nullable=False),  # the current one
    Column("title", Words, nullable=False),
    Column("url", Words),
    Column("source", Words, index=True),
    Column("language", Words, nullable=False, index=True),
    Column("earliest", Day),  # published; both None where undated (date_evidence is None too)
    Column("latest", Day),
    Column("date_evidence", Words),
    Column("date_quote", Words),
    Column("same_text", Words, index=True),  # the same for the same words; see `store.copies`
    Column("authors", Words, nullable=False),  # JSON list of names
    Column("years_mentioned", Words, nullable=False),  # JSON list
    Column("flags", Words, nullable=False),  # JSON list
    Column("evidence", Words, nullable=False),  # JSON list of lists
    Column("places", Words, nullable=False),  # JSON list of lists
    Column("text", Words, nullable=False),
    Column("seal", Words),  # see `store.seals`
    Index("documents_by_date", "earliest", "latest", "date_evidence"),
)

corrections = Table(
    "corrections",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("document_id", Words, ForeignKey("documents.id"), nullable=False, index=True),
    Column("field", Words, nullable=False),
    Column("value", Words, nullable=False),  # JSON
    Column("note", Words, nullable=False),
    Column("who", Words, nullable=False),
    Column("made", Moment, nullable=False),
)

# Which source each document is of, as cleaning sees sources; see `archive.page_lines`.
source_pages = Table(
    "source_pages",
    metadata,
    Column("document_id", Words, ForeignKey("documents.id"), primary_key=True),
    Column("source", Words, nullable=False),  # "" for none
    Column("run", Integer, ForeignKey("runs.id")),  # the last that made the document again
    Index("source_pages_by_source", "source", "document_id"),
)

# The lines of a sample of each source's pages; what it repeats is counted on them.
source_lines = Table(
    "source_lines",
    metadata,
    Column("document_id", Words, ForeignKey("source_pages.document_id"), primary_key=True),
    Column("source", Words, nullable=False),
    Column("lines", LargeBinary, nullable=False),  # as the indexer packs them
    Index("source_lines_by_source", "source", "document_id"),
)

# What an ingest knew of a source when it last looked: one that was cut off goes on the same.
source_profiles = Table(
    "source_profiles",
    metadata,
    Column("source", Words, primary_key=True),
    Column("pages", Integer, nullable=False),  # documents of the source when it was made
    Column("profile", LargeBinary, nullable=False),  # as the indexer packs it
)

# Texts that may have near-copies, each with the leader of its group; see `store.copies`.
copy_texts = Table(
    "copy_texts",
    metadata,
    Column("key", Words, primary_key=True),  # documents.same_text
    Column("sketch", LargeBinary, nullable=False),  # as the indexer packs it
    Column("phrases", Integer, nullable=False),  # different ones in the text
    Column("leader", Words, index=True),  # its key where it leads; None until its group is found
    Column("share", Float, nullable=False),  # how alike it is to its leader, 0-1
    sqlite_with_rowid=False,
)

# What texts that may be near have in common.
copy_bands = Table(
    "copy_bands",
    metadata,
    Column("band", BigInteger, primary_key=True, autoincrement=False),
    Column("leads", Boolean, primary_key=True),  # whether the text leads its group
    Column("key", Words, primary_key=True),
    sqlite_with_rowid=False,
)

# Texts that came or went since groups were last made.
waiting_texts = Table(
    "waiting_texts",
    metadata,
    Column("key", Words, primary_key=True),
    sqlite_with_rowid=False,
)

refusals = Table(
    "refusals",
    metadata,
    Column("key", Words, primary_key=True),  # SHA-256 of origin, digest and reason
    Column("origin", Words, nullable=False),
    Column("reason", Words, nullable=False),
    Column("mend", Words, nullable=False),
    Column("offset", BigInteger),
    Column("digest", Words),
    Column("first_seen", Moment, nullable=False),
    Column("last_seen", Moment, nullable=False),
    Column("run", Integer, ForeignKey("runs.id"), nullable=False),
)

# What was taken out of the archive, hidden, or blacked out: who, when and why. No text, no address.
withdrawals = Table(
    "withdrawals",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("sequence", BigInteger, nullable=False, unique=True),  # one count with documents'
    Column("document_id", Words, nullable=False, index=True),
    Column("kind", Words, nullable=False),  # withdrawn, hidden or redacted
    Column("reason", Words, nullable=False),
    Column("who", Words, nullable=False),
    Column("made", Moment, nullable=False),
    Column("until", Day),  # a hidden page comes back on this day; None: when it is let back
    Column("since", Moment),  # when the page first came in: later backups hold it
    Column("ended", Moment),  # when a hidden page came back, or was withdrawn for good
    Column("ended_by", Words),
    Column("replaced", Boolean, nullable=False, default=False),  # withdrawn for good after
    Column("erased", Moment),  # when no file of the archive held it any more
)

# The bytes that were taken out; they are not taken in again.
withdrawn_digests = Table(
    "withdrawn_digests",
    metadata,
    Column("withdrawal", Integer, ForeignKey("withdrawals.id"), primary_key=True),
    Column("digest", Words, primary_key=True),  # of the bytes as they came
    Column("redacted", Words),  # of the bytes that are kept instead, where words were blacked out
    Index("withdrawn_digests_by_digest", "digest"),
)

# Pages that are hidden for a time, whole, where nothing that reads documents finds them.
withheld = Table(
    "withheld",
    metadata,
    Column("document_id", Words, primary_key=True),
    Column("rows", Words, nullable=False),  # JSON; see `store.withholding`
    Column("seal", Words, nullable=False),
)
withheld_bodies = Table(
    "withheld_bodies",
    metadata,
    Column("document_id", Words, ForeignKey("withheld.document_id"), primary_key=True),
    Column("digest", Words, primary_key=True),
    Column("bytes_count", BigInteger, nullable=False),
    Column("bytes_stored", BigInteger, nullable=False),
    Column("packed", LargeBinary, nullable=False),
)

# Backups that were written of this archive, and the one that it was restored from.
backups = Table(
    "backups",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("kind", Words, nullable=False),  # backup or restore
    Column("made", Moment, nullable=False),  # when this was done
    Column("moment", Moment, nullable=False),  # of which the backup is
    Column("file", Words, nullable=False),  # its whole path
    Column("digest", Words, nullable=False),  # SHA-256 of the file, 64 hex digits
    Column("bytes_count", BigInteger, nullable=False),
    Column("sequence", BigInteger, nullable=False),  # the number of the last change in it
    Column("documents", Integer, nullable=False),
)
