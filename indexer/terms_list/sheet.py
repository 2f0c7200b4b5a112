"""The counts of a list as CSV for spreadsheets: a row a line, in the order given."""

from collections.abc import Callable, Iterable, Iterator

from indexer.exports.sheet import BYTE_ORDER_MARK, guarded, row
from indexer.terms_list.counting import TermCount

COLUMNS = (
    "line", "term", "query", "pages", "pages_narrowed", "first_year", "last_year",
    "year_unsure", "same_as_line", "link", "fault", "mend",
)  # fmt: skip

# The address of the search that finds what a line counts.
Link = Callable[[TermCount], str]


def counts_sheet(counts: Iterable[TermCount], link: Link) -> Iterator[str]:
    """A header, then each line as one row; one that was not counted has no numbers but a fault."""
    yield BYTE_ORDER_MARK + row(COLUMNS)
    for count in counts:
        yield row(map(guarded, cells(count, link)))


def cells(count: TermCount, link: Link) -> Iterator[str]:
    """A line's cells, in the order of the columns."""
    yield from (str(count.line.number), count.line.text, count.query)
    if count.reason:
        yield from ("", "", "", "", "", number(count.same_as), "", count.reason, count.mend)
        return
    yield from (str(count.total), str(count.narrowed))
    yield from (number(count.first_year), number(count.last_year), str(count.unsure))
    yield from (number(count.same_as), link(count), "", "")


def number(known: int | None) -> str:
    """A number, or nothing."""
    return "" if known is None else str(known)
