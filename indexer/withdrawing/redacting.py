"""A page with words blacked out: its captures, its document, all that was said of it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from archive import Archive
from archive.capture import Capture
from archive.corrections import Correction
from archive.document import Document, Refused, RemovedLine
from archive.supplied import Supplied
from archive.withdrawals import Order, Tombstone
from archive.withdrawals.redaction import RedactedCapture, Redaction
from indexer.copies.keeping import Groups
from indexer.ingest.making import prepare_here
from indexer.repeats.known import Profiles
from indexer.withdrawing.blackening import CannotBlacken, Words, blackened


@dataclass(frozen=True, slots=True)
class Kept:
    """A page in which nothing can be blacked out, and why, in a sentence."""

    id: str
    why: str


def redaction_of(archive: Archive, id: str, words: Words) -> Redaction | Kept | None:
    """What would replace a page; None where it does not hold the words. Raise DocumentNotFound."""
    held = [archive.original(id, record.digest) for record in archive.history(id)]
    if any(words.stand_in(one.url) for one in held if one.url):
        return Kept(id, "its address holds the words; withdraw the page as a whole")
    try:
        captures = tuple(redacted_capture(archive, id, one, words) for one in held)
    except CannotBlacken as error:
        return Kept(id, f"{error}; withdraw the page as a whole")
    corrections = tuple(without(one, words) for one in archive.corrections(id))
    (found,) = archive.sources.as_found([id])
    current = next(one for one in captures if one.before == found.digest)
    document, lines = swept(found, words), None
    if (current.capture.digest, current.capture.supplied) != (
        found.digest,
        archive.original(id).supplied,
    ):
        made = prepare_here(current.capture, Profiles(archive)).made
        if made is None or isinstance(made.result, Refused):
            return Kept(id, "it could not be made again without them; withdraw it as a whole")
        document = swept(replace(made.result, id=id), words)
        lines = made.lines
    made_now = Redaction(document, lines, with_ledger(captures, document), corrections)
    return made_now if differs(archive, found, made_now) else None


def redact(
    archive: Archive, redactions: Iterable[Redaction], words: Words, order: Order
) -> tuple[Tombstone, ...]:
    """Replace pages, all in one transaction; words in the record of runs go too."""
    with archive.batch():
        made = tuple(archive.withdrawals.redact(one, order) for one in redactions)
        Groups(archive).update()
        archive.withdrawals.blacken_runs(
            (run.id, words.blacked_out(run.command), tuple(map(words.blacked_out, run.inputs)))
            for run in archive.runs()
            if any(map(words.stand_in, (run.command, *run.inputs)))
        )
    return made


def redacted_capture(archive: Archive, id: str, held: Capture, words: Words) -> RedactedCapture:
    """A capture without the words. Raise CannotBlacken."""
    body = blackened(held.body, held.media_type, held.charset, words)
    capture = replace(
        held,
        body=body,
        origin=words.blacked_out(held.origin),
        supplied=supplied_without(held.supplied, words),
    )
    removed = lines_without(archive.removed(id, held.digest), words)
    return RedactedCapture(held.digest, capture, removed)


def with_ledger(
    captures: tuple[RedactedCapture, ...], document: Document
) -> tuple[RedactedCapture, ...]:
    """The captures; the one that the document is made of has its ledger."""
    return tuple(
        replace(one, removed=document.removed) if one.capture.digest == document.digest else one
        for one in captures
    )


def differs(archive: Archive, found: Document, made: Redaction) -> bool:
    """Whether anything of the page held the words."""
    changed = any(one.before != one.capture.digest for one in made.captures)
    said = archive.corrections(found.id) != made.corrections
    facts = any(archive.original(found.id, one.before) != one.capture for one in made.captures)
    return changed or said or facts or found != made.document


def swept(document: Document, words: Words) -> Document:
    """A document without the words in any of its facts."""
    out = words.blacked_out
    date = document.published
    text = out(document.text)
    return replace(
        document,
        title=out(document.title),
        text=text,
        removed=lines_without(document.removed, words),
        source=document.source and out(document.source),
        authors=tuple(map(out, document.authors)),
        published=date and replace(date, evidence=out(date.evidence), quote=out(date.quote)),
        places=tuple(
            replace(
                one,
                evidence=out(one.evidence),
                # Places in another text would be other places.
                spans=one.spans if text == document.text else (),
            )
            for one in document.places
        ),
        evidence=tuple(
            replace(one, value=out(one.value), finder=out(one.finder), quote=out(one.quote))
            for one in document.evidence
        ),
        flags=tuple(map(out, document.flags)),
    )


def lines_without(lines: Iterable[RemovedLine], words: Words) -> tuple[RemovedLine, ...]:
    """A ledger without the words."""
    out = words.blacked_out
    return tuple(replace(one, text=out(one.text), reason=out(one.reason)) for one in lines)


def supplied_without(supplied: Supplied, words: Words) -> Supplied:
    """What was supplied, without the words."""
    out = words.blacked_out
    facts = (replace(one, value=out(one.value), where=out(one.where)) for one in supplied.facts)
    return replace(supplied, facts=tuple(facts), notes=tuple(map(out, supplied.notes)))


def without(correction: Correction, words: Words) -> Correction:
    """A correction without the words; its value is JSON, in which the mark may stand."""
    out = words.blacked_out
    return replace(correction, value=out(correction.value), note=out(correction.note))
