"""What is told of a withdrawal: which pages, what says the same, which backups, what is left."""

import os
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from cli.output import one_line, say
from cli.plain import plain
from cli.speaking import said, tell, tell_many

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


def tell_companions(archive: "Archive", beside: "Sequence[Companion]") -> None:
    """The pages that say the same and were not named."""
    if beside:
        told = tell_many(
            "{count} page beside says the same:",
            "{count} pages beside say the same:",
            len(beside),
        )
        say(told)
        tell_some(archive, [each.id for each in beside], {each.id: each.why for each in beside})


def tell_some(archive: "Archive", ids: Sequence[str], why: dict[str, str]) -> None:
    """The first of them, one a line: id, title, address, why."""
    known = {one.id: one for one in archive.get_many(ids[:MOST_TOLD], ledger=False)}
    for id in ids[:MOST_TOLD]:
        page = known.get(id)
        title = one_line(page.title) if page else f"({hidden(archive, id)})"
        where = f"  {one_line(page.url)}" if page and page.url else ""
        note = f"  ({said(why[id])})" if id in why else ""
        say(f"  {id}  {title}{where}{note}")
    if len(ids) > MOST_TOLD:
        say(f"  {tell('and {count} more', count=len(ids) - MOST_TOLD)}")


def hidden(archive: "Archive", id: str) -> str:
    """What a page is called that nobody may see."""
    standing = archive.withdrawals.standing(id)
    if standing and standing.until:
        return tell("hidden until {day}", day=standing.until)
    return tell("hidden")


def tell_already(already: "Sequence[Tombstone]") -> None:
    """The pages that are out already: since when, why."""
    for one in already[:MOST_TOLD]:
        say(tell("Nothing to do: {told}", told=one_line(said(one.sentence))))
    if len(already) > MOST_TOLD:
        say(f"  {tell('and {count} more', count=len(already) - MOST_TOLD)}")


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
        holds = tell(
            "The backup of {moment} UTC holds it: {file} (SHA-256 {digest}…)"
            if os.path.exists(one.file)
            else "The backup of {moment} UTC holds it: {file}, no longer there (SHA-256 {digest}…)",
            moment=f"{one.moment:%Y-%m-%d %H:%M}",
            file=one_line(one.file),
            digest=one.digest[:16],
        )
        sys.stdout.write(f"{holds}\n")
    sys.stdout.write(f"{said(OTHERS)}\n")


def tell_remains(remains: Sequence[str]) -> None:
    """What may still hold it, and what to do."""
    for sentence in remains:
        say(tell("Not erased yet: {told}", told=one_line(said(sentence))))
    if remains:
        say(tell("No search finds it any more. Run `fonds withdraw --finish` when that is over."))


def done_json(
    made: "Sequence[Tombstone]",
    already: "Sequence[Tombstone]",
    beside: "Sequence[Companion]",
    backups: "Sequence[RecordedBackup]",
    remains: Sequence[str],
) -> dict[str, object]:
    """What was done, for programs."""
    return {
        "withdrawn": [plain(one) for one in made],
        "already": [plain(one) for one in already],
        "stay": [{"id": one.id, "why": one.why.value} for one in beside],
        "backups": [plain(one) for one in backups],
        "other_copies": OTHERS,
        "remains": list(remains),
    }
