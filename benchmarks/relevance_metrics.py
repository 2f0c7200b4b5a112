"""How good a ranking is, by the measures of the field as `trec_eval` computes them.

A ranking is a list of document ids, best first, each once. Grades are what judges said of one
query: document id to grade; a grade above 0 is right, and what was never judged is wrong. Each
measure is from 0 to 1, and 0 where the judges found nothing right.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean

Grades = Mapping[str, int]


def dcg(grades: Iterable[int]) -> float:
    """Discounted cumulative gain: each grade over log2 of its rank + 1, ranks from 1 on."""
    gains = (max(0, grade) / math.log2(rank + 1) for rank, grade in enumerate(grades, 1))
    return math.fsum(gains)


def ndcg(ranking: Sequence[str], grades: Grades, depth: int = 10) -> float:
    """`ndcg_cut_10`: the gain of the first `depth`, over that of the best ranking there could be.

    The gain of a document is its grade (Järvelin and Kekäläinen, TOIS 2002, discounted from rank
    2 on as trec_eval does), not 2 to its power.
    """
    best = dcg(sorted(grades.values(), reverse=True)[:depth])
    return dcg(grades.get(name, 0) for name in ranking[:depth]) / best if best else 0.0


def average_precision(ranking: Sequence[str], grades: Grades) -> float:
    """`map`, for one query: the mean, over all right documents, of the precision at each.

    The precision at a rank is the share of right ones down to it; a right document that was not
    found counts 0.
    """
    hits = 0
    total = 0.0
    for rank, name in enumerate(ranking, 1):
        if grades.get(name, 0) > 0:
            hits += 1
            total += hits / rank
    right = count_right(grades)
    return total / right if right else 0.0


def recall(ranking: Sequence[str], grades: Grades, depth: int = 100) -> float:
    """`recall_100`: the share of all right documents that are among the first `depth`."""
    found = sum(grades.get(name, 0) > 0 for name in ranking[:depth])
    right = count_right(grades)
    return found / right if right else 0.0


def reciprocal_rank(ranking: Sequence[str], grades: Grades) -> float:
    """`recip_rank`: 1 over the rank of the first right document; 0 where none was found."""
    ranks = (rank for rank, name in enumerate(ranking, 1) if grades.get(name, 0) > 0)
    first = next(ranks, None)
    return 1 / first if first else 0.0


def count_right(grades: Grades) -> int:
    """How many documents are right."""
    return sum(grade > 0 for grade in grades.values())


@dataclass(frozen=True, slots=True)
class Figures:
    """The means over the queries, each 0-1."""

    ndcg_10: float
    map: float
    recall_100: float
    mrr: float


def figures(rankings: Mapping[str, Sequence[str]], judged: Mapping[str, Grades]) -> Figures:
    """The means over the queries for which there is anything right, by query id.

    A query without a ranking counts 0 (`trec_eval -c`). Raise ValueError where no query has any.
    """
    queries = [query for query, grades in judged.items() if count_right(grades)]
    if not queries:
        raise ValueError("no query has a right document")
    pairs = [(rankings.get(query, ()), judged[query]) for query in queries]
    return Figures(
        ndcg_10=fmean(ndcg(*pair) for pair in pairs),
        map=fmean(average_precision(*pair) for pair in pairs),
        recall_100=fmean(recall(*pair) for pair in pairs),
        mrr=fmean(reciprocal_rank(*pair) for pair in pairs),
    )
