"""The parameters of a search, the same as those of the search page, one table for all endpoints."""

from indexer.engine import Sort
from indexer.fields import FACETS
from indexer.question import Matching
from webui.api.endpoint import Parameter
from webui.api.shape import text, whole
from webui.parameters import Parameters
from webui.state import MAX_LIMIT, NO, NOT, SIZES, YES, SearchState
from webui.words import later

MOST_QUERY_CHARACTERS = 1_000
DAY = text(pattern=r"^\d{4}(-\d{1,2}){0,2}$")

# What each facet counts, for those who choose values of it.
FACET_HELP = {
    "city": later("Only pages that name this city (its GeoNames number); “-”: none."),
    "region": later("Only pages that name this province or state; “-”: none."),
    "country": later("Only pages that name this country; “-”: none."),
    "year": later("Only pages published in this year for certain; “-”: undated; “uncertain”."),
    "year_mentioned": later("Only pages whose text names this year; “-”: none."),
    "source": later("Only pages of this source; “-”: of none known."),
    "author": later("Only pages by this author; “-”: by none named."),
    "language": later("Only pages with paragraphs in this language; “-”: in none known."),
}
LEAVE_OUT = later("Leave out the pages that this value of the facet would choose.")

QUERY = Parameter(
    "q",
    later("The words, in the query language of the search box; empty finds every page."),
    text(most=MOST_QUERY_CHARACTERS),
)
MATCH = Parameter(
    "match",
    later("Whether a page must have all of the words, or any."),
    text(values=tuple(each.value for each in Matching)),
    initial=Matching.ALL.value,
)
FOLD = Parameter(
    "fold",
    later("Whether near-copies are shown as one hit."),
    text(values=(*YES, *NO)),
    initial=NO[0],
)
FROM = Parameter(
    "from",
    later("Only pages published on or after this day, month or year, for certain."),
    DAY,
)
TO = Parameter(
    "to",
    later("Only pages published on or before this day, month or year, for certain."),
    DAY,
)
SORT = Parameter(
    "sort",
    later("The order of hits; undated pages come last in both orders of date."),
    text(values=tuple(each.value for each in Sort)),
    initial=Sort.RELEVANCE.value,
)
AFTER = Parameter(
    "after",
    later("The cursor where the part before ended; of several, the last counts."),
    text(least=1),
    many=True,
)
CHOICES = tuple(
    Parameter(field.name, FACET_HELP[field.name], text(least=1), many=True) for field in FACETS
)
EXCLUSIONS = tuple(
    Parameter(f"{NOT}{field.name}", LEAVE_OUT, text(least=1), many=True) for field in FACETS
)

# What narrows any count; then what a list of hits asks besides.
NARROWING = (MATCH, FROM, TO, *CHOICES, *EXCLUSIONS)


def narrowed(given: Parameters, *, words: bool = True) -> SearchState:
    """What is counted: the search that an address narrows to; words: whether its q is of it.

    Raise BadParameter.
    """
    names = {each.name for each in NARROWING} | ({QUERY.name} if words else set())
    return SearchState.from_parameters(
        Parameters({name: values for name, values in given.values.items() if name in names})
    )


def limit(help: str, initial: int, most: int, least: int = 1) -> Parameter:
    """How many items of a list."""
    shape = whole(least, most)
    return Parameter("limit", help, shape, initial=str(initial))


HITS = limit(later("How many hits, 0 to 100."), SIZES[0], MAX_LIMIT, 0)
