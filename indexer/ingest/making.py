"""One page prepared with what is known of its source."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from archive.capture import Capture
from archive.document import Document, PassedOver, Refused
from archive.page_lines import PageLines
from indexer.cleaning.profile import SourceProfile
from indexer.copies.sketch import Sketch, sketch_of
from indexer.ingest.bounds import took_too_long, took_too_much
from indexer.ingest.memory_limit import memory_limit
from indexer.ingest.time_limit import SECONDS, TooLong, time_limit
from indexer.pipeline import prepare
from indexer.repeats.known import Profiles, stated_source
from indexer.repeats.marks import marks_of


@dataclass(frozen=True, slots=True)
class Made:
    """What was made of a capture.

    lines:  what is to be remembered of the page for its source; None where it was refused
    sketch: by which near-copies of its text are found; None where it is too short, or refused
    """

    result: Document | Refused
    lines: PageLines | None
    sketch: Sketch | None = None


@dataclass(frozen=True, slots=True)
class Prepared:
    """A capture and what was made of it; None where its bytes are known, so that nothing was."""

    capture: Capture
    made: Made | None


Make = Callable[[Capture, SourceProfile], Made]
Item = Capture | Refused | PassedOver
Outcome = Prepared | Refused | PassedOver


def sketches(outcomes: Iterable[Outcome]) -> dict[str, Sketch | None]:
    """The sketches of the pages that were made, by what is the same for the same words."""
    made = (outcome.made for outcome in outcomes if isinstance(outcome, Prepared))
    return {
        one.result.group: one.sketch
        for one in made
        if one and isinstance(one.result, Document) and one.result.group
    }


def make(capture: Capture, profile: SourceProfile) -> Made:
    """Prepare a page, and take down what is to be remembered of its lines; or refuse it."""
    try:
        with time_limit(SECONDS):
            return made_of(capture, profile)
    except TooLong:
        return Made(took_too_long(capture, SECONDS), None)
    except MemoryError:
        return Made(took_too_much(capture), None)


def make_apart(capture: Capture, profile: SourceProfile) -> Made:
    """The same in a process that makes pages and does nothing else: its memory is bounded too."""
    with memory_limit():
        return make(capture, profile)


def prepare_here(capture: Capture, profiles: Profiles, make: Make = make) -> Prepared:
    """Prepare a page, in this process unless `make` does it in another."""
    first = make(capture, profiles.of(stated_source(capture)))
    profile = profile_of_found(capture, first, profiles)
    made = first if profile is None else made_again(first, make(capture, profile))
    return Prepared(capture, made)


def made_of(capture: Capture, profile: SourceProfile) -> Made:
    """Prepare a page, however long it takes."""
    result = prepare_or_refuse(capture, profile)
    if isinstance(result, Refused):
        return Made(result, None)
    source = stated_source(capture) or result.source or ""
    return Made(result, PageLines(source, marks_of(result).packed()), sketch_of(result.text))


def profile_of_found(capture: Capture, first: Made, profiles: Profiles) -> SourceProfile | None:
    """What is known of a source that was only found in the page; None where that changes nothing.

    A page without address whose source nobody states is prepared first with nothing known, and
    then again with what is known of the source that was found in it. So its source never hangs
    on what was taken from it. A page of which an order speaks by the name found in it is, too.
    """
    if first.lines is None or isinstance(first.result, Refused):
        return None
    stated = stated_source(capture)
    before, profile = profiles.of(stated), profiles.of(first.lines.source, first.result.source)
    found = bool(not stated and profile.repeated)
    return profile if found or profile.overrides != before.overrides else None


def made_again(first: Made, again: Made) -> Made:
    """The page made with what is known of the source that was found in it at first."""
    return replace(again, lines=first.lines) if again.lines else first


def prepare_or_refuse(capture: Capture, profile: SourceProfile) -> Document | Refused:
    """Prepare a page; a fault of ours costs this page a refusal, and no other page anything.

    Raise OSError where the machine fails us (a full disk): that is the fault of no page; and
    MemoryError, which is no fault of ours.
    """
    try:
        return prepare(capture, profile=profile)
    except (OSError, MemoryError):
        raise
    # The edge of the process: whatever a scraped page sets off in us or in a library that reads
    # it, the thousand pages after it must go on. The refusal names the error, so it can be mended.
    except Exception as error:  # noqa: BLE001
        return Refused(
            capture.origin,
            f"Preparing it failed: {type(error).__name__}: {error}"[:500],
            "This is a fault of Fonds: please report it with the page.",
            digest=capture.digest,
        )
