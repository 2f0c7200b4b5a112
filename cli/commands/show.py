"""`fonds show`: one document, as it was cleaned, as it came, what was removed, its captures."""

import base64
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from cli.facts import date_words, fact_lines
from cli.failing import UsageFault
from cli.options import ArchiveDir, AsJson, Id, open_archive
from cli.output import one_line, print_json, print_text
from cli.plain import plain
from cli.speaking import Spoken, Ui, said, tell

if TYPE_CHECKING:
    from archive import Archive
    from archive.corrections import Correction

# Told where a prefix fits many documents.
MOST_TOLD = 5


def command(
    context: typer.Context,
    id: Id,
    original: Annotated[
        bool, typer.Option("--original", help="The page as it came, byte for byte.")
    ] = False,
    removed: Annotated[
        bool, typer.Option("--removed", help="Each removed line with its rule and reason.")
    ] = False,
    captures: Annotated[
        bool, typer.Option("--captures", help="Each time that the page was captured.")
    ] = False,
    corrections: Annotated[
        bool, typer.Option("--corrections", help="Each correction, with who, when and why.")
    ] = False,
    copies: Annotated[
        bool, typer.Option("--copies", help="The near-copies of the page, the earliest first.")
    ] = False,
    ui: Ui = Spoken.ENGLISH,
    archive: ArchiveDir = None,
    as_json: AsJson = False,
) -> None:
    """Show a document."""
    views = {
        show_original: original,
        show_removed: removed,
        show_captures: captures,
        show_corrections: corrections,
        show_copies: copies,
    }
    chosen = [view for view, is_chosen in views.items() if is_chosen]
    if len(chosen) > 1:
        raise UsageFault(
            "choose one of --original, --removed, --captures, --corrections and --copies"
        )
    view = chosen[0] if chosen else show_document
    with open_archive(context, archive) as opened:
        view(opened, whole_id(opened, id), as_json)


def whole_id(archive: "Archive", typed: str) -> str:
    """The one id that begins so. Raise DocumentNotFound, or UsageFault where there are several."""
    from archive.errors import DocumentNotFound

    prefix = typed.strip().lower()
    found = archive.find_ids(prefix) if prefix else ()
    if prefix and not found:
        found = archive.withdrawals.find_ids(prefix)  # to be told that it was withdrawn
    if prefix in found or len(found) == 1:
        return prefix if prefix in found else found[0]
    if not found:
        raise DocumentNotFound(f'no document\'s id begins with "{typed}"; `fonds search` lists ids')
    some = ", ".join(found[:MOST_TOLD]) + (" …" if len(found) > MOST_TOLD else "")
    raise UsageFault(f'"{typed}" begins {len(found)} ids ({some}); type more of it')


def show_document(archive: "Archive", id: str, as_json: bool) -> None:
    """Metadata with evidence, then the text."""
    from indexer import wire
    from indexer.copies.as_json import near_copies_json
    from indexer.copies.listing import near_copies

    document, copies = archive.get(id), near_copies(archive, id)
    corrections = archive.corrections(id)
    if as_json:
        print_json(
            {
                **wire.document_json(document),
                **near_copies_json(copies),
                "corrections": [wire.correction_json(one) for one in corrections],
            }
        )
        return
    print_text("\n".join(fact_lines(document)))
    for correction in corrections:
        sys.stdout.write(f"corrected  {correction_line(correction)}\n")
    if copies.count:
        told = f"{copies.count:,} near-cop{'y' if copies.count == 1 else 'ies'}"
        sys.stdout.write(f"copies     {told}; `fonds show {id} --copies` lists them\n")
    for flag in document.flags:
        sys.stdout.write(f"{tell('look at'):<10} {one_line(said(flag))}\n")
    sys.stdout.write("\n")
    print_text(document.text)


