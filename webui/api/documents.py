"""One document: its text, its ledger, its captures, its corrections, its likes."""

from dataclasses import replace

from flask import url_for

from indexer.copies.as_json import near_copies_json
from indexer.copies.listing import near_copies
from indexer.similar import MOST_ALIKE
from indexer.similar.as_json import similar_json
from indexer.why.as_json import account_json
from indexer.wire import Json, correction_json, document_json, removed_json
from indexer.wire_archive import capture_json, original_json
from webui import why_page
from webui.api import searching
from webui.api.endpoint import Asked, Endpoint, Parameter, Reply
from webui.api.reading import number_of
from webui.api.shapes.document import (
    CAPTURES,
    DOCUMENT,
    OF_DOCUMENT,
    ORIGINAL,
    REMOVED,
    SIMILAR,
)
from webui.api.shapes.page import DIGEST, DOCUMENT_ID
from webui.api.shapes.why import ACCOUNT
from webui.asking import wording_here
from webui.similar import LISTED
from webui.speaking import language
from webui.state import SearchState
from webui.words import later


def document(asked: Asked) -> Reply:
    """The document with its near-copies."""
    found = asked.archive.get(asked.id)
    return Reply(document_json(found) | near_copies_json(near_copies(asked.archive, asked.id)))


def removed(asked: Asked) -> Reply:
    """The ledger of a capture; of the current one unless a digest is given."""
    capture = asked.archive.original(asked.id, asked.given.one("digest"))
    lines = asked.archive.removed(asked.id, capture.digest)
    told: dict[str, Json] = {"id": asked.id, "digest": capture.digest, "total": len(lines)}
    return Reply({**told, "removed": [removed_json(line) for line in lines]})


def captures(asked: Asked) -> Reply:
    """Every capture."""
    found = asked.archive.history(asked.id)
    told = [capture_json(record) for record in found]
    return Reply({"id": asked.id, "total": len(told), "captures": told})


def original(asked: Asked) -> Reply:
    """What came with the bytes of a capture."""
    capture = asked.archive.original(asked.id, asked.given.one("digest"))
    raw = url_for("document.raw", id=asked.id, digest=capture.digest)
    return Reply(original_json(capture, raw))


def corrections(asked: Asked) -> Reply:
    """What somebody stated of the document."""
    asked.archive.history(asked.id)  # raises DocumentNotFound
    made = asked.archive.corrections(asked.id)
    told = [{"document": each.document_id} | correction_json(each) for each in made]
    return Reply({"id": asked.id, "total": len(told), "corrections": told})


def why(asked: Asked) -> Reply:
    """Why a query finds it or not."""
    state = SearchState.from_parameters(asked.given)
    found = asked.archive.get(asked.id)
    account = why_page.account_for(found, state, wording_here())
    return Reply(account_json(account, language()))


def similar(asked: Asked) -> Reply:
    """The pages most like it."""
    return Reply(similar_json(asked.searcher.similar(asked.id, number_of(asked, LIKE))))


ID = Parameter("id", later("The document's id."), DOCUMENT_ID, example="{id}", in_path=True)
OF_CAPTURE = Parameter("digest", later("Of this capture; without it, of the current one."), DIGEST)
LIKE = searching.limit(later("How many pages at most."), LISTED, MOST_ALIKE)

ENDPOINTS = (
    Endpoint(
        "document",
        "/documents/{id}",
        later("A document"),
        later("Its text, its metadata with evidence, what was removed, and its near-copies."),
        (ID,),
        DOCUMENT,
        document,
        faults=(404, 410),
    ),
    Endpoint(
        "removed",
        "/documents/{id}/removed",
        later("What was removed from a document"),
        later("Each line that cleaning took from a capture, with the rule and its reason."),
        (ID, OF_CAPTURE),
        REMOVED,
        removed,
        faults=(404, 410),
    ),
    Endpoint(
        "captures",
        "/documents/{id}/captures",
        later("Captures of a document"),
        later("Every time that it was captured with other bytes, oldest first."),
        (ID,),
        CAPTURES,
        captures,
        faults=(404, 410),
    ),
    Endpoint(
        "original",
        "/documents/{id}/original",
        later("What came with a capture"),
        later("Its media type, charset, origin and supplied metadata; where the bytes are."),
        (ID, OF_CAPTURE),
        ORIGINAL,
        original,
        faults=(404, 410),
    ),
    Endpoint(
        "why",
        "/documents/{id}/why",
        later("Why a query finds a document"),
        later("Each clause of a query: whether it holds for the document, where, and why not."),
        (ID, replace(searching.QUERY, example="{query}"), searching.MATCH),
        ACCOUNT,
        why,
        faults=(404, 410, 422),
    ),
    Endpoint(
        "similar",
        "/documents/{id}/similar",
        later("Documents like one"),
        later("The pages that share most of the words that tell this one from others."),
        (ID, LIKE),
        SIMILAR,
        similar,
        faults=(404, 410),
    ),
    Endpoint(
        "documentCorrections",
        "/documents/{id}/corrections",
        later("Corrections of a document"),
        later("What somebody stated of it, with who and why, oldest first."),
        (ID,),
        OF_DOCUMENT,
        corrections,
        faults=(404, 410),
    ),
)
