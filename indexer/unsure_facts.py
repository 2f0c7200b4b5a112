"""Facts that rest on characters nobody is sure of: they are left out, and the page is flagged.

Where a page's charset was guessed, or some of its bytes did not decode, "Le Progršs" may be no
newspaper. What is ASCII reads the same in nearly every charset, so it stays; so does what a person
or an archivist's table states, whatever the page's charset is.
"""

from dataclasses import replace

from archive.characters import UNKNOWN
from archive.source_names import NO_NAMES, SourceNames
from archive.supplied import is_supplied
from indexer.metadata.description import Description, Fact
from indexer.readers.decoding import GUESSED, LAST, Decoded

OF_THE_TABLE = "named in sources.toml"


def without_unsure(
    found: Description, decoded: Decoded, names: SourceNames = NO_NAMES
) -> tuple[Description, tuple[str, ...]]:
    """The description without a source or authors that were read in doubt, and flags that say so.

    A title stays, as a page must be called something; the flag of its charset stands beside it.
    """
    source, authors, flags = found.source, found.authors, []
    if source and is_unsure(source, decoded) and not names.named(source.value):
        flags.append(f"its source is left out: “{source.value}” holds characters that are not sure")
        source = None
    for author in authors:
        if is_unsure(author, decoded):
            flags.append(
                f"an author is left out: “{author.value}” holds characters that are not sure"
            )
    sure = tuple(author for author in authors if not is_unsure(author, decoded))
    return replace(found, source=source, authors=sure), tuple(flags)


def is_unsure(fact: Fact, decoded: Decoded) -> bool:
    """Whether a fact was read of the page in characters that may be others."""
    if is_supplied(fact.finder) or fact.finder.endswith(OF_THE_TABLE):
        return False
    if decoded.evidence in (GUESSED, LAST):
        return not fact.value.isascii()
    return decoded.replaced > 0 and UNKNOWN in fact.value
