"""Values as the short JSON that columns hold."""

import json


def as_json(value: object) -> str:
    """Short JSON; odd characters stay as they are (the column keeps them)."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
