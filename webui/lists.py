"""/lists: a list of names, phrases or queries, and how many pages each finds."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from flask import Blueprint, Response, make_response, render_template, request, url_for

from indexer.terms_list import (
    As,
    BadList,
    Counted,
    Counter,
    Kind,
    Read,
    TermCount,
    as_text,
    counts_sheet,
    kind_of,
    read_list,
)
from webui.absolute import absolute
from webui.asking import query_of
from webui.chosen import labels_chosen
from webui.narrowing import chips
from webui.parameters import Parameters, read_parameters
from webui.rooms import rooms
from webui.safety import Policy, policy
from webui.state import KNOWN, SearchState
from webui.words import said, sort_key

pages = Blueprint("lists", __name__)

# What narrows a list; words would be a second query.
NARROWING = KNOWN - {"q", "after", "sort", "limit", "fold"}

# What rows may be sorted by; a row that was not counted comes last.
Key = Callable[[TermCount], tuple[object, ...]]
ORDERS: dict[str, Key] = {
    "given": lambda count: (count.line.number,),
    "term": lambda count: sort_key(count.line.text),
    "pages": lambda count: (bool(count.reason), -count.total),
    "narrowed": lambda count: (bool(count.reason), -count.narrowed),
    "first": lambda count: (count.first_year is None, count.first_year or 0),
    "last": lambda count: (count.last_year is None, -(count.last_year or 0)),
}


@dataclass(frozen=True, slots=True)
class Sent:
    """What the form sent.

    body:   the list as it came; a file's where one was sent
    column: the heading of the column of a CSV, or None
    order:  what rows are sorted by, of ORDERS
    """

    body: bytes = b""
    kind: Kind = Kind.LINES
    column: str | None = None
    read_as: As = As.PHRASE
    order: str = "given"
    as_csv: bool = False
    from_file: bool = False


@pages.route("/lists", methods=["GET", "POST"])
@policy(Policy(posts=True))
def lists() -> Response:
    """The form, and below it the counts of the list that it sent."""
    given = read_parameters(request.query_string.decode("utf-8", "replace"), NARROWING)
    narrowed = replace(SearchState.from_parameters(Parameters(given.values)), text="")
    if request.method != "POST":
        return page(narrowed, given.ignored, Sent())
    sent = sent_form()
    try:
        read = read_list(sent.body, sent.kind, sent.column)
    except BadList as error:
        return page(narrowed, given.ignored, sent, fault=error)
    counter = Counter(rooms().searcher, query_of(narrowed, (), 0), sent.read_as)
    counted = counter.count(read.lines)
    if sent.as_csv:
        return as_csv(narrowed, counted)
    return page(narrowed, given.ignored, sent, read=read, counted=counted)


def sent_form() -> Sent:
    """The form; a choice that is none of ours is the usual one."""
    form, file = request.form, request.files.get("file")
    column = form.get("column", "").strip() or None
    as_table = form.get("table") == "yes"
    order = form.get("order", "given")
    sent = Sent(
        form.get("list", "").encode("utf-8", "replace"),
        Kind.CSV if as_table else Kind.LINES,
        column,
        As.QUERY if form.get("as") == As.QUERY.value else As.PHRASE,
        order if order in ORDERS else "given",
        form.get("form") == "csv",
    )
    if file is None or not file.filename:
        return sent
    kind = Kind.CSV if as_table else kind_of(file.filename)
    return replace(sent, body=file.read(), kind=kind, from_file=True)


def page(
    narrowed: SearchState,
    ignored: tuple[str, ...],
    sent: Sent,
    *,
    read: Read | None = None,
    counted: Counted | None = None,
    fault: BadList | None = None,
) -> Response:
    """The page; with a fault its status is 400."""
    rest = (*counted.late, *read.left_out) if read and counted else ()
    shown = render_template(
        "lists/lists.html",
        state=SearchState(),
        narrowed=narrowed,
        action=action(narrowed),
        chips=[
            (chip, action(chip.without))
            for chip in chips(narrowed, labels_chosen(rooms().searcher, narrowed))
        ],
        sent=sent,
        text=text_of(sent, read),
        read=read,
        rows=sorted(counted, key=ORDERS[sent.order]) if counted else (),
        rest=as_text(rest),
        rest_count=len(rest),
        link=lambda count: link(narrowed, count),
        everywhere=lambda count: link(SearchState(match=narrowed.match), count),
        fault=fault,
        ignored=ignored,
        posted_form="list-form" if request.method == "POST" else None,
        posted_order=sent.order,
    )
    return make_response(shown, 400 if fault else 200)


def action(narrowed: SearchState) -> str:
    """Where the form is sent: the address of this page with what narrows the list."""
    pairs = [pair for pair in narrowed.pairs() if pair[0] in NARROWING]
    return url_for("lists.lists") + (f"?{urlencode(pairs)}" if pairs else "")


def text_of(sent: Sent, read: Read | None) -> str:
    """What stands in the form: the terms, each on its line; what cannot be read, as it came."""
    if read:
        return as_text(read.lines)
    return "" if sent.from_file else sent.body.decode("utf-8", "replace")


def link(narrowed: SearchState, count: TermCount) -> str:
    """The search that finds what a row counts."""
    return replace(narrowed, text=count.query).to_url()


def as_csv(narrowed: SearchState, counted: Counted) -> Response:
    """The rows in the order given, with whole addresses, reasons in the reader's language."""
    told = (replace(each, reason=said(each.reason), mend=said(each.mend)) for each in counted)
    return Response(
        "".join(counts_sheet(told, lambda count: absolute(link(narrowed, count)))),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": 'attachment; filename="fonds-list.csv"'},
    )
