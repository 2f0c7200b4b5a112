"""What a form sends: kept in memory for its answer, never on disk, and bounded."""

from io import BytesIO
from typing import IO

from flask import Flask, Request

# Room for the longest list, and what stands around it in a form.
MOST_SENT_BYTES = 4_000_000
# What the server reads of a request before it refuses it: more, so that it is we who say why.
MOST_READ_BYTES = 5_000_000


class InMemory(Request):
    """A request whose files do not go through the folder for temporary files."""

    def _get_file_stream(
        self,
        total_content_length: int | None,
        content_type: str | None,
        filename: str | None = None,
        content_length: int | None = None,
    ) -> IO[bytes]:
        """Where werkzeug puts a file that is sent."""
        return BytesIO()


def bound_forms(app: Flask) -> None:
    """Let forms be as large as a list may be, in memory; larger ones are answered by 413."""
    app.request_class = InMemory
    app.config["MAX_CONTENT_LENGTH"] = MOST_SENT_BYTES
    app.config["MAX_FORM_MEMORY_SIZE"] = MOST_SENT_BYTES