def show_original(archive: "Archive", id: str, as_json: bool) -> None:
    """The bytes into a pipe or file; their text, harmless, on a terminal; base64 in JSON."""
    from indexer.pipeline import decoded_of

    capture = archive.original(id)
    if as_json:
        print_json(
            {
                "id": id,
                "digest": capture.digest,
                "media_type": capture.media_type,
                "charset": capture.charset,
                "url": capture.url,
                "captured": plain(capture.captured),
                "origin": capture.origin,
                "body_base64": base64.b64encode(capture.body).decode("ascii"),
            }
        )
    elif sys.stdout.isatty():
        print_text(decoded_of(capture).text)
    else:
        sys.stdout.flush()
        sys.stdout.buffer.write(capture.body)


def show_removed(archive: "Archive", id: str, as_json: bool) -> None:
    """The ledger."""
    lines = archive.removed(id)
    if as_json:
        print_json({"id": id, "removed": plain(lines)})
        return
    for line in lines:
        sys.stdout.write(f"{line.number:>6}  {one_line(line.text)}\n")
        sys.stdout.write(f"        {line.rule}{tell(': ')}{one_line(said(line.reason))}\n")
    if not lines:
        sys.stdout.write(tell("Nothing was removed.") + "\n")


def show_captures(archive: "Archive", id: str, as_json: bool) -> None:
    """The history, oldest first."""
    history = archive.history(id)
    if as_json:
        redacted = archive.withdrawals.redacted([id])
        print_json({"id": id, "captures": plain(history), "redacted": dict(redacted)})
        return
    redacted = archive.withdrawals.redacted([id])
    for record in history:
        when = record.captured.isoformat() if record.captured else "time unknown"
        if record.seen_last and record.seen_last != record.captured:
            when += f", the same bytes until {record.seen_last.isoformat()}"
        now = "  (current)" if record.current else ""
        sys.stdout.write(f"{record.digest[:16]}  {when}  {record.bytes_count:,} bytes{now}\n")
        if record.digest in redacted:
            came = redacted[record.digest][:16]
            sys.stdout.write(f"{' ' * 18}words were blacked out: it came as {came}\n")
        sys.stdout.write(f"                  {one_line(record.origin)}\n")


def show_corrections(archive: "Archive", id: str, as_json: bool) -> None:
    """Every correction, oldest first; the last of each field holds."""
    from indexer import wire

    made = archive.corrections(id)
    if as_json:
        print_json({"id": id, "corrections": [wire.correction_json(one) for one in made]})
        return
    for correction in made:
        sys.stdout.write(f"{correction.made:%Y-%m-%d %H:%M %Z}  {correction_line(correction)}\n")
    if not made:
        sys.stdout.write(tell("Nothing was corrected.") + "\n")


def show_copies(archive: "Archive", id: str, as_json: bool) -> None:
    """The near-copies: title, source and date, likeness."""
    from indexer.copies.as_json import near_copies_json
    from indexer.copies.listing import near_copies

    found = near_copies(archive, id)
    if as_json:
        print_json({"id": id, **near_copies_json(found)})
        return
    for copy in found.listed:
        one = copy.document
        sys.stdout.write(f"{one.id}  {one_line(one.title)}\n")
        sys.stdout.write(f"{' ' * len(one.id)}  {one_line(one.source or 'source unknown')}, ")
        sys.stdout.write(f"{date_words(one.published)}; {said(copy.reason)}\n")
    if found.count > len(found.listed):
        sys.stdout.write(f"and {found.count - len(found.listed):,} more\n")
    if not found.count:
        sys.stdout.write(tell("No other page has nearly the same text.") + "\n")


def correction_line(correction: "Correction") -> str:
    """ "title: Trees fell, by ann: The paper copy says so."."""
    from indexer.corrections import in_words

    who, note = correction.who or "someone", correction.note
    told = f"{correction.field}: {in_words(correction)}, by {who}"
    return one_line(f"{told}: {note}" if note else told)
