"""Pages beside those that are to leave: near-copies, other addresses of the same text."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from archive import Archive


class Why(StrEnum):
    """Why a page may be meant too."""

    SAME_BYTES = "the same bytes"
    SAME_TEXT = "the same text"
    NEAR_COPY = "nearly the same text"


@dataclass(frozen=True, slots=True)
class Companion:
    """A page that was not named and says what one that was named says."""

    id: str
    why: Why


def companions(archive: Archive, ids: Iterable[str]) -> tuple[Companion, ...]:
    """The pages that stay when these go, and say the same; each once, by id."""
    named = dict.fromkeys(ids)
    found: dict[str, Why] = {}
    for id in named:
        if archive.withdrawals.standing(id):
            continue  # it is hidden: it has left its group already
        members = {one.id: one for one in archive.groups.members(id)}
        for other in archive.withdrawals.with_same_bytes(id):
            found[other] = Why.SAME_BYTES
        for one in members.values():
            same = one.key == members[id].key
            found.setdefault(one.id, Why.SAME_TEXT if same else Why.NEAR_COPY)
    return tuple(Companion(id, why) for id, why in sorted(found.items()) if id not in named)
