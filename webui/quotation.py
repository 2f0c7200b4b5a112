"""/quotation: where a sentence that was quoted stands, word for word or nearly, or nowhere."""

from itertools import takewhile

from flask import Blueprint, Response, make_response, render_template, request, url_for

from indexer.errors import QueryError
from indexer.quotations import MOST_CHARACTERS, Check, Kind, Passage, Where
from indexer.terms_list.asking import As, query_of
from webui.parameters import read_parameters
from webui.rooms import rooms
from webui.safety import Policy, policy
from webui.state import SearchState

pages = Blueprint("quotation", __name__)

# What lights up on the page: its own words, as many as fit in a query.
MOST_LIT_CHARACTERS = 400


@pages.route("/quotation", methods=["GET", "POST"])
@policy(Policy(posts=True))
def quotation() -> Response:
    """The form, and below it what was found."""
    given = read_parameters(request.query_string.decode("utf-8", "replace"), frozenset())
    text = request.form.get("text", "") if request.method == "POST" else None
    checked = fault = None
    if text is not None:
        try:
            checked = rooms().searcher.quotation(text)
        except QueryError as error:
            fault = error
    shown = render_template(
        "quotation/quotation.html",
        state=SearchState(),
        text=text or "",
        checked=checked,
        fault=fault,
        most=MOST_CHARACTERS,
        link=link,
        everywhere=everywhere,
        ignored=given.ignored,
        posted_form="quotation-form" if text is not None else None,
    )
    return make_response(shown, 400 if fault else 200)


def link(passage: Passage) -> str:
    """The page at the place where the passage stands, its words lit."""
    if passage.where is Where.REMOVED:
        line = passage.lines[0].number if passage.lines else 1
        anchor = f"line-{line}"
        return url_for("document.document", id=passage.id, view="removed", _anchor=anchor)
    lit = own_words(passage)
    if passage.where is Where.TITLE:
        return url_for("document.document", id=passage.id, q=lit)
    anchor = f"at-{passage.start}"
    return url_for("document.document", id=passage.id, q=lit, at=passage.start, _anchor=anchor)


def own_words(passage: Passage) -> str:
    """A query for the page's own words, up to where words are left out."""
    before_gap = takewhile(lambda part: part.kind is not Kind.LEFT_OUT, passage.parts)
    said = "".join(part.page for part in before_gap)
    if len(said) > MOST_LIT_CHARACTERS:
        said = said[:MOST_LIT_CHARACTERS].rsplit(None, 1)[0]
    try:
        return query_of(said, As.PHRASE)
    except QueryError:  # it begins with a gap
        return ""


def everywhere(check: Check) -> str | None:
    """The search that finds all pages that say it; None where it is too long to be one."""
    if not check.pages:
        return None
    try:
        return SearchState(text=query_of(" ".join(check.text.split()), As.PHRASE)).to_url()
    except QueryError:
        return None
