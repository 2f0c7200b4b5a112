"""Every line of a page as it came, with what cleaning took and why."""

import re
from dataclasses import dataclass

from archive.capture import Capture
from archive.document import RemovedLine
from indexer.cleaning import clean_html, clean_text
from indexer.pipeline import decoded_of

LINES = re.compile(r"[^\n]*\n|[^\n]+")
# Beyond this the page would be too heavy to read; the download has it all.
MAX_SHOWN_CHARACTERS = 300_000


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the original, and its entry in the ledger where it was removed.

    doubt: how likely a kept line is to be text, 0-1, where the judge was not sure; else None
    """

    number: int
    text: str
    removed: RemovedLine | None
    doubt: float | None = None


@dataclass(frozen=True, slots=True)
class Ledger:
    """The lines of a page in order.

    whole: False where only the removed lines can be shown, because this version of the cleaning
           parts the page into other lines than the one that removed them
    """

    lines: tuple[Line, ...]
    whole: bool


@dataclass(frozen=True, slots=True)
class Source:
    """A page's source as text.

    charset, evidence: how the bytes were read, and what told so
    cut: characters at the end that are not shown
    """

    text: str
    charset: str
    evidence: str
    cut: int

    @property
    def lines(self) -> list[str]:
        """Its lines, each with its end."""
        return LINES.findall(self.text)


@dataclass(frozen=True, slots=True)
class Taken:
    """The lines that one rule took from a page."""

    rule: str
    lines: tuple[RemovedLine, ...]


def by_rule(removed: tuple[RemovedLine, ...]) -> tuple[Taken, ...]:
    """The removed lines gathered by their rules, the rule that took most first."""
    rules: dict[str, list[RemovedLine]] = {}
    for line in removed:
        rules.setdefault(line.rule, []).append(line)
    most_first = sorted(rules.items(), key=lambda taken: -len(taken[1]))
    return tuple(Taken(rule, tuple(lines)) for rule, lines in most_first)


def ledger_of(capture: Capture, removed: tuple[RemovedLine, ...]) -> Ledger:
    """Lay the ledger beside the lines that the page had."""
    decoded = decoded_of(capture)
    cleaned = (
        clean_html(decoded.text, url=capture.url)
        if capture.media_type == "text/html"
        else clean_text(decoded.text)
    )
    lines = dict(enumerate(cleaned.original_lines(), 1))
    taken = {line.number: line for line in removed}
    if any(lines.get(number) != line.text for number, line in taken.items()):
        return Ledger(tuple(Line(x.number, x.text, x) for x in removed), whole=False)
    doubts = {line.number: line.doubt for line in cleaned.kept if line.number not in taken}
    return Ledger(
        tuple(
            Line(number, lines[number], taken.get(number), doubts.get(number))
            for number in sorted(lines)
        ),
        whole=True,
    )


def source_of(capture: Capture) -> Source:
    """The page's source as it was decoded."""
    decoded = decoded_of(capture)
    shown = decoded.text[:MAX_SHOWN_CHARACTERS]
    return Source(shown, decoded.charset, decoded.evidence, len(decoded.text) - len(shown))
