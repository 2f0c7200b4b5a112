"""Why a query finds a document or not, clause by clause."""

from indexer.query.nodes import Scope
from indexer.why.account import Kind, Part
from indexer.why.wording import Because
from webui.api.shape import Again, Many, Maybe, Record, count, text, truth
from webui.api.shapes.document import REMOVED_LINE
from webui.api.shapes.found import SNIPPET, UNDERSTOOD
from webui.api.shapes.page import DOCUMENT_ID
from webui.words import later

PASSAGE = SNIPPET.plus(
    "PlacedSnippet",
    later("A passage, and the removed line that it is of, if it is of one."),
    {"line": Maybe(REMOVED_LINE)},
)
STANDING = Record(
    "Standing",
    later("Where something stands in one part of a page."),
    {
        "part": text(values=tuple(part.value for part in Part)),
        "times": count(later("How often; 0 where it is one place that holds several words.")),
        "passages": Many(PASSAGE, later("The first places.")),
    },
)
REASON = Record(
    "Reason",
    later("Why a clause holds or does not."),
    {
        "because": text(values=tuple(because.value for because in Because)),
        "text": text(later("The same as a sentence.")),
        "standings": Many(STANDING, later("The places that it speaks of.")),
    },
)
CLAUSE = Record(
    "Clause",
    later("One clause of a query, as it fares with one page."),
    {
        "kind": text(values=tuple(kind.value for kind in Kind)),
        "typed": text(),
        "scope": text(
            later("Where its words are looked for."), values=tuple(s.value for s in Scope)
        ),
        "holds": truth(later("Whether the page is as it asks.")),
        "standings": Many(STANDING),
        "reasons": Many(REASON),
        "clauses": Many(Again("Clause"), later("Those that it is made of.")),
    },
)
ACCOUNT = Record(
    "Account",
    later("Why a query finds a page or not."),
    {
        "id": DOCUMENT_ID,
        "title": text(),
        "query": text(),
        "understood": UNDERSTOOD,
        "holds": truth(later("Whether the page is found.")),
        "clause": Maybe(CLAUSE, later("The whole query; null where it is empty.")),
    },
)
