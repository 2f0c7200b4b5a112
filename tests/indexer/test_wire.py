"""The shapes of JSON that programs rely on."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime

from archive.document import Document, Evidence, Place, PublicationDate, RemovedLine
from indexer import wire
from indexer.engine import (
    Copy,
    Facet,
    FacetValue,
    Histogram,
    Hit,
    MarkKind,
    Meant,
    Nearest,
    Period,
    Results,
    Snippet,
)

TORONTO = Place(6167865, "Toronto", "city", "Ontario", "Canada", 4, ((3, 10),), 0.91, "alone")
RANGE = PublicationDate(date(2017, 2, 20), None, "dateline", "after February 20")

HIT = Hit(
    id="0123456789abcdef", title="A vote", url=None, source="The Light", authors=("Ada",),
    language="en", published=RANGE, places=(TORONTO,),
    snippets=(Snippet("the voted city", ((4, 9),), 30, (MarkKind.WORD,)),),
    score=7.12345, title_marks=((2, 6),),
    copies=(Copy("fedcba9876543210", "A vote again", "https://b.example/a", None),), copies_count=3,
)  # fmt: skip

RESULTS = Results(
    query="vote", understood="pages with any form of “vote”", total=2, took_ms=3.14159,
    engine="whoosh", hits=(HIT,), offset=10, next=None, notes=("A note.",),
    facets=(Facet("city", (FacetValue("6167865", "Toronto, Ontario", 2, True),), 1, 3),),
    groups=1, histogram=Histogram((Period("2017", 1),), (Period("2017-02", 1),), 1, 0),
    meant=(Meant("voted", 3),),
)  # fmt: skip

DOCUMENT = Document(
    id="0123456789abcdef", title="A vote", text="In Toronto", url="https://a.example/b",
    removed=(RemovedLine(1, "Menu", "menu", "It is a menu.", 0.5),), source=None, authors=(),
    published=None, language="en", places=(TORONTO,), years_mentioned=(2016,),
    captured=datetime(2017, 3, 1, 12, 30, tzinfo=UTC), digest="0" * 64, group="f" * 16,
    evidence=(Evidence("title", "A vote", "meta og:title", "A vote"),), flags=("short",),
)  # fmt: skip


def test_results_have_the_promised_shape() -> None:
    told = wire.results_json(RESULTS)
    assert told == {
        "query": "vote",
        "understood": "pages with any form of “vote”",
        "total": 2,
        "took_ms": 3.142,
        "engine": "whoosh",
        "offset": 10,
        "groups": 1,
        "hits": [
            {
                "id": "0123456789abcdef",
                "title": "A vote",
                "title_marks": [[2, 6]],
                "url": None,
                "source": "The Light",
                "authors": ["Ada"],
                "language": "en",
                "published": {
                    "earliest": "2017-02-20",
                    "latest": None,
                    "evidence": "dateline",
                    "quote": "after February 20",
                },
                "places": [
                    {
                        "geonames_id": 6167865,
                        "name": "Toronto",
                        "kind": "city",
                        "region": "Ontario",
                        "country": "Canada",
                        "mentions": 4,
                    }
                ],
                "snippets": [
                    {
                        "text": "the voted city",
                        "marks": [[4, 9]],
                        "kinds": ["word"],
                        "together": [],
                        "offset": 30,
                        "ends": False,
                    }
                ],
                "score": 7.123,
                "copies": [
                    {
                        "id": "fedcba9876543210",
                        "title": "A vote again",
                        "url": "https://b.example/a",
                        "source": None,
                    }
                ],
                "copies_count": 3,
                "unmarked": False,
            }
        ],
        "facets": {
            "city": {
                "values": [
                    {
                        "value": "6167865",
                        "label": "Toronto, Ontario",
                        "count": 2,
                        "selected": True,
                        "excluded": False,
                    }
                ],
                "other": 1,
                "missing": 3,
                "missing_selected": False,
                "missing_excluded": False,
            }
        },
        "histogram": {
            "years": [{"year": "2017", "count": 1}],
            "months": [{"month": "2017-02", "count": 1}],
            "uncertain": 1,
            "undated": 0,
        },
        "next": None,
        "notes": ["A note."],
        "meant": [{"query": "voted", "total": 3}],
        "nearest": None,
    }
    assert json.loads(json.dumps(told)) == told


def test_what_comes_nearest_is_told_apart_from_hits_with_what_each_page_lacks() -> None:
    hit = replace(HIT, lacks=("zebra",))
    nearest = Nearest(3, 4, 12, (hit,), RESULTS.facets, 10, "more")
    told = wire.results_json(replace(RESULTS, total=0, hits=(), nearest=nearest))
    assert (told["total"], told["hits"]) == (0, [])
    near = json.loads(json.dumps(told["nearest"]))
    assert {name: near[name] for name in ("words", "asked", "total", "offset", "next")} == {
        "words": 3, "asked": 4, "total": 12, "offset": 10, "next": "more",
    }  # fmt: skip
    assert [(each["id"], each["lacks"]) for each in near["hits"]] == [(HIT.id, ["zebra"])]
    assert near["facets"]["city"]["other"] == 1


def test_a_document_is_told_whole() -> None:
    told = wire.document_json(DOCUMENT)
    assert json.loads(json.dumps(told)) == told
    assert told["captured"] == "2017-03-01T12:30:00+00:00"
    assert told["published"] is None
    assert told["removed"] == [
        {"number": 1, "text": "Menu", "rule": "menu", "reason": "It is a menu.", "score": 0.5}
    ]
    assert told["evidence"] == [
        {"field": "title", "value": "A vote", "finder": "meta og:title", "quote": "A vote"}
    ]
    places = told["places"]
    assert isinstance(places, list)
    assert (places[0]["confidence"], places[0]["unsure"]) == (0.91, False)  # type: ignore[index,call-overload]
    assert places[0]["spans"] == [[3, 10]]  # type: ignore[index,call-overload]


def test_no_fact_of_a_document_is_left_out() -> None:
    assert set(wire.document_json(DOCUMENT)) == {*Document.__slots__, "main_city", "languages"}
