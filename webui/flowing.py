"""A page sent as it is made: its head is read while its end is still worked out."""

from collections.abc import Iterator

from flask import Response, current_app, stream_with_context

from webui.cut_off import whole_or_cut_off

# The beginning of a page: what it needs to be laid out is asked for while the rest is made.
HEAD_CHARACTERS = 1024
# Smaller pieces would each cost a write to the socket.
PIECE_CHARACTERS = 64 * 1024


def flowing(name: str, **context: object) -> Response:
    """The answer of a template. A fault before its first piece is answered as any other is."""
    template = current_app.jinja_env.get_template(name)
    values = dict(context)
    current_app.update_template_context(values)
    pieces = whole_or_cut_off(gathered(template.generate(values)))
    return Response(stream_with_context(pieces), content_type="text/html; charset=utf-8")


def gathered(pieces: Iterator[str]) -> Iterator[bytes]:
    """A template's many pieces in few, the first one small."""
    held: list[str] = []
    length, most = 0, HEAD_CHARACTERS
    for piece in pieces:
        held.append(piece)
        length += len(piece)
        if length >= most:
            yield "".join(held).encode("utf-8", "replace")
            held, length, most = [], 0, PIECE_CHARACTERS
    if held:
        yield "".join(held).encode("utf-8", "replace")
