"""The running texts of a document, and where things stand in them."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import accumulate, islice

from archive.document import Document, RemovedLine
from indexer.engine import MarkKind
from indexer.passages import passage
from indexer.passages.needles import chain_of, needles_of, stretch_of
from indexer.passages.said import Said
from indexer.passages.snippets import LENGTH_CHARACTERS
from indexer.passages.together import Together, standing_together
from indexer.query.nodes import Loose, Near, Node, Scope, Span
from indexer.why.account import Part, Passage, Standing

# Places shown of one thing; the rest is told as a count.
MOST_PASSAGES = 2

# Places read for them: more than two passages can hold.
MOST_READ = 300


class RunningText:
    """One part of a document, read once and asked often."""

    def __init__(
        self, part: Part, text: str, language: str, lines: Sequence[RemovedLine] = ()
    ) -> None:
        self.part, self.text = part, text
        self._language, self._lines = language, lines
        # Each removed line is followed by a newline.
        self._starts = [0, *accumulate(len(line.text) + 1 for line in lines)]

    @cached_property
    def said(self) -> Said:
        """Its words."""
        return Said(self.text, self._language, whole=self.part is Part.TITLE)

    def standing(self, node: Node) -> Standing | None:
        """Where a word, phrase, pattern, chain or loose phrase stands here, or None."""
        match node:
            case Near():
                chain = chain_of(node, whole=self.said.whole)
                return self._near(standing_together(self.said, chain, every=False))
            case Loose():
                return self._near(standing_together(self.said, stretch_of(node), every=False))
        found = self.said.standing(tuple(needles_of(node)))
        if not len(found.starts):
            return None
        first = found.starts[:MOST_READ].tolist(), found.ends[:MOST_READ].tolist()
        spans = [self.said.span(start, end) for start, end in zip(*first, strict=True)]
        kind = MarkKind.PHRASE if (found.ends > found.starts).any() else MarkKind.WORD
        return replace(self.shown(spans, kind), times=len(found.starts))

    def shown(self, spans: Sequence[Span], kind: MarkKind) -> Standing:
        """The places of spans that are in order, each one time."""
        groups = islice(_near_each_other(spans), MOST_PASSAGES)
        passages = tuple(self.passage(group, kind) for group in groups)
        return Standing(self.part, len(spans), passages)

    def passage(self, spans: Sequence[Span], kind: MarkKind) -> Passage:
        """The passage around spans; of removed text, in the line where the first begins."""
        if not self._lines:
            return Passage(passage(self.text, spans, kind))
        number = bisect_right(self._starts, spans[0][0]) - 1
        line, start = self._lines[number], self._starts[number]
        inside = [(a - start, min(b - start, len(line.text))) for a, b in spans]
        inside = [span for span in inside if span[0] < len(line.text)]
        return Passage(passage(line.text, inside, kind), line)

    def _near(self, together: Together) -> Standing | None:
        if not together.wholes:
            return None
        shown = [
            self.passage(group, MarkKind.NEAR)
            for whole in together.wholes[:MOST_PASSAGES]
            for group in _near_each_other(whole)
        ]
        return Standing(self.part, together.times, tuple(dict.fromkeys(shown)))


class Texts:
    """The title, text and removed lines of a document."""

    def __init__(self, document: Document) -> None:
        removed, language = document.removed, document.language
        self.title = RunningText(Part.TITLE, document.title, language)
        self.text = RunningText(Part.TEXT, document.text, language)
        text = "\n".join(line.text for line in removed)
        self.removed = RunningText(Part.REMOVED, text, language, removed)

    def of(self, scope: Scope) -> tuple[RunningText, ...]:
        """Those that a scope asks; none for a field of names."""
        asked = {
            Scope.ANYWHERE: (self.title, self.text),
            Scope.TITLE: (self.title,),
            Scope.REMOVED: (self.removed,),
        }
        return asked.get(scope, ())

    def others(self, scope: Scope) -> tuple[RunningText, ...]:
        """Those that it does not ask."""
        asked = self.of(scope)
        return tuple(t for t in (self.title, self.text, self.removed) if t not in asked)

    def standings(self, node: Node, scope: Scope) -> tuple[Standing, ...]:
        """Where it stands in what a scope asks."""
        return tuple(found for text in self.of(scope) if (found := text.standing(node)))


def _near_each_other(spans: Sequence[Span]) -> Iterator[list[Span]]:
    """Runs of spans that one passage can hold."""
    run: list[Span] = []
    for span in spans:
        if run and span[1] - run[0][0] > LENGTH_CHARACTERS:
            yield run
            run = []
        run.append(span)
    if run:
        yield run
