"""What an archivist stated of a page as it came in: where it is stated, and if it was heard."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from indexer.metadata.authors.parted import nameless
from indexer.metadata.description import Description, Fact
from indexer.metadata.published.stated import wants_order

# The finder's name of what is stated, whoever states it.
MANIFEST = "manifest"
AT_INGEST = "ingest --source"

# How the evidence of a stated fact begins.
STATERS = (MANIFEST, "record ")

# Besides its facts, `Capture.stated` tells where they are stated: the manifest and its row
# ("pages.csv:3"), and of which fact --source is the origin where a row states others.
ROW, OPTION = "manifest", "option"
# Where a record states facts of itself ("corpus.jsonl:12"); and which facts the manifest states
# where both do, parted by commas.
RECORD, OF_ROW = "record", "of manifest"

# What a reader noted of a page's record: that a digest does not fit, that it was cut off. A flag.
NOTED = "noted"

NOT_HEARD = "was not understood"
FORMS = {
    "date": "write 2017-02-20, 2017-02, 2017, or two of them with .. between",
    "place": 'write a place as "London, Ontario", or its GeoNames id',
    "lang": "write a language's code: en, fr",
    "author": "write names parted by ;",
    # A time of capture comes among the stated facts only where it was not understood.
    "captured": "write 2017-02-20 or 2017-02-20T14:30Z",
}
STATE_ORDER = "state which is first, day or month: --dates dmy or --dates mdy"


def told_where(found: Description, stated: Mapping[str, str]) -> Description:
    """The description, its stated facts naming where: "manifest pages.csv:3"."""
    published = found.published
    if published is not None and published.evidence == MANIFEST:
        published = replace(published, evidence=stater("date", stated))
    row = stater("place", stated)
    return replace(
        found,
        title=found.title and named(found.title, stater("title", stated)),
        authors=tuple(named(author, stater("author", stated)) for author in found.authors),
        source=found.source and named(found.source, stater("source", stated)),
        language=named(found.language, stater("lang", stated)),
        published=published,
        places=tuple(
            replace(place, evidence=row) if place.evidence == MANIFEST else place
            for place in found.places
        ),
    )


def stater(fact: str, stated: Mapping[str, str]) -> str:
    """Who states a fact: "manifest pages.csv:3", "record corpus.jsonl:12", "ingest --source"."""
    if fact == "source" and (stated.get(OPTION) == "source" or set(stated) == {"source"}):
        return AT_INGEST
    if RECORD in stated and fact not in stated.get(OF_ROW, "").split(","):
        return f"{RECORD} {stated[RECORD]}"
    return f"{MANIFEST} {stated[ROW]}" if ROW in stated else MANIFEST


def named(fact: Fact, where: str) -> Fact:
    """A fact; a stated one with where it is stated."""
    finder, comma, more = fact.finder.partition(",")  # "manifest, named in sources.toml"
    return replace(fact, finder=f"{where}{comma}{more}") if finder == MANIFEST else fact


def noted(stated: Mapping[str, str]) -> tuple[str, ...]:
    """What the reader noted, as a flag of the page."""
    return (stated[NOTED],) if NOTED in stated else ()


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
    for name, form in FORMS.items():
        heard = any(finder.startswith(STATERS) for finder in finders.get(name, ()))
        if stated.get(name, "").strip() and not heard:
            where = place_of(name, stated)
            mend = STATE_ORDER if name == "date" and wants_order(stated[name]) else form
            yield f"{where}{name} “{stated[name].strip()[:100]}” {NOT_HEARD}; {mend}"
        elif name == "author":
            where = place_of(name, stated)
            for part in nameless(stated.get(name, "")):
                yield f"{where}{name} “{part[:100]}” {NOT_HEARD}; {form}"


def place_of(fact: str, stated: Mapping[str, str]) -> str:
    """Where a fact is stated, as a message begins: "pages.csv:3: "."""
    _, _, place = stater(fact, stated).partition(" ")
    return f"{place}: " if ROW in stated or RECORD in stated else "the manifest: "
