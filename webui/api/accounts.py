"""What the archive tells of itself: refusals, corrections, how it was made, what it holds."""

from archive.identity import digest_of
from archive.records import Refusal
from indexer.wire import Json, correction_json
from indexer.wire_archive import counts_json, refusal_json, run_json, stats_json, toll_json
from webui.api import searching
from webui.api.endpoint import Asked, Endpoint, Reply
from webui.api.paging import cut
from webui.api.reading import number_of
from webui.api.shapes.accounts import METHODS, REFUSALS, STATS
from webui.api.shapes.document import CORRECTIONS
from webui.rooms import rooms
from webui.words import later

INITIAL_ITEMS = 100
MOST_ITEMS = 1_000
KEY_HEX_DIGITS = 12


def refusals(asked: Asked) -> Reply:
    """Refused pages, a part at a time."""
    found = asked.archive.refusals()
    some = cut(found, key_of, last_cursor(asked), number_of(asked, ITEMS))
    told = [refusal_json(each) for each in some.items]
    body: dict[str, Json] = {"total": len(found), "refusals": told, "next": some.part.next}
    return Reply(body, some.part)


def key_of(refusal: Refusal) -> str:
    """Sorts refusals by when they were first met, and tells them apart."""
    met = int(refusal.first_seen.timestamp() * 1_000_000)
    told = "\x00".join((refusal.origin, refusal.digest or "", refusal.reason))
    return f"{met:020d}-{digest_of(told.encode('utf-8', 'replace'))[:KEY_HEX_DIGITS]}"


def corrections(asked: Asked) -> Reply:
    """All corrections, a part at a time, in the order in which they were made."""
    found = tuple(enumerate(asked.archive.corrections()))
    some = cut(found, lambda item: f"{item[0]:012d}", last_cursor(asked), number_of(asked, ITEMS))
    told = [{"document": each.document_id} | correction_json(each) for _, each in some.items]
    body: dict[str, Json] = {"total": len(found), "corrections": told, "next": some.part.next}
    return Reply(body, some.part)


def last_cursor(asked: Asked) -> str | None:
    """The cursor where the part before ended, or None for the first part."""
    trail = asked.given.many("after")
    return trail[-1] if trail else None


def stats(asked: Asked) -> Reply:
    """What the archive holds."""
    return Reply(stats_json(asked.archive.stats()))


def methods(asked: Asked) -> Reply:
    """How the archive was made: the same as the page of methods."""
    told = rooms().methods()
    return Reply(
        {
            "stats": stats_json(told.stats),
            "rules": [toll_json(toll) for toll in told.tolls],
            "refused": counts_json(told.refused),
            "runs": [run_json(run) for run in told.runs],
            "fonds": told.fonds,
            "analysis": told.analysis,
            "engine": asked.searcher.engine,
        }
    )


ITEMS = searching.limit(later("How many items at most."), INITIAL_ITEMS, MOST_ITEMS)

ENDPOINTS = (
    Endpoint(
        "refusals",
        "/refusals",
        later("Refusals"),
        later("Pages that could not be taken: from where, why, and what to do about it."),
        (ITEMS, searching.AFTER),
        REFUSALS,
        refusals,
    ),
    Endpoint(
        "corrections",
        "/corrections",
        later("Corrections"),
        later("Every value that somebody stated of a document, with who and why."),
        (ITEMS, searching.AFTER),
        CORRECTIONS,
        corrections,
    ),
    Endpoint(
        "stats",
        "/stats",
        later("What the archive holds"),
        later("Documents, captures, languages, sources and how well pages are dated."),
        (),
        STATS,
        stats,
    ),
    Endpoint(
        "methods",
        "/methods",
        later("How the archive was made"),
        later("What each cleaning rule took with samples, why pages were refused, every ingest."),
        (),
        METHODS,
        methods,
    ),
)
