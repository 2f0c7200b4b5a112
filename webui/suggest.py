"""Suggestions for the search box, each with the address that it leads to."""

from indexer.suggest import Kind, Suggestion
from indexer.wire import Json
from webui.parameters import BadParameter
from webui.speaking import root
from webui.state import SearchState
from webui.words import later, t

LISTED = 10
MOST = 20

# What each kind is called, beside a suggestion.
KINDS = {
    Kind.WORD: later("word"),
    Kind.PHRASE: later("phrase"),
    Kind.PLACE: later("place"),
    Kind.SOURCE: later("source"),
    Kind.AUTHOR: later("author"),
    Kind.TITLE: later("page"),
}


def suggestions_json(typed: str, found: tuple[Suggestion, ...]) -> dict[str, Json]:
    """As GET /api/v1/suggest gives them."""
    return {"query": typed, "suggestions": [suggestion_json(one) for one in found]}


def suggestion_json(one: Suggestion) -> dict[str, Json]:
    """A suggestion; `count` is exact for names, about so many pages for words."""
    return {
        "kind": one.entry.kind.value,
        "label": t(KINDS[one.entry.kind]),
        "text": one.entry.text,
        "mark": list(one.mark),
        "count": one.entry.count,
        "query": one.query,
        "url": address_of(one),
    }


def address_of(one: Suggestion) -> str:
    """The page of a title, the search narrowed to a name, else the search for the words."""
    if one.entry.id:
        return f"{root()}/doc/{one.entry.id}"
    if one.entry.field and not one.typed_before:
        return SearchState().only(one.entry.field, one.entry.value).to_url()
    return SearchState(text=one.query or one.entry.text).to_url()


def how_many_of(typed: str | None) -> int:
    """The number of suggestions that an address asks for. Raise BadParameter."""
    if typed is None:
        return LISTED
    if not (typed.isascii() and typed.isdigit() and len(typed) < 4 and 1 <= int(typed) <= MOST):
        raise BadParameter(
            "limit",
            t("“{typed}” is no number of suggestions.", typed=typed[:40]),
            t("Ask for 1 to {most}.", most=MOST),
        )
    return int(typed)
