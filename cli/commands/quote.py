"""`fonds quote`: where a quotation stands, word for word or nearly."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from cli.commands.search import typed_query
from cli.options import ArchiveDir, AsJson, open_archive
from cli.output import print_json

if TYPE_CHECKING:
    from rich.text import Text

    from indexer.quotations import Check, Checked, Passage

INDENT = "     "


def command(
    context: typer.Context,
    words: Annotated[
        list[str],
        typer.Argument(metavar="QUOTATION", help="A sentence or several; - reads them from stdin."),
    ],
    archive: ArchiveDir = None,
    as_json: AsJson = False,
) -> None:
    """Check a quotation: where it stands word for word, nearly with the differences, or nowhere."""
    from indexer.index import open_index
    from indexer.quotations.as_json import checked_json
    from indexer.search import Searcher

    text = sys.stdin.read() if words == ["-"] else typed_query(words)
    with open_archive(context, archive) as opened:
        engine = open_index(opened)
        try:
            checked = Searcher(opened, engine).quotation(text)
        finally:
            engine.close()
    if as_json:
        print_json(checked_json(checked))
    else:
        print_checked(checked)


def print_checked(checked: "Checked") -> None:
    """The verdict and the passages; then the same for each sentence."""
    from cli.output import console, one_line

    print_check(checked.whole, headline(checked))
    for check in checked.quoted:
        console().print(f"\nThe quoted words: {one_line(check.text)}")
        print_check(check, verdict(check))
    for check in checked.sentences:
        console().print(f"\nThe sentence: {one_line(check.text)}")
        print_check(check, verdict(check))
    if checked.left_out:
        console().print(f"\nParts that were not checked by themselves: {checked.left_out}.")


def headline(checked: "Checked") -> str:
    """The verdict; where parts of it stand word for word or nearly, that."""
    from indexer.quotations import Standing

    of_parts = {
        Standing.EACH_SENTENCE: "It does not stand so in one place, but each of its sentences "
        "stands word for word.",
        Standing.QUOTED_WORDS: "The words in quotation marks stand word for word; the whole does "
        "not stand so in one place.",
        Standing.SOME_PARTS: "Parts of it stand word for word; the whole does not.",
        Standing.PARTS_NEARLY: "It stands nowhere word for word. Parts of it come near what "
        "pages say.",
    }
    return of_parts.get(checked.standing) or verdict(checked.whole)


def print_check(check: "Check", headline: str) -> None:
    """What was found of one text."""
    from cli.output import console

    out = console()
    out.print(headline)
    if check.too_late:
        out.print("There was no time to look at every page that may say it.")
    for number, passage in enumerate(check.passages, start=1):
        print_passage(number, passage)


def verdict(check: "Check") -> str:
    """In a sentence."""
    if check.exact and check.pages:
        pages = "1 page says" if check.pages == 1 else f"{check.pages:,} pages say"
        return f"{pages} it word for word."
    if check.exact:
        return "It stands word for word in this archive."
    if check.near:
        return "It stands nowhere word for word. It comes near what these pages say:"
    if check.passages:
        return "It stands nowhere in this archive, not even nearly. The nearest is:"
    return "It stands nowhere in this archive, and nothing comes near it."


def print_passage(number: int, passage: "Passage") -> None:
    """The page, where on it, and both sides where they differ: [-only quoted-] {+only there+}."""
    from rich.text import Text

    from cli.facts import date_words
    from cli.output import console, one_line

    out = console()
    share = "word for word" if passage.exact else f"{passage.share:.0%} the same"
    about = (passage.source or "unknown source", date_words(passage.published), share)
    out.print()
    out.print(Text(f"{number:>3}. {one_line(passage.title)}"))
    out.print(INDENT + one_line(" · ".join(about)), style="dim")
    out.print(f"{INDENT}{passage.id} {passage.where.value} {passage.start}", style="dim")
    for line in passage.lines:
        told = f"removed line {line.number}: {line.rule}: {line.reason}"
        out.print(INDENT + one_line(told), style="dim")
    if not passage.exact:
        out.print(Text(f"{INDENT}quoted: ").append_text(side(passage, ours=True)))
    out.print(Text(f"{INDENT}page:   ").append_text(side(passage, ours=False)))


def side(passage: "Passage", *, ours: bool) -> "Text":
    """One side with what stands only there between signs, and bold."""
    from rich.text import Text

    from cli.hits import flat
    from indexer.quotations import Kind

    opens, closes = ("[-", "-]") if ours else ("{+", "+}")
    shown = Text()
    for part in passage.parts:
        said = flat(part.quoted if ours else part.page)
        if part.kind is not Kind.OTHER:
            shown.append(said)
        elif said:
            space = " " if said.endswith(" ") else ""
            shown.append(f"{opens}{said.rstrip()}{closes}{space}", style="bold")
    return shown
