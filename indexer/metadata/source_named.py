"""The source's one name, from the archivist's table."""

from archive.source_names import SourceNames
from indexer.metadata.description import Fact


def named_source(found: Fact | None, host: str, names: SourceNames) -> Fact | None:
    """The source by its name in the table; as it was found where the table does not have it.

    The name that the page gives decides, then its host. The evidence keeps the finder, says that
    it was the table, and quotes the alias that the page has.
    """
    known = names.named(found.value) if found else None
    if found and known:
        if known.name == found.value:
            return found
        return Fact(known.name, f"{found.finder}, named in sources.toml", found.value)
    known = names.at(host) if host and (found is None or found.finder != "manifest") else None
    return Fact(known.name, "url, named in sources.toml", host) if known else found
