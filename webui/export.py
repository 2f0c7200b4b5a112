"""/export.csv and its kin: everything that a search finds, streamed, as a file to keep."""

from collections.abc import Iterable, Iterator
from datetime import date

from flask import Blueprint, Response, abort, request

from archive.characters import whole
from indexer.exports import FORMS
from webui.asking import query_of
from webui.cut_off import whole_or_cut_off
from webui.parameters import read_parameters
from webui.rooms import rooms
from webui.serving.exports import few_at_once
from webui.state import KNOWN, SearchState

exports = Blueprint("export", __name__)

BY_SUFFIX = {form.suffix: form for form in FORMS}

# Smaller pieces would each cost a write to the socket.
PIECE_CHARACTERS = 64 * 1024


@exports.get("/export.<suffix>")
@few_at_once
def export(suffix: str) -> Response:
    """The whole answer to a search, whatever page of it was looked at; no ceiling."""
    form = BY_SUFFIX.get(suffix) or abort(404)
    given = read_parameters(request.query_string.decode("utf-8", "replace"), KNOWN)
    state = SearchState.from_parameters(given)
    found = rooms().searcher.documents(query_of(state, (), 0), ledger=form.ledger)
    name = f"fonds-{date.today()}.{form.suffix}"
    return Response(
        whole_or_cut_off(gathered(form.write(found))),
        content_type=form.media_type,
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


def gathered(pieces: Iterable[str]) -> Iterator[bytes]:
    """The pieces in larger ones, as UTF-8."""
    held: list[str] = []
    length = 0
    for piece in pieces:
        held.append(piece)
        length += len(piece)
        if length >= PIECE_CHARACTERS:
            yield whole("".join(held)).encode()
            held, length = [], 0
    yield whole("".join(held)).encode()
