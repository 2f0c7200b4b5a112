"""A page's cleaning as the one who mends rules reads it: every line, and what became of it.

The sign in the margin says it without colours: `-` removed, `?` kept without being sure, `+` kept
by the archivist's order, nothing for the rest.
"""

import sys
from typing import TYPE_CHECKING

from archive.document import RemovedLine
from cli.output import console, one_line
from cli.speaking import said, tell

if TYPE_CHECKING:
    from collections.abc import Iterator

    from indexer.cleaning.account import Account
    from indexer.cleaning.cleaned import Cleaned, KeptLine
    from indexer.cleaning.profile import SourceProfile

SHOWN_CHARACTERS = 300

# sign: (of the line, of what is told beside it)
STYLES = {"-": ("dim strike", "red"), "?": ("", "yellow"), "+": ("", "cyan"), " ": ("", "")}


def print_explained(
    cleaned: "Cleaned", profile: "SourceProfile | None", flags: tuple[str, ...]
) -> None:
    """Every line in order, then the sums and the flags."""
    from indexer.cleaning.account import account_of, lines_of

    write = write_in_colour if sys.stdout.isatty() else write_plain
    for line in lines_of(cleaned):
        write(line)
    sums = [
        *summary(account_of(cleaned), profile),
        *(f"look at   {one_line(said(flag))}" for flag in flags),
    ]
    sys.stdout.write("\n" + "\n".join(sums) + "\n")


def write_plain(line: "KeptLine | RemovedLine") -> None:
    """One line without colours."""
    sign, beside = told(line)
    sys.stdout.write(f"{sign} {line.number:>5}  {shown(line.text)}{beside}".rstrip() + "\n")


def write_in_colour(line: "KeptLine | RemovedLine") -> None:
    """One line on a terminal."""
    from rich.text import Text

    sign, beside = told(line)
    of_line, of_beside = STYLES[sign]
    text = Text.assemble(
        (sign, of_beside), (f" {line.number:>5}  ", "dim"), (shown(line.text), of_line)
    )
    console().print(text.append(beside, of_beside))


def told(line: "KeptLine | RemovedLine") -> tuple[str, str]:
    """The sign in the margin, and what is told beside the line."""
    if isinstance(line, RemovedLine):
        return "-", f"  ← {line.rule}{tell(': ')}{one_line(said(line.reason))}"
    if line.why:
        return "+", f"  ← {one_line(said(line.why))}"
    if line.doubt is not None:
        kept = tell("kept, {likelihood} likely to be text", likelihood=f"{line.doubt:.2f}")
        return "?", f"  ← {kept}"
    return " ", ""


def shown(text: str) -> str:
    """The line, harmless; of a giant one its beginning, and how long it is."""
    head = one_line(text[: 4 * SHOWN_CHARACTERS])
    if len(text) <= 4 * SHOWN_CHARACTERS and len(head) <= SHOWN_CHARACTERS:
        return head
    return f"{head[:SHOWN_CHARACTERS]}… [cut here: {len(text):,} characters in all]"


def summary(account: "Account", profile: "SourceProfile | None") -> "Iterator[str]":
    """The sums in some lines."""
    lines = account.lines_kept + account.lines_removed
    words = account.words_kept + account.words_removed
    yield (
        f"kept      {account.lines_kept:,} of {lines:,} lines, "
        f"{account.words_kept:,} of {words:,} words"
    )
    if account.doubtful:
        yield f"doubtful  {account.doubtful:,} of the kept lines: ? in the margin"
    if account.ordered:
        yield f"ordered   {account.ordered:,} of the kept lines: + in the margin"
    rules = ", ".join(f"{rule} {count:,}" for rule, count in account.by_rule)
    yield f"removed   {account.lines_removed:,}{f': {rules}' if rules else ''}"
    if profile is not None:
        name = one_line(profile.name) or "unknown"
        orders = "order" if len(profile.overrides) == 1 else "orders"
        yield (
            f"source    {name}: {counted(len(profile.repeated), 'repeated line')} known from "
            f"{pages_of(profile)}, {len(profile.overrides):,} {orders} of the archivist"
        )


def pages_of(profile: "SourceProfile") -> str:
    """ "12 pages", "12 pages, of which 11 are near-copies of others"."""
    copies = profile.looked_at - profile.pages
    told = counted(max(profile.looked_at, profile.pages), "page")
    if copies < 1:
        return told
    are = "is a near-copy of another" if copies == 1 else "are near-copies of others"
    return f"{told}, of which {copies:,} {are}"


def counted(number: int, one: str) -> str:
    """ "1 page", "2,431 pages"."""
    return f"{number:,} {one}{'' if number == 1 else 's'}"
