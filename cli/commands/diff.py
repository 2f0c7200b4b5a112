"""`fonds diff`: what changed between two captures of a page."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from cli.commands.show import whole_id
from cli.failing import UsageFault
from cli.options import ArchiveDir, AsJson, Id, open_archive
from cli.output import harmless, one_line, print_json

if TYPE_CHECKING:
    from archive.records import CaptureRecord
    from indexer.differences import Comparison, Difference, Fold, Row
    from indexer.differences.comparison import LedgerChange, Side


def command(
    context: typer.Context,
    id: Id,
    from_: Annotated[
        str | None, typer.Option("--from", metavar="SHA256", help="The capture before.")
    ] = None,
    to: Annotated[
        str | None, typer.Option("--to", metavar="SHA256", help="The capture after.")
    ] = None,
    original: Annotated[
        bool, typer.Option("--original", help="Compare the pages as they came.")
    ] = False,
    whole: Annotated[bool, typer.Option("--whole", help="Show what is the same, too.")] = False,
    archive: ArchiveDir = None,
    as_json: AsJson = False,
) -> None:
    """Tell what changed between two captures; by default the current one and the one before."""
    from indexer.differences import compare
    from indexer.differences.as_json import comparison_json

    with open_archive(context, archive) as opened:
        found = whole_id(opened, id)
        before, after = pair(opened.history(found), from_, to)
        told = compare(
            opened, found, before.digest, after.digest, original=original, fold=not whole
        )
    if as_json:
        print_json(comparison_json(told))
    else:
        print_comparison(told)


def pair(
    records: "tuple[CaptureRecord, ...]", first: str | None, second: str | None
) -> "tuple[CaptureRecord, CaptureRecord]":
    """The captures that are meant. Raise UsageFault, CaptureNotFound."""
    from indexer.differences.comparing import capture_called, usual_pair

    if len(records) < 2:
        raise UsageFault("the page was captured once; there is nothing to compare")
    before, after = usual_pair(records)
    before = capture_called(records, first) if first else before
    after = capture_called(records, second) if second else after
    if before == after:
        raise UsageFault("both are the same capture; choose two by --from and --to")
    return before, after


def print_comparison(told: "Comparison") -> None:
    """The text, then the metadata, then the removed lines."""
    write(f"from {side(told.before)}")
    write(f"to   {side(told.after)}")
    if told.text is None or told.ledger is None:
        for one in (told.before, told.after):
            if reason := getattr(one.made, "reason", None):
                write(f"{one.record.digest[:16]}: today's rules make no page of it: {reason}")
        return
    print_text_change(told.text)
    for change in told.fields:
        before, after = "; ".join(change.before) or "none", "; ".join(change.after) or "none"
        write(f"{change.field}: [-{before}-] {{+{after}+}}")
    print_ledger(told.ledger)


def side(one: "Side") -> str:
    """ "337704981b49aabf  2020-05-06T07:00:00+00:00"."""
    when = one.record.captured.isoformat() if one.record.captured else "time unknown"
    return f"{one.record.digest[:16]}  {when}"


def print_text_change(text: "Difference") -> None:
    """The sums, and the rows: [-taken out-], {+added+}."""
    write(f"{text.added:,} words added, {text.gone:,} taken out, {text.same:,} the same")
    if not text.exact:
        write("too long and too different to be compared word by word throughout")
    write("")
    for row in text.rows:
        write(row_line(row))
    if text.left_out:
        write(f"{text.left_out:,} changed paragraphs more are not shown")
    write("")


def row_line(row: "Row | Fold") -> str:
    """A row on one line."""
    from indexer.differences import Fold, Kind

    if isinstance(row, Fold):
        return f"    … {row.rows:,} paragraphs the same ({row.words:,} words)"
    signs = {Kind.SAME: "{}", Kind.GONE: "[-{}-]", Kind.NEW: "{{+{}+}}"}
    said = "".join(
        f"[… {piece.folded:,} words …]" if piece.folded else signs[piece.kind].format(piece.text)
        for piece in row.pieces
    )
    return f"{'  ' if row.kind is Kind.SAME else '* '}{said}"


def print_ledger(ledger: "LedgerChange") -> None:
    """The removed lines that only one of the captures has."""
    write(f"{ledger.same:,} removed lines are the same in both")
    for sign, lines in (("+", ledger.new), ("-", ledger.gone)):
        for line in lines:
            write(f"{sign} {line.number:>5}  {one_line(line.text)}   ({line.rule})")


def write(line: str) -> None:
    """A line on stdout, harmless."""
    sys.stdout.write(harmless(line) + "\n")
