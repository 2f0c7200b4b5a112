"""A comparison of two captures as JSON, for `fonds diff --json` and the API."""

from archive.document import Document, RemovedLine
from indexer.differences.comparison import Comparison, Difference, Fold, Row, Side
from indexer.wire import Json


def comparison_json(told: Comparison) -> dict[str, Json]:
    """Both captures, the text's rows, the fields and the removed lines that differ."""
    ledger = told.ledger
    return {
        "id": told.id,
        "from": side_json(told.before),
        "to": side_json(told.after),
        "text": difference_json(told.text) if told.text else None,
        "fields": [
            {"field": one.field, "before": list(one.before), "after": list(one.after)}
            for one in told.fields
        ],
        "removed": {
            "only_from": [line_json(line) for line in ledger.gone],
            "only_to": [line_json(line) for line in ledger.new],
            "both": ledger.same,
        }
        if ledger
        else None,
    }


def side_json(side: Side) -> dict[str, Json]:
    """A capture; `refused` is why today's rules make no page of it, or null."""
    record = side.record
    return {
        "digest": record.digest,
        "captured": record.captured.isoformat() if record.captured else None,
        "current": record.current,
        "refused": None if isinstance(side.made, Document) else side.made.reason,
    }


def difference_json(text: Difference) -> dict[str, Json]:
    """The sums and the rows; a fold is {"rows": …, "words": …}."""
    return {
        "added": text.added,
        "gone": text.gone,
        "same": text.same,
        "exact": text.exact,
        "left_out": text.left_out,
        "rows": [row_json(row) for row in text.rows],
    }


def row_json(row: Row | Fold) -> Json:
    """A row as its pieces; a folded piece has its number of words and no text."""
    if isinstance(row, Fold):
        return {"rows": row.rows, "words": row.words}
    return [
        {"kind": piece.kind.value, "words": piece.folded}
        if piece.folded
        else {"kind": piece.kind.value, "text": piece.text}
        for piece in row.pieces
    ]


def line_json(line: RemovedLine) -> dict[str, Json]:
    """A removed line."""
    return {"number": line.number, "text": line.text, "rule": line.rule, "reason": line.reason}
