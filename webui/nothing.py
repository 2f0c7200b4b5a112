"""Help for a search that finds nothing: what to drop, and what each part would give alone."""

from collections.abc import Iterator
from dataclasses import dataclass

from indexer import query
from indexer.engine import Results
from indexer.query.nodes import And, Not
from indexer.question import Matching
from indexer.search import Searcher
from webui.asking import how_many
from webui.narrowing import Chip
from webui.state import SearchState
from webui.words import t

# Each suggestion costs a search.
MAX_SUGGESTIONS = 8


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Another search, and how many pages it finds."""

    label: str
    count: int
    state: SearchState


def meant(answer: Results, state: SearchState) -> tuple[Suggestion, ...]:
    """The searches that were probably meant, with all else that was chosen."""
    return tuple(Suggestion(m.text, m.total, state.with_text(m.text)) for m in answer.meant)


def among_removed(answer: Results, state: SearchState) -> Suggestion | None:
    """The search of removed lines, where they alone have the words."""
    found = answer.removed
    if found is None:
        return None
    return Suggestion(found.text, found.total, state.with_text(found.text).matching(Matching.ALL))


def without_one(
    searcher: Searcher, state: SearchState, asked: tuple[Chip, ...]
) -> tuple[Suggestion, ...]:
    """The search without each thing asked, where there is more than one; best first."""
    if len(asked) < 2:
        return ()
    found = (
        Suggestion(
            t("without {kind}: {label}", kind=chip.kind.lower(), label=chip.label),
            how_many(searcher, chip.without),
            chip.without,
        )
        for chip in asked[:MAX_SUGGESTIONS]
    )
    return tuple(sorted((s for s in found if s.count), key=lambda s: -s.count))


def words_alone(searcher: Searcher, state: SearchState) -> tuple[Suggestion, ...]:
    """What each part of the query finds alone, with nothing else chosen."""
    return tuple(
        Suggestion(part, how_many(searcher, alone), alone)
        for part in parts_of(state.text)
        for alone in (SearchState(text=part, limit=state.limit),)
    )


def parts_of(text: str) -> Iterator[str]:
    """The parts of a query that all must hold, as they were typed; none for a single word."""
    node = query.parse(text)
    if isinstance(node, And):
        wanted = [part for part in node.nodes if not isinstance(part, Not)]
        spans = [part.span for part in wanted[:MAX_SUGGESTIONS]]
        yield from dict.fromkeys(text[start:end] for start, end in spans)
