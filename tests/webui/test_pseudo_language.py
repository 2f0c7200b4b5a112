"""The whole interface in a language that nobody speaks shows no English."""

from collections.abc import Iterator

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.routing import Rule

from archive import Archive
from indexer.errors import EngineUnavailable, SearchTooSlow
from indexer.index import open_index
from indexer.search import Searcher
from tests.webui.invented import built
from tests.webui.pseudo import Pseudo, said, told, untranslated
from webui import create_app
from webui.rooms import rooms
from webui.speaking import OWN_NAMES

# What is the same in every language, or comes from CLDR and the query's own echo: names of places,
# of languages and months in French, of this program, and typed words of addresses.
SAME_WORDS = (
    "fonds english français canada ontario utc example https html csv utf sha whoosh"
    " apa mla chicago ris bibtex csl json"
    " janvier mars avril mai juin juillet septembre octobre novembre anglais er"
    " janv avr juil sept oct nov"
)
SAME = set(SAME_WORDS.split())
# What a parameter of an address may be, as a fault tells it.
TYPED_WORDS = (
    "relevance newest oldest all any most name clean original rendered removed true fold by at"
    " city region country source language author"
)
OF_ADDRESSES = set(TYPED_WORDS.split())

# What the parts of a route may be.
PARTS = {"field": "city", "suffix": "ris"}
# Routes that answer with files or bytes are not pages; their type says so.
PAGE = "text/html"
# Feeds and descriptions of the search, for readers and browsers.
XML = ("application/atom+xml", "application/opensearchdescription+xml")

