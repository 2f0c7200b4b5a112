"""The fields of the query language, as one table for the grammar, the errors, the docs."""

from dataclasses import dataclass
from difflib import get_close_matches

from indexer.analysis import fold
from indexer.query.nodes import Scope


@dataclass(frozen=True, slots=True)
class QueryField:
    """A prefix such as `title:` or `year:`.

    name:    what is typed before the colon
    scope:   where its words are looked for; None for a date
    means:   what it asks of a page, for the docs
    example: one to type, for the docs and the errors
    others:  what people type elsewhere for the same, for the errors: "intitle", "titre"
    """

    name: str
    scope: Scope | None
    means: str
    example: str
    others: tuple[str, ...] = ()


FIELDS = (
    QueryField("title", Scope.TITLE, "its title has the word in any form, or the exact phrase",
               "title:sanctuary", ("intitle", "titre", "headline")),
    QueryField("source", Scope.SOURCE, "these words stand in the name of who published it",
               'source:"Harbour Times"', ("site", "publisher", "outlet", "journal", "host")),
    QueryField("author", Scope.AUTHOR, "these words stand in the name of an author",
               "author:tremblay", ("by", "byline", "auteur", "autrice", "writer")),
    QueryField("city", Scope.CITY, "these words stand in the name of a city that it names, with "
               "its region or country (“Montréal-Nord, Quebec”), or it has this GeoNames id",
               'city:"London, Ontario"', ("ville", "town")),
    QueryField("place", Scope.PLACE, "these words stand in the name of a city, region or country "
               "that it names, or it has this GeoNames id", "place:Ontario",
               ("lieu", "country", "region", "province", "state", "location", "pays")),
    QueryField("lang", Scope.LANGUAGE, "it is written in this language: a code or a name",
               "lang:fr", ("language", "langue")),
    QueryField("removed", Scope.REMOVED, "the word or phrase stands in what cleaning took out",
               'removed:"follow us"', ("boilerplate",)),
    QueryField("year", None, "published in this year", "year:2017", ("annee",)),
    QueryField("date", None, "published on this day, in this month or year, or between two of them",
               "date:2016-01..2017-03", ("published", "publie", "on")),
    QueryField("after", None, "published after this day, month or year", "after:2016",
               ("since", "from", "depuis", "apres")),
    QueryField("before", None, "published before this day, month or year", "before:2017-02",
               ("until", "to", "avant")),
)  # fmt: skip

FIELD_OF = {field.name: field for field in FIELDS}
_OTHERS = {other: field.name for field in FIELDS for other in field.others}

# Below this likeness (difflib's ratio) a suggestion is more puzzling than none.
LIKE_ENOUGH = 0.7


def nearest_field(typed: str) -> str | None:
    """The field that was probably meant: "city" for "citty", "author" for "byline"."""
    name = fold(typed)
    if name in _OTHERS:
        return _OTHERS[name]
    close = get_close_matches(name, [*FIELD_OF, *_OTHERS], n=1, cutoff=LIKE_ENOUGH)
    return _OTHERS.get(close[0], close[0]) if close else None
