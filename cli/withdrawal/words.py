"""`fonds withdraw --words`: a name is blacked out, the rest of the page stays."""

import sys
from typing import TYPE_CHECKING

from cli.failing import FAILED, IN_PART, UsageFault
from cli.output import one_line, print_json, say
from cli.plain import plain
from cli.withdrawal.telling import (
    OTHERS,
    backups_holding,
    tell_backups,
    tell_companions,
    tell_pages,
    tell_remains,
)

if TYPE_CHECKING:
    from archive import Archive
    from archive.withdrawals import Order
    from archive.withdrawals.redaction import Redaction
    from cli.withdrawal.asking import Asking
    from cli.withdrawal.naming import Named
    from indexer.withdrawing.blackening import Words
    from indexer.withdrawing.redacting import Kept


def blacken(
    archive: "Archive", named: "Named", typed: str, order: "Order", asking: "Asking"
) -> int:
    """Black out words after asking; the exit status."""
    from indexer.withdrawing.companions import companions
    from indexer.withdrawing.erasing import erase
    from indexer.withdrawing.redacting import redact

    words = words_of(typed, order)
    redactions, kept = planned(archive, named, words)
    ids = [one.document.id for one in redactions]
    if not asking.quiet:
        tell_pages(archive, ids, "blacked out in part")
        tell_companions(archive, companions(archive, ids))
        for one in kept:
            say(f"  {one.id} stays as it is: {one.why}")
    if not redactions:
        return nothing(kept, asking)
    asking.must(f"Shall the words be blacked out in {len(ids):,}?", len(ids))
    backups = backups_holding(archive, ids)
    made = redact(archive, redactions, words, order)
    say("Erasing: the index and the database are written anew …")
    remains = erase(archive)
    if asking.quiet:
        told = {"redacted": [plain(one) for one in made], "kept": [plain(one) for one in kept]}
        held = {"backups": [plain(one) for one in backups], "other_copies": OTHERS}
        print_json({**told, **held, "remains": list(remains)})
    else:
        pages = f"{len(made):,} page{'' if len(made) == 1 else 's'}"
        sys.stdout.write(f"Words blacked out in {pages}: {one_line(order.reason)}\n")
        tell_backups(backups)
        tell_remains(remains)
    return IN_PART if remains or kept else 0


def words_of(typed: str, order: "Order") -> "Words":
    """The words, from the command line or standard input. Raise UsageFault."""
    from indexer.withdrawing.blackening import Words

    text = sys.stdin.readline() if typed == "-" else typed
    try:
        words = Words(text)
    except ValueError as error:
        raise UsageFault(f"--words: {error}, or too much would go") from error
    if words.stand_in(order.reason) or words.stand_in(order.who):
        raise UsageFault("--reason or --who holds the words, and is kept; say it otherwise")
    return words


def planned(
    archive: "Archive", named: "Named", words: "Words"
) -> "tuple[list[Redaction], list[Kept]]":
    """What is to replace each page that holds the words, and those that cannot be replaced."""
    from archive.withdrawals.redaction import Redaction
    from indexer.withdrawing.redacting import redaction_of

    found = [redaction_of(archive, id, words) for id in named.ids]
    made = [one for one in found if isinstance(one, Redaction)]
    return made, [one for one in found if one is not None and not isinstance(one, Redaction)]


def nothing(kept: "list[Kept]", asking: "Asking") -> int:
    """Tell that nothing was done; the exit status."""
    if asking.quiet:
        print_json({"redacted": [], "kept": [plain(one) for one in kept], "remains": []})
    elif not kept:
        say("None of these pages holds the words.")
    return FAILED
