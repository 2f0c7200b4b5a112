"""A quotation checked against the whole archive: where it stands, how nearly, or nowhere."""

from dataclasses import dataclass
from enum import StrEnum

from archive import Archive
from indexer.deadline import Deadline, Step
from indexer.engine import SearchEngine
from indexer.errors import QueryError, SearchTooSlow
from indexer.query.nodes import Scope
from indexer.quotations.parting import quoted_in, sentences_in
from indexer.quotations.passage import Passage, passages_in, rank
from indexer.quotations.placing import Where
from indexer.quotations.quoted import Segment, segments_of
from indexer.quotations.seeking import Seeker, Sought

# A page of a book; who quotes more has a document.
MOST_CHARACTERS = 4_000
MOST_PARTS = 12  # of each kind, looked for by themselves

# Below this a passage has no more in common with it than any two texts (docs/quotations.md).
NOT_EVEN_NEAR = 0.3

# Passages told, and pages looked at.
MOST_PASSAGES = 10
LOOKED_AT = 16

# Processor's time for a quotation, in seconds, sentence by sentence included.
CHECK_S = 0.9

LOOKING = Step("Looking for this quotation", "Check a shorter part of it.")


@dataclass(frozen=True, slots=True)
class Check:
    """What was found of one quotation, the best first.

    text:        as it was quoted
    passages:    word for word first, then by similarity; those that are near, or the nearest
    pages:       pages that have it word for word, counted exactly; None where it has parts or is
                 too long to be counted
    too_late:    there was no time to look at all pages that may have it
    """

    text: str
    passages: tuple[Passage, ...]
    pages: int | None
    too_late: bool

    @property
    def exact(self) -> bool:
        """Whether any page says it word for word."""
        return any(passage.exact for passage in self.passages)

    @property
    def near(self) -> bool:
        """Whether any page says it nearly, at least."""
        return any(passage.near for passage in self.passages)


class Standing(StrEnum):
    """How a quotation stands in the archive, the whole and its parts taken together."""

    WHOLE = "whole"  # word for word
    EACH_SENTENCE = "each sentence"  # each word for word, but not all in one place
    QUOTED_WORDS = "quoted words"  # all words in quotation marks, but not the others
    SOME_PARTS = "some parts"
    NEARLY = "nearly"
    PARTS_NEARLY = "parts nearly"
    NOWHERE = "nowhere"


@dataclass(frozen=True, slots=True)
class Checked:
    """A quotation checked whole; and part by part where it is nowhere word for word.

    quoted:    what stands in it in quotation marks, by itself
    sentences: none where there is one sentence only;  left_out: parts that were not looked at
    """

    whole: Check
    quoted: tuple[Check, ...] = ()
    sentences: tuple[Check, ...] = ()
    left_out: int = 0

    @property
    def standing(self) -> Standing:
        """What the headline tells: never less than what is told of a part."""
        if self.whole.exact:
            return Standing.WHOLE
        if self.sentences and not self.left_out and all(part.exact for part in self.sentences):
            return Standing.EACH_SENTENCE
        if self.quoted and all(part.exact for part in self.quoted):
            return Standing.QUOTED_WORDS
        parts = (*self.quoted, *self.sentences)
        if any(part.exact for part in parts):
            return Standing.SOME_PARTS
        if self.whole.near:
            return Standing.NEARLY
        return Standing.PARTS_NEARLY if any(part.near for part in parts) else Standing.NOWHERE


def check_quotation(archive: Archive, engine: SearchEngine, text: str) -> Checked:
    """Look for a quotation in texts, titles and removed lines.

    Raise QueryError where it has no word or is too long, EngineUnavailable.
    """
    quoted = text.strip()
    if len(quoted) > MOST_CHARACTERS:
        reason = f"The quotation is longer than {MOST_CHARACTERS:,} characters."
        raise QueryError(text, MOST_CHARACTERS, reason, "Check it in several parts.")
    if not segments_of(quoted):
        raise QueryError(text, 0, "There is no word to look for.", "Paste a sentence.")
    deadline = Deadline.after(CHECK_S)
    checker = Checker(archive, engine, deadline)
    whole = checker.check(quoted)
    if whole.exact:
        return Checked(whole)
    marked, every = quoted_in(quoted), sentences_in(quoted)
    return Checked(
        whole,
        tuple(checker.check(one) for one in marked[:MOST_PARTS]),
        tuple(checker.check(one) for one in every[:MOST_PARTS]),
        max(len(marked) - MOST_PARTS, 0) + max(len(every) - MOST_PARTS, 0),
    )


class Checker:
    """Checks quotations before one deadline."""

    def __init__(self, archive: Archive, engine: SearchEngine, deadline: Deadline) -> None:
        self._archive, self._engine, self._deadline = archive, engine, deadline

    def check(self, text: str) -> Check:
        """Look for one text. Past the deadline what was found until then is told."""
        segments = segments_of(text)
        found: dict[tuple[str, Where], Passage] = {}
        pages, late = None, False
        try:
            for scope in (Scope.ANYWHERE, Scope.REMOVED):
                total, complete = self._look(scope, text, segments, found)
                pages = total if scope is Scope.ANYWHERE else pages
                late = late or not complete
        except SearchTooSlow:
            late = True
        best = sorted(found.values(), key=rank)
        near = [passage for passage in best if passage.near]
        nearest = [passage for passage in best[:1] if passage.similarity >= NOT_EVEN_NEAR]
        return Check(text, tuple(near[:MOST_PASSAGES] or nearest), pages, late)

    def _look(
        self,
        scope: Scope,
        text: str,
        segments: tuple[Segment, ...],
        found: dict[tuple[str, Where], Passage],
    ) -> tuple[int | None, bool]:
        """Add the passages of one scope.

        How many pages have it word for word, if it is known; and False where no page that was read
        has it so, but one that was not read may.
        """
        seeker = Seeker(self._engine, scope, segments, self._deadline)
        try:
            sought = seeker.word_for_word(MOST_PASSAGES)
        except SearchTooSlow:  # of words that stand in too many places: read what comes near
            sought = Sought((), 1, whole=False)
        likely = sought.ids
        if len(likely) < MOST_PASSAGES:
            likely = (*likely, *seeker.nearly(LOOKED_AT))
        for id in dict.fromkeys(likely):
            self._deadline.check(LOOKING)
            for document in self._archive.get_many((id,), ledger=scope is Scope.REMOVED):
                for passage in passages_in(document, scope, text, segments):
                    found[document.id, passage.where] = passage
        if sought.whole:
            return sought.total, True
        exact = sum(passage.exact for passage in found.values())
        every = len(sought.ids) == sought.total
        return exact if every else None, every or exact > 0
