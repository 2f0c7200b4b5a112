"""What a search finds: hits, facets, a histogram, and help where it finds little."""

from indexer.engine import MarkKind
from indexer.fields import FACETS
from webui.api.shape import (
    COUNT,
    CURSOR,
    Many,
    Maybe,
    Record,
    Shape,
    Table,
    count,
    number,
    spans,
    text,
    truth,
)
from webui.api.shapes.page import (
    AUTHORS,
    DOCUMENT_ID,
    LANGUAGE,
    PLACE,
    PUBLISHED_OR_NOT,
    SOURCE,
    URL,
)
from webui.words import later

FACET_NAMES = tuple(field.name for field in FACETS)
UNDERSTOOD = text(later("What was understood, in plain words."))

SNIPPET = Record(
    "Snippet",
    later("A passage of a page."),
    {
        "text": text(),
        "marks": spans(later("What matched: start and end in the passage, in characters.")),
        "kinds": Many(
            text(values=tuple(kind.value for kind in MarkKind)), later("What each mark is.")
        ),
        "together": spans(later("What stands near each other, as was asked.")),
        "offset": count(later("Where the passage begins in the page's text, in characters.")),
        "ends": truth(later("Whether the text ends with this passage.")),
    },
)
COPY = Record(
    "Copy",
    later("Another page that says nearly the same."),
    {"id": DOCUMENT_ID, "title": text(), "url": URL, "source": SOURCE},
)
HIT = Record(
    "Hit",
    later("A page that was found."),
    {
        "id": DOCUMENT_ID,
        "title": text(),
        "title_marks": spans(later("What matched in the title.")),
        "url": URL,
        "source": SOURCE,
        "authors": AUTHORS,
        "language": LANGUAGE,
        "published": PUBLISHED_OR_NOT,
        "places": Many(PLACE, later("The places that it names, most often named first.")),
        "snippets": Many(SNIPPET, later("Where it says what was asked.")),
        "score": number(later("How well it fits; higher is better, 0 without words.")),
        "copies": Many(COPY, later("The first pages that it stands for, where copies are folded.")),
        "copies_count": count(later("How many pages it stands for besides itself.")),
        "unmarked": truth(
            later("Whether its text is too long to be looked through for passages in a list.")
        ),
    },
)
NEAR_HIT = HIT.plus(
    "NearHit",
    later("A page that has some of the words."),
    {"lacks": Many(text(), later("The words that it lacks, as typed."))},
)
FACET_VALUE = Record(
    "FacetValue",
    later("One value of a facet."),
    {
        "value": text(later("What selects it: a GeoNames number for a city, else the text.")),
        "label": text(later("What a person reads.")),
        "count": count(later("How many of the found pages have it, exactly.")),
        "selected": truth(later("Whether the search chose it.")),
        "excluded": truth(later("Whether the search leaves it out.")),
    },
)
FACET = Record(
    "Facet",
    later("The values of one field, counted as if none of them were chosen."),
    {
        "values": Many(FACET_VALUE),
        "other": count(
            later(
                "The sum of the counts of the values that are not listed; a page with several of "
                "them counts for each, so it is no number of pages."
            )
        ),
        "missing": count(later("Found pages without a value; “-” selects them.")),
        "missing_selected": truth(later("Whether the search chose those without a value.")),
        "missing_excluded": truth(later("Whether the search leaves those without a value out.")),
    },
)
YEAR = Record("Year", later("A year with pages."), {"year": text(), "count": COUNT})
MONTH = Record("Month", later("A month with pages."), {"month": text(), "count": COUNT})
HISTOGRAM = Record(
    "Histogram",
    later("When the found pages were published; only years and months with pages are listed."),
    {
        "years": Many(YEAR, later("As if no year were chosen.")),
        "months": Many(MONTH),
        "uncertain": count(later("Found pages with a date that is wider than a month.")),
        "undated": count(later("Found pages without a date.")),
    },
)
MEANT = Record(
    "Meant",
    later("Another search that was probably meant."),
    {"query": text(), "total": count(later("How many pages it finds."))},
)


def listing(hit: Record) -> dict[str, Shape]:
    """What a page of results tells, with hits of one kind."""
    return {
        "total": count(later("How many pages there are in all, exactly.")),
        "offset": count(later("How many hits come before the first one here.")),
        "groups": Maybe(COUNT, later("How many hits there are once copies are folded.")),
        "hits": Many(hit),
        "facets": Table(FACET, later("The facets by name."), FACET_NAMES),
        "histogram": Maybe(HISTOGRAM),
        "next": CURSOR,
    }


NEAREST = Record(
    "Nearest",
    later("The pages that have the most of the words, where none has all."),
    {
        "words": count(later("How many of the words each page here has.")),
        "asked": count(later("How many words were asked.")),
    }
    | listing(NEAR_HIT),
)
RESULTS = Record(
    "Results",
    later("What a search finds: a part of the hits, and counts of all of them."),
    {
        "query": text(later("The query as typed.")),
        "understood": UNDERSTOOD,
        "took_ms": number(later("How long the search took, in milliseconds."), 0),
        "engine": text(later("Which engine answered.")),
    }
    | listing(HIT)
    | {
        "notes": Many(text(), later("What one should know of this answer.")),
        "meant": Many(MEANT, later("Other searches that were probably meant.")),
        "nearest": Maybe(NEAREST),
    },
)
ONE_FACET = Record(
    "FacetOfSearch",
    later("The values of one facet for a search."),
    {"field": text(values=FACET_NAMES), "understood": UNDERSTOOD, "total": COUNT}
    | dict(FACET.fields),
)
