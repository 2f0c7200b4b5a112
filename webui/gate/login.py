"""/login and /logout: a name and a password for a session, which a cookie keeps.

A page of another site can send neither form: `webui/origin.py` refuses what it sends.
"""

from urllib.parse import unquote

from flask import (
    Blueprint,
    Response,
    current_app,
    make_response,
    redirect,
    render_template,
    request,
)
from werkzeug.exceptions import HTTPException
from werkzeug.routing import RequestRedirect

from webui.gate.gate import COOKIE, TooManyTries, gate, tokens
from webui.safety import Policy, policy
from webui.speaking import base, root
from webui.words import n, t

pages = Blueprint("login", __name__)

MOST_CHARACTERS_OF_A_PATH = 4000
SECONDS_OF_AN_HOUR = 3600
SECONDS_OF_A_MINUTE = 60


@pages.route("/login", methods=["GET", "POST"])
@policy(Policy(posts=True))
def login() -> Response:
    """The form, or what becomes of it."""
    here = gate()
    if not here.has_users():
        return page("/", fault=t("Nobody needs to log in: this archive has no users."))
    if request.method != "POST":
        return page(readable(request.args.get("next", "")))
    wanted = readable(request.form.get("next", ""))
    name, password = request.form.get("name", ""), request.form.get("password", "")
    try:
        user = here.let_in(request, name, password)
    except TooManyTries as error:
        response = page(wanted, name, too_many(error.wait_s), 429)
        response.headers["Retry-After"] = str(error.wait_s)
        return response
    if user is None:
        return page(wanted, name, t("Name or password is not right."), 403)
    response = make_response(redirect(root() + wanted, 303))
    keep(response, here.sessions.begin(user), round(here.hours * SECONDS_OF_AN_HOUR))
    return response


@pages.post("/logout")
@policy(Policy(posts=True))
def logout() -> Response:
    """End the session, here and in the browser."""
    leads = f"{root()}/login" if gate().has_users() else f"{root()}/"
    response = make_response(redirect(leads, 303))
    for token in tokens(request):
        gate().sessions.end(token)
        keep(response, "", 0)
        response.headers["Clear-Site-Data"] = '"cache"'  # what "back" would show
    return response


def page(wanted: str, name: str = "", fault: str = "", status: int = 200) -> Response:
    """The form, with what is wrong."""
    shown = render_template("login.html", wanted=wanted, name=name, fault=fault)
    return make_response(shown, status)


def keep(response: Response, token: str, seconds: int) -> None:
    """Give the browser a session; for 0 seconds: take it away."""
    response.set_cookie(
        COOKIE,
        token,
        max_age=seconds,
        path=base() or "/",
        secure=request.scheme == "https",
        httponly=True,
        samesite="Lax",
    )


def readable(wanted: str) -> str:
    """A page of this site to go to after the login; the front page for anything else.

    wanted: a path, with what stands after "?"
    """
    path = unquote(inside(wanted).partition("#")[0].partition("?")[0])
    if {".", ".."} & set(path.split("/")):
        return "/"
    try:
        endpoint, _ = current_app.url_map.bind("localhost").match(path, "GET")
    except (HTTPException, RequestRedirect):
        return "/"
    return "/" if endpoint == "login.login" else inside(wanted)


def inside(path: str) -> str:
    """A path of this site, to go to after the login; the front page for anything else.

    Browsers take "//host" and a backslash for another site, and leave out control characters.
    """
    plain = path.startswith("/") and path.isprintable() and "\\" not in path
    return path if plain and path[1:2] != "/" and len(path) <= MOST_CHARACTERS_OF_A_PATH else "/"


def too_many(wait_s: int) -> str:
    """Why no more passwords are taken for a while."""
    minutes = -(-wait_s // SECONDS_OF_A_MINUTE)
    return n(
        minutes,
        "Too many passwords were not right. Try again in {count} minute.",
        "Too many passwords were not right. Try again in {count} minutes.",
    )
