"""Who says a fact that was supplied with a page: the finders know only that it was."""

from dataclasses import replace

from archive.supplied import Supplied
from indexer.metadata.description import Description, Fact

# What finders name for a supplied fact, whoever says it.
SUPPLIED = "manifest"


def told_who(found: Description, supplied: Supplied) -> Description:
    """The description, its supplied facts naming who says them: "manifest pages.csv:3"."""
    published = found.published
    if published is not None and published.evidence == SUPPLIED:
        published = replace(published, evidence=who_says("date", supplied))
    place_by = who_says("place", supplied)
    return replace(
        found,
        title=found.title and named(found.title, who_says("title", supplied)),
        authors=tuple(named(author, who_says("author", supplied)) for author in found.authors),
        source=found.source and named(found.source, who_says("source", supplied)),
        language=named(found.language, who_says("lang", supplied)),
        published=published,
        places=tuple(
            replace(place, evidence=place_by) if place.evidence == SUPPLIED else place
            for place in found.places
        ),
    )


def who_says(name: str, supplied: Supplied) -> str:
    """Who says the fact of this name, as evidence names it."""
    fact = supplied.fact(name)
    return fact.finder if fact else SUPPLIED


def named(fact: Fact, who: str) -> Fact:
    """A fact; a supplied one with who says it."""
    finder, comma, more = fact.finder.partition(",")  # "manifest, named in sources.toml"
    return replace(fact, finder=f"{who}{comma}{more}") if finder == SUPPLIED else fact
