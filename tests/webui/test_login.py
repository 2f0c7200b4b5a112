"""An archive that has users is read by them alone, on every route."""

import base64
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from archive import Archive
from archive.users import SESSIONS_NAME, USERS_NAME, Users, checked
from indexer.index import open_index
from indexer.search import Searcher
from tests.webui.pages import build
from tests.webui.routes import addresses
from webui import create_app
from webui.gate import sessions
from webui.gate.gate import COOKIE
from webui.gate.login import inside
from webui.gate.sessions import MOST_FOR_A_NAME, MOST_FOR_A_NETWORK, Sessions
from webui.gate.warning import warnings

WORD = "correct horse battery"
KEPT = checked(WORD)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("users") / "archive"


@pytest.fixture(scope="module")
def built(folder: Path) -> Iterator[Archive]:
    with build(folder) as archive:
        yield archive


@pytest.fixture(scope="module")
def searching(built: Archive) -> Iterator[Searcher]:
    engine = open_index(built)
    yield Searcher(built, engine)
    engine.close()


@pytest.fixture
def users(built: Archive, folder: Path) -> Iterator[Users]:
    found = Users(folder)
    found.add("ann", KEPT)
    yield found
    (folder / USERS_NAME).unlink(missing_ok=True)
    (folder / SESSIONS_NAME).unlink(missing_ok=True)


@pytest.fixture
def site(searching: Searcher, built: Archive, users: Users) -> Flask:
    return create_app(searching, built)


@pytest.fixture
def reader(site: Flask) -> FlaskClient:
    return site.test_client()


def log_in(
    client: FlaskClient, name: str = "ann", password: str = WORD, **more: str
) -> TestResponse:
    return client.post("/login", data={"name": name, "password": password, **more})


def basic(name: str, password: str) -> dict[str, str]:
    return {"Authorization": "Basic " + base64.b64encode(f"{name}:{password}".encode()).decode()}


@pytest.mark.parametrize("method", ["GET", "HEAD", "POST", "OPTIONS"])
def test_no_route_answers_without_login(
    site: Flask, reader: FlaskClient, built: Archive, method: str
) -> None:
    id = built.find_ids("")[0]
    known = reader.get("/", headers=basic("ann", WORD))
    assert "Log out" not in known.text  # there is no session to leave
    free = ("/login", "/logout", "/healthz", "/robots.txt", "/static/style.css")
    more = ("/static/site.js", "/fr/", "/nothing/at/all", "/export.csv?q=police", "/opensearch.xml")
    for address in (*addresses(site, id), *more):
        if address.startswith(free):
            continue
        answer = reader.open(address, method=method, buffered=True)
        assert answer.status_code in (303, 401), (address, answer.status_code)
        if answer.status_code == 303:
            assert "/login?next=" in answer.location
        else:
            assert answer.headers["WWW-Authenticate"].startswith("Basic")
        assert "council" not in answer.text.lower().replace("council.example", "")


def test_the_api_says_401_in_json_and_takes_name_and_password(reader: FlaskClient) -> None:
    refused = reader.get("/api/v1/stats")
    assert (refused.status_code, refused.mimetype) == (401, "application/problem+json")
    assert refused.json["type"] == "urn:fonds:problem:not-logged-in"
    assert reader.get("/api/v1/stats", headers=basic("ann", WORD)).status_code == 200
    assert reader.get("/feed.atom", headers=basic("ann", WORD)).status_code == 200
    for wrong in (basic("ann", "other"), basic("bob", WORD), {"Authorization": "Basic !"}):
        assert reader.get("/api/v1/stats", headers=wrong).status_code == 401


def test_a_login_leads_where_the_reader_wanted_to_go(reader: FlaskClient) -> None:
    asked = reader.get("/fr/?q=police&limit=10")
    assert asked.location.startswith("/fr/login?next=")
    form = reader.get(asked.location)
    assert 'name="next" value="/?q=police&amp;limit=10"' in form.text
    done = log_in(reader, next="/?q=police&limit=10")
    assert (done.status_code, done.location) == (303, "/?q=police&limit=10")
    page = reader.get("/?q=police")
    assert page.status_code == 200
    assert "Logged in as ann" in page.text


def test_the_cookie_is_for_this_site_and_no_script(
    searching: Searcher, built: Archive, users
) -> None:
    plain = log_in(create_app(searching, built).test_client()).headers["Set-Cookie"]
    for part in ("HttpOnly", "SameSite=Lax", "Path=/"):
        assert part in plain
    assert "Secure" not in plain
    below = create_app(searching, built, "https://news.example/archive").test_client()
    told = log_in(below).headers["Set-Cookie"]
    assert "Secure" in told
    assert "Path=/archive" in told


