"""What is told of a withdrawal: which pages, what says the same, which backups, what is left."""

import os
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from cli.output import one_line, say
from cli.plain import plain

if TYPE_CHECKING:
    from datetime import datetime

    from archive import Archive
    from archive.withdrawals import Tombstone
    from archive.withdrawals.recorded_backup import RecordedBackup
    from indexer.withdrawing.companions import Companion

# Told one by one; of more, how many.
MOST_TOLD = 20
OTHERS = (
    "Backups that were made before Fonds recorded them, exports, copies of the folder and "
    "snapshots of the file system may hold it too; Fonds cannot know of those."
)
AGAIN = "Run `fonds withdraw --finish` when that is over."


def tell_pages(archive: "Archive", ids: Sequence[str], verb: str) -> None:
    """The pages that are meant: id, title, address."""
    say(f"{len(ids):,} page{'' if len(ids) == 1 else 's'} to be {verb}:")
    tell_some(archive, ids, {})


def tell_companions(archive: "Archive", beside: "Sequence[Companion]") -> None:
    """The pages that say the same and were not named."""
    if beside:
        one = len(beside) == 1
        say(f"{len(beside):,} page{'' if one else 's'} beside {'says' if one else 'say'} the same:")
        tell_some(archive, [each.id for each in beside], {each.id: each.why for each in beside})


def tell_some(archive: "Archive", ids: Sequence[str], why: dict[str, str]) -> None:
    """The first of them, one a line."""
    known = {one.id: one for one in archive.get_many(ids[:MOST_TOLD], ledger=False)}
    for id in ids[:MOST_TOLD]:
        page = known.get(id)
        title = one_line(page.title) if page else "(hidden)"
        where = f"  {one_line(page.url)}" if page and page.url else ""
        note = f"  ({why[id]})" if id in why else ""
        say(f"  {id}  {title}{where}{note}")
    if len(ids) > MOST_TOLD:
        say(f"  and {len(ids) - MOST_TOLD:,} more")


def backups_holding(archive: "Archive", ids: Iterable[str]) -> "tuple[RecordedBackup, ...]":
    """The recorded backups that were made since the first of these pages came in."""
    since = [first_seen(archive, id) for id in ids]
    first = min((one for one in since if one is not None), default=None)
    return tuple(
        one for one in archive.withdrawals.backups() if first is None or one.moment >= first
    )


def first_seen(archive: "Archive", id: str) -> "datetime | None":
    """When a page first came in; None where that is unknown."""
    before = archive.withdrawals.standing(id)
    if before:
        return before.since
    return min((record.ingested for record in archive.history(id)), default=None)


def tell_backups(backups: "Sequence[RecordedBackup]") -> None:
    """The backups that hold what was withdrawn, and that there may be others."""
    for one in backups:
        there = "" if os.path.exists(one.file) else ", no longer there"
        sys.stdout.write(
            f"The backup of {one.moment:%Y-%m-%d %H:%M} UTC holds it: {one_line(one.file)}{there} "
            f"(SHA-256 {one.digest[:16]}…)\n"
        )
    sys.stdout.write(f"{OTHERS}\n")


def tell_remains(remains: Sequence[str]) -> None:
    """What may still hold it, and what to do."""
    for sentence in remains:
        say(f"Not erased yet: {one_line(sentence)}")
    if remains:
        say(f"No search finds it any more. {AGAIN}")


def done_json(
    made: "Sequence[Tombstone]",
    beside: "Sequence[Companion]",
    backups: "Sequence[RecordedBackup]",
    remains: Sequence[str],
) -> dict[str, object]:
    """What was done, for programs."""
    return {
        "withdrawn": [plain(one) for one in made],
        "stay": [{"id": one.id, "why": one.why.value} for one in beside],
        "backups": [plain(one) for one in backups],
        "other_copies": OTHERS,
        "remains": list(remains),
    }
