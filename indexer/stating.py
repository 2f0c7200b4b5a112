"""What an archivist stated of a page as it came in: where it is stated, and if it was heard."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from indexer.metadata.description import Description, Fact

# The finder's name of what is stated, whoever states it.
MANIFEST = "manifest"
AT_INGEST = "ingest --source"

# Besides its facts, `Capture.stated` tells where they are stated: the manifest and its row
# ("pages.csv:3"), and of which fact --source is the origin where a row states others.
ROW, OPTION = "manifest", "option"

NOT_HEARD = "was not understood"
FORMS = {
    "date": "write 2017-02-20, 2017-02, 2017, or two of them with .. between",
    "place": 'write a place as "London, Ontario", or its GeoNames id',
    "lang": "write a language's code: en, fr",
    "author": "write names parted by ;",
}


def told_where(found: Description, stated: Mapping[str, str]) -> Description:
    """The description, its stated facts naming the manifest and row: "manifest pages.csv:3"."""
    row = f"{MANIFEST} {stated[ROW]}" if ROW in stated else MANIFEST
    source = AT_INGEST if stated.get(OPTION) == "source" or set(stated) == {"source"} else row
    published = found.published
    if published is not None and published.evidence == MANIFEST:
        published = replace(published, evidence=row)
    return replace(
        found,
        title=found.title and named(found.title, row),
        authors=tuple(named(author, row) for author in found.authors),
        source=found.source and named(found.source, source),
        language=named(found.language, row),
        published=published,
        places=tuple(
            replace(place, evidence=row) if place.evidence == MANIFEST else place
            for place in found.places
        ),
    )


def named(fact: Fact, where: str) -> Fact:
    """A fact; a stated one with where it is stated."""
    finder, comma, more = fact.finder.partition(",")  # "manifest, named in sources.toml"
    return replace(fact, finder=f"{where}{comma}{more}") if finder == MANIFEST else fact


def not_heard(flags: Iterable[str]) -> tuple[str, ...]:
    """Those of a page's flags that `unheard` gave."""
    return tuple(flag for flag in flags if f"” {NOT_HEARD}; " in flag)


def unheard(found: Description, stated: Mapping[str, str]) -> Iterator[str]:
    """Of each stated fact that was not understood, what and how to mend it: a flag of the page.

    `found` comes from `told_where`.
    """
    finders = {
        "date": [found.published.evidence] if found.published else [],
        "place": [place.evidence for place in found.places],
        "lang": [found.language.finder],
        "author": [author.finder for author in found.authors],
    }
    where = f"{stated[ROW]}: " if ROW in stated else "the manifest: "
    for name, form in FORMS.items():
        heard = any(finder.startswith(MANIFEST) for finder in finders[name])
        if stated.get(name, "").strip() and not heard:
            yield f"{where}{name} “{stated[name].strip()[:100]}” {NOT_HEARD}; {form}"