def test_a_session_survives_a_restart_and_is_known_to_every_process(
    searching: Searcher, built: Archive, users: Users, reader: FlaskClient, folder: Path
) -> None:
    log_in(reader)
    token = reader.get_cookie(COOKIE).value
    other = create_app(searching, built).test_client()
    other.set_cookie(COOKIE, token)
    assert other.get("/").status_code == 200
    assert token.encode() not in (folder / SESSIONS_NAME).read_bytes()
    reader.post("/logout")
    assert other.get("/").status_code == 303


def test_a_session_ends_with_its_time_its_user_and_its_password(
    users: Users, site: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    later = time.time() + 8 * 24 * 3600
    for ended in (
        lambda: users.change("ann", checked("another password")),
        lambda: users.remove("ann"),
        lambda: monkeypatch.setattr(sessions.time, "time", lambda: later),
    ):
        if users.find("ann") is None:
            users.add("ann", KEPT)
        users.change("ann", KEPT)
        if users.find("bob") is None:
            users.add("bob", KEPT)
        client = site.test_client()
        log_in(client)
        assert client.get("/").status_code == 200
        ended()
        assert client.get("/").status_code == 303
        monkeypatch.undo()


def test_a_user_who_is_removed_and_added_again_has_no_old_session(
    users: Users, reader: FlaskClient
) -> None:
    log_in(reader)
    users.remove("ann")
    users.add("ann", checked(WORD))
    assert reader.get("/").status_code == 303


def test_another_site_can_log_nobody_in_or_out(reader: FlaskClient) -> None:
    headers = {"Origin": "https://evil.example", "Sec-Fetch-Site": "cross-site"}
    data = {"name": "ann", "password": WORD}
    assert reader.post("/login", data=data, headers=headers).status_code == 403
    log_in(reader)
    assert reader.post("/logout", headers=headers).status_code == 403
    assert reader.get("/logout").status_code == 405
    assert reader.get("/").status_code == 200


def test_a_wrong_password_and_an_unknown_name_are_answered_alike(reader: FlaskClient) -> None:
    wrong, unknown = log_in(reader, password="no"), log_in(reader, name="zoe")
    assert wrong.status_code == unknown.status_code == 403
    assert wrong.text == unknown.text.replace("zoe", "ann")
    assert "Set-Cookie" not in wrong.headers


def test_an_unknown_name_costs_as_much_as_a_wrong_password(
    reader: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    from archive.users import passwords

    tried: list[str] = []

    class Counting:
        def verify(self, kept: str, _: bytes) -> bool:
            tried.append(kept)
            raise passwords.VerificationError

        def hash(self, _: bytes) -> str:
            return "nobody's"

    passwords.nobodys.cache_clear()
    monkeypatch.setattr(passwords, "HASHER", Counting())
    log_in(reader, name="zoe")
    log_in(reader, name="ann", password="no")
    assert tried == ["nobody's", KEPT]
    passwords.nobodys.cache_clear()


def test_too_many_tries_are_refused_for_that_name_and_network_alone(
    site: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("webui.gate.gate.is_right", lambda said, kept: bool(kept) and said == WORD)
    client = site.test_client()
    far = {"REMOTE_ADDR": "203.0.113.7"}
    for _ in range(MOST_FOR_A_NAME):
        assert (
            client.post(
                "/login", data={"name": "ann", "password": "x"}, environ_base=far
            ).status_code
            == 403
        )
    refused = client.post("/login", data={"name": "ann", "password": WORD}, environ_base=far)
    assert refused.status_code == 429
    assert int(refused.headers["Retry-After"]) > 0
    api = client.get("/api/v1/stats", headers=basic("ann", "x"), environ_base=far)
    assert (api.status_code, api.mimetype) == (429, "application/problem+json")
    assert log_in(client).status_code == 303  # from elsewhere


def test_a_network_that_waits_cannot_tell_the_right_password_by_its_use_elsewhere(
    site: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("webui.gate.gate.is_right", lambda said, kept: bool(kept) and said == WORD)
    client, far = site.test_client(), {"REMOTE_ADDR": "203.0.113.8"}
    assert client.get("/api/v1/stats", headers=basic("ann", WORD)).status_code == 200
    for _ in range(MOST_FOR_A_NAME + 1):
        client.get("/api/v1/stats", headers=basic("ann", "x"), environ_base=far)
    for guess in ("other", WORD):
        api = client.get("/api/v1/stats", headers=basic("ann", guess), environ_base=far)
        form = {"name": "ann", "password": guess}
        page = client.post("/login", data=form, environ_base=far)
        assert (api.status_code, page.status_code) == (429, 429)
    assert client.get("/api/v1/stats", headers=basic("ann", WORD)).status_code == 200


def test_failures_are_counted_across_processes_by_network_and_bounded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from archive.private_files import Modes

    one, other = (Sessions(tmp_path, Modes(), 1) for _ in range(2))
    monkeypatch.setattr(sessions, "MOST_COUNTED", 120)
    for count in range(MOST_FOR_A_NETWORK):
        side = one if count % 2 else other
        assert side.wait_s(f"2001:db8::{count:x}", f"name {count}") == 0
    assert one.wait_s("2001:db8::ffff", "new name") > 0
    assert one.wait_s("2001:db8:0:1::1", "new name") == 0
    for count in range(200):
        one.wait_s(f"10.0.{count}.1", "x")
    with one._writing() as connection:
        assert connection.execute("SELECT count(*) FROM failures").fetchone()[0] <= 120


@pytest.mark.parametrize(
    "path", ["//evil.example", "https://evil.example", "/\\evil.example", "/\t/evil.example", ""]
)
def test_a_login_never_leads_to_another_site(reader: FlaskClient, path: str) -> None:
    assert inside(path) == "/"
    assert log_in(reader, next=path).location == "/"


@pytest.mark.parametrize(
    "path", ["/../x", "/a/../../logout", "/%2e%2e/x", "/./search", "/logout", "/login", "/none"]
)
def test_a_login_leads_to_a_page_that_there_is(reader: FlaskClient, path: str) -> None:
    assert log_in(reader, next=path).location == "/"


def test_a_login_leads_back_to_the_search_that_was_asked(reader: FlaskClient) -> None:
    assert log_in(reader, next="/?q=a%2F..%2Fb").location == "/?q=a%2F..%2Fb"


def test_of_several_cookies_one_that_holds_is_enough(reader: FlaskClient) -> None:
    log_in(reader)
    token = reader.get_cookie(COOKIE).value
    stranger = reader.application.test_client(use_cookies=False)
    for cookies in (f"{COOKIE}=old; {COOKIE}={token}", f"{COOKIE}={token}; {COOKIE}=old"):
        assert stranger.get("/", headers={"Cookie": cookies}).status_code == 200
    assert stranger.get("/", headers={"Cookie": f"{COOKIE}=old"}).status_code != 200


def test_basic_may_have_several_spaces_behind_its_word(reader: FlaskClient) -> None:
    packed = base64.b64encode(f"ann:{WORD}".encode()).decode()
    headers = {"Authorization": f"Basic   {packed} "}
    assert reader.get("/api/v1/stats", headers=headers).status_code == 200


def test_a_trusted_proxy_may_say_who_reads_and_nobody_else(
    searching: Searcher, built: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = replace(built.settings, user_header="X-Remote-User", trusted_proxies="10.0.0.1")
    monkeypatch.setattr(built, "settings", settings)
    client = create_app(searching, built).test_client()
    proxy, said = {"REMOTE_ADDR": "10.0.0.1"}, {"X-Remote-User": "ann"}
    assert client.get("/", headers=said, environ_base=proxy).status_code == 200
    assert client.get("/", headers=said).status_code == 403
    assert client.get("/", environ_base=proxy).status_code == 403
    assert client.get("/api/v1/stats", environ_base=proxy).mimetype == "application/problem+json"
    page = client.get("/", headers=said, environ_base=proxy).text
    assert "Signed in as ann by the proxy of this site" in page
    assert "Log out" not in page
    french = client.get("/fr/", headers=said, environ_base=proxy).text
    assert "Connecté par le serveur mandataire de ce site\N{NO-BREAK SPACE}: ann" in french
    two = {"X-Remote-User": "evil, ann"}
    assert client.get("/", headers=two, environ_base=proxy).status_code == 403


def test_users_that_cannot_be_read_open_nothing(reader: FlaskClient, folder: Path) -> None:
    reader.get("/")
    (folder / USERS_NAME).write_bytes(b"damaged" * 100)
    for address in ("/", "/api/v1/stats", "/login"):
        assert reader.get(address).status_code == 503
    (folder / USERS_NAME).unlink()
    assert reader.get("/").status_code in (303, 403)


def test_a_first_user_closes_an_open_site_at_once(
    searching: Searcher, built: Archive, folder: Path
) -> None:
    client = create_app(searching, built).test_client()
    assert client.get("/").status_code == 200
    assert "has no users" in client.get("/login").text
    Users(folder).add("ann", KEPT)
    assert client.get("/").status_code == 303
    (folder / USERS_NAME).unlink()


def test_a_server_that_others_reach_says_that_anyone_can_read(
    built: Archive, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (told,) = warnings(built, "0.0.0.0")
    assert "Anyone" in told
    assert "fonds users add" in told
    assert warnings(built, "127.0.0.1") == warnings(built, "localhost") == ()
    settings = replace(built.settings, user_header="X-Remote-User")
    monkeypatch.setattr(built, "settings", settings)
    (told,) = warnings(built, "0.0.0.0")
    assert "trusted_proxies" in told
    monkeypatch.undo()
    Users(folder).add("ann", KEPT)
    assert warnings(built, "0.0.0.0") == ()
    (folder / USERS_NAME).unlink()
