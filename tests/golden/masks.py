"""What differs from run to run, from machine to machine or from version to version, masked."""

import re
from importlib import metadata

MASK = "‹masked›"

# Times that an answer took, and sizes and digests of files that SQLite or Zstandard lay out.
OF_THE_MOMENT = frozenset({"took_ms", "took_s", "bytes_stored", "sha256"})
# A file of a backup is laid out anew each time: beside one of these, its size and digest say it.
OF_A_BACKUP = frozenset({"sha256", "backup", "moment"})
LAID_OUT = frozenset({"bytes_count", "digest"})

# What an older SQLite is warned of depends on the machine.
OF_SQLITE = re.compile(r"^SQLite [0-9.]+ has a fault.*\n?", re.MULTILINE)
SECONDS = re.compile(r"\(\d+\.\d s\)|\b\d+\.\d seconds?\b")
# What a slow machine tells on the way.
PROGRESS = re.compile(r"^[A-Z][\w ]+: [\d,]+ (?:pages?|documents?), .*\n", re.MULTILINE)
VERSION = re.compile(rf'(?i)(fonds(?:/| |": "|:\s*))({re.escape(metadata.version("fonds"))})')

# What a WARC tells of itself has the version in it, and digests of that.
OF_A_WARC = re.compile(r"(WARC/1\.1\r\nWARC-Type: warcinfo\r\n)(.*?\r\n)(?=\r\n)", re.DOTALL)
DIGESTS = re.compile(r"^(WARC-Record-ID|WARC-Block-Digest|Content-Length): .*?(?=\r)", re.MULTILINE)


def warc_masked(text: str) -> str:
    """A WARC without the digests of the version."""
    return OF_A_WARC.sub(lambda head: head[1] + DIGESTS.sub(rf"\1: {MASK}", head[2]), text)


def text_masked(text: str, folder: str) -> str:
    """A text without the folder, the version and the seconds."""
    text = OF_SQLITE.sub("", PROGRESS.sub("", text.replace(folder, "‹folder›")))
    return VERSION.sub(rf"\1{MASK}", SECONDS.sub(MASK, text))


def json_masked(value: object, folder: str) -> object:
    """The same of a JSON value; its keys stay in their order."""
    if isinstance(value, dict):
        masked = OF_THE_MOMENT | (LAID_OUT if OF_A_BACKUP & value.keys() else frozenset())
        return {
            text_masked(name, folder): MASK if name in masked else one(name, item, folder)
            for name, item in value.items()
        }
    if isinstance(value, list):
        return [json_masked(item, folder) for item in value if not of_sqlite(item)]
    return text_masked(value, folder) if isinstance(value, str) else value


def one(name: str, value: object, folder: str) -> object:
    """The value of a key: what says the version says it alone."""
    return MASK if name == "fonds" and isinstance(value, str) else json_masked(value, folder)


def of_sqlite(item: object) -> bool:
    """Whether a sentence is about this machine's SQLite."""
    return isinstance(item, str) and OF_SQLITE.match(item) is not None
