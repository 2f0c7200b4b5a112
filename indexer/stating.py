"""What came with a page and was not understood: told as flags, each with how to write it."""

from collections.abc import Iterable, Iterator

from archive.supplied import SaidBy, Supplied, SuppliedFact
from indexer.metadata.authors.parted import nameless
from indexer.metadata.description import Description
from indexer.metadata.published.stated import wants_order

NOT_HEARD = "was not understood"
FORMS = {
    "date": "write 2017-02-20, 2017-02, 2017, or two of them with .. between",
    "place": 'write a place as "London, Ontario", or its GeoNames id',
    "lang": "write a language's code: en, fr",
    "author": "write names parted by ;",
    # A time of capture or an address is among the supplied facts only where it was not understood.
    "captured": "write 2017-02-20 or 2017-02-20T14:30Z",
    "url": "begin it with https:// or http://, and a host",
}
STATE_ORDER = "state which is first, day or month: --dates dmy or --dates mdy"


def not_heard(flags: Iterable[str]) -> tuple[str, ...]:
    """Those of a page's flags that `unheard` gave."""
    return tuple(flag for flag in flags if f"” {NOT_HEARD}; " in flag)


def is_of_many(flag: str, supplied: Supplied) -> bool:
    """Whether what a flag tells was stated by a person, who may state it of many pages at once."""
    return any(
        flag.startswith(f"{fact.speaker}: {fact.name} “")
        for fact in supplied.facts
        if fact.by in (SaidBy.MANIFEST, SaidBy.COMMAND)
    )


def unheard(found: Description, supplied: Supplied) -> Iterator[str]:
    """Of each supplied fact that was not understood, what and how to write it: a flag of the page.

    `found` tells who says each fact (see `metadata.supplied`).
    """
    finders = {
        "date": [found.published.evidence] if found.published else [],
        "place": [place.evidence for place in found.places],
        "lang": [found.language.finder],
        "author": [author.finder for author in found.authors],
    }
    for name, form in FORMS.items():
        fact = supplied.fact(name)
        if fact is None or not fact.value.strip():
            continue
        if not any(finder.startswith(fact.finder) for finder in finders.get(name, ())):
            needs_order = name == "date" and wants_order(fact.value)
            yield flag_of(fact, fact.value.strip(), STATE_ORDER if needs_order else form)
        elif name == "author":
            for part in nameless(fact.value):
                yield flag_of(fact, part, form)


def flag_of(fact: SuppliedFact, part: str, form: str) -> str:
    """ "pages.csv:3: date “soonish” was not understood; write …"."""
    return f"{fact.speaker}: {fact.name} “{part[:100]}” {NOT_HEARD}; {form}"
