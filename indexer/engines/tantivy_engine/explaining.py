"""What Tantivy says of a score: the numbers that it reckons with."""

import json

import tantivy


def told(
    searcher: tantivy.Searcher, query: tantivy.Query, address: tantivy.DocAddress, name: str
) -> float:
    """A number of Tantivy's account of a score. Raise ValueError where it is not there."""
    waiting = [json.loads(query.explain(searcher, address).to_json())]
    while waiting:
        each = waiting.pop()
        if each["description"].partition(",")[0] == name:
            return float(each["value"])
        waiting += each.get("details", ())
    raise ValueError(f"Tantivy does not tell {name}")
