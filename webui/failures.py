"""Every error as an answer: a page for people, problem details for programs."""

import logging

from flask import Flask, Response, make_response, redirect, render_template, request, url_for
from werkzeug.exceptions import HTTPException, MisdirectedRequest

from archive.errors import ArchiveError, CaptureNotFound, DocumentNotFound, DocumentWithdrawn
from archive.withdrawals import Kind
from indexer.errors import BadCursor, IndexerError, QueryError, SearchTooSlow
from indexer.pending import IndexPending
from webui.dates import day_words
from webui.gate.gate import NotKnown, TooManyTries, gate
from webui.gate.login import too_many
from webui.logged import SAFE
from webui.misread import kept
from webui.origin import READING, SentByAnotherSite
from webui.parameters import BadParameter
from webui.problems import Problem
from webui.rooms import rooms
from webui.serving.busy import TooBusy
from webui.serving.limits import RETRY_AFTER_S
from webui.state import SearchState
from webui.unavailable import for_the_log, unavailable
from webui.words import later, said, t
from webui.writable import Writable

HTTP_DETAILS = {
    404: later("There is nothing at this address."),
    405: later("This address can only be read (GET or HEAD)."),
    413: later("What was sent is too large. A list may have 3 MB; part it into several lists."),
    500: later(
        "Something in Fonds went wrong. It is not your doing; the operator finds it in the log."
    ),
}
HTTP_TITLES = {
    400: later("This request cannot be read"),
    404: later("Not found"),
    405: later("Not allowed"),
    413: later("Too large"),
    500: later("Something went wrong"),
}
# Of what the framework refuses for other reasons: its own words are English, and for programmers.
REFUSED = later("This request is refused")
REFUSED_DETAIL = later("It cannot be answered in the form in which it was sent.")
NO_SEARCH = SearchState()
# What programs fetch beside the API: a page for people would be no answer to them.
FILES = frozenset({"export", "feed"})

log = logging.getLogger(__name__)


def register(app: Flask) -> None:
    """Tell the app how each error is answered."""
    app.register_error_handler(BadParameter, on_bad_parameter)
    app.register_error_handler(SentByAnotherSite, on_sent_by_another_site)
    app.register_error_handler(QueryError, on_query_error)
    app.register_error_handler(BadCursor, on_bad_cursor)
    app.register_error_handler(SearchTooSlow, on_too_slow)
    for absent in (DocumentNotFound, CaptureNotFound):
        app.register_error_handler(absent, on_absent)
    app.register_error_handler(DocumentWithdrawn, on_withdrawn)
    for down in (ArchiveError, IndexerError):  # all of them that are not the reader's, above
        app.register_error_handler(down, on_down)
    app.register_error_handler(IndexPending, on_pending)
    app.register_error_handler(TooBusy, on_busy)
    app.register_error_handler(NotKnown, on_not_known)
    app.register_error_handler(TooManyTries, on_too_many_tries)
    app.register_error_handler(MisdirectedRequest, on_misdirected)
    app.register_error_handler(HTTPException, on_http_error)


def on_bad_parameter(error: BadParameter) -> Response:
    """A parameter makes no sense."""
    title = t("The address cannot be read")
    detail, mend, at = error.reason, error.mend, error.name
    return answer(Problem(400, title, detail, "bad-parameter", mend, parameter=at), state_here())


def on_sent_by_another_site(_: SentByAnotherSite) -> Response:
    """A page of another site, or of an unknown one, has sent a form here."""
    detail = t("This form was not sent by a page of this archive, so nothing was done with it.")
    mend = t("Open the page in this archive, fill in its form and send it from there.")
    title = t("Sent from elsewhere")
    return answer(Problem(403, title, detail, "sent-from-elsewhere", mend))


def on_query_error(error: QueryError) -> Response:
    """A query cannot be understood; the search page has its own way to show it."""
    title = t("The query cannot be understood")
    return answer(
        Problem(
            400,
            title,
            said(error.reason),
            "unreadable-query",
            said(error.mend),
            error.position,
            "q",
        ),
        state_here(),
    )


def on_bad_cursor(error: BadCursor) -> Response:
    """A cursor belongs to another search, or to none."""
    title = t("This page of results is gone")
    detail = t("The place in the results that this address names is not one of this search.")
    mend = t("Begin again from the first page.")
    return answer(Problem(400, title, detail, "bad-cursor", mend, parameter="after"))


def on_too_slow(error: SearchTooSlow) -> Response:
    """A search asks for too much.

    422 and not 503: the site is well, and the same search again would fare no better.
    """
    title = t("This search asks for too much")
    kind = "search-too-slow"
    problem = Problem(422, title, said(error.reason), kind, said(error.mend), parameter="q")
    return answer(problem, state_here())


def on_absent(error: DocumentNotFound | CaptureNotFound) -> Response:
    """No document, or no such capture of it."""
    captured = isinstance(error, CaptureNotFound)
    detail = t("No capture has this digest.") if captured else t("No page has this id.")
    mend = t("Search for the page; ids are 16 digits from 0 to 9 and a to f.")
    return answer(Problem(404, t("Not found"), detail, "not-found", mend))


def on_withdrawn(error: DocumentWithdrawn) -> Response:
    """A page that was here and is withdrawn, or hidden for a time: 410 (RFC 9110, 15.5.11)."""
    left = error.tombstone
    day, reason = day_words(left.made.date()), left.reason
    if left.kind is Kind.WITHDRAWN:
        detail = t("This page was withdrawn on {day}: {reason}", day=day, reason=reason)
        return answer(Problem(410, t("Withdrawn"), detail, "withdrawn"))
    if left.until is None:
        detail = t("This page has been hidden since {day}: {reason}", day=day, reason=reason)
    else:
        until = day_words(left.until)
        detail = t("This page is hidden until {day}: {reason}", day=until, reason=reason)
    return answer(Problem(410, t("Not shown at present"), detail, "hidden"))


