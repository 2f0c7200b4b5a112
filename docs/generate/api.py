"""Writes docs/api.md from the OpenAPI document: `python docs/generate/api.py`."""

import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "api.md"

INTRODUCTION = """\
# The API

Everything that the pages of an archive tell, as JSON, under `/api/v1`. `/api/docs` on the site
shows the same as below with forms that ask your own archive; `/api/v1/openapi.json` is the
OpenAPI 3.1 document. [notebook.md](notebook.md) reads the API with pandas, [feeds.md](feeds.md)
tells of the Atom feed and of adding the archive to a browser.

    curl 'http://127.0.0.1:8000/api/v1/search?q=police&city=6167865&limit=2'

**Reading only.** GET, HEAD and OPTIONS; anything else is 405. No log of what was asked is kept.
An archive that has users wants name and password with each request (HTTP Basic: `curl -u NAME`
asks for the password; [access.md](access.md)), else it is 401. No CORS headers are sent: a page
of another site cannot read the API from its reader's browser. A program of your own can.

**Strict.** A parameter that an endpoint does not know is refused, never passed over, and so is
one without a value. What is wrong comes as `application/problem+json` (RFC 9457) with `title`,
`detail`, `mend` and, where one is at fault, `parameter` (and `position` in a query).

**Languages.** Names and values are the same in every language. Sentences (what was understood,
reasons, problems) are English or French: `ui=en` or `ui=fr` decides, else `/en/api/v1/…` or
`/fr/api/v1/…`, else `Accept-Language`. What was scraped is never translated.

**Lists in parts.** `search`, `refusals` and `corrections` give a part at a time. `next` in the
body is the cursor to give as `after`; the header `Link` has the whole addresses of the `first`,
the `prev` (as far back as it knows) and the `next` part. A cursor holds what was last, not how
many came before: whatever comes in meanwhile, nothing is told twice, and nothing that was there
is left out. A cursor belongs to its search; with another one it is refused.

**Tags.** An answer carries an `ETag`. Send it as `If-None-Match` and get 304 without a body where
nothing has changed. The tags of counts stand for the state of the archive and its index, the
address, the language and the version of Fonds; those of documents and accounts, for the answer's
own bytes. Tags of `search` and `trends` are weak (`W/`): `took_ms`, and what there was time to
look for beside the hits, may differ between two answers that are else the same.

**Whole addresses** (in `Link`, feeds and `/opensearch.xml`) begin as the request's `Host` header
says. Behind a proxy, set `public_url = "https://archive.example"` in `fonds.toml`, or serve with
`--public-url https://archive.example`.

**Limits** are those of the site: [limits.md](limits.md). A search that takes too long is 422, an
index that is being made anew 503 with `Retry-After`.

This page is made from the OpenAPI document (`python docs/generate/api.py`); do not edit it by
hand.

## Endpoints
"""

Told = Mapping[str, Any]


def page() -> str:
    """The page as it should be."""
    from webui.api.openapi import document
    from webui.api.routes import ENDPOINTS

    told: Told = json.loads(json.dumps(document(ENDPOINTS, "Fonds", "", {})))
    paths: Told = told["paths"]
    parts = [INTRODUCTION]
    parts.append("\n".join(f"- [`{path}`](#{anchor(path)})" for path in paths) + "\n")
    parts += [endpoint(path, methods["get"]) for path, methods in paths.items()]
    parts.append("## What answers are made of\n")
    parts += [record(name, schema) for name, schema in told["components"]["schemas"].items()]
    return "\n".join(parts)


def endpoint(path: str, operation: Told) -> str:
    """One endpoint: what it gives, its parameters, its statuses."""
    rows = [
        f"| `{each['name']}` | {in_words(each['schema'])} | {cell(each)} |"
        for each in operation["parameters"]
        if each["name"] != "ui"
    ]
    answer = operation["responses"]["200"]["content"]["application/json"]["schema"]
    table = ["| parameter | value | what it does |", "| --- | --- | --- |", *rows] if rows else []
    statuses = ", ".join(operation["responses"])
    return "\n".join(
        [
            f"### {path}\n",
            f"{operation['summary']}. {operation['description']}\n",
            *(["\n".join(table) + "\n"] if table else []),
            f"Answers {in_words(answer)}. Statuses: {statuses}.\n",
        ]
    )


def record(name: str, schema: Told) -> str:
    """One kind of object: its fields."""
    rows = [
        f"| `{field}` | {in_words(value)} | {value.get('description', '')} |"
        for field, value in schema["properties"].items()
    ]
    table = "\n".join(["| field | value | what it is |", "| --- | --- | --- |", *rows])
    return f"### {name}\n\n{schema['description']}\n\n{table}\n"


def cell(parameter: Told) -> str:
    """What a parameter does, and what holds without it."""
    told = parameter["description"]
    if parameter["required"]:
        told += " Needed."
    if parameter["schema"].get("type") == "array":
        told += " It may stand several times."
    if "default" in parameter["schema"]:
        told += f" Without it: `{parameter['schema']['default']}`."
    return str(told)


def in_words(schema: Told) -> str:
    """What a value is."""
    return " or ".join(kinds(schema)).replace("|", "\\|")


def kinds(schema: Told) -> Iterator[str]:
    """What a value may be."""
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        yield f"[{name}](#{name.lower()})"
    elif "anyOf" in schema:
        for each in schema["anyOf"]:
            yield from kinds(each)
    elif "enum" in schema:
        yield from (f"`{value}`" for value in schema["enum"])
    elif schema["type"] == "array":
        yield f"list of {in_words(schema['items'])}"
    elif "minimum" in schema and "maximum" in schema:
        yield f"{schema['minimum']} to {schema['maximum']}"
    elif isinstance(schema.get("additionalProperties"), dict):
        yield f"object of {in_words(schema['additionalProperties'])}"
    else:
        yield schema.get("format") or KINDS.get(schema["type"], schema["type"])


KINDS = {"string": "text", "integer": "whole number", "boolean": "true or false"}


def anchor(heading: str) -> str:
    """Where a heading is, as GitHub names it."""
    return "".join(c for c in heading.lower() if c.isalnum() or c in "-_ ").replace(" ", "-")


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    PAGE.write_text(page(), encoding="utf-8")
    print(f"wrote {PAGE.relative_to(ROOT)}")
