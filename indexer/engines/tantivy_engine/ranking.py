"""The scores of those documents that can be on a page: Tantivy chooses them, we score them."""

from functools import cached_property

import numpy as np
import tantivy
from tantivy import Occur

from indexer.engine import Search, Sort
from indexer.engines.cursor import CHANGED, Position
from indexer.engines.matches.arrays import Mask
from indexer.engines.matches.counting import Chosen
from indexer.engines.tantivy_engine import scoring
from indexer.engines.tantivy_engine.asking import Asker, unscored
from indexer.engines.tantivy_engine.narrowing import having
from indexer.engines.tantivy_engine.scoring import IMPRECISION, Rows, Scores, Statistics
from indexer.engines.tantivy_engine.snapshot import Snapshot
from indexer.errors import BadCursor

Query = tantivy.Query

# So few matches are all scored at once.
FEW = 100

# So many more candidates than a page needs are asked for, since some can have the same score.
SPARE = 10


class Ranking:
    """The scores of one search.

    rest_on: the statistics that they rest on
    """

    def __init__(
        self,
        snapshot: Snapshot,
        search: Search,
        chosen: Chosen,
        after: Position | None,
    ) -> None:
        """Raise BadCursor where the statistics that it carries are not of this search."""
        self._snapshot, self._search, self._chosen = snapshot, search, chosen
        asker = Asker(snapshot)
        self._asked = asker.ask(search.node) if search.node is not None else None
        self._units, self._rarities = asker.units, asker.rarities
        self.rest_on = self._statistics(after)
        self._is_first = self.rest_on.commit == snapshot.state.commit

    def scores(self, found: Mask, total: int) -> Scores:
        """The score of every row that can be on the page asked for; of others it may be 0."""
        search = self._search
        none: Scores = np.zeros(self._snapshot.size)
        if search.sort is not Sort.RELEVANCE or not self._units or not total or not search.limit:
            return none
        if total <= FEW:
            return self.scores_of(np.flatnonzero(found))
        if search.fold or not self._is_first:
            return self._scores(self._narrowed) * found
        wanted = int(self.rest_on.offset) + search.limit
        return self.scores_of(self._best(found, wanted))

    def scores_of(self, rows: Rows) -> Scores:
        """The scores of these rows; 0 for all others."""
        if not len(rows) or not self._units:
            return np.zeros(self._snapshot.size)
        return self._scores(scoring.among_rows(rows))

    def _scores(self, among: Query) -> Scores:
        return scoring.scores(self._snapshot, self._units, self.rest_on, among)

    def _best(self, found: Mask, wanted: int) -> Rows:
        """So many rows with the best scores, and those that may be as good as the last of them."""
        most = wanted + SPARE
        searcher = self._snapshot.searcher
        while True:
            hits = searcher.search(self._narrowed, most, count=False).hits
            scored = [hit for hit in hits if hit[0] > 0]
            rows = scoring.rows_of(self._snapshot, [address for _, address in scored])
            scores = np.array([score for score, _ in scored])
            here = found[rows]
            rows, scores = rows[here], scores[here]
            if len(scored) < most or most >= self._snapshot.size:
                return rows
            least = scores[wanted - 1] * (1 - IMPRECISION) if len(rows) >= wanted else 0.0
            if scored[-1][0] < least:
                return rows[scores >= least]
            most = min(most * 4, self._snapshot.size)

    @cached_property
    def _narrowed(self) -> Query:
        """The query as far as Tantivy can tell, narrowed by all selections."""
        if self._asked is None:
            raise ValueError("every document has the same score")
        clauses = [(Occur.Must, self._asked.query)]
        for name, choice in self._chosen.items():
            if choice.values:
                clauses.append((Occur.Must, unscored(having(name, choice.values))))
            if choice.without:
                clauses.append((Occur.MustNot, having(name, choice.without)))
        return Query.boolean_query(clauses) if len(clauses) > 1 else self._asked.query

    def _statistics(self, after: Position | None) -> Statistics:
        """Those of this commit, or those that the first page was scored by."""
        if after is None or not after.statistics:
            return scoring.statistics(self._snapshot, self._units, self._rarities)
        try:
            return scoring.of_cursor(after.statistics, len(self._rarities))
        except ValueError as error:
            raise BadCursor(CHANGED) from error
