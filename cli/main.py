"""`fonds`: the command line, and the edge at which every error becomes a line and an exit status.

Exit status: 0 done, 1 failed, 2 usage, 3 done in part, 130 interrupted.
"""

import sys
from typing import Annotated

import typer

from cli import commands, new_files
from cli.failing import FAILED, INTERRUPTED, USAGE, Failure, explain
from cli.options import ARCHIVE_HELP, Chosen
from cli.output import prepare_streams, say
from cli.speaking import Spoken, speak
from cli.streams import let_error_go, open_closed, output_fault, watch_output

HELP = "Turn scraped web pages into an archive that people can search, trust and cite."

app = typer.Typer(
    help=HELP,
    rich_markup_mode=None,  # plain help: it starts faster and reads well anywhere
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback(invoke_without_command=True)
def fonds(
    context: typer.Context,
    archive: Annotated[
        str | None, typer.Option("--archive", metavar="DIR", help=ARCHIVE_HELP)
    ] = None,
    version: Annotated[bool, typer.Option("--version", help="Tell the version.")] = False,
) -> None:
    """Turn scraped web pages into an archive that people can search, trust and cite."""
    context.obj = Chosen(archive)
    if version:
        from importlib import metadata

        typer.echo(f"Fonds {metadata.version('fonds')}")
        raise typer.Exit(0)
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())
        if not context.obj.is_there():
            say(f"\nThere is no archive in {context.obj.folder()} yet.")
            say("Make one with `fonds ingest PATH`.")
        raise typer.Exit(USAGE)


commands.add_to(app)


def main(args: list[str] | None = None) -> None:
    """Run a command and leave with its exit status."""
    sys.exit(run(args))


def run(args: list[str] | None = None) -> int:
    """Run a command; its exit status. No error of ours or of the system shows a traceback."""
    open_closed()
    watch_output()
    prepare_streams()
    speak(Spoken.ENGLISH)
    error: Exception | None = None
    try:
        with new_files.private():
            status = int(app(args=args, prog_name="fonds", standalone_mode=False) or 0)
    except KeyboardInterrupt:
        status = INTERRUPTED
    # The edge of the process: an error is told in a line, or raised again where it is a fault.
    except Exception as caught:  # noqa: BLE001
        status, error = FAILED, caught
    return ended(status, error)


def ended(status: int, error: Exception | None) -> int:
    """Say what is the matter, if anything is; the exit status.

    Where standard output takes nothing, that is the error: what the command did is done.
    """
    unwritten = output_fault()
    if error and not (unwritten and isinstance(error, OSError)):
        status = told(explain(error))
    # Who read us has gone ("| head"): nothing is left to say.
    if unwritten and not isinstance(unwritten, BrokenPipeError):
        say(
            f"fonds: standard output: {unwritten.strerror}, so not all was printed; what the "
            "command did to the archive is kept. Print it to another place."
        )
        status = status or FAILED
    let_error_go()
    return status


def told(failure: Failure) -> int:
    """Say what is the matter; its exit status."""
    say(f"fonds: {failure.message}")
    return failure.status


if __name__ == "__main__":
    main()
