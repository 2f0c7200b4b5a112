"""`fonds describe`: a page's metadata with its evidence, without an archive."""

import sys

from archive.joined import joined
from cli.facts import fact_lines
from cli.options import AsJson
from cli.output import print_json, say
from cli.pages import PageFile, page_at


def command(file: PageFile, as_json: AsJson = False) -> None:
    """Print what is known of a page, and what each fact rests on."""
    from archive.document import Refused
    from indexer import prepare, wire
    from indexer.errors import UnreadablePath
    from indexer.ingest.bounds import within_bounds

    page = page_at(file)
    document = within_bounds(page, lambda: prepare(page))
    if isinstance(document, Refused):
        raise UnreadablePath(f"{document.origin}: {joined(document.reason, document.mend)}")
    if as_json:
        facts = wire.document_json(document)
        print_json({name: facts[name] for name in facts if name not in ("text", "removed")})
        return
    sys.stdout.write("\n".join(fact_lines(document)) + "\n")
    for flag in document.flags:
        say(f"fonds: look at this page: {flag}")
