"""The words of the interface: every string a reader sees passes here, so that French can follow.

The English sentence is the key, as in gettext. A catalogue for another language maps it to that
language's sentence; `{names}` are filled in after, so that they can stand in another order.
"""

from indexer.engine import MISSING, UNCERTAIN


def t(message: str, **values: object) -> str:
    """A sentence in the reader's language, with its names filled in."""
    return message.format(**values)


def n(count: int, one: str, many: str) -> str:
    """A count with its noun: n(2431, "page", "pages") is "2,431 pages"."""
    return f"{number(count)} {t(one if count == 1 else many)}"


def number(count: int) -> str:
    """A number as it is written: 2,431."""
    return f"{count:,}"


# What a facet is called, and what its missing values are called.
HEADINGS = {
    "city": "City named",
    "region": "Province or state named",
    "country": "Country named",
    "year": "Year published",
    "year_mentioned": "Year named",
    "source": "Source",
    "author": "Author",
    "language": "Language",
}
MISSINGS = {
    "city": "no city named",
    "region": "no province or state named",
    "country": "no country named",
    "year": "undated",
    "year_mentioned": "no year named",
    "source": "source unknown",
    "author": "no author named",
    "language": "language unknown",
}


def heading(field: str) -> str:
    """What a facet is called."""
    return t(HEADINGS[field])


def value_label(field: str, value: str, label: str | None = None) -> str:
    """What one value of a facet is called; `label` is the index's word for it, if it has one."""
    if value == MISSING:
        return t(MISSINGS[field])
    if field == "year" and value == UNCERTAIN:
        return t("year uncertain")
    return label or value
