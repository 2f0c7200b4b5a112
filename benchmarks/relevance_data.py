"""Judged collections beside the project, read where they lie (see ../shared/bench/search).

A folder each: docs.jsonl (id, title, text), queries.jsonl (id, text), and qrels.tsv with query id,
0, document id and grade between tabs.
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from archive.capture import Capture
from archive.document import Document
from benchmarks.relevance_metrics import Grades
from indexer.metadata import describe
from indexer.query.limits import MOST_CLAUSES

JUDGED = Path(__file__).resolve().parents[2] / "shared" / "bench" / "search"

# Signs that mean something in the query language; who types a question has none of it in mind.
SIGNS = re.compile(r"[\"“”„‟«»＂()*?~:/]")


@dataclass(frozen=True, slots=True)
class Text:
    """A document of a collection, or a query (which has no title)."""

    name: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Collection:
    """Documents, queries, and what judges said of them by query id."""

    name: str
    documents: tuple[Text, ...]
    queries: tuple[Text, ...]
    judged: dict[str, Grades]


def names() -> tuple[str, ...]:
    """The collections that are there; none where the folder is absent."""
    return tuple(sorted(found.parent.name for found in JUDGED.glob("*/qrels.tsv")))


def read(name: str) -> Collection:
    """A collection by name. Raise FileNotFoundError."""
    folder = JUDGED / name
    judged: dict[str, dict[str, int]] = defaultdict(dict)
    for line in (folder / "qrels.tsv").read_text("utf-8").splitlines():
        query, _, document, grade = line.split("\t")
        judged[query][document] = int(grade)
    documents, queries = (tuple(texts(folder / f"{kind}.jsonl")) for kind in ("docs", "queries"))
    return Collection(name, documents, queries, dict(judged))


def texts(path: Path) -> Iterator[Text]:
    """The rows of a file."""
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        yield Text(row["id"], row.get("title") or "", row.get("text") or "")


def page_of(row: Text) -> tuple[Capture, Document]:
    """A document as Fonds stores it: its title as if a manifest stated it, the language as found.

    Nothing is cleaned, since these texts were never pages.
    """
    whole = f"{row.title}\n\n{row.text}"
    capture = Capture(whole.encode(), "text/plain", f"https://judged.example/{row.name}", None, "")
    described = describe(text=whole, title=row.title)
    document = Document(
        id=capture.document_id,
        title=row.title or "Untitled",
        text=row.text,
        removed=(),
        url=capture.url,
        source=None,
        authors=(),
        published=None,
        language=described.language.value,
        places=(),
        years_mentioned=(),
        captured=None,
        digest=capture.digest,
    )
    return capture, document


def typed(question: str) -> str:
    """What a person types who asks this of Fonds: the words, no sign of the query language.

    Signs become spaces, capitals of AND, OR and NOT small; the first 32 words are taken, the most
    that a query may have.
    """
    words = (re.sub(r"^\W+|\W+$", "", piece) for piece in SIGNS.sub(" ", question).split())
    small = (word.lower() if word in ("AND", "OR", "NOT") else word for word in words if word)
    return " ".join(islice(small, MOST_CLAUSES))
