"""`fonds withdraw --words`: a name is blacked out, the rest of the page stays."""

import sys
from typing import TYPE_CHECKING

from cli.failing import FAILED, IN_PART, UsageFault
from cli.output import one_line, print_json, say
from cli.plain import plain
from cli.speaking import said, tell, tell_many
from cli.withdrawal.telling import (
    OTHERS,
    backups_holding,
    tell_backups,
    tell_companions,
    tell_remains,
    tell_some,
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
        meant = tell_many(
            "{count} page to be blacked out in part:",
            "{count} pages to be blacked out in part:",
            len(ids),
        )
        say(meant)
        tell_some(archive, ids, {})
        tell_companions(archive, companions(archive, ids))
        for left in kept:
            why = said(left.why)
            say(f"  {tell('{document} stays as it is: {why}', document=left.id, why=why)}")
    if not redactions:
        return nothing(kept, asking)
    question = tell_many(
        "Shall the words be blacked out in {count} page?",
        "Shall the words be blacked out in {count} pages?",
        len(ids),
    )
    asking.must(question, len(ids))
    backups = backups_holding(archive, ids)
    made = redact(archive, redactions, words, order)
    say(tell("Erasing: the index and the database are written anew …"))
    remains = erase(archive)
    if asking.quiet:
        told = {"redacted": [plain(one) for one in made], "kept": [plain(one) for one in kept]}
        held = {"backups": [plain(one) for one in backups], "other_copies": OTHERS}
        print_json({**told, **held, "remains": list(remains)})
    else:
        done = tell_many(
            "Words blacked out in {count} page: {reason}",
            "Words blacked out in {count} pages: {reason}",
            len(made),
            reason=one_line(order.reason),
        )
        sys.stdout.write(f"{done}\n")
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
        say(tell("None of these pages holds the words."))
    return FAILED
