"""Publication dates that the markup states."""

from datetime import date

from archive.document import PublicationDate
from indexer.metadata.page import Page
from indexer.metadata.published import names
from indexer.metadata.published.stamps import read_stamp

# In order of trust: what publishers state of the article first, library standards then, the
# marks of analytics and newsletters last. "date" alone is the loosest.
METAS = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished",
    "citation_publication_date", "citation_date", "dcterms.issued", "dc.date.issued",
    "dcterms.created", "dc.date.created", "dcterms.date", "dc.date", "dcterms.available",
    "sailthru.date", "parsely-pub-date", "cxenseparse:recs:publishtime", "publish-date",
    "publish_date", "published_date", "publication_date", "pubdate", "pub_date",
    "article.published", "published-date", "displaydate", "prism.publicationdate",
    "originalpublicationdate", "cre", "rnews:datepublished", "article_date_original", "date",
)  # fmt: skip
MODIFIED_METAS = ("article:modified_time", "og:updated_time", "datemodified", "last-modified",
                  "dcterms.modified", "dc.date.modified", "revised")  # fmt: skip

UPDATED_MARKS = ("updated", "modified", "revised")
PUBLISHED_MARKS = ("datepublished", "pubdate", "published", "entry-date", "post-date", "posted")
UPDATED_WORDS = ("updated", "modified", "revised", "mis à jour", "mise à jour", "modifi", "révisé")


def json_ld(page: Page) -> PublicationDate | None:
    """The datePublished of the page's article, where its articles do not tell several days."""
    for kind in ("article", "page"):
        stamps = [n.published for n in page.markup.linked if n.kind == kind and n.published]
        days = {day for stamp in stamps if (day := read_stamp(stamp, page.last_day))}
        if len(days) == 1:
            day = days.pop()
            return PublicationDate(day, day, names.JSON_LD, stamps[0])
        if days:
            return None
    return None


def meta(page: Page) -> PublicationDate | None:
    """The first meta element that states when the page was published."""
    for name in METAS:
        stamp = page.markup.meta(name)
        day = read_stamp(stamp, page.last_day) if stamp else None
        if day:
            return PublicationDate(day, day, f"{names.META} {name}", stamp)
    return None


def time_element(page: Page) -> PublicationDate | None:
    """A <time> marked as the publication's, else the first after the heading.

    Without a heading, and where several stand there alike, the page does not say which is its own.
    """
    times = [t for t in page.markup.times if not is_update(t.marks, t.before)]
    marked = [t for t in times if any(mark in t.marks for mark in PUBLISHED_MARKS)]
    after = [t for t in times if t.headings == 1]
    for group in (marked, after, times):
        days: dict[date, str] = {}
        for t in group:
            day = read_stamp(t.stated or t.shown, page.last_day)
            if day:
                days.setdefault(day, t.stated or t.shown)
        if len(days) == 1 or (days and group is after):
            day, quote = next(iter(days.items()))
            return PublicationDate(day, day, names.TIME, quote)
    return None


def update_days(page: Page) -> frozenset[date]:
    """The days of the <time> elements that the markup says are of a change."""
    times = (t for t in page.markup.times if is_update(t.marks, t.before))
    days = (read_stamp(t.stated or t.shown, page.last_day) for t in times)
    return frozenset(day for day in days if day)


def is_update(marks: str, before: str) -> bool:
    """Whether a <time> element's marks, or the words before it, say that it is of a change."""
    end = before[-30:].lower()
    return any(m in marks for m in UPDATED_MARKS) or any(word in end for word in UPDATED_WORDS)
