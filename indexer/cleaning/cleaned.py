"""What cleaning gives back: the page's own words, with an account of every line."""

from dataclasses import dataclass

from archive.document import RemovedLine

# The name in the ledger of what the learned judge took, where no rule did.
JUDGED = "judged-furniture"


@dataclass(frozen=True, slots=True)
class KeptLine:
    """A line that stays, as it came (blank lines stay too: they part paragraphs).

    number: the line in the original, 1-based
    text:   the line as it came, before spaces and hyphens were repaired
    doubt:  how likely it is to be the page's own, 0-1, where the judge kept it without being sure;
            None for every other line
    why:    the archivist's order that keeps it, in words; "" for every other line
    """

    number: int
    text: str
    doubt: float | None = None
    why: str = ""


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A page's own words and the ledger.

    text:    the kept lines, repaired (NFC; no-break spaces, soft hyphens), one blank line between
             paragraphs, a single newline inside one
    kept:    in the original's order
    removed: in the original's order
    flags:   what a person should look at: "cleaning left nothing"
    """

    text: str
    kept: tuple[KeptLine, ...]
    removed: tuple[RemovedLine, ...]
    flags: tuple[str, ...] = ()

    def original_lines(self) -> tuple[str, ...]:
        """Kept and removed lines together, as the page had them."""
        lines = {line.number: line.text for line in self.kept}
        lines |= {line.number: line.text for line in self.removed}
        return tuple(lines[number] for number in sorted(lines))

    def lines_no_rule_took(self) -> tuple[str, ...]:
        """The kept lines and those that only the judge took: a headline said twice is furniture
        to it, and still the page's title.
        """
        lines = {line.number: line.text for line in self.kept}
        lines |= {line.number: line.text for line in self.removed if line.rule == JUDGED}
        return tuple(lines[number] for number in sorted(lines))
