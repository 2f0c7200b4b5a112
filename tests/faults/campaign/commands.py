"""The commands that write, each a row: what is typed, and of what a run through is known."""

from dataclasses import dataclass
from pathlib import Path

from archive.identity import document_id
from cli.main import app
from tests.faults.ingests import SITE

FIRST, SECOND = (document_id(f"https://{SITE}/{number}", b"") for number in (0, 1))


@dataclass(frozen=True, slots=True)
class Command:
    """A command of the campaign.

    words:  what is typed after `fonds --archive DIR`; {beside} is a folder beside the archive
    gone:   the id of the document that it takes away for good, or ""
    file:   the file that it makes beside the archive, or ""
    """

    name: str
    words: tuple[str, ...]
    gone: str = ""
    file: str = ""

    def typed(self, beside: Path) -> list[str]:
        """The words, with the folder in them."""
        return [word.format(beside=beside) for word in self.words]


COMMANDS = (
    Command("ingest", ("ingest", "{beside}/new.jsonl")),
    Command("reindex", ("reindex",)),
    Command("backup", ("backup", "{beside}/all.tar.zst"), file="all.tar.zst"),
    Command("reprocess", ("reprocess", "--yes")),
    Command("correct", ("correct", FIRST, "title=A title of the archivist", "--who", "Ann")),
    Command(
        "withdraw",
        ("withdraw", SECOND, "--reason", "A court says so.", "--who", "Ann", "--yes"),
        gone=SECOND,
    ),
)

# What a withdrawal that could not erase all asks for.
FINISH = Command("withdraw --finish", ("withdraw", "--finish"))


def is_there(command: Command) -> bool:
    """Whether this Fonds has the command."""
    return command.name in {each.name for each in app.registered_commands}
