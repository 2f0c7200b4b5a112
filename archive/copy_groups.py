"""Groups of near-copies as the archive keeps them; the indexer decides who is in which."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from archive.store import copies
from archive.store.database import Database
from archive.store.rows import AnyRow


@dataclass(frozen=True, slots=True)
class KeptText:
    """A text that may have near-copies.

    key:     the digest that documents with exactly this text share (16 hex digits)
    sketch:  as the indexer packs it
    phrases: how many different phrases it has
    leads:   whether it leads its group
    """

    key: str
    sketch: bytes
    phrases: int
    leads: bool


@dataclass(frozen=True, slots=True)
class Member:
    """A document of a group.

    key:   the digest that documents with exactly this text share
    share: how alike its text is to that of the group's leader, 0-1
    """

    id: str
    key: str
    share: float


class CopyGroups:
    """The groups of an archive. Raises what Archive's methods raise."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def members(self, id: str) -> tuple[Member, ...]:
        """The documents of a document's group, itself included, by id; none without a group."""
        with self._database.reading() as connection:
            return tuple(Member(*row) for row in copies.members(connection, id))

    def waiting(self, most: int) -> Sequence[str]:
        """Texts that came or went since groups were last made, in order, at most so many."""
        with self._database.reading() as connection:
            return copies.waiting(connection, most)

    def unused(self, most: int) -> Sequence[str]:
        """Of those that wait, the ones that no document has any more."""
        with self._database.reading() as connection:
            return copies.unused(connection, most)

    def texts(self, keys: Collection[str]) -> Mapping[str, str]:
        """The text of one document of each key; keys of no document are left out."""
        with self._database.reading() as connection:
            return copies.texts(connection, keys)

    def known(self, keys: Collection[str]) -> Mapping[str, KeptText]:
        """What is kept of these texts; those that have no group are left out."""
        with self._database.reading() as connection:
            return {row.key: kept_text(row) for row in copies.known(connection, keys)}

    def sharing(self, bands: Iterable[int], *, leading: bool) -> tuple[KeptText, ...]:
        """The texts that have one of these bands, by key; `leading` gives leaders only."""
        with self._database.reading() as connection:
            rows = copies.sharing(connection, list(bands), leading=leading)
            return tuple(map(kept_text, rows))

    def met(self, bands: Iterable[int]) -> frozenset[int]:
        """Those of these bands that a text has."""
        with self._database.reading() as connection:
            return frozenset(copies.met(connection, list(bands)))

    def put(self, text: KeptText, bands: Iterable[int]) -> None:
        """Keep a new text: one that leads its own group, or is in none yet."""
        row = {"key": text.key, "sketch": text.sketch, "phrases": text.phrases}
        group = {"leader": text.key, "share": 1.0} if text.leads else {"leader": None, "share": 0.0}
        marks = [{"band": band, "leads": text.leads, "key": text.key} for band in bands]
        with self._database.writing() as writing:
            writing.add_text(row | group, marks)

    def remove(self, key: str, bands: Iterable[int]) -> None:
        """Forget a text that no document has now, with its bands."""
        with self._database.writing() as writing:
            copies.remove(writing.connection, key, list(bands))

    def mark(self, key: str, bands: Iterable[int], *, leads: bool) -> None:
        """Keep a text's bands among those of leaders, or of the others."""
        with self._database.writing() as writing:
            copies.mark(writing.connection, key, list(bands), leads=leads)

    def join(self, key: str, leader: str, share: float) -> None:
        """Put a text into a group; its documents count as changed where that is another one.

        share: how alike it is to the leader, 0-1; 1 where it leads
        """
        with self._database.writing() as writing:
            copies.join(writing, key, leader, share)

    def wait(self, keys: Iterable[str]) -> None:
        """Let these texts wait to be settled."""
        with self._database.writing() as writing:
            for key in keys:
                writing.note_text(key)

    def done(self, keys: Collection[str]) -> None:
        """These texts need not wait any longer."""
        with self._database.writing() as writing:
            copies.done(writing.connection, keys)


def kept_text(row: AnyRow) -> KeptText:
    """A text from its row; one that is in no group yet does not lead."""
    return KeptText(row.key, row.sketch, row.phrases, leads=row.leader == row.key)
