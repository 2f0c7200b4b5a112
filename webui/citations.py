"""How a page is cited: in styles, as files for other programs, by the address of its capture."""

from dataclasses import dataclass

from flask import Blueprint, Response, request, url_for

from archive.document import Document
from indexer.citing import STYLES, Runs, as_text, cited
from indexer.exports import FORMS, Form
from webui.absolute import absolute
from webui.captures import shown_of
from webui.parameters import read_parameters
from webui.rooms import rooms
from webui.speaking import language, without_language
from webui.words import later, t

pages = Blueprint("citing", __name__)

# The forms that are references; the others are whole documents.
REFERENCES: tuple[Form, ...] = tuple(
    form for form in FORMS if form.name in ("ris", "bibtex", "csl-json")
)
KNOWN = frozenset({"digest"})
LABELS = {
    "plain": later("Plain text"),
    "apa": later("APA"),
    "chicago": later("Chicago"),
    "mla": later("MLA"),
}


@dataclass(frozen=True, slots=True)
class Citation:
    """A page as one style cites it; `text` is the same without italics."""

    label: str
    runs: Runs
    text: str


@pages.get("/doc/<id>/cite.<suffix>")
def reference(id: str, suffix: str) -> Response:
    """The reference of a capture as a file for other programs."""
    form = next((form for form in REFERENCES if form.suffix == suffix), None)
    if form is None:
        return Response(status=404)
    given = read_parameters(request.query_string.decode("utf-8", "replace"), KNOWN)
    shown = shown_of(rooms().archive, id, given.one("digest"))
    written = "".join(form.write([shown.document]))
    name = f"{shown.document.id}.{form.suffix}"
    return Response(
        written.encode(),
        content_type=form.media_type,
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


def permalink(document: Document) -> str:
    """The address that shows this capture and no other, in every language of the site."""
    return lasting(document.id, document.digest)


def lasting(id: str, digest: str | None = None) -> str:
    """The whole address of a document, or of one capture of it, outside every language."""
    path = url_for("document.document", id=id, digest=digest)
    return absolute(without_language(path))


def citations(document: Document) -> tuple[Citation, ...]:
    """The page in every style, in the reader's language."""
    page = cited(document, language(), permalink(document))
    made = ((style, style.write(page)) for style in STYLES)
    return tuple(Citation(t(LABELS[style.name]), runs, as_text(runs)) for style, runs in made)
