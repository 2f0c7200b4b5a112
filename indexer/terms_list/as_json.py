"""The counts of a list as JSON."""

from indexer.terms_list.counting import Counted, TermCount
from indexer.terms_list.reading import Read
from indexer.wire import Json


def counts_json(read: Read, counts: Counted) -> dict[str, Json]:
    """As `fonds batch --json` gives it; a row that was not counted has a fault and no numbers."""
    return {
        "column": read.column,
        "charset": read.charset,
        "left_out": [line.text for line in read.left_out],
        "rows": [count_json(count) for count in counts],
    }


def count_json(count: TermCount) -> dict[str, Json]:
    """One line."""
    told: dict[str, Json] = {"line": count.line.number, "term": count.line.text}
    if count.same_as is not None:
        told["same_as_line"] = count.same_as
    if count.reason:
        return told | {"fault": count.reason, "mend": count.mend}
    return told | {
        "query": count.query,
        "pages": count.total,
        "pages_narrowed": count.narrowed,
        "first_year": count.first_year,
        "last_year": count.last_year,
        "year_unsure": count.unsure,
    }
