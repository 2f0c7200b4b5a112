"""sources.toml: one name for each source, however its pages write it.

    [[source]]
    name = "The Harbour Post"
    aliases = ["Harbour Post", "harbourpost.example", "HP Online"]
    home = "London, Ontario"

An alias is a name or a host; a host stands for those below it too ("harbourpost.example" for
"www.harbourpost.example"). Case, accents, spaces, signs and a leading article make no difference.
"""

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from archive.errors import BadSources
from archive.written_file import read_written

FILE_NAME = "sources.toml"
KNOWN = ("name", "aliases", "home")
# More than archivists write by hand.
MAX_BYTES = 1_000_000
MAX_NAME_CHARACTERS = 200
EXAMPLE = '[[source]]\nname = "The Harbour Post"\naliases = ["harbourpost.example"]'

ARTICLE = re.compile(r"^(?:the|le|la|les)\s+|^l[’']", re.IGNORECASE)
NOT_WORD = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class SourceName:
    """One source of the table.

    home: where it is, "London, Ontario", or ""
    """

    name: str
    aliases: tuple[str, ...] = ()
    home: str = ""


@dataclass(frozen=True, slots=True)
class SourceNames:
    """The table: each source by the folded form of its name and of each alias."""

    by_key: Mapping[str, SourceName] = field(default_factory=dict)

    def named(self, written: str) -> SourceName | None:
        """The source that goes by this name, or None."""
        return self.by_key.get(folded(written)) if written else None

    def at(self, host: str) -> SourceName | None:
        """The source that has this host, or one above it, among its aliases; or None."""
        labels = host.removeprefix("www.").split(".")
        hosts = (".".join(labels[start:]) for start in range(len(labels) - 1))
        return next((found for host in hosts if (found := self.named(host))), None)

    def all_names(self, *written: str | None) -> tuple[str, ...]:
        """What is written, names or hosts, with every other name and host of these sources."""
        names = dict.fromkeys(name for name in written if name)
        for name in tuple(names):
            found = self.named(name) or self.at(name)
            if found:
                names.update(dict.fromkeys((found.name, *found.aliases)))
        return tuple(names)

    def canonical(self, written: str) -> str:
        """The source's one name, or what is written where the table does not have it."""
        found = self.named(written)
        return found.name if found else written


NO_NAMES = SourceNames()


def folded(name: str) -> str:
    """A name without what differs from page to page.

    >>> folded("The Harbour-Post") == folded("harbour post")
    True
    """
    bare = ARTICLE.sub("", name.strip()).removeprefix("www.")
    letters = unicodedata.normalize("NFKD", bare.casefold())
    kept = "".join(c for c in letters if not unicodedata.combining(c))
    return NOT_WORD.sub("", kept) or name.strip()


def read_source_names(folder: Path) -> SourceNames:
    """The table of the archive in a folder; without entries where it has no sources.toml.

    Raise BadSources, which names the file, the entry, what is wrong and the mend.
    """
    path = folder / FILE_NAME
    text = read_written(path, MAX_BYTES, BadSources) or ""
    try:
        written = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadSources(f"{path}: {error}; mend this line") from error
    entries = written.get("source", [])
    unknown = [name for name in written if name != "source"]
    if unknown or not isinstance(entries, list):
        raise BadSources(f"{path}: {unknown or 'source'} is not known; write\n{EXAMPLE}")
    by_key: dict[str, SourceName] = {}
    for number, entry in enumerate(entries, 1):
        where = f"{path}: source {number}"
        source = source_of(where, entry)
        for name in (source.name, *source.aliases):
            other = by_key.setdefault(folded(name), source)
            if other is not source:
                raise BadSources(
                    f'{where}: "{name}" is said of "{other.name}" already; leave it in one of them'
                )
    return SourceNames(by_key) if by_key else NO_NAMES


def source_of(where: str, entry: object) -> SourceName:
    """One entry of the table. Raise BadSources."""
    if not isinstance(entry, Mapping):
        raise BadSources(f"{where}: a source is a table; write\n{EXAMPLE}")
    for key in entry:
        if key not in KNOWN:
            raise BadSources(f'{where}: "{key}" is not known; known are {", ".join(KNOWN)}')
    aliases = entry.get("aliases", [])
    if not isinstance(aliases, list):
        raise BadSources(f'{where}: aliases are a list; write aliases = ["Harbour Post"]')
    name = line_of(where, "name", entry.get("name"))
    home = line_of(where, "home", entry["home"]) if "home" in entry else ""
    return SourceName(name, tuple(line_of(where, "an alias", alias) for alias in aliases), home)


def line_of(where: str, what: str, value: object) -> str:
    """A line of text. Raise BadSources for anything else."""
    line = " ".join(value.split()) if isinstance(value, str) else ""
    if not line or not line.isprintable() or len(line) > MAX_NAME_CHARACTERS:
        raise BadSources(
            f"{where}: {what} is {value!r:.80}; write a line of text of at most"
            f" {MAX_NAME_CHARACTERS} characters between quotes"
        )
    return line
