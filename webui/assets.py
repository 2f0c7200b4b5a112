"""Styles and script: their address holds a hash of what they are, so they can be kept for ever."""

import hashlib
from pathlib import Path

from flask import Flask, Response, request

KEPT_FOR_A_YEAR = "public, max-age=31536000, immutable"
HASH_HEX_DIGITS = 12


def version_assets(app: Flask) -> None:
    """Add the hash to every `url_for("static", …)` and let browsers keep what matches it."""
    folder = Path(app.static_folder or "")
    hashes = {file.name: hash_of(file) for file in sorted(folder.iterdir()) if file.is_file()}

    def add_hash(endpoint: str, values: dict[str, object]) -> None:
        known = hashes.get(str(values.get("filename")))
        if endpoint == "static" and known:
            values.setdefault("v", known)

    def keep(response: Response) -> Response:
        if request.endpoint == "static" and request.view_args and response.status_code == 200:
            asked, known = request.args.get("v"), hashes.get(request.view_args["filename"])
            if asked == known and known:
                response.headers["Cache-Control"] = KEPT_FOR_A_YEAR
        return response

    app.url_defaults(add_hash)
    app.after_request(keep)


def hash_of(file: Path) -> str:
    """The first hex digits of a file's SHA-256."""
    return hashlib.sha256(file.read_bytes()).hexdigest()[:HASH_HEX_DIGITS]
