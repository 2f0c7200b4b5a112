"""`fonds cite`: how a page of the archive is cited, in a style or as a reference for programs."""

import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from cli.commands.show import whole_id
from cli.failing import UsageFault
from cli.options import ArchiveDir, AsJson, Id, open_archive
from cli.output import harmless, print_json

if TYPE_CHECKING:
    from archive import Archive
    from archive.document import Document


class StyleName(StrEnum):
    """How to cite; the last three are files for programs."""

    PLAIN = "plain"
    APA = "apa"
    CHICAGO = "chicago"
    MLA = "mla"
    RIS = "ris"
    BIBTEX = "bibtex"
    CSL_JSON = "csl-json"


class Tongue(StrEnum):
    """The language of the words around what is the page's own."""

    ENGLISH = "en"
    FRENCH = "fr"


def command(
    context: typer.Context,
    id: Id,
    style: Annotated[StyleName, typer.Option(help="How to cite.")] = StyleName.PLAIN,
    language: Annotated[
        Tongue, typer.Option(help="The language that it is cited in.")
    ] = Tongue.ENGLISH,
    digest: Annotated[
        str | None,
        typer.Option(metavar="SHA256", help="Of this capture, or how its digest begins."),
    ] = None,
    site: Annotated[
        str | None,
        typer.Option(
            metavar="URL", help="Where the archive is served, for the address of the capture."
        ),
    ] = None,
    archive: ArchiveDir = None,
    as_json: AsJson = False,
) -> None:
    """Cite a document."""
    with open_archive(context, archive) as opened:
        document = chosen(opened, whole_id(opened, id), digest)
    address = permalink(site, document) if site else ""
    if as_json:
        print_json(
            {"id": document.id, "digest": document.digest, "permalink": address or None}
            | every_style(document, language.value, address)
        )
        return
    sys.stdout.write(harmless(written(document, style.value, language.value, address)) + "\n")


def chosen(archive: "Archive", id: str, digest: str | None) -> "Document":
    """The document as the chosen capture has it. Raise CaptureNotFound, UsageFault."""
    from archive.document import Refused
    from indexer.differences.comparing import capture_called
    from indexer.differences.made_again import as_captured

    if digest is None:
        return archive.get(id)
    made = as_captured(archive, id, capture_called(archive.history(id), digest).digest)
    if isinstance(made, Refused):
        raise UsageFault(f"today's rules make no page of that capture: {made.reason}")
    return made


def permalink(site: str, document: "Document") -> str:
    """The address at which a site shows this capture. Raise UsageFault."""
    if not site.startswith(("http://", "https://")) or not site.isprintable() or " " in site:
        raise UsageFault("--site wants an address: https://archive.example")
    return f"{site.rstrip('/')}/doc/{document.id}?digest={document.digest}"


def written(document: "Document", style: str, language: str, address: str) -> str:
    """A document in one style, or as a reference in one form."""
    from indexer.citing import STYLES, as_text, cited
    from indexer.exports import FORMS

    for form in FORMS:
        if form.name == style:
            return "".join(form.write([document])).replace("\r\n", "\n").rstrip("\n")
    one = next(each for each in STYLES if each.name == style)
    return as_text(one.write(cited(document, language, address)))


def every_style(document: "Document", language: str, address: str) -> dict[str, object]:
    """The document in every style, by its name."""
    return {name.value: written(document, name.value, language, address) for name in StyleName}
