"""`fonds clean`: the page's own words, and why each other line goes."""

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from archive.joined import joined
from cli.options import AsJson, chosen, open_archive
from cli.output import one_line, print_json, print_text, say
from cli.pages import PageFile, page_at
from cli.plain import plain
from cli.speaking import Spoken, Ui, said

if TYPE_CHECKING:
    from archive.capture import Capture
    from indexer.cleaning.cleaned import Cleaned
    from indexer.cleaning.profile import SourceProfile
    from indexer.pipeline import Page

ARCHIVE_HELP = "Clean as this archive does: with what it knows of the page's source."
SOURCE_HELP = "Whose page it is: a name, a host or an address; else as the page says."


def command(
    context: typer.Context,
    file: PageFile,
    explain: Annotated[
        bool, typer.Option("--explain", help="Show every line, and why it stays or goes.")
    ] = False,
    source: Annotated[str | None, typer.Option(metavar="NAME", help=SOURCE_HELP)] = None,
    ui: Ui = Spoken.ENGLISH,
    archive: Annotated[
        str | None, typer.Option("--archive", metavar="DIR", help=ARCHIVE_HELP)
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Print the cleaned text; with --json the kept and removed lines, with rule and reason."""
    from archive.document import Refused
    from indexer.errors import UnreadablePath
    from indexer.ingest.bounds import within_bounds

    page = of_source(page_at(file), source)
    profile = None
    if source is not None or chosen(context, archive).said is not None:
        profile = profile_in(context, archive, page)
    made = within_bounds(page, lambda: cleaned_of(page, profile))
    if isinstance(made, Refused):
        raise UnreadablePath(f"{made.origin}: {joined(made.reason, made.mend)}")
    flat, cleaned = made
    flags = tuple(dict.fromkeys((*flat.flags, *cleaned.flags)))
    if as_json:
        facts = {
            "origin": page.origin,
            "media_type": page.media_type,
            "charset": flat.decoded.charset,
            "charset_evidence": flat.decoded.evidence,
        }
        print_json(facts | as_object(cleaned, profile, flags, explain=explain))
        return
    if explain:
        from cli.explaining import print_explained

        print_explained(cleaned, profile, flags)
        return
    print_text(cleaned.text)
    for flag in flags:
        say(f"fonds: {page.origin}: look at this page: {said(flag)}")


def cleaned_of(page: "Capture", profile: "SourceProfile | None") -> "tuple[Page, Cleaned]":
    """The page as text, and cleaned."""
    from indexer.pipeline import clean, flatten

    flat = flatten(page)
    return flat, clean(flat, profile) if profile is not None else clean(flat)


def of_source(page: "Capture", source: str | None) -> "Capture":
    """The page as if it came with this source or address."""
    from archive.supplied import SaidBy, SuppliedFact
    from indexer.readers.address import web_address

    if source is None:
        return page
    if address := web_address(source):
        return replace(page, url=address)
    fact = SuppliedFact("source", source, SaidBy.COMMAND)
    return replace(page, supplied=page.supplied.with_facts([fact]))


def profile_in(context: typer.Context, archive: str | None, page: "Capture") -> "SourceProfile":
    """What the archive knows of the page's source. Raise BadOverrides."""
    from indexer.ingest.making import make, profile_of_found
    from indexer.repeats.known import Profiles, stated_source

    with open_archive(context, archive) as opened:
        profiles = Profiles(opened)
        stated = profiles.of(stated_source(page))
        found = profile_of_found(page, make(page, stated), profiles)
    profile = found or stated
    if not profile.pages and not profile.overrides:
        name = one_line(profile.name or stated_source(page)) or "unknown"
        say(f"fonds: the archive knows nothing yet of this page's source, which is {name}")
    return profile


def as_object(
    cleaned: "Cleaned",
    profile: "SourceProfile | None",
    flags: tuple[str, ...],
    *,
    explain: bool,
) -> dict[str, object]:
    """The page as JSON; with `explain` its lines in order and the sums besides."""
    from indexer.cleaning.account import account_of, lines_of

    whole: dict[str, object] = {
        "text": cleaned.text,
        "kept": plain(cleaned.kept),
        "removed": plain(cleaned.removed),
        "flags": list(flags),
    }
    if profile is not None:
        whole["source"] = {
            "name": profile.name,
            "pages": profile.pages,
            "repeated_lines": len(profile.repeated),
            "overrides": plain(profile.overrides),
        }
    if explain:
        kept = {line.number for line in cleaned.kept}
        whole["lines"] = [
            {"kept": line.number in kept, **as_line(plain(line))} for line in lines_of(cleaned)
        ]
        whole["summary"] = plain(account_of(cleaned))
    return whole


def as_line(line: object) -> dict[str, object]:
    """The fields of a line."""
    return dict(line) if isinstance(line, dict) else {}