ADDRESSES = (
    "/?q=zzwa",
    "/?q=zzwa+zzwb&match=any",
    "/?q=zzwa&city=5969782&city=-&not_source=Zzwsource&from=2010&to=2019-03&sort=newest&limit=25",
    "/?q=zzwa&fold=true",
    "/?q=zzwa&year=2017",
    "/?q=zzwa&year=uncertain&year=-&language=-",
    "/?q=zzwa&unknown=1",
    "/?q=zzwa+zzwnowhere",
    "/?q=zzwnowhere",
    "/?q=zzwaa",
    "/?q=zzwonly",
    "/?q=zzwnowhere+city:zzwplace&year=1999",
    "/?q=city:zzwnowhere",
    "/?q=zzw*+zzwa~+%22zzwa+zzwb%22~3",
    "/?sort=newest&limit=10",
    "/facets/source?q=zzwa&contains=zzw&order=name",
    "/facets/city?contains=nowhere",
    "/coverage?q=zzwa&by=source&order=name",
    "/coverage?q=zzwnowhere",
    "/trends?q=zzwa&q=zzwb&q=(",
    "/trends?q=zzwa&by=source&show=count",
    "/trends?q=zzwnowhere",
    "/doc/{id}?q=zzwa&at=3",
    "/doc/{id}?q=(",
    "/doc/{id}?q=zzwnowhere",
    "/doc/{id}?view=original&q=zzwa",
    "/doc/{id}?view=removed&q=zzwa",
    "/doc/{id}/why?q=zzwa+zzwnowhere+-zzwc+OR+zzwe",
    "/doc/{id}/why?q=before:2011+zzw*+zzwa~+lang:fr+city:ontario+removed:zzwonly&match=any",
    "/doc/{id}/why?q=%22zzwa+zzwb%22+zzwa+NEAR/3+zzwb",
)
FAULTS = (
    ("/nowhere", 404),
    ("/doc/0123456789abcdef", 404),
    ("/doc/{id}/raw?digest=00", 404),
    ("/?q=(", 400),
    ("/?q=zzwa+OR", 400),
    ("/?q=%22zzwa", 400),
    ("/?q=before:zzwa", 400),
    ("/?from=zzwa", 400),
    ("/?from=2019&to=2018", 400),
    ("/?sort=zzwa", 400),
    ("/?match=zzwa", 400),
    ("/?fold=zzwa", 400),
    ("/?limit=zzwa", 400),
    ("/?q=zzwa&q=zzwb", 400),
    ("/?after=zzwa&q=zzwa", 400),
    ("/?" + "&".join(f"city={n}" for n in range(300)), 400),
    ("/?q=" + "zzwa" * 600, 400),
    ("/doc/{id}?view=zzwa", 400),
    ("/doc/{id}?at=zzwa", 400),
    ("/coverage?by=zzwa", 400),
    ("/coverage?order=zzwa", 400),
    ("/trends?by=zzwa", 400),
    ("/trends?" + "&".join(f"q=zzwa{n}" for n in range(60)), 400),
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    with Archive.create(tmp_path_factory.mktemp("pseudo") / "archive") as archive:
        engine = open_index(built(archive))
        yield create_app(Searcher(archive, engine), archive)
        engine.close()


@pytest.fixture
def client(site: Flask, monkeypatch: pytest.MonkeyPatch) -> FlaskClient:
    """A reader of the pseudo-language, which takes the place of French."""
    catalogue = Pseudo()
    monkeypatch.setattr("webui.words.catalogue", lambda code: catalogue)
    monkeypatch.setattr("indexer.phrasebook.said", said)
    monkeypatch.setattr("indexer.phrasebook.told", told)
    return site.test_client()


def ids(site: Flask) -> list[str]:
    with site.app_context():
        return rooms().archive.find_ids("")


def same(word: str) -> bool:
    """Whether a word is the same in every language."""
    return word.startswith("zzw") or word in SAME


def same_in_faults(word: str) -> bool:
    return same(word) or word in OF_ADDRESSES


def english_on(client: FlaskClient, address: str, status: int = 200) -> list[str]:
    answer = client.get(f"/fr{address}")
    assert answer.status_code == status, address
    body = answer.get_data(as_text=True)
    return untranslated(body, same if status == 200 else same_in_faults)


def english_in(body: str) -> list[str]:
    return untranslated(body, same)


def routes(site: Flask) -> list[Rule]:
    return sorted(
        (
            rule
            for rule in site.url_map.iter_rules()
            if "GET" in rule.methods and rule.endpoint != "static"
        ),
        key=lambda rule: rule.rule,
    )


def names_of_the_api(client: FlaskClient) -> set[str]:
    """What programs read: names of schemas and parameters, and what these may be."""
    described = client.get("/api/v1/openapi.json").get_json()
    names = set(described["components"]["schemas"])
    for path in described["paths"].values():
        for parameter in path["get"].get("parameters", ()):
            names |= {parameter["name"], *map(str, parameter["schema"].get("enum", ()))}
    return {name.lower() for name in names} | {"true", "false"}


def test_no_route_shows_english(site: Flask, client: FlaskClient) -> None:
    shown = []
    for rule in routes(site):
        parts = {name: PARTS.get(name, ids(site)[0]) for name in rule.arguments}
        answer = client.get(f"/fr{site.url_map.bind('').build(rule.endpoint, parts)}")
        if answer.mimetype == PAGE:
            assert answer.status_code == 200, rule.rule
            typed = names_of_the_api(client) if rule.rule.startswith("/api") else set()
            found = untranslated(answer.get_data(as_text=True), same, typed)
            shown += [f"{rule.rule} {each}" for each in found]
        if answer.mimetype in XML:
            found = untranslated(answer.get_data(as_text=True), same, OWN_NAMES)
            shown += [f"{rule.rule} {each}" for each in found]
        answer.close()
    assert not shown, "\n".join(shown)


@pytest.mark.parametrize("address", ADDRESSES)
def test_no_page_shows_english(site: Flask, client: FlaskClient, address: str) -> None:
    shown = english_on(client, address.format(id=ids(site)[0]))
    assert not shown, "\n".join(shown)


def test_no_document_shows_english(site: Flask, client: FlaskClient) -> None:
    with site.app_context():
        archive = rooms().archive
        changed = [id for id in archive.find_ids("") if len(archive.history(id)) > 1]
    assert changed
    addresses = [f"/doc/{id}?view=removed" for id in ids(site)]
    addresses += [f"/doc/{id}/diff{of}" for id in changed for of in ("", "?of=original&fold=no")]
    shown = [each for address in addresses for each in english_on(client, address)]
    assert not shown, "\n".join(shown)


@pytest.mark.parametrize(("address", "status"), FAULTS, ids=lambda given: str(given)[:40])
def test_no_fault_shows_english(
    site: Flask, client: FlaskClient, address: str, status: int
) -> None:
    shown = english_on(client, address.format(id=ids(site)[0]), status)
    assert not shown, "\n".join(shown)


@pytest.mark.parametrize(
    "error", [SearchTooSlow("zzwa"), EngineUnavailable("no"), ValueError("no")], ids=repr
)
def test_no_failure_below_shows_english(
    site: Flask, client: FlaskClient, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(Searcher, "search", fail)
    site.testing = False
    assert english_in(client.get("/fr/?q=zzwa").get_data(as_text=True)) == []


def test_other_ways_of_asking_show_no_english(client: FlaskClient) -> None:
    wrong = client.post("/fr/coverage")
    assert wrong.status_code == 405
    foreign = client.post("/fr/lists", headers={"Origin": "https://zzw.example"})
    assert foreign.status_code == 403
    counted = client.post("/fr/lists", data={"list": "zzwa\nzzwnowhere\n(\nzzwa", "as": "query"})
    assert counted.status_code == 200
    checked = [
        client.post("/fr/quotation", data={"text": text})
        for text in ("zzwa zzwb", "Zzwc zzwa zzwnowhere. Zzwa zzwb!", "zzwnowhere", "", "zzwonly")
    ]
    large = client.post("/fr/lists", data={"list": "zzwa\n" * 900_000})
    assert large.status_code == 413
    for answer in (wrong, foreign, counted, large, *checked):
        assert english_in(answer.get_data(as_text=True)) == []


def test_an_empty_archive_shows_no_english(
    tmp_path, client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Archive.create(tmp_path / "archive") as archive:
        engine = open_index(archive)
        empty = create_app(Searcher(archive, engine), archive).test_client()
        for address in ("/", "/?q=zzwa", "/coverage", "/methods", "/trends?q=zzwa"):
            assert english_on(empty, address) == [], address
        engine.close()


@pytest.mark.parametrize("address", ["/?q=(", "/?limit=zzwa", "/doc/00"])
def test_problem_details_of_the_api_hold_no_english(client: FlaskClient, address: str) -> None:
    path = {"/doc/00": "/documents/00"}.get(address, "/search" + address[1:])
    problem = client.get(f"/fr/api/v1{path}").get_json()
    for name in ("title", "detail", "mend"):
        assert english_in(f"<html lang='fr'><p>{problem.get(name, '')}</p>") == [], name


# Common words of English that are none of French.
ENGLISH_WORDS = (
    "the of and with this that these those from by for not are is was were be been has have had"
    " which what who where when why how all more than each every its their your you it they"
    " in to at into only also there here search found shown removed line lines year years"
    " word words show hide close open next previous unknown undated named none other order first"
)
ENGLISH = set(ENGLISH_WORDS.split())


@pytest.mark.parametrize(
    ("address", "status"), [*((each, 200) for each in ADDRESSES), *FAULTS], ids=str
)
def test_no_french_page_has_a_common_english_word(site: Flask, address: str, status: int) -> None:
    answer = site.test_client().get(f"/fr{address.format(id=ids(site)[0])}")
    body = answer.get_data(as_text=True)
    typed = OF_ADDRESSES if status != 200 else set()
    shown = untranslated(body, lambda word: word not in ENGLISH - typed)
    assert not shown, "\n".join(shown)


def test_the_check_sees_english_where_it_stands() -> None:
    assert english_in("<html lang='fr'><title>Search</title><p lang='en'>Menu</p>") != []
    for body in (
        "<p aria-label='Next page'>1</p>",
        "<input placeholder='Type here'>",
        "<form data-none='No suggestions'>",
        "<svg><title>By year</title></svg>",
        "<p>åƀç and more</p>",
    ):
        assert len(english_in(f"<html lang='fr'>{body}")) == 1, body
    assert english_in("<html lang='fr'><p lang='en'>Menu</p><p>12 zzwa <code>city:x</code>") == []