def on_down(error: Exception) -> Response:
    """The engine or the archive does not answer; where it lies is for the operator's log."""
    cause = cause_of(error)
    log.error("%s", for_the_log(cause, rooms().archive.folder), extra={SAFE: True})
    response = answer(unavailable(cause))
    response.headers["Retry-After"] = "30"
    return response


def cause_of(error: Exception) -> Exception:
    """What is the matter with the archive, where the index fails for it: it lies in its folder."""
    try:
        rooms().archive.sequence()
    except ArchiveError as cause:
        return cause
    return error


def on_pending(_: IndexPending) -> Response:
    """The first index of an archive is being made."""
    detail = t(
        "The index of this archive is being prepared; searches are answered when it is there."
    )
    mend = t("Try again in a minute.")
    problem = Problem(503, t("Being prepared"), detail, "being-prepared", mend)
    return later_again(answer(problem, template="bare.html"), 10)


def on_busy(_: TooBusy) -> Response:
    """More is asked than can be answered now."""
    detail = t("The site has more to do than it can do at once.")
    mend = t("Try again in a few seconds.")
    problem = Problem(503, t("Busy"), detail, "busy", mend)
    return later_again(answer(problem, template="bare.html"), RETRY_AFTER_S)


def later_again(response: Response, after_s: int) -> Response:
    """An answer that says when to come again."""
    response.headers["Retry-After"] = str(after_s)
    response.headers["Cache-Control"] = "no-store"
    return response


def on_misdirected(_: MisdirectedRequest) -> Response:
    """The request names a host that this site is not: perhaps a stranger's, led here."""
    detail = t("This site does not answer under the name by which it was asked.")
    mend = t(
        "Use its own address; on this machine that is localhost or 127.0.0.1. The operator can add "
        "a name in fonds.toml: public_url for the address outside, hosts for others."
    )
    problem = Problem(421, t("Asked for under another name"), detail, "misdirected", mend)
    return answer(problem, template="bare.html")


def on_not_known(_: NotKnown) -> Response:
    """Nobody has logged in: the form for people, a request for name and password for programs."""
    users = gate().has_users()
    if users and not is_for_programs():
        path = request.full_path.rstrip("?") if request.method in READING else request.path
        return make_response(redirect(url_for("login.login", next=path), 303))
    if users:
        mend = t("Send the name and the password of a user with each request (HTTP Basic).")
    else:
        mend = t("Go through the proxy that lets readers in.")
    detail = t("This archive is for readers who are known to it.")
    problem = Problem(401 if users else 403, t("Not logged in"), detail, "not-logged-in", mend)
    response = answer(problem, template="bare.html")
    if users:
        response.headers["WWW-Authenticate"] = 'Basic realm="Fonds", charset="UTF-8"'
    return response


def on_too_many_tries(error: TooManyTries) -> Response:
    """Too many passwords were wrong, sent with requests; the login page says it itself."""
    title = t("Too many tries")
    problem = Problem(429, title, too_many(error.wait_s), "too-many-tries")
    response = answer(problem, template="bare.html")
    response.headers["Retry-After"] = str(error.wait_s)
    return response


def is_for_programs() -> bool:
    """Whether a program rather than a person reads the answer: a form would be none to it."""
    path = request.path
    api = (path == "/api" or path.startswith("/api/")) and not path.startswith("/api/docs")
    file = request.blueprint in {*FILES, "opensearch"} or path.endswith(".csv")
    return api or file or request.endpoint == "static"


def on_http_error(error: HTTPException) -> Response:
    """What Flask itself found wrong, and faults of ours."""
    status = error.code or 500
    title = HTTP_TITLES.get(status, REFUSED if status < 500 else HTTP_TITLES[500])
    detail = HTTP_DETAILS.get(status, REFUSED_DETAIL if status < 500 else HTTP_DETAILS[500])
    response = answer(Problem(status, t(title), t(detail)))
    valid_methods = getattr(error, "valid_methods", None)
    if valid_methods:
        response.headers["Allow"] = ", ".join(sorted(valid_methods))
    return response


def state_here() -> SearchState:
    """What can be read of the search in the address, so that its words stay in the box."""
    return kept(request.query_string.decode("utf-8", "replace"))


def answer(
    problem: Problem, state: SearchState = NO_SEARCH, template: str = "error.html"
) -> Response:
    """A page whose search box shows a state; under /api problem details; of a file, plain text."""
    if request.path == "/api" or request.path.startswith("/api/"):
        return problem.response()
    if request.blueprint in FILES or request.path.endswith(".csv") or is_file(problem):
        return Writable(plain(problem), problem.status, mimetype="text/plain")
    page = render_template(template, problem=problem, state=state)
    return make_response(page, problem.status)


def is_file(problem: Problem) -> bool:
    """Whether a file that only programs fetch is refused to somebody who is not known."""
    return problem.status == 401 and is_for_programs()


def plain(problem: Problem) -> str:
    """The problem in a few lines: its reason, how to mend it, and where it is."""
    lines = [f"{problem.title} ({problem.status})", problem.detail, problem.mend or ""]
    if problem.position is not None:
        lines.append(t("Place: character {place} of the query.", place=problem.position + 1))
    elif problem.parameter:
        lines.append(t("Place: “{name}” in the address.", name=problem.parameter))
    return "\n".join(filter(None, lines)) + "\n"
