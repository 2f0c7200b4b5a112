"""`fonds why`: why a query finds a document, or why it does not, clause by clause."""

from typing import TYPE_CHECKING, Annotated

import typer

from cli.commands.search import HowMany, typed_query
from cli.commands.show import whole_id
from cli.options import ArchiveDir, AsJson, Id, open_archive
from cli.output import print_json
from cli.speaking import Spoken, Ui

if TYPE_CHECKING:
    from archive.document import Document
    from indexer.why import Account


def command(
    context: typer.Context,
    id: Id,
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="QUERY", help="The query, as for `fonds search`, in '…'."),
    ] = None,
    match: Annotated[HowMany, typer.Option(help="All the words, or any of them.")] = HowMany.ALL,
    ui: Ui = Spoken.ENGLISH,
    archive: ArchiveDir = None,
    as_json: AsJson = False,
) -> None:
    """Tell why a query finds a document or not, and where each clause of it stands."""
    from cli.accounts import print_account
    from indexer.why.as_json import account_json

    query = typed_query(words or [])
    with open_archive(context, archive) as opened:
        account = account_for(opened.get(whole_id(opened, id)), query, match, ui)
    if as_json:
        print_json(account_json(account))
    else:
        print_account(account)


def account_for(
    document: "Document", query: str, match: HowMany, ui: Spoken = Spoken.ENGLISH
) -> "Account":
    """The account. Raise QueryError."""
    from indexer.query import any_of, parse
    from indexer.query.wording import WORDINGS
    from indexer.why.explaining import account_of

    node = parse(query)
    node = any_of(node, query) if match is HowMany.ANY else node
    return account_of(document, query, node, WORDINGS[ui.value])
