"""What was supplied with a capture, as the JSON of its column, and back."""

import json

from archive.store.as_json import as_json
from archive.supplied import FACTS, SaidBy, Supplied, SuppliedFact


def supplied_text(supplied: Supplied) -> str:
    """The column's value: {"facts": [{"name": …, "value": …, "by": …, "where": …}], …}."""
    written: dict[str, object] = {}
    if supplied.facts:
        written["facts"] = [
            {"name": one.name, "value": one.value, "by": one.by.value, "where": one.where}
            for one in supplied.facts
        ]
    if supplied.notes:
        written["notes"] = supplied.notes
    if supplied.date_order:
        written["date_order"] = supplied.date_order
    return as_json(written)


def supplied_from(text: str) -> Supplied:
    """What the column holds."""
    if text == "{}":
        return Supplied()
    written = json.loads(text)
    facts = (
        SuppliedFact(one["name"], one["value"], SaidBy(one["by"]), one["where"])
        for one in written.get("facts", ())
        if one["name"] in FACTS
    )
    return Supplied(tuple(facts), tuple(written.get("notes", ())), written.get("date_order", ""))
