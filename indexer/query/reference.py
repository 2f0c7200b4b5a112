"""The tables of docs/query.md, made from the language's own tables.

python -m indexer.query.reference docs/query.md      writes them into the page
"""

import re
import sys
from collections.abc import Iterable
from pathlib import Path

from indexer.query.echo import echo
from indexer.query.fields import FIELDS
from indexer.query.limits import (
    MOST_CHARACTERS,
    MOST_CLAUSES,
    MOST_DEPTH,
    MOST_EXPANSIONS,
    MOST_WORDS_APART,
)
from indexer.query.operators import BEFORE, BETWEEN, CALLED, NOT_YET
from indexer.query.parser import parse

# What is shown with its echo, so that the docs cannot promise another meaning.
EXAMPLES = (
    "police immigration",
    '"sanctuary city"',
    "police OR cbsa",
    "police -rally",
    "police NOT (rally OR march)",
    "police (toronto OR ottawa)",
    "toronto police OR cbsa",
    "police w/10 status",
    "police pre/3 status",
    '"police status"~10',
    "police /s status",
    "police /p (status OR permit)",
    "sanctu* wom?n",
    "polise~ polise~2",
    "l’immigration",
    "co-operation",
    "police and not rally",
    "12:30",
    'title:(police OR "border services")',
    'city:"London, Ontario" lang:fr',
    "year:2017",
    "year:2017?",
    "date:2016-01..2017-03",
    "after:2016 before:2017-02",
)

SECTION = re.compile(r"(<!-- made: (\w+) -->\n).*?(<!-- end -->)", re.DOTALL)


def with_tables(page: str) -> str:
    """The page with each table between `<!-- made: NAME -->` and `<!-- end -->` made anew."""
    made = {
        "examples": _examples(),
        "fields": _fields(),
        "limits": _limits(),
        "not_yet": _not_yet(),
    }
    return SECTION.sub(lambda found: f"{found[1]}{made[found[2]]}\n{found[3]}", page)


def _examples() -> str:
    return _table(("typed", "understood"), ((_code(q), echo(parse(q))) for q in EXAMPLES))


def _fields() -> str:
    rows = ((_code(f"{field.name}:"), field.means, _code(field.example)) for field in FIELDS)
    return _table(("field", "a page is found when", "for example"), rows)


def _limits() -> str:
    rows = (
        ("characters", f"{MOST_CHARACTERS:,}"),
        ("words, phrases and dates", str(MOST_CLAUSES)),
        ("parentheses inside each other", str(MOST_DEPTH)),
        ("words of the archive for one `*`, `?` or `~`", str(MOST_EXPANSIONS)),
        ("words apart", str(MOST_WORDS_APART)),
    )
    return _table(("in one query", "at most"), rows)


def _not_yet() -> str:
    operators = (*NOT_YET, *BETWEEN, *BEFORE, *CALLED)
    rows = ((operator.name, _code(operator.typed), operator.mend) for operator in operators)
    return _table(("not in the language", "typed elsewhere as", "instead"), rows)


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = (head, tuple("---" for _ in head), *rows)
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _code(text: str) -> str:
    """Code in a cell of a table, where a bar must be escaped."""
    return "`" + text.replace("|", r"\|") + "`"


if __name__ == "__main__":
    path = Path(sys.argv[1])
    path.write_text(with_tables(path.read_text("utf-8")), "utf-8")
