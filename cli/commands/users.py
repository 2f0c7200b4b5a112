"""`fonds users`: who may read the site of an archive."""

import getpass
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from cli.failing import UsageFault
from cli.options import ArchiveDir, AsJson, open_archive
from cli.output import named, print_json, say

if TYPE_CHECKING:
    from archive import Archive
    from archive.users import Users

app = typer.Typer(
    help="Say who may read the site. Without users, anyone who reaches it can.",
    rich_markup_mode=None,
    no_args_is_help=True,
)
Name = Annotated[str, typer.Argument(metavar="NAME", help="The user's name.")]


def users_of(archive: "Archive") -> "Users":
    """The users of an open archive."""
    from archive.private_files import modes_of
    from archive.users import Users

    return Users(archive.folder, modes_of(archive.settings))


@app.command()
def add(context: typer.Context, name: Name, archive: ArchiveDir = None) -> None:
    """Add a user. The password is asked for, or is the first line of standard input."""
    from archive.users import checked
    from archive.users.store import checked_name

    with open_archive(context, archive) as opened:
        users = users_of(opened)
        checked_name(name)
        first = not users.any()
        users.add(name, checked(password_for(name)))
    say(f"{named(name)} may read now, after logging in.")
    if first:
        say("The archive has users from now on: nobody else can read it on the site.")


@app.command()
def passwd(context: typer.Context, name: Name, archive: ArchiveDir = None) -> None:
    """Change a user's password; their sessions end."""
    from archive.users import checked
    from archive.users.store import nobody

    with open_archive(context, archive) as opened:
        users = users_of(opened)
        if users.find(name) is None:
            raise nobody(name)
        users.change(name, checked(password_for(name)))
    say(f"The password of {named(name)} is changed; open sessions have ended.")


@app.command()
def remove(context: typer.Context, name: Name, archive: ArchiveDir = None) -> None:
    """Remove a user; their sessions end."""
    with open_archive(context, archive) as opened:
        users = users_of(opened)
        users.remove(name)
        left = users.any()
    say(f"{named(name)} may read no more.")
    if not left:
        say("No users are left: anyone who reaches the site can read the archive now.")


@app.command(name="list")
def list_all(context: typer.Context, archive: ArchiveDir = None, as_json: AsJson = False) -> None:
    """List the users, and since when each has this password."""
    with open_archive(context, archive) as opened:
        found = users_of(opened).all()
    if as_json:
        print_json({"users": [{"name": one.name, "since": one.since} for one in found]})
        return
    for one in found:
        sys.stdout.write(f"{named(one.name)}\tsince {one.since}\n")
    if not found:
        say("There are no users: anyone who reaches the site can read it.")


def password_for(name: str) -> str:
    """The password that is typed twice, or the first line of a pipe."""
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    typed = getpass.getpass(f"Password for {named(name)}: ")
    if getpass.getpass("Once more: ") != typed:
        raise UsageFault("the two passwords differ; try again")
    return typed
