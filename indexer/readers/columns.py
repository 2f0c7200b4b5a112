"""Which columns of a table state what: found by their names, or as an archivist maps them."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from indexer.errors import UnreadablePath

# A page's own words: one of these must be there. The markup has more evidence, so it comes first.
BODIES = ("html", "text")
FACTS = ("url", *BODIES, "title", "date", "source", "author", "place", "lang", "captured")

# What tables call them, the surest name first: Common Crawl's C4 and mC4, RealNews, news-please,
# trafilatura, Dolma, spreadsheets in English and French. Case, spaces, "-" and "_" are no matter.
NAMES: Mapping[str, str] = MappingProxyType(
    {
        "url": "url, link, uri, address, page url, canonical url, warc target uri, permalink, href"
        ", lien, adresse",
        "html": "html, raw html, page html, body html, html content",
        "text": "text, content, body, article, maintext, full text, plain text, raw content"
        ", article text, texte, contenu, corps",
        "title": "title, headline, titre, page title",
        "date": "date, published, publish date, date published, publication date, date publish"
        ", pub date, pubdate, published at, publié, date de publication",
        "source": "source, publisher, outlet, site name, sitename, publication, newspaper, éditeur"
        ", journal, source domain, domain, hostname",
        "author": "author, authors, byline, creator, auteur, auteurs",
        "place": "place, city, location, lieu, ville",
        "lang": "lang, language, langue",
        "captured": "captured, timestamp, crawled, crawl date, fetched, fetch time, date download"
        ", retrieved, warc date, date de capture",
    }
)
WANTED = "url=COLUMN,text=COLUMN"


def folded(name: str) -> str:
    """A column's name without case, and with one space for what parts its words."""
    return re.sub(r"[\s_.-]+", " ", name.replace("\ufeff", "")).strip().casefold()


BY_FACT = {fact: [folded(name) for name in names.split(",")] for fact, names in NAMES.items()}
KNOWN = {name: fact for fact, names in BY_FACT.items() for name in names}


@dataclass(frozen=True, slots=True)
class Columns:
    """How a table's columns are to be taken.

    mapped: of facts that an archivist mapped, the column's name (or number, 1-based); "" says
            that no column states it. The other facts are found by NAMES.
    order:  of day and month in dates like 03/04/2017: "dmy" or "mdy"; "" where nobody states it
    """

    mapped: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    order: str = ""

    @property
    def by_number(self) -> bool:
        """Whether columns are mapped by number: then the table has no header."""
        named = [name for name in self.mapped.values() if name]
        return bool(named) and all(name.isdecimal() for name in named)

    def chosen(self, names: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """Of each fact the columns that can state it, the best first; facts without are left out.

        A column that is mapped states that fact and no other.
        """
        columns = list(dict.fromkeys(names))
        taken = set(self.mapped.values())
        by_name = {folded(name): name for name in reversed(columns) if name not in taken}
        found = {}
        for fact in FACTS:
            if fact in self.mapped:
                wanted = [self.mapped[fact]] if self.mapped[fact] else []
            elif self.by_number or (fact in BODIES and taken_body(self.mapped)):
                continue
            else:
                wanted = [by_name[name] for name in BY_FACT[fact] if name in by_name]
            if wanted:
                found[fact] = tuple(wanted)
        return found


def taken_body(mapped: Mapping[str, str]) -> bool:
    """Whether it is mapped where a page's words are: then they are sought nowhere else."""
    return any(mapped.get(fact) for fact in BODIES)


BY_NAME = Columns()


def read_mapping(typed: Iterable[str]) -> Columns:
    """What was typed: "url=link,text=body". Raise UnreadablePath where it cannot mean anything."""
    mapped: dict[str, str] = {}
    for pair in (pair for one in typed for pair in one.split(",")):
        fact, equals, name = (part.strip() for part in pair.partition("="))
        if not equals or fact not in FACTS:
            raise UnreadablePath(
                f'--map "{pair.strip()}": write FACT=COLUMN, several parted by commas; '
                f"the facts are {', '.join(FACTS)}"
            )
        if mapped.setdefault(fact, name) != name:
            raise UnreadablePath(f'--map names two columns for "{fact}"; name one')
    columns = Columns(MappingProxyType(mapped))
    mixed = any(name.isdecimal() for name in mapped.values()) and not columns.by_number
    if mixed:
        raise UnreadablePath("--map has names and numbers; give all columns by one or the other")
    if columns.by_number and "0" in mapped.values():
        raise UnreadablePath("--map counts columns from 1; there is no column 0")
    return columns


def is_known(name: str) -> bool:
    """Whether a column of this name states something by its name."""
    return folded(name) in KNOWN


def column_missing(mapped: str, names: Iterable[str]) -> tuple[str, str]:
    """The reason and the mend where a column is mapped that is not there."""
    shown = ", ".join(f'"{name[:40]}"' for name in list(names)[:12])
    return (
        f'There is no column "{mapped[:80]}"; its columns are {shown}.',
        "Name one of them in --map.",
    )


def text_missing(names: Iterable[str]) -> tuple[str, str]:
    """The reason and the mend where no column has the pages' words."""
    shown = ", ".join(f'"{name[:40]}"' for name in list(names)[:12])
    return (
        f"No column has the text of a page; its columns are {shown or 'none'}.",
        f"Name them with --map {WANTED} (by name, or by number where there is no header).",
    )
