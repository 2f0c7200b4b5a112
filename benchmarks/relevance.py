"""How good Fonds' ranking is on judged collections, beside a plain BM25 on the same data.

    python -m benchmarks.relevance [--engine whoosh|tantivy] [COLLECTION ...]      default: all

The way is the real one: documents into an archive in a temporary folder, an index made of it, and
each question typed into `Searcher` with match=any and default settings. The ranking is read on to
its end without making snippets, after a check that it begins with the hits that `Searcher` showed.
What is typed is told in `benchmarks/relevance_data.py`, the peer in `relevance_peer.py`, the
measures in `relevance_metrics.py`. The peer gets each question whole.
"""

import argparse
import tempfile
from collections import Counter
from pathlib import Path

from archive import Archive
from benchmarks import relevance_data
from benchmarks.relevance_data import Collection, page_of, typed
from benchmarks.relevance_metrics import Figures, figures
from benchmarks.relevance_peer import PlainBM25
from indexer import index, query
from indexer.analysis import STEMMED
from indexer.engine import Search, SearchEngine
from indexer.engines import ENGINES
from indexer.question import Matching, Query, meaning
from indexer.search import Searcher

# trec_eval's usual depth is 1,000; a search of Fonds gives as many at most.
DEPTH = 1_000
HEADINGS = ("nDCG@10", "MAP", "R@100", "MRR")

Rankings = dict[str, list[str]]


def main() -> None:
    """Measure each collection."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--engine", default="whoosh", choices=list(ENGINES))
    asked.add_argument("collections", nargs="*")
    options = asked.parse_args()
    known = relevance_data.names()
    if not known:
        print(f"Skipped: {relevance_data.JUDGED} is not here.")
    for name in options.collections or known:
        if name in known:
            measure(relevance_data.read(name), options.engine)
        else:
            print(f"Skipped: there is no collection {name!r} in {relevance_data.JUDGED}.")


def measure(collection: Collection, engine: str) -> None:
    """Print the figures of both on one collection."""
    documents, queries = len(collection.documents), len(collection.judged)
    print(f"\n{collection.name}: {documents:,} documents, {queries} judged queries")
    print(f"{'':16}" + "".join(f"{heading:>9}" for heading in HEADINGS), flush=True)
    with tempfile.TemporaryDirectory() as folder:
        ours, language = fonds(collection, engine, Path(folder))
    peer = PlainBM25(
        ((row.name, f"{row.title}\n{row.text}") for row in collection.documents), language
    )
    theirs = {row.name: peer.rank(row.text, DEPTH) for row in collection.queries}
    show(f"Fonds, {engine}", figures(ours, collection.judged))
    show("plain BM25", figures(theirs, collection.judged))


def fonds(collection: Collection, engine: str, folder: Path) -> tuple[Rankings, str]:
    """What Fonds finds, by query; and the language with a stemmer that most documents are in."""
    named: dict[str, str] = {}
    languages: Counter[str] = Counter()
    with Archive.create(folder) as archive:
        run = archive.begin_run("benchmark", (collection.name,))
        with archive.batch():
            for row in collection.documents:
                capture, document = page_of(row)
                archive.add(run, capture, document)
                named[document.id] = row.name
                languages[document.language] += 1
        index.rebuild(archive, engine)
        opened = index.open_index(archive)
        searcher = Searcher(archive, opened)
        found = {
            row.name: [named[found] for found in ranked(typed(row.text), searcher, opened)]
            for row in collection.queries
            if row.name in collection.judged
        }
        opened.close()
    return found, max(STEMMED, key=languages.__getitem__)


def ranked(text: str, searcher: Searcher, engine: SearchEngine) -> list[str]:
    """The ids that a query finds, best first. Raise RuntimeError where hits are in other order."""
    asked = Query(text, match=Matching.ANY)
    node = query.expand(meaning(asked), text, engine.vocabulary)
    found = [match.id for match in engine.search(Search(node, limit=DEPTH)).matches]
    shown = [hit.id for hit in searcher.search(asked).hits]
    if shown != found[: len(shown)]:
        raise RuntimeError(f"Searcher shows {text!r} in another order.")
    return found


def show(label: str, measured: Figures) -> None:
    """One line of the table."""
    row = (measured.ndcg_10, measured.map, measured.recall_100, measured.mrr)
    print(f"{label:16}" + "".join(f"{figure:9.3f}" for figure in row), flush=True)


if __name__ == "__main__":
    main()
