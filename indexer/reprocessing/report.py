"""What reprocessing changed, or would change."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from archive.document import Refused, RemovedLine
from indexer.ingest.report import IngestReport
from indexer.reprocessing.changes import Change

# Samples of each kind; the ledger has all.
MOST_SAMPLES = 3
# A line of fewer words ("(a)", "Ferries") tells a person little.
TELLING_WORDS = 4

Samples = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class TooAlike:
    """A source whose pages are `pages`, but only `texts` different texts."""

    source: str
    pages: int
    texts: int


@dataclass(frozen=True, slots=True)
class Amount:
    """How much of the documents' text: in how many of them, lines, characters of these lines."""

    pages: int = 0
    lines: int = 0
    characters: int = 0


@dataclass(frozen=True, slots=True)
class ReprocessReport:
    """The outcome.

    run:         its number in the archive, or None for a dry run
    documents:   how many were gone over, of which `changed` differ
    skipped:     documents that an interrupted run before this one had done
    comes_back:  how much stays now and went before
    goes:        how much goes now and stayed before
    taken:       lines that go now and stayed before, by the rule that takes them
    given_back:  lines that stay now, by the rule that took them before
    renamed:     lines that go by another rule than before, by today's
    fields:      documents whose title, published and so on differ, by the field's name
    samples:     texts of lines, by "taken RULE" and "given back RULE"; "title: old → new" by field
    too_alike:   sources with pages enough, but nearly all near-copies: nothing repeated is seen
    idle_orders: orders about a source that no page has, each as it is told
    refused:     pages that cannot be made today; their documents stay as they were
    took_s:      from begin to end, in seconds
    """

    run: int | None
    documents: int
    changed: int
    skipped: int
    comes_back: Amount
    goes: Amount
    taken: Mapping[str, int]
    given_back: Mapping[str, int]
    renamed: Mapping[str, int]
    fields: Mapping[str, int]
    samples: Samples
    refused: tuple[Refused, ...]
    took_s: float
    interrupted: bool = False
    too_alike: tuple[TooAlike, ...] = ()
    idle_orders: tuple[str, ...] = ()


def more(amount: Amount, lines: Sequence[RemovedLine]) -> Amount:
    """An amount with these lines of one more document, if there are any."""
    return Amount(
        amount.pages + bool(lines),
        amount.lines + len(lines),
        amount.characters + sum(len(line.text) for line in lines),
    )


@dataclass(slots=True)
class Tally:
    """The counts while it goes on."""

    comes_back: Amount = Amount()
    goes: Amount = Amount()
    taken: Counter[str] = field(default_factory=Counter)
    given_back: Counter[str] = field(default_factory=Counter)
    renamed: Counter[str] = field(default_factory=Counter)
    fields: Counter[str] = field(default_factory=Counter)
    samples: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def note(self, found: Change | None) -> None:
        """Count one document."""
        if found is None:
            return
        self.comes_back = more(self.comes_back, found.given_back)
        self.goes = more(self.goes, found.taken)
        self.note_lines("taken", self.taken, found.taken)
        self.note_lines("given back", self.given_back, found.given_back)
        self.renamed.update(line.rule for line in found.renamed)
        for name in found.fields:
            self.fields[name] += 1
            if name == "title":
                self.sample(name, f"{found.before.title} → {found.after.title}")

    def note_lines(self, what: str, counts: Counter[str], lines: Iterable[RemovedLine]) -> None:
        """Count lines by their rule."""
        for line in lines:
            counts[line.rule] += 1
            self.sample(f"{what} {line.rule}", line.text)

    def sample(self, kind: str, text: str) -> None:
        """Keep the first few different texts of a kind; those of some words before others."""
        kept = self.samples.get(kind, ())
        text = " ".join(text.split())
        if text not in kept:
            ranked = sorted((*kept, text), key=lambda one: len(one.split()) < TELLING_WORDS)
            self.samples[kind] = tuple(ranked[:MOST_SAMPLES])

    def report(self, pages: IngestReport, skipped: int) -> ReprocessReport:
        """The tally, closed, with what became of the pages."""
        return ReprocessReport(
            run=pages.run,
            documents=pages.documents,
            changed=pages.changed,
            skipped=skipped,
            comes_back=self.comes_back,
            goes=self.goes,
            taken=dict(self.taken),
            given_back=dict(self.given_back),
            renamed=dict(self.renamed),
            fields=dict(self.fields),
            samples=dict(self.samples),
            refused=pages.refusals,
            took_s=pages.took_s,
            interrupted=pages.interrupted,
        )
