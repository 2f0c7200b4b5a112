"""`fonds withdraw`, of whole pages: for good, or hidden until a day."""

import sys
from typing import TYPE_CHECKING

from archive.joined import joined
from cli.failing import DONE, IN_PART
from cli.output import one_line, print_json, say
from cli.speaking import tell, tell_many
from cli.withdrawal.asking import Asking
from cli.withdrawal.naming import Named
from cli.withdrawal.telling import (
    backups_holding,
    done_json,
    tell_already,
    tell_backups,
    tell_companions,
    tell_remains,
    tell_some,
)

if TYPE_CHECKING:
    from archive import Archive
    from archive.withdrawals import Order, Tombstone


def withdrawn(
    archive: "Archive", named: Named, order: "Order", asking: Asking, *, near_copies: bool
) -> int:
    """Withdraw or hide, after asking; the exit status. Raise BadWithdrawal."""
    from indexer.withdrawing.companions import companions
    from indexer.withdrawing.erasing import erase
    from indexer.withdrawing.taking_out import take_out

    already, ids = parted(archive, named, order)
    beside = companions(archive, ids)
    if not asking.quiet:
        tell_already(already)
        if ids:
            say(meant(len(ids), order))
            tell_some(archive, ids, {})
        tell_companions(archive, beside)
    if not ids:
        if asking.quiet:
            print_json(done_json((), already, (), (), ()))
        return DONE
    too = tell("Take these out as well?")
    if beside and (near_copies or asking.agrees(too, otherwise=False)):
        ids, beside = [*ids, *(one.id for one in beside)], ()
    asking.must(question(len(ids), order), len(ids))
    backups = backups_holding(archive, ids)
    hidden = sum(archive.withdrawals.standing(id) is not None for id in ids)
    made = take_out(archive, ids, order)
    say(tell("Erasing: the index and the database are written anew …"))
    remains = erase(archive)
    if asking.quiet:
        print_json(done_json(made, already, beside, backups, remains))
    else:
        sys.stdout.write(f"{done(len(made), order)}\n")
        tell_no_return(hidden)
        if beside:
            stay = tell_many(
                "{count} page with the same or nearly the same text stays.",
                "{count} pages with the same or nearly the same text stay.",
                len(beside),
            )
            sys.stdout.write(f"{stay}\n")
        tell_backups(backups)
        tell_remains(remains)
    return IN_PART if remains else DONE


def parted(
    archive: "Archive", named: Named, order: "Order"
) -> "tuple[tuple[Tombstone, ...], list[str]]":
    """What keeps pages out as it is asked for already, and the ids of the others.

    Raise BadWithdrawal for a page that is hidden until another day than it is asked for.
    """
    from archive.errors import BadWithdrawal
    from archive.withdrawals import Kind

    already, ids = [], []
    for id in named.ids:
        standing = archive.withdrawals.standing(id)
        if standing is None or (standing.kind is Kind.HIDDEN and order.until is None):
            ids.append(id)
        elif standing.kind is Kind.WITHDRAWN or standing.until == order.until:
            already.append(standing)
        else:
            mend = f"Let it back first: `fonds withdraw --undo {id}`; then hide it anew."
            raise BadWithdrawal(joined(standing.sentence, mend))
    return tuple(already), ids


def tell_no_return(hidden: int) -> None:
    """That pages which would have come back will not."""
    if hidden:
        told = tell_many(
            "{count} page of these was hidden; it does not come back.",
            "{count} pages of these were hidden; they do not come back.",
            hidden,
        )
        sys.stdout.write(f"{told}\n")


def meant(count: int, order: "Order") -> str:
    """ "2 pages to be withdrawn for good:"."""
    if order.until is None:
        return tell_many(
            "{count} page to be withdrawn for good:",
            "{count} pages to be withdrawn for good:",
            count,
        )
    return tell_many(
        "{count} page to be hidden until {day}:",
        "{count} pages to be hidden until {day}:",
        count,
        day=order.until,
    )


def question(count: int, order: "Order") -> str:
    """ "Shall 2 pages be withdrawn for good?"."""
    if order.until is None:
        return tell_many(
            "Shall {count} page be withdrawn for good?",
            "Shall {count} pages be withdrawn for good?",
            count,
        )
    return tell_many(
        "Shall {count} page be hidden until {day}?",
        "Shall {count} pages be hidden until {day}?",
        count,
        day=order.until,
    )


def done(count: int, order: "Order") -> str:
    """ "2 pages withdrawn for good: A court said so."."""
    reason = one_line(order.reason)
    if order.until is None:
        return tell_many(
            "{count} page withdrawn for good: {reason}",
            "{count} pages withdrawn for good: {reason}",
            count,
            reason=reason,
        )
    return tell_many(
        "{count} page hidden until {day}: {reason}",
        "{count} pages hidden until {day}: {reason}",
        count,
        day=order.until,
        reason=reason,
    )
