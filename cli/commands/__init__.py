"""The commands, one a file; each imports what it needs when it runs, so `fonds` starts fast."""

import typer

from cli.commands import (
    backup,
    batch,
    cite,
    clean,
    correct,
    describe,
    diff,
    export,
    fetch,
    ingest,
    log,
    quote,
    refusals,
    reindex,
    reprocess,
    restore,
    rules,
    search,
    serve,
    show,
    similar,
    stats,
    users,
    verify,
    why,
    withdraw,
)

# In the order of the help.
MODULES = (
    ingest,
    fetch,
    search,
    why,
    show,
    diff,
    cite,
    similar,
    batch,
    quote,
    export,
    clean,
    describe,
    correct,
    withdraw,
    rules,
    reindex,
    reprocess,
    verify,
    backup,
    restore,
    stats,
    log,
    refusals,
    serve,
)


def add_to(app: typer.Typer) -> None:
    """Give the app every command."""
    for module in MODULES:
        app.command(name=module.__name__.rsplit(".", 1)[1])(module.command)
    app.add_typer(users.app, name="users")
